import type { Check, Key, Range, Write } from "./engine.js";

/** The longest key, in characters. */
const LONGEST_KEY = 512;

/** The keys from here on are the callers'; those below, which begin with `!`, are the engine's own. */
const FIRST_KEY = '"';

const KEY = /^["-~][!-~]{0,511}$/;
const BOUND = /^[!-~]{1,513}$/;

/** A text of Node 20, which knows whether UTF-8 can hold it; looking for surrogates takes ten times as long. */
type Text = string & { isWellFormed(): boolean };

/** Throws a TypeError or RangeError that says what is wrong with a key; never the key itself, which may be private. */
export function checkKey(key: Key): void {
  if (typeof key === "string" && KEY.test(key)) return;
  checkText(key, "A key", LONGEST_KEY);
  throw new RangeError('Keys that begin with "!" belong to the engine.');
}

/** Throws a TypeError or RangeError that says what is wrong with a range or a limit. */
export function checkScan(range: Range, limit: number): void {
  for (const bound of [range.start, range.end]) {
    if (typeof bound !== "string" || !BOUND.test(bound)) checkText(bound, "A bound", LONGEST_KEY + 1);
  }
  if (!Number.isSafeInteger(limit) || limit < 0) {
    throw new RangeError(`A limit is a whole number of entries, 0 or more; this one is ${limit}.`);
  }
}

/** Throws a TypeError or RangeError that says what is wrong with what is to be committed. */
export function checkCommit(checks: readonly Check[], writes: readonly Write[]): void {
  for (const { key } of checks) checkKey(key);
  checkWrites(writes);
}

/** Throws a TypeError or RangeError that says what is wrong with what is to be written. */
export function checkWrites(writes: readonly Write[]): void {
  for (const { key, value } of writes) {
    checkKey(key);
    if (value === undefined) continue;
    if (typeof value !== "string") throw new TypeError(`A value is text; this one is ${describe(value)}.`);
    if (!(value as Text).isWellFormed()) {
      throw new TypeError("A value is text that UTF-8 can hold; this one has a lone surrogate.");
    }
  }
}

/** Where a scan of the callers' keys really begins. */
export function startOf(range: Range): Key {
  return range.start < FIRST_KEY ? FIRST_KEY : range.start;
}

function checkText(text: unknown, what: string, longest: number): void {
  if (typeof text !== "string") throw new TypeError(`${what} is text; this one is ${describe(text)}.`);
  if (text.length === 0 || text.length > longest) {
    throw new RangeError(`${what} has 1 to ${longest} characters; this one has ${text.length}.`);
  }
  const at = text.search(/[^!-~]/);
  if (at < 0) return;
  const code = text.charCodeAt(at).toString(16).toUpperCase().padStart(4, "0");
  throw new RangeError(
    `${what} is printable ASCII without spaces; this one has U+${code} at character ${at + 1}.`,
  );
}

function describe(thing: unknown): string {
  return thing === null ? "null" : typeof thing;
}
