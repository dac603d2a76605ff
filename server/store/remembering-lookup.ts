import { type MaybePromise, whenThere } from "../domain/maybe-promises.js";
import { keyOf } from "./keys.js";
import type { Lookup } from "./reader.js";
import type { Index, Table } from "./table.js";

/** How many records are remembered before all are forgotten and read anew. */
const CAPACITY = 10_000;

/** Looks each record up once: for work on one snapshot that asks for the same few again and again. */
export class RememberingLookup implements Lookup {
  readonly #lookup: Lookup;
  readonly #records = new Map<string, unknown>();

  constructor(lookup: Lookup) {
    this.#lookup = lookup;
  }

  get<R>(table: Table<R>, ...key: readonly string[]): MaybePromise<R | undefined> {
    return this.#once(keyOf(table.name, key), () => this.#lookup.get(table, ...key));
  }

  find<R>(index: Index<R>, ...key: readonly string[]): MaybePromise<R | undefined> {
    return this.#once(keyOf(index.name, key), () => this.#lookup.find(index, ...key));
  }

  #once<R>(key: string, look: () => MaybePromise<R | undefined>): MaybePromise<R | undefined> {
    // What is kept under a key of this table is of this table.
    if (this.#records.has(key)) return this.#records.get(key) as R | undefined;
    return whenThere(look(), (record) => {
      if (this.#records.size >= CAPACITY) this.#records.clear();
      this.#records.set(key, record);
      return record;
    });
  }
}
