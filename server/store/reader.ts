import type { Key, Range, Snapshot } from "../engine/engine.js";
import { decodeRecord } from "./codec.js";
import { keyOf, LONGEST_KEY, rangeBelow } from "./keys.js";
import type { Index, Table } from "./table.js";

/** Where a listing stands and how far it goes. */
export interface Listing {
  /** Begin after the record with this key; absent for the first (or with `reverse` the last). */
  readonly after?: readonly string[];
  /** Newest key first. */
  readonly reverse?: boolean;
  readonly limit: number;
}

/** All records as they were at one position. */
export class Reader {
  protected readonly snapshot: Snapshot;

  constructor(snapshot: Snapshot) {
    this.snapshot = snapshot;
  }

  /** The record with this primary key. */
  get<R>(table: Table<R>, ...key: readonly string[]): Promise<R | undefined> {
    return this.#record<R>(keyOf(table.name, key));
  }

  /** The record found by this key of an index. */
  async find<R>(index: Index<R>, ...key: readonly string[]): Promise<R | undefined> {
    const found = this.value(keyOf(index.name, key));
    const primaryKey = found instanceof Promise ? await found : found;
    return primaryKey === undefined ? undefined : this.#record<R>(primaryKey);
  }

  /** Records whose primary key begins with these parts, in its order. */
  async list<R>(table: Table<R>, parts: readonly string[], listing: Listing): Promise<R[]> {
    const after = listing.after === undefined ? undefined : keyOf(table.name, listing.after);
    const range = rangeOf(table.name, parts, after, listing.reverse ?? false);
    const entries = await this.snapshot.scan(range, listing.limit);
    return entries.map(({ value }) => decodeRecord<R>(value));
  }

  /** Records in the order of an index, beginning after the given key of it. */
  async listBy<R>(index: Index<R>, after: readonly string[] | undefined, limit: number): Promise<R[]> {
    const key = after === undefined ? undefined : keyOf(index.name, after);
    const entries = await this.snapshot.scan(rangeOf(index.name, [], key, false), limit);
    const records = await Promise.all(entries.map(({ value }) => this.#record<R>(value)));
    return records.filter((record) => record !== undefined);
  }

  protected value(key: Key): Promise<string | undefined> | string | undefined {
    // Whatever is asked for by such a key cannot have been stored.
    return key.length > LONGEST_KEY ? undefined : this.snapshot.get(key);
  }

  // An engine that answers at once is not waited for: there are many reads to a call.
  async #record<R>(key: Key): Promise<R | undefined> {
    const found = this.value(key);
    const value = found instanceof Promise ? await found : found;
    return value === undefined ? undefined : decodeRecord<R>(value);
  }
}

function rangeOf(place: string, parts: readonly string[], after: Key | undefined, reverse: boolean): Range {
  if (after === undefined) return { ...rangeBelow(place, parts), reverse };
  return { ...rangeBelow(place, parts, reverse ? { before: after } : { after }), reverse };
}
