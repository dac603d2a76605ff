import { readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { type ActionId, type Binding, KEYMAP, listBindings, type Place } from "./keymap.js";

/** The places that are open together, innermost first: where a key of one may hide another's. */
const STACKS: readonly (readonly Place[])[] = [
  ["overview", "tabs", "anywhere"],
  ["settings", "tabs", "anywhere"],
  ...(["api-tokens", "users", "audit-log"] as const).flatMap((tab): Place[][] => [
    [tab, "list", "tabs", "anywhere"],
    ["split", tab, "list", "tabs", "anywhere"],
    ["detail", tab, "list", "tabs", "anywhere"],
  ]),
];

const NAMED_KEY =
  /^(?:ctrl-[a-z]|enter|escape|space|tab|shift-tab|up|down|left|right|home|end|pageup|pagedown|backspace|delete)$/;

/** A keymap of one's own, or what is wrong with it, a line each. */
export type OwnKeymap = { keymap: readonly Binding[] } | { problems: readonly string[] };

/**
 * Reads a person's own keys: a JSON object of `place.action` (or `action` for every place that has it) to a key or a
 * list of keys. A file that is not there is no problem, unless it was asked for.
 */
export function loadOwnKeymap(file: string | undefined): OwnKeymap {
  const config = process.env["XDG_CONFIG_HOME"] || join(homedir(), ".config");
  const path = file ?? join(config, "latchkey", "keys.json");
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (cause) {
    const isMissing = (cause as NodeJS.ErrnoException).code === "ENOENT";
    return isMissing && file === undefined ? { keymap: KEYMAP } : { problems: [(cause as Error).message] };
  }
  const read = readOwnKeymap(text);
  return "keymap" in read ? read : { problems: read.problems.map((problem) => `${path}: ${problem}`) };
}

/** Puts a person's own keys into the keymap; refuses unknown names, and keys that would hide another action. */
export function readOwnKeymap(text: string): OwnKeymap {
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch (cause) {
    return { problems: [(cause as Error).message] };
  }
  if (typeof given !== "object" || given === null || Array.isArray(given))
    return { problems: ["it is no JSON object"] };
  const problems: string[] = [];
  let keymap: readonly Binding[] = KEYMAP;
  for (const [name, value] of Object.entries(given)) {
    const keys = typeof value === "string" ? [value] : value;
    const meant = keymap.filter(({ place, action }) => name === action || name === `${place}.${action}`);
    if (meant.length === 0) problems.push(`"${name}" is no action`);
    else if (!isKeys(keys)) problems.push(`"${name}" wants a key or a list of keys, such as "x" or "ctrl-x"`);
    else keymap = keymap.map((binding) => (meant.includes(binding) ? { ...binding, keys } : binding));
  }
  if (problems.length === 0) problems.push(...listConflicts(keymap));
  return problems.length > 0 ? { problems } : { keymap };
}

function isKeys(keys: unknown): keys is string[] {
  if (!Array.isArray(keys) || keys.length === 0) return false;
  return keys.every((key) => typeof key === "string" && ([...key].length === 1 || NAMED_KEY.test(key)));
}

/** Keys with two meanings in one place, and actions that cannot be reached any more. */
function listConflicts(keymap: readonly Binding[]): string[] {
  const problems: string[] = [];
  for (const place of new Set(keymap.map((binding) => binding.place))) {
    const meanings = new Map<string, ActionId>();
    for (const { action, keys } of keymap.filter((binding) => binding.place === place)) {
      for (const key of keys) {
        const other = meanings.get(key);
        if (other !== undefined)
          problems.push(`"${key}" means both ${place}.${other} and ${place}.${action}`);
        meanings.set(key, action);
      }
    }
  }
  for (const stack of STACKS) {
    const reached = new Set(listBindings(stack, keymap).map(({ action }) => action));
    for (const { place, action } of listBindings(stack))
      if (!reached.has(action)) problems.push(`no key is left for ${place}.${action}`);
  }
  return [...new Set(problems)];
}
