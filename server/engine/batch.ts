import type { Change, Key, Position, StorageUnavailableError, Value, Write } from "./engine.js";

interface Version {
  readonly position: Position;
  readonly value: Value | undefined;
}

/** Commits that are accepted and become durable together: they gather, then they are written. */
export class Batch {
  readonly changes: Change[] = [];
  /** Resolves once all of it is durable; rejects when it is lost. */
  readonly settled: Promise<void>;
  /** Whether any commit, be it without writes, waits for this batch. */
  isAwaited = false;
  /** Why this batch never became durable. */
  loss: StorageUnavailableError | undefined;
  readonly #versions = new Map<Key, Version[]>();
  #resolve: () => void = () => undefined;
  #reject: (error: StorageUnavailableError) => void = () => undefined;

  constructor() {
    this.settled = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
  }

  get isEmpty(): boolean {
    return this.changes.length === 0;
  }

  add(change: Change): void {
    this.changes.push(change);
    for (const { key, value } of change.writes) {
      const version = { position: change.position, value };
      const versions = this.#versions.get(key);
      if (versions === undefined) this.#versions.set(key, [version]);
      else versions.push(version);
    }
  }

  /** What this batch makes of a key up to a position; `undefined` when it leaves it alone. */
  newest(key: Key, upTo: Position): Version | undefined {
    return this.#versions.get(key)?.findLast(({ position }) => position <= upTo);
  }

  keys(): Iterable<Key> {
    return this.#versions.keys();
  }

  /** What remains to be written: of each key the last value. */
  writes(): Write[] {
    return Array.from(this.#versions, ([key, versions]) => ({ key, value: versions.at(-1)?.value }));
  }

  settle(): void {
    this.#resolve();
  }

  lose(loss: StorageUnavailableError): void {
    this.loss = loss;
    // A batch that nobody waits for must not end the program.
    this.settled.catch(() => undefined);
    this.#reject(loss);
  }
}
