import type { MaybePromise } from "../domain/maybe-promises.js";
import { decodeRecord } from "../store/codec.js";
import { keyOf } from "../store/keys.js";
import type { Lookup } from "../store/reader.js";
import type { Store } from "../store/store.js";
import type { Index, Table } from "../store/table.js";

/** What was read under a key: a record, or that there is none. Whoever builds on it asks whether it still holds. */
export class CachedRead {
  record: unknown;
  /** Set in the turn in which a commit changes what was read, or when it is no longer watched. */
  isStale = false;
  /** Whether it was of use since it was last passed over. */
  wasUsed = false;
}

/** A lookup that notes what it has read, so that what is built on it ends with it. */
export interface NotingLookup extends Lookup {
  readonly reads: readonly CachedRead[];
}

/**
 * Keeps records in memory as they are: the store tells of every commit in the turn in which it is accepted, and what
 * it changes is forgotten before anybody can ask again. Bounded; a record that is not there is kept like one that is.
 */
export class RecordCache {
  readonly #store: Store;
  readonly #capacity: number;
  readonly #reads = new Map<string, CachedRead>();
  readonly #tables: ReadonlyMap<string, Table<unknown>>;
  readonly #indexes: ReadonlyMap<string, Index<unknown>>;
  readonly #slim: (place: string, record: object) => object;

  /** Of these tables and their indexes; `slim` leaves of a record what is to be kept. */
  constructor(
    store: Store,
    tables: readonly Table<never>[],
    capacity: number,
    slim: (place: string, record: object) => object,
  ) {
    this.#slim = slim;
    this.#store = store;
    this.#capacity = capacity;
    this.#tables = new Map(tables.map((table) => [table.name, table as Table<unknown>]));
    this.#indexes = new Map(
      tables.flatMap((table) => (table as Table<unknown>).indexes).map((index) => [index.name, index]),
    );
    store.observe((writes) => this.#forget(writes));
  }

  /** How many reads are kept. */
  get size(): number {
    return this.#reads.size;
  }

  /** For what is built from several records. */
  lookup(): NotingLookup {
    return new CachedLookup(this);
  }

  /** What is kept under a key of a table or an index, or else what is read now; the read goes into `reads`. */
  look<R>(
    place: string,
    parts: readonly string[],
    load: (lookup: Lookup) => MaybePromise<R | undefined>,
    reads: CachedRead[],
  ): MaybePromise<R | undefined> {
    this.#assertKept(place);
    const key = keyOf(place, parts);
    const read = this.#reads.get(key);
    if (read === undefined) return this.#read(key, load, reads);
    read.wasUsed = true;
    reads.push(read);
    // What is kept under a key of this table is of this table.
    return read.record as R | undefined;
  }

  #read<R>(
    key: string,
    load: (lookup: Lookup) => MaybePromise<R | undefined>,
    reads: CachedRead[],
  ): MaybePromise<R | undefined> {
    // Watched before it is read: what changes in between is stale when it arrives.
    const read = new CachedRead();
    const found = this.#store.readNow(load);
    reads.push(read);
    if (found instanceof Promise) {
      read.isStale = true;
      return found;
    }
    const kept = typeof found === "object" ? (this.#slim(key, found as object) as R) : found;
    read.record = kept;
    this.#keep(key, read);
    return kept;
  }

  #keep(key: string, read: CachedRead): void {
    this.#reads.set(key, read);
    while (this.#reads.size > this.#capacity) this.#passOver();
  }

  /** Lets the oldest go, unless it was of use meanwhile: then its turn comes again later. */
  #passOver(): void {
    for (const [key, read] of this.#reads) {
      this.#reads.delete(key);
      if (!read.wasUsed) {
        read.isStale = true;
        return;
      }
      read.wasUsed = false;
      this.#reads.set(key, read);
    }
  }

  #forget(writes: Parameters<Parameters<Store["observe"]>[0]>[0]): void {
    // A record gets its own entries when it is made, together with all others, and each is dropped as it passes.
    const made = new Set<string>();
    for (const { key, value } of writes) {
      const place = key.slice(0, key.indexOf("/"));
      const table = this.#tables.get(place);
      const index = this.#indexes.get(place);
      if (table === undefined && index === undefined) continue;
      this.#drop(key);
      if (index?.isOwn && value !== undefined) made.add(value);
      // An index entry says where a record is, not what it says: that changes under the record's own key.
      if (table !== undefined && value !== undefined && !made.has(key)) this.#dropEntries(table, value);
    }
  }

  #dropEntries(table: Table<unknown>, value: string): void {
    const record = decodeRecord<unknown>(value);
    for (const index of table.indexes) {
      for (const parts of index.keys(record)) this.#drop(keyOf(index.name, parts));
    }
  }

  #drop(key: string): void {
    const read = this.#reads.get(key);
    if (read === undefined) return;
    read.isStale = true;
    this.#reads.delete(key);
  }

  #assertKept(place: string): void {
    if (!this.#tables.has(place) && !this.#indexes.has(place)) {
      throw new Error(`Records of ${place} are not kept: the cache was not told of them.`);
    }
  }
}

class CachedLookup implements NotingLookup {
  readonly reads: CachedRead[] = [];
  readonly #cache: RecordCache;

  constructor(cache: RecordCache) {
    this.#cache = cache;
  }

  get<R>(table: Table<R>, ...key: readonly string[]): MaybePromise<R | undefined> {
    return this.#cache.look(table.name, key, (reader) => reader.get(table, ...key), this.reads);
  }

  find<R>(index: Index<R>, ...key: readonly string[]): MaybePromise<R | undefined> {
    return this.#cache.look(index.name, key, (reader) => reader.find(index, ...key), this.reads);
  }
}
