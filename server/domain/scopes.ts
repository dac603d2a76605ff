import type { FieldChecks } from "./field-checks.js";

/** Latchkey's own resources, on which its calls ask for `NAME:read` or `NAME:write`. */
export const BUILT_IN_RESOURCES = [
  "accounts",
  "settings",
  "users",
  "api_tokens",
  "oauth_clients",
  "access_tokens",
  "oauth_grants",
  "access_policies",
  "audit_events",
] as const;

/** The scope a service needs to ask who a caller is. */
export const AUTHENTICATE_SCOPE = "authenticate";

/** The scopes that name no resource. `write` does not imply `read`. */
const BROAD_SCOPES = ["read", "write", "impersonate", AUTHENTICATE_SCOPE];

/**
 * Whether a credential with these scopes may do what asks for `required`. No scopes at all means no restriction.
 * `read` covers every `X:read`, `write` every `X:write`.
 */
export function holdsScope(scopes: readonly string[], required: string): boolean {
  if (scopes.length === 0) return true;
  return coversScope(scopes, required);
}

/** Whether `wanted` restricts at least as much as `held` does: nobody hands out more than they have. */
export function withinScopes(held: readonly string[], wanted: readonly string[]): boolean {
  if (held.length === 0) return true;
  return wanted.length > 0 && wanted.every((scope) => coversScope(held, scope));
}

/** Whether one of these scopes is, or stands for, the required one. */
export function coversScope(scopes: readonly string[], required: string): boolean {
  if (scopes.includes(required)) return true;
  const access = /^[^:]+:(read|write)$/.exec(required)?.[1];
  return access !== undefined && scopes.includes(access);
}

/** What remains of scopes where no more than `allowed` may be had; nothing allowed stands for no restriction. */
export function commonScopes(scopes: readonly string[], allowed: readonly string[]): readonly string[] {
  if (allowed.length === 0) return scopes;
  const kept = scopes.filter((scope) => coversScope(allowed, scope));
  // Of a broad scope, what may be had of it remains.
  const narrowed = allowed.filter((scope) => coversScope(scopes, scope));
  return [...new Set([...kept, ...narrowed])];
}

/** Checks scopes somebody asks for against what the account knows. */
export function checkScopes(
  checks: FieldChecks,
  field: string,
  scopes: readonly string[],
  resources: readonly string[],
): void {
  if (!checks.atMost(field, scopes, 100, "scopes")) return;
  for (const [index, scope] of scopes.entries()) {
    const path = `${field}[${index}]`;
    checks.require(isKnownScope(scope, resources), path, unknownScope(scope, resources));
    checks.require(scopes.indexOf(scope) === index, path, `"${scope}" is in the list already.`);
  }
}

/** Whether the account's vocabulary has this scope. */
export function isKnownScope(scope: string, resources: readonly string[]): boolean {
  if (BROAD_SCOPES.includes(scope)) return true;
  const [resource, access, ...rest] = scope.split(":");
  if (resource === undefined || rest.length > 0 || (access !== "read" && access !== "write")) return false;
  return resources.includes(resource) || BUILT_IN_RESOURCES.some((name) => name === resource);
}

function unknownScope(scope: string, resources: readonly string[]): string {
  const known = [...resources, ...BUILT_IN_RESOURCES].slice(0, 8).join(", ");
  return `"${scope.slice(0, 80)}" is no scope of this account: use ${BROAD_SCOPES.join(", ")}, or RESOURCE:read and RESOURCE:write with a resource such as ${known}.`;
}
