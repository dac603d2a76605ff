import type { Change, Key, Position, Value } from "./engine.js";
import { RecentMap } from "./recent-map.js";

/** How many keys are known at least, once they were read. */
const KEYS = 2_048;

/** Longer values are read from the disk each time. */
const LONGEST_VALUE = 4_096;

/** What a key holds: a thing of its own, for nothing at all says that it is not known. */
interface Known {
  readonly value: Value | undefined;
}

/**
 * What the keys that were read last hold as of the last accepted commit, and which of them hold nothing: a read of
 * LevelDB costs ten times as much. Bounded.
 */
export class LatestValues {
  /** Of the last accepted commit. */
  position: Position;
  readonly #known = new RecentMap<Known>(KEYS);

  constructor(position: Position) {
    this.position = position;
  }

  /** What is known of a key, or else what `read` says. */
  get(key: Key, read: (key: Key) => Value | undefined): Value | undefined {
    const known = this.#known.get(key);
    if (known !== undefined) return known.value;
    const value = read(key);
    if (value === undefined || value.length <= LONGEST_VALUE) this.#known.set(key, { value });
    return value;
  }

  /** Takes in an accepted commit. A key that held nothing until now is hardly the next to be read: it is forgotten. */
  accept({ position, writes }: Change): void {
    this.position = position;
    for (const { key, value } of writes) {
      const known = this.#known.peek(key);
      if (known === undefined) continue;
      if (known.value === undefined || value === undefined || value.length > LONGEST_VALUE)
        this.#known.delete(key);
      else this.#known.set(key, { value });
    }
  }

  /** Forgets everything: what was accepted after a position is lost. */
  returnTo(position: Position): void {
    this.position = position;
    this.#known.clear();
  }
}
