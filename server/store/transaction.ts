import { Failure } from "../domain/failure.js";
import type { Check, Key, MaybePromise, Value, Write } from "../engine/engine.js";
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
  async put<R>(table: Table<R>, record: R): Promise<void> {
    const key = keyOf(table.name, table.key(record));
    await this.#replace(table, key, await this.record<R>(key), record);
  }

  /**
   * Stores a record whose key was made for it (with a fresh id, say), so that nothing can be there: it is not looked
   * for. Throws RESOURCE_EXISTS where an index is taken.
   */
  async add<R>(table: Table<R>, record: R): Promise<void> {
    await this.#replace(table, keyOf(table.name, table.key(record)), undefined, record);
  }

  /** Removes a record and what its indexes hold of it. */
  async delete<R>(table: Table<R>, record: R): Promise<void> {
    const key = keyOf(table.name, table.key(record));
    for (const index of table.indexes) await this.#moveIndex(index, key, record, undefined);
    this.#written.set(key, undefined);
  }

  /** What must still hold when this commits. */
  checks(): Check[] {
    return Array.from(this.#seen, ([key, expected]) => ({ key, expected }));
  }

  /** What commits. */
  writes(): Write[] {
    return Array.from(this.#written, ([key, written]) => ({
      key,
      value: written instanceof Put ? encodeRecord(written.record) : written,
    }));
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

  async #replace<R>(table: Table<R>, key: Key, old: R | undefined, record: R): Promise<void> {
    for (const index of table.indexes) await this.#moveIndex(index, key, old, record);
    this.#written.set(key, new Put(record));
  }

  async #moveIndex<R>(index: Index<R>, key: Key, old: R | undefined, fresh: R | undefined): Promise<void> {
    const before = old === undefined ? [] : index.keys(old).map((parts) => keyOf(index.name, parts));
    const after = fresh === undefined ? [] : index.keys(fresh).map((parts) => keyOf(index.name, parts));
    for (const gone of before) if (!after.includes(gone)) this.#written.set(gone, undefined);
    for (const taken of after) {
      if (before.includes(taken)) continue;
      const owner = index.isOwn ? undefined : await this.value(taken);
      if (owner !== undefined && owner !== key) {
        throw new Failure("RESOURCE_EXISTS", `Another record is found by this already (${index.name}).`);
      }
      if (owner === undefined) this.#written.set(taken, key);
    }
  }
}
