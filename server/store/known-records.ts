import type { Key, Value } from "../engine/engine.js";
import { RecentMap } from "../engine/recent-map.js";
import { decodeRecord } from "./codec.js";

/** How many records are known at least, once they were read. */
const RECORDS = 1_024;

/** Longer texts are decoded each time: so many of them would be a burden. */
const LONGEST_TEXT = 4_096;

/** A stored text, and the record it tells. */
interface Known {
  readonly value: Value;
  readonly record: unknown;
}

/** The records that the texts read last tell of, so that the few that every call needs are not decoded each time. */
export class KnownRecords {
  readonly #known = new RecentMap<Known>(RECORDS);

  /** The record that is stored as this text. It belongs to all who read it, and is frozen. */
  decode<R>(key: Key, value: Value): R {
    const known = this.#known.get(key);
    // What is known under a key of a table is of that table.
    if (known?.value === value) return known.record as R;
    const record = freeze(decodeRecord<R>(value));
    if (value.length <= LONGEST_TEXT) this.#known.set(key, { value, record });
    return record;
  }

  /** Takes in what is stored anew under a key that is read often, so that it need not be decoded next time. */
  replace(key: Key, value: Value, record: unknown): void {
    if (value.length <= LONGEST_TEXT && this.#known.peek(key) !== undefined) {
      this.#known.set(key, { value, record: freeze(record) });
    }
  }
}

function freeze<R>(thing: R): R {
  if (typeof thing !== "object" || thing === null) return thing;
  // By its names, which costs a fraction of a list of its values; a record has no others than its own.
  for (const name in thing) freeze(thing[name]);
  return Object.freeze(thing);
}
