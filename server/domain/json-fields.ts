import type { FieldState } from "./field-automaton.js";
import { FieldTree, keptName } from "./field-trees.js";
import { JsonFilter } from "./json-filter.js";
import { NameTable, readJsonName } from "./json-names.js";
import { JsonProblem } from "./json-problems.js";

/** How many names are known by their bytes between bodies, and how long they are. */
const MAX_NAMES = 2_000;
const MAX_NAME_BYTES = 60;

/** Names found by their bytes; those that are not known yet are learned, as many as there is room for. */
class LearnedNames {
  readonly #table = new NameTable([]);
  readonly #names: string[] = [""];

  numberOf(bytes: Uint8Array, start: number, end: number, isPlain: boolean): number {
    const known = this.#table.numberOf(bytes, start, end, isPlain);
    if (known >= 0) return known;
    const name = readJsonName(bytes, start, end);
    const kept = keptName(name);
    if (end - start > MAX_NAME_BYTES || this.#names.length > MAX_NAMES) {
      // It has the first place until the next such one comes.
      this.#names[0] = kept;
      return 0;
    }
    this.#table.add(name, this.#names.length);
    return this.#names.push(kept) - 1;
  }

  /** The name as it is kept. */
  nameOf(number: number): string {
    return this.#names[number] ?? "";
  }
}

/** All bodies have much the same names. */
const learned = new LearnedNames();

/** Reads which fields a JSON body has, chunk by chunk: names, and nothing of their values. */
export class FieldReader {
  readonly #tree = new FieldTree();
  readonly #filter: JsonFilter;
  #isJson = true;

  constructor() {
    const tree = this.#tree;
    const states = {
      start: () => tree.start(),
      enterNumbered: (state: FieldState, number: number) => tree.enter(state, learned.nameOf(number)),
    };
    this.#filter = new JsonFilter(states, learned);
  }

  /** Takes in the next bytes. */
  write(chunk: Uint8Array): void {
    if (this.#isJson) this.#try(() => this.#filter.write(chunk));
  }

  /** The paths of all its fields when it is over; undefined for what is no JSON, or none that paths can tell of. */
  end(): readonly string[] | undefined {
    if (this.#isJson) this.#try(() => this.#filter.end());
    return this.#isJson ? this.#tree.paths() : undefined;
  }

  #try(read: () => unknown): void {
    try {
      read();
    } catch (error) {
      if (!(error instanceof JsonProblem)) throw error;
      this.#isJson = false;
    }
  }
}
