import { Batch } from "./batch.js";
import { ChangeTail } from "./change-tail.js";
import type { Disk } from "./disk.js";
import {
  type Change,
  type Check,
  type Engine,
  EngineClosedError,
  type Key,
  type MaybePromise,
  type Position,
  type Snapshot,
  StorageUnavailableError,
  type Value,
  type Write,
} from "./engine.js";
import { checkKey, checkWrites } from "./keys.js";
import { LatestValues } from "./latest-values.js";
import { type Observer, Observers } from "./observers.js";
import { PendingSnapshot } from "./pending-snapshot.js";

/** Where the last position is kept, in the same write as what it counts. */
const POSITION_KEY = "!position";

/**
 * An engine over a disk that writes one batch at a time. Commits are accepted in the order of the calls, against all
 * that was accepted before them; they gather while a batch is being written and become durable with the next one.
 */
export class GroupCommitEngine implements Engine {
  readonly #disk: Disk;
  readonly #tail: ChangeTail;
  readonly #observers = new Observers();
  readonly #latest: LatestValues;
  #gathering = new Batch();
  #inFlight: Batch | undefined;
  /** The last position given out; failed commits used some up. */
  #lastGiven: Position;
  #durable: Position;
  #flushing: Promise<void> | undefined;
  /** Set from a failed write until the disk has recovered from it. */
  #needsRecovery = false;
  #recovery: Promise<void> | undefined;
  #closing: Promise<void> | undefined;

  constructor(disk: Disk, tailLength?: number) {
    this.#disk = disk;
    this.#durable = Number(disk.get(POSITION_KEY) ?? 0);
    this.#latest = new LatestValues(this.#durable);
    this.#lastGiven = this.#durable;
    this.#tail = new ChangeTail(this.#durable, tailLength);
  }

  snapshot(): MaybePromise<Snapshot> {
    this.#assertOpen();
    if (this.#disk.isOpen) return this.#look();
    return this.#recover().then(() => {
      this.#assertOpen();
      return this.#look();
    });
  }

  async commit(checks: readonly Check[], writes: readonly Write[]): Promise<"committed" | "conflict"> {
    checkWrites(writes);
    this.#assertOpen();
    // Without writes there is nothing that a full disk could hinder.
    if (!this.#disk.isOpen || (this.#needsRecovery && writes.length > 0)) {
      await this.#recover();
      this.#assertOpen();
    }
    if (!checks.every(({ key, expected }) => this.#latest.get(key, this.#read) === expected))
      return "conflict";
    if (writes.length > 0) this.#accept(writes);
    else if (this.#gathering.isEmpty && this.#inFlight === undefined) return "committed";
    const batch = this.#gathering;
    batch.isAwaited = true;
    this.#flushing ??= this.#flush();
    await batch.settled;
    return "committed";
  }

  position(): Position {
    return this.#durable;
  }

  observe(observer: Observer): () => void {
    return this.#observers.add(observer);
  }

  changes(after: Position): AsyncIterable<Change> {
    this.#assertOpen();
    return this.#tail.read(after);
  }

  close(): Promise<void> {
    this.#closing ??= this.#shutDown();
    return this.#closing;
  }

  #look(): Snapshot {
    const pending = [this.#gathering, this.#inFlight].filter(
      (batch) => batch !== undefined && !batch.isEmpty,
    ) as Batch[];
    return new PendingSnapshot(this.#latest, this.#disk.view(), pending);
  }

  /** What a key holds, by the batches and the disk. */
  readonly #read = (key: Key): Value | undefined => {
    // What is known of a key was read by it before: only here can there be anything wrong with it.
    checkKey(key);
    const { position } = this.#latest;
    const version = this.#gathering.newest(key, position) ?? this.#inFlight?.newest(key, position);
    return version === undefined ? this.#disk.get(key) : version.value;
  };

  #accept(writes: readonly Write[]): void {
    this.#lastGiven++;
    const change = { position: this.#lastGiven, writes };
    this.#gathering.add(change);
    this.#latest.accept(change);
    this.#observers.tell(writes);
  }

  async #flush(): Promise<void> {
    while (this.#gathering.isAwaited) {
      // Whoever can go on now, such as those the last batch has let go, joins this one: fewer, fuller batches.
      await new Promise((resolve) => setImmediate(resolve));
      const batch = this.#gathering;
      this.#gathering = new Batch();
      this.#inFlight = batch;
      try {
        await this.#write(batch);
        batch.settle();
      } catch (error) {
        this.#lose([batch, this.#gathering], error);
      }
      this.#inFlight = undefined;
    }
    this.#flushing = undefined;
  }

  async #write(batch: Batch): Promise<void> {
    const last = batch.changes.at(-1);
    if (last === undefined) return;
    await this.#disk.write([...batch.writes(), { key: POSITION_KEY, value: String(last.position) }]);
    this.#durable = last.position;
    this.#tail.publish(batch.changes);
  }

  /** What gathered behind a failed batch may build on it, so it is lost too. */
  #lose(batches: readonly Batch[], cause: unknown): void {
    this.#gathering = new Batch();
    this.#latest.returnTo(this.#durable);
    this.#needsRecovery = true;
    const loss = unavailable(cause);
    // In this turn the disk's own view is what snapshots show already.
    this.#inFlight = undefined;
    for (const batch of batches) {
      batch.lose(loss);
      for (const { writes } of batch.changes) this.#observers.tell(writes);
    }
  }

  /** One recovery at a time, for all who need it. */
  #recover(): Promise<void> {
    this.#assertOpen();
    this.#recovery ??= this.#disk
      .recover()
      .then(
        () => {
          this.#needsRecovery = false;
        },
        (error: unknown) => {
          throw unavailable(error);
        },
      )
      .finally(() => {
        this.#recovery = undefined;
      });
    return this.#recovery;
  }

  async #shutDown(): Promise<void> {
    await this.#recovery?.catch(() => undefined);
    await this.#flushing;
    this.#tail.close();
    this.#latest.returnTo(this.#durable);
    await this.#disk.close();
  }

  #assertOpen(): void {
    if (this.#closing !== undefined) throw new EngineClosedError("The engine is closed.");
  }
}

function unavailable(cause: unknown): StorageUnavailableError {
  const why = cause instanceof Error ? cause.message : String(cause);
  return new StorageUnavailableError(
    `The disk did not take a write, and nothing of it was kept (${why}). Make room on the disk, or see to it that it can be written; the next change tries again by itself.`,
    { cause },
  );
}
