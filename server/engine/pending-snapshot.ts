import type { Batch } from "./batch.js";
import type { View } from "./disk.js";
import type { Entry, Key, Position, Range, Snapshot, Value } from "./engine.js";
import { checkKey, checkScan, startOf } from "./keys.js";
import type { LatestValues } from "./latest-values.js";

/** A view of the disk, and over it the batches that were pending when it was taken, up to one position. */
export class PendingSnapshot implements Snapshot {
  readonly position: Position;
  readonly #latest: LatestValues;
  readonly #view: View;
  /** Newest first. They may grow on, beyond this snapshot's position. */
  readonly #batches: readonly Batch[];
  #isClosed = false;

  constructor(latest: LatestValues, view: View, batches: readonly Batch[]) {
    this.position = latest.position;
    this.#latest = latest;
    this.#view = view;
    this.#batches = batches;
  }

  get(key: Key): Value | undefined {
    this.#assertReadable();
    return this.position === this.#latest.position ? this.#latest.get(key, this.#read) : this.#read(key);
  }

  async scan(range: Range, limit: number): Promise<readonly Entry[]> {
    checkScan(range, limit);
    this.#assertReadable();
    const pending = this.#pendingIn(range);
    // At most this many of the entries on the disk can turn out to be replaced or gone.
    const stored = await this.#view.scan({ ...range, start: startOf(range) }, limit + pending.size);
    if (pending.size === 0) return stored;
    const entries = stored.filter(({ key }) => !pending.has(key));
    for (const [key, value] of pending) if (value !== undefined) entries.push({ key, value });
    const up = range.reverse ? -1 : 1;
    return entries.sort((a, b) => (a.key < b.key ? -up : up)).slice(0, limit);
  }

  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#view.close();
  }

  readonly #read = (key: Key): Value | undefined => {
    checkKey(key);
    for (const batch of this.#batches) {
      const version = batch.newest(key, this.position);
      if (version !== undefined) return version.value;
    }
    return this.#view.get(key);
  };

  #pendingIn(range: Range): Map<Key, Value | undefined> {
    const pending = new Map<Key, Value | undefined>();
    for (const batch of this.#batches) {
      for (const key of batch.keys()) {
        if (key < range.start || key >= range.end || pending.has(key)) continue;
        const version = batch.newest(key, this.position);
        if (version !== undefined) pending.set(key, version.value);
      }
    }
    return pending;
  }

  #assertReadable(): void {
    if (this.#isClosed) throw new Error("The snapshot is closed.");
    for (const { loss } of this.#batches) if (loss !== undefined) throw loss;
  }
}
