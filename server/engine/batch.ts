import type { Change, Key, Position, StorageUnavailableError, Value, Write } from "./engine.js";

interface Version {
  readonly position: Position;
  readonly value: Value | undefined;
  /** The one before it in the same batch. */
  readonly older: Version | undefined;
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
  /** The newest of each key. */
  readonly #versions = new Map<Key, Version>();
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
      this.#versions.set(key, { position: change.position, value, older: this.#versions.get(key) });
    }
  }

  /** What this batch makes of a key up to a position; `undefined` when it leaves it alone. */
  newest(key: Key, upTo: Position): Version | undefined {
    let version = this.#versions.get(key);
    while (version !== undefined && version.position > upTo) version = version.older;
    return version;
  }

  keys(): Iterable<Key> {
    return this.#versions.keys();
  }

  /** What remains to be written: of each key the last value. */
  writes(): Write[] {
    return Array.from(this.#versions, ([key, { value }]) => ({ key, value }));
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
