import { Failure } from "../domain/failure.js";
import { type MaybePromise, whenThere } from "../domain/maybe-promises.js";
import type { Check, Key, Value, Write } from "../engine/engine.js";
import { encodeRecord } from "./codec.js";
import { keyOf, LONGEST_KEY } from "./keys.js";
import { Reader } from "./reader.js";
import type { Index, Table } from "./table.js";

/** A record that is to be stored; it becomes text once, when all is said. */
class Put {
  readonly record: unknown;

  constructor(record: unknown) {
    this.record = record;
  }
}

/**
 * Reads and writes that commit together or not at all. What it read by key is checked when it commits; a listing is
 * not (nor does it show what this transaction wrote), so a decision over many records must also read a record that
 * whoever adds to them writes.
 */
export class Transaction extends Reader {
  readonly #seen = new Map<Key, Value | undefined>();
  /** Records, entries of indexes, and with undefined what goes. */
  readonly #written = new Map<Key, Put | Value | undefined>();

  /** A look at what was there before, unchecked: for what is only told, and too much to check. */
  before(): Reader {
    return new Reader(this.snapshot, this.known);
  }

  /** Stores a record, new or changed, and keeps its indexes. Throws RESOURCE_EXISTS where one is taken. */
  put<R>(table: Table<R>, record: R): MaybePromise<void> {
    const key = keyOf(table.name, table.key(record));
    return whenThere(this.record<R>(key), (old) => this.#replace(table, key, old, record));
  }

  /**
   * Stores a record whose key was made for it (with a fresh id, say), so that nothing can be there: it is not looked
   * for. Throws RESOURCE_EXISTS where an index is taken.
   */
  add<R>(table: Table<R>, record: R): MaybePromise<void> {
    return this.#replace(table, keyOf(table.name, table.key(record)), undefined, record);
  }

  /** Removes a record and what its indexes hold of it. */
  delete<R>(table: Table<R>, record: R): void {
    for (const index of table.indexes) {
      for (const gone of entriesOf(index, record)) this.#written.set(gone, undefined);
    }
    this.#written.set(keyOf(table.name, table.key(record)), undefined);
  }

  /** What must still hold when this commits. */
  checks(): Check[] {
    return Array.from(this.#seen, ([key, expected]) => ({ key, expected }));
  }

  /** What commits. */
  writes(): Write[] {
    return Array.from(this.#written, ([key, written]) => ({ key, value: this.#encode(key, written) }));
  }

  protected override record<R>(key: Key): MaybePromise<R | undefined> {
    if (!this.#written.has(key)) return super.record(key);
    const written = this.#written.get(key);
    return written instanceof Put ? (written.record as R) : undefined;
  }

  protected override value(key: Key): MaybePromise<Value | undefined> {
    const written = this.#written.get(key);
    if (typeof written === "string") return written;
    if (this.#written.has(key)) return undefined;
    if (this.#seen.has(key)) return this.#seen.get(key);
    if (key.length > LONGEST_KEY) return undefined;
    const value = super.value(key);
    if (value instanceof Promise) {
      return value.then((known) => {
        this.#seen.set(key, known);
        return known;
      });
    }
    this.#seen.set(key, value);
    return value;
  }

  #encode(key: Key, written: Put | Value | undefined): Value | undefined {
    if (!(written instanceof Put)) return written;
    const value = encodeRecord(written.record);
    this.known.replace(key, value, written.record);
    return value;
  }

  #replace<R>(table: Table<R>, key: Key, old: R | undefined, record: R): MaybePromise<void> {
    const moves: Promise<unknown>[] = [];
    for (const index of table.indexes) {
      const move = this.#moveIndex(index, key, old, record);
      if (move !== undefined) moves.push(move);
    }
    if (moves.length > 0) return Promise.all(moves).then(() => void this.#written.set(key, new Put(record)));
    this.#written.set(key, new Put(record));
  }

  #moveIndex<R>(index: Index<R>, key: Key, old: R | undefined, fresh: R): Promise<unknown> | undefined {
    if (index.isOwn) {
      if (old === undefined) for (const entry of entriesOf(index, fresh)) this.#written.set(entry, key);
      return undefined;
    }
    const before = old === undefined ? [] : entriesOf(index, old);
    const after = entriesOf(index, fresh);
    for (const gone of before) if (!after.includes(gone)) this.#written.set(gone, undefined);
    const taken = after
      .filter((entry) => !before.includes(entry))
      .map((entry) => this.#take(index, entry, key));
    return taken.some((one) => one !== undefined) ? Promise.all(taken) : undefined;
  }

  /** Enters a record where no other may be. */
  #take<R>(index: Index<R>, entry: Key, key: Key): MaybePromise<void> {
    return whenThere(this.value(entry), (owner) => {
      if (owner === undefined) this.#written.set(entry, key);
      else if (owner !== key) {
        throw new Failure("RESOURCE_EXISTS", `Another record is found by this already (${index.name}).`);
      }
    });
  }
}

function entriesOf<R>(index: Index<R>, record: R): readonly Key[] {
  return index.keys(record).map((parts) => keyOf(index.name, parts));
}
