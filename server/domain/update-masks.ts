import { Failure } from "./failure.js";

/**
 * The fields an update mask (AIP-134) names, of those that can be changed; `*` names all, a message's own path names
 * everything below it. Throws UPDATE_MASK_INVALID when it is empty or names anything else.
 */
export function resolveUpdateMask<F extends string>(
  paths: readonly string[],
  changeable: readonly F[],
): ReadonlySet<F> {
  if (paths.length === 0) {
    throw maskInvalid(`Name the fields to change, or \`*\`: ${changeable.join(", ")}.`);
  }
  const named = new Set<F>();
  for (const path of paths) {
    const matches = changeable.filter(
      (field) => path === "*" || field === path || field.startsWith(`${path}.`),
    );
    if (matches.length === 0) {
      throw maskInvalid(
        `"${path.slice(0, 80)}" is no field that can be changed here; these can: ${changeable.join(", ")}.`,
      );
    }
    for (const field of matches) named.add(field);
  }
  return named;
}

function maskInvalid(description: string): Failure {
  return new Failure("UPDATE_MASK_INVALID", `update_mask: ${description}`, {
    violations: [{ field: "update_mask", description }],
  });
}
