import { ChangeTail } from "./change-tail.js";
import {
  type Change,
  type Check,
  type Engine,
  EngineClosedError,
  type Entry,
  type Key,
  type Position,
  type Range,
  type Snapshot,
  type Value,
  type Write,
} from "./engine.js";
import { checkCommit, checkKey, checkScan, startOf } from "./keys.js";
import { type Observer, Observers } from "./observers.js";

/** How a memory engine is set up. */
export interface MemoryEngineOptions {
  /** How many changes the feed remembers; 10,000 unless given. */
  readonly tailLength?: number;
  /** Runs before a commit takes hold; what it throws (StorageUnavailableError, say) is thrown instead. For tests. */
  readonly beforeCommit?: () => void;
}

/** Opens the reference engine: all in memory, every commit durable at once, gone when the program ends. */
export function openMemoryEngine(options: MemoryEngineOptions = {}): Engine {
  return new MemoryEngine(options);
}

/** What a key held from a position on. */
interface Version {
  readonly position: Position;
  readonly value: Value | undefined;
}

class MemoryEngine implements Engine {
  /** Every version that somebody may still see, oldest first. */
  readonly #versions = new Map<Key, Version[]>();
  /** The keys of `#versions`. */
  #keys: Key[] = [];
  #isSorted = true;
  /** Keys that were written since history was last forgotten. */
  readonly #stale = new Set<Key>();
  /** Keys of which nothing but a deletion is left. */
  readonly #gone = new Set<Key>();
  readonly #snapshots = new Set<Snapshot>();
  readonly #tail: ChangeTail;
  readonly #observers = new Observers();
  readonly #beforeCommit: () => void;
  #position: Position = 0;
  #isClosed = false;

  constructor(options: MemoryEngineOptions) {
    this.#tail = new ChangeTail(0, options.tailLength);
    this.#beforeCommit = options.beforeCommit ?? (() => undefined);
  }

  snapshot(): Snapshot {
    this.#assertOpen();
    const position = this.#position;
    const assertReadable = (): void => {
      this.#assertOpen();
      if (!this.#snapshots.has(snapshot)) throw new Error("The snapshot is closed.");
    };
    const snapshot: Snapshot = {
      position,
      get: (key) => {
        checkKey(key);
        assertReadable();
        return this.#at(key, position);
      },
      scan: (range, limit) => {
        checkScan(range, limit);
        assertReadable();
        return this.#scan(range, limit, position);
      },
      close: () => {
        this.#snapshots.delete(snapshot);
        this.#forgetHistory();
      },
    };
    this.#snapshots.add(snapshot);
    return snapshot;
  }

  async commit(checks: readonly Check[], writes: readonly Write[]): Promise<"committed" | "conflict"> {
    checkCommit(checks, writes);
    this.#assertOpen();
    this.#beforeCommit();
    if (!checks.every(({ key, expected }) => this.#at(key, this.#position) === expected)) return "conflict";
    if (writes.length === 0) return "committed";
    this.#position++;
    for (const { key, value } of writes) this.#set(key, { position: this.#position, value });
    this.#forgetHistory();
    this.#observers.tell(writes);
    this.#tail.publish([{ position: this.#position, writes }]);
    return "committed";
  }

  position(): Position {
    return this.#position;
  }

  observe(observer: Observer): () => void {
    return this.#observers.add(observer);
  }

  changes(after: Position): AsyncIterable<Change> {
    this.#assertOpen();
    return this.#tail.read(after);
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    this.#tail.close();
  }

  #at(key: Key, position: Position): Value | undefined {
    return this.#versions.get(key)?.findLast((version) => version.position <= position)?.value;
  }

  #scan(range: Range, limit: number, position: Position): Entry[] {
    this.#sortKeys();
    const keys = this.#keys.slice(this.#placeOf(startOf(range)), this.#placeOf(range.end));
    if (range.reverse) keys.reverse();
    const entries: Entry[] = [];
    for (const key of keys) {
      if (entries.length === limit) break;
      const value = this.#at(key, position);
      if (value !== undefined) entries.push({ key, value });
    }
    return entries;
  }

  #set(key: Key, version: Version): void {
    const versions = this.#versions.get(key);
    if (versions === undefined) {
      this.#versions.set(key, [version]);
      this.#keys.push(key);
      this.#isSorted = false;
    } else {
      versions.push(version);
    }
    this.#gone.delete(key);
    this.#stale.add(key);
  }

  /** Once nobody looks back, only the newest versions count. */
  #forgetHistory(): void {
    if (this.#snapshots.size > 0) return;
    for (const key of this.#stale) {
      const newest = this.#versions.get(key)?.at(-1);
      if (newest === undefined) continue;
      this.#versions.set(key, [newest]);
      if (newest.value === undefined) this.#gone.add(key);
    }
    this.#stale.clear();
    // Not one by one: each time it costs as much as there are keys.
    if (this.#gone.size <= this.#keys.length / 2) return;
    for (const key of this.#gone) this.#versions.delete(key);
    this.#keys = this.#keys.filter((key) => !this.#gone.has(key));
    this.#gone.clear();
  }

  /** New keys are sorted in when somebody scans: the sort is quick where most is in order already. */
  #sortKeys(): void {
    if (!this.#isSorted) this.#keys.sort();
    this.#isSorted = true;
  }

  /** Where a key stands among the sorted keys, or would stand. */
  #placeOf(key: Key): number {
    let low = 0;
    let high = this.#keys.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#keys[middle] ?? "") < key) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #assertOpen(): void {
    if (this.#isClosed) throw new EngineClosedError("The engine is closed.");
  }
}
