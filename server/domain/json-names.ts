import { JsonProblem } from "./json-problems.js";

interface NumberedName {
  readonly bytes: Uint8Array;
  readonly number: number;
}

/** Names found by their bytes, without making a text of each name of a body. */
export class NameTable {
  readonly #byLengthAndFirst = new Map<number, NumberedName[]>();
  readonly #numbers = new Map<string, number>();

  /** Each name's number is its place in the list. */
  constructor(names: readonly string[]) {
    for (const [number, name] of names.entries()) this.add(name, number);
  }

  /** Adds a name with its number. */
  add(name: string, number: number): void {
    const bytes = new TextEncoder().encode(name);
    const bucket = bytes.length * 256 + (bytes[0] ?? 0);
    const entries = this.#byLengthAndFirst.get(bucket) ?? [];
    entries.push({ bytes, number });
    this.#byLengthAndFirst.set(bucket, entries);
    this.#numbers.set(name, number);
  }

  /**
   * The number of the name between two quotes, or -1. `isPlain` says that no escape and nothing beyond ASCII is in it.
   * Throws JsonProblem when it is no text.
   */
  numberOf(bytes: Uint8Array, start: number, end: number, isPlain: boolean): number {
    if (!isPlain) return this.#numbers.get(readJsonName(bytes, start, end)) ?? -1;
    const length = end - start;
    const entries = this.#byLengthAndFirst.get(length * 256 + (length === 0 ? 0 : (bytes[start] as number)));
    if (entries === undefined) return -1;
    for (const entry of entries) {
      let at = 1;
      while (at < length && bytes[start + at] === entry.bytes[at]) at += 1;
      if (at >= length) return entry.number;
    }
    return -1;
  }
}

/** The name between two quotes. Throws JsonProblem when it is no text. */
export function readJsonName(bytes: Uint8Array, start: number, end: number): string {
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(
      bytes.subarray(start, end),
    );
    return JSON.parse(`"${text}"`) as string;
  } catch {
    throw new JsonProblem("A name in it is no text.");
  }
}
