import { type MaybePromise, whenThere } from "../domain/maybe-promises.js";
import type { Key, Position, Range, Snapshot, Value } from "../engine/engine.js";
import { decodeRecord } from "./codec.js";
import { keyOf, LONGEST_KEY, rangeBelow } from "./keys.js";
import type { KnownRecords } from "./known-records.js";
import type { Index, Table } from "./table.js";

/** Where a listing stands and how far it goes. */
export interface Listing {
  /** Begin after the record with this key; absent for the first (or with `reverse` the last). */
  readonly after?: readonly string[];
  /** Newest key first. */
  readonly reverse?: boolean;
  readonly limit: number;
}

/** Where records are looked up, one by one: at once where it can, so that those who ask often need not wait. */
export interface Lookup {
  /** The record with this primary key. */
  get<R>(table: Table<R>, ...key: readonly string[]): MaybePromise<R | undefined>;
  /** The record found by this key of an index. */
  find<R>(index: Index<R>, ...key: readonly string[]): MaybePromise<R | undefined>;
}

/** All records as they were at one position. */
export class Reader implements Lookup {
  protected readonly snapshot: Snapshot;
  protected readonly known: KnownRecords;

  constructor(snapshot: Snapshot, known: KnownRecords) {
    this.snapshot = snapshot;
    this.known = known;
  }

  /** The position all of it was at. */
  get position(): Position {
    return this.snapshot.position;
  }

  get<R>(table: Table<R>, ...key: readonly string[]): MaybePromise<R | undefined> {
    return this.record<R>(keyOf(table.name, key));
  }

  find<R>(index: Index<R>, ...key: readonly string[]): MaybePromise<R | undefined> {
    return whenThere(this.value(keyOf(index.name, key)), (primaryKey) =>
      primaryKey === undefined ? undefined : this.record<R>(primaryKey),
    );
  }

  /** Records whose primary key begins with these parts, in its order. */
  async list<R>(table: Table<R>, parts: readonly string[], listing: Listing): Promise<R[]> {
    const after = listing.after === undefined ? undefined : keyOf(table.name, listing.after);
    const range = rangeOf(table.name, parts, after, listing.reverse ?? false);
    const entries = await this.snapshot.scan(range, listing.limit);
    return entries.map(({ value }) => decodeRecord<R>(value));
  }

  /** Records whose key in an index begins with these parts, in its order; `after` is a key of the index. */
  async listBy<R>(index: Index<R>, parts: readonly string[], listing: Listing): Promise<R[]> {
    const after = listing.after === undefined ? undefined : keyOf(index.name, listing.after);
    const range = rangeOf(index.name, parts, after, listing.reverse ?? false);
    const entries = await this.snapshot.scan(range, listing.limit);
    const records = await Promise.all(entries.map(async ({ value }) => this.record<R>(value)));
    return records.filter((record) => record !== undefined);
  }

  /** How many keys of an index begin with these parts, as far as the limit. */
  async countBy<R>(index: Index<R>, parts: readonly string[], limit: number): Promise<number> {
    return (await this.snapshot.scan(rangeBelow(index.name, parts), limit)).length;
  }

  protected value(key: Key): MaybePromise<Value | undefined> {
    // Whatever is asked for by such a key cannot have been stored.
    return key.length > LONGEST_KEY ? undefined : this.snapshot.get(key);
  }

  /** The record under a key of a table. */
  protected record<R>(key: Key): MaybePromise<R | undefined> {
    return whenThere(this.value(key), (value) =>
      value === undefined ? undefined : this.known.decode<R>(key, value),
    );
  }
}

function rangeOf(place: string, parts: readonly string[], after: Key | undefined, reverse: boolean): Range {
  if (after === undefined) return { ...rangeBelow(place, parts), reverse };
  return { ...rangeBelow(place, parts, reverse ? { before: after } : { after }), reverse };
}
