import { Failure } from "../domain/failure.js";
import type { Check, Key, MaybePromise, Value, Write } from "../engine/engine.js";
import { decodeRecord, encodeRecord } from "./codec.js";
import { keyOf, LONGEST_KEY } from "./keys.js";
import { Reader } from "./reader.js";
import type { Index, Table } from "./table.js";

/**
 * Reads and writes that commit together or not at all. What it read by key is checked when it commits; a listing is
 * not (nor does it show what this transaction wrote), so a decision over many records must also read a record that
 * whoever adds to them writes.
 */
export class Transaction extends Reader {
  readonly #seen = new Map<Key, Value | undefined>();
  readonly #written = new Map<Key, Value | undefined>();

  /** A look at what was there before, unchecked: for what is only told, and too much to check. */
  before(): Reader {
    return new Reader(this.snapshot);
  }

  /** Stores a record, new or changed, and keeps its indexes. Throws RESOURCE_EXISTS where one is taken. */
  async put<R>(table: Table<R>, record: R): Promise<void> {
    const key = keyOf(table.name, table.key(record));
    const before = await this.value(key);
    const old = before === undefined ? undefined : decodeRecord<R>(before);
    for (const index of table.indexes) await this.#moveIndex(index, key, old, record);
    this.#written.set(key, encodeRecord(record));
  }

  /** Removes a record and what its indexes hold of it. */
  async delete<R>(table: Table<R>, record: R): Promise<void> {
    const key = keyOf(table.name, table.key(record));
    for (const index of table.indexes) await this.#moveIndex(index, key, record, undefined);
    this.#written.set(key, undefined);
  }

  /** What must still hold when this commits. */
  checks(): Check[] {
    return [...this.#seen].map(([key, expected]) => ({ key, expected }));
  }

  /** What commits. */
  writes(): Write[] {
    return [...this.#written].map(([key, value]) => ({ key, value }));
  }

  protected override value(key: Key): MaybePromise<Value | undefined> {
    if (this.#written.has(key)) return this.#written.get(key);
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

  async #moveIndex<R>(index: Index<R>, key: Key, old: R | undefined, fresh: R | undefined): Promise<void> {
    const before = old === undefined ? [] : index.keys(old).map((parts) => keyOf(index.name, parts));
    const after = fresh === undefined ? [] : index.keys(fresh).map((parts) => keyOf(index.name, parts));
    for (const gone of before) if (!after.includes(gone)) this.#written.set(gone, undefined);
    for (const taken of after) {
      const owner = await this.value(taken);
      if (owner !== undefined && owner !== key) {
        throw new Failure("RESOURCE_EXISTS", `Another record is found by this already (${index.name}).`);
      }
      if (owner === undefined) this.#written.set(taken, key);
    }
  }
}
