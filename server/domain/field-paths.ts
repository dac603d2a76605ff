import type { FieldChecks } from "./field-checks.js";

/** One step of a path into JSON. */
export type FieldStep =
  | { readonly kind: "NAME"; readonly name: string }
  /** Any one name. */
  | { readonly kind: "ANY" }
  /** Any number of names, none included. */
  | { readonly kind: "DEEP" };

/** A path into JSON, read. It means the field and all below it. Lists are looked through. */
export type FieldPath = readonly FieldStep[];

/** How many paths a list holds at most, and how many steps one has. */
const MAX_FIELD_PATHS = 100;
const MAX_FIELD_STEPS = 16;
const MAX_FIELD_PATH_LENGTH = 300;

/**
 * Which fields of a body may pass: one that every list of `allowed` admits, unless `removed` names it. Without any list
 * in `allowed`, all that is not removed.
 */
export interface FieldLists {
  readonly allowed: readonly (readonly string[])[];
  readonly removed: readonly string[];
}

/** Every field may pass. */
export const ALL_FIELDS: FieldLists = { allowed: [], removed: [] };

/** Whether every field may pass. */
export function admitsAll(lists: FieldLists): boolean {
  return lists.allowed.length === 0 && lists.removed.length === 0;
}

/** The fields that both let pass. */
export function intersectFieldLists(one: FieldLists, other: FieldLists): FieldLists {
  if (admitsAll(one)) return other;
  if (admitsAll(other)) return one;
  return {
    allowed: [...one.allowed, ...other.allowed],
    removed: [...new Set([...one.removed, ...other.removed])],
  };
}

/**
 * Reads a path such as `ticket.requester.email`, `tickets[].id`, `custom."first.name"`, `*.id` or `**.email`; a text
 * instead says what is wrong with it. `[]` may mark a list for the reader: lists are looked through in any case.
 */
export function readFieldPath(text: string): FieldPath | string {
  if (text.length > MAX_FIELD_PATH_LENGTH) return `Must have at most ${MAX_FIELD_PATH_LENGTH} characters.`;
  const steps: FieldStep[] = [];
  let rest = text.replace(/^(?:\[\])+\.?/, "");
  while (rest !== "") {
    const match = STEP.exec(rest);
    if (match === null) {
      return "Must be names with dots between them, such as ticket.requester.email; a name with other characters in double quotes, as in JSON.";
    }
    const step = readStep(match[1] as string);
    if (step === undefined) return "A quoted name must be a JSON string.";
    steps.push(step);
    rest = rest.slice(match[0].length);
    if (rest === "" && match[0].endsWith(".")) return "Must not end in a dot.";
  }
  if (steps.length === 0) return "Must name a field.";
  if (steps.length > MAX_FIELD_STEPS) return `Must have at most ${MAX_FIELD_STEPS} names.`;
  if (steps.at(-1)?.kind === "DEEP") return "** must be followed by a name.";
  return steps;
}

/** A step, the `[]` behind it, and the dot that leads on. */
const STEP = /^(\*\*|\*|"(?:[^"\\]|\\.)*"|[^\s.*"[\]\\]+)(?:\[\])*(?:\.|$)/u;

function readStep(text: string): FieldStep | undefined {
  if (text === "**") return { kind: "DEEP" };
  if (text === "*") return { kind: "ANY" };
  if (!text.startsWith('"')) return { kind: "NAME", name: text };
  try {
    return { kind: "NAME", name: JSON.parse(text) as string };
  } catch {
    return undefined;
  }
}

/** Notes what is wrong with a list of field paths; `**` has a place only in one of removals. */
export function checkFieldPaths(
  checks: FieldChecks,
  field: string,
  paths: readonly string[],
  use: "ALLOWED" | "REMOVED",
): void {
  if (!checks.atMost(field, paths, MAX_FIELD_PATHS, "fields")) return;
  for (const [index, text] of paths.entries()) {
    const path = readFieldPath(text);
    const shown = `"${text.slice(0, 80)}"`;
    if (typeof path === "string") {
      checks.refuse(`${field}[${index}]`, `${shown}: ${path}`);
    } else if (use === "ALLOWED" && path.some(({ kind }) => kind === "DEEP")) {
      checks.refuse(
        `${field}[${index}]`,
        `${shown}: ** would let pass fields nobody thought of; only a DENY statement can use it.`,
      );
    }
    if (paths.indexOf(text) !== index)
      checks.refuse(`${field}[${index}]`, `${shown} is in the list already.`);
  }
}
