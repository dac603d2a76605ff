import { Failure } from "../domain/failure.js";
import {
  type Change,
  type Engine,
  EngineClosedError,
  type MaybePromise,
  type Position,
  PositionUnknownError,
  type Snapshot,
  StorageUnavailableError,
  type Write,
} from "../engine/engine.js";
import { decodeRecord } from "./codec.js";
import { Reader } from "./reader.js";
import { migrateSchema } from "./schema.js";
import type { Table } from "./table.js";
import { Transaction } from "./transaction.js";

/** How often a write is tried when others get in first. */
const WRITE_ATTEMPTS = 8;

/** A record of a table that a commit stored, or with `record` undefined, removed. */
export interface RecordChange<R> {
  readonly position: Position;
  readonly key: string;
  readonly record: R | undefined;
}

/** Typed records on any engine. */
export class Store {
  readonly #engine: Engine;
  /** Writes prepare one after another: they would only get into each other's way, and preparing is quick. */
  #turn: Promise<unknown> = Promise.resolve();

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  /** Runs `work` on everything as it is at one position. Throws what `work` throws, or STORAGE_UNAVAILABLE. */
  async read<T>(work: (reader: Reader) => MaybePromise<T>): Promise<T> {
    try {
      return await this.#look((snapshot) => work(new Reader(snapshot)));
    } catch (error) {
      throw explain(error);
    }
  }

  /** As read, and at once where the engine can and `work` does. */
  readNow<T>(work: (reader: Reader) => MaybePromise<T>): MaybePromise<T> {
    try {
      const snapshot = this.#engine.snapshot();
      if (snapshot instanceof Promise) return this.read(work);
      let found: MaybePromise<T> | undefined;
      try {
        found = work(new Reader(snapshot));
      } finally {
        if (found instanceof Promise) void found.finally(() => snapshot.close()).catch(() => undefined);
        else snapshot.close();
      }
      return found;
    } catch (error) {
      throw explain(error);
    }
  }

  /**
   * Runs `work` and commits what it wrote, with checks on what it read; resolves when that is durable. Runs it again
   * when others got in first, so `work` must have no effect but on the transaction. Throws what `work` throws (then
   * nothing is committed), CONFLICT or STORAGE_UNAVAILABLE.
   */
  async write<T>(work: (transaction: Transaction) => MaybePromise<T>): Promise<T> {
    for (let attempt = 0; attempt < WRITE_ATTEMPTS; attempt++) {
      const prepared = this.#turn.then(() => this.#prepare(work));
      this.#turn = prepared.catch(() => undefined);
      try {
        const { result, committed } = await prepared;
        if ((await committed) === "committed") return result;
      } catch (error) {
        throw explain(error);
      }
    }
    throw new Failure("CONFLICT", "Other changes kept getting in first: try again.");
  }

  /**
   * Calls `observer` with the keys and values of every commit in the very turn in which it is accepted, before any read
   * can show them, and once more when they turn out not to be storable. It must not throw. Gives back what ends it.
   */
  observe(observer: (writes: readonly Write[]) => void): () => void {
    return this.#engine.observe(observer);
  }

  /** The position of the last durable commit. */
  position(): Position {
    return this.#engine.position();
  }

  /** The durable changes of one table after a position, in commit order, without a gap. Throws STREAM_TOO_SLOW. */
  async *changes<R>(table: Table<R>, after: Position): AsyncGenerator<RecordChange<R>> {
    for await (const change of this.#feed(after)) {
      for (const { key, value } of change.writes) {
        if (!key.startsWith(`${table.name}/`)) continue;
        const record = value === undefined ? undefined : decodeRecord<R>(value);
        yield { position: change.position, key, record };
      }
    }
  }

  /** Waits for commits under way, then closes the engine. */
  async close(): Promise<void> {
    await this.#turn;
    await this.#engine.close();
  }

  async *#feed(after: Position): AsyncGenerator<Change> {
    try {
      yield* this.#engine.changes(after);
    } catch (error) {
      if (!(error instanceof PositionUnknownError)) throw error;
      throw new Failure(
        "STREAM_TOO_SLOW",
        "This stream fell too far behind: list what you missed, then watch again.",
      );
    }
  }

  // The turn passes on once the commit is on its way, not once it is durable: that is what lets commits gather.
  async #prepare<T>(work: (transaction: Transaction) => MaybePromise<T>) {
    return this.#look(async (snapshot) => {
      const transaction = new Transaction(snapshot);
      const result = await work(transaction);
      const committed = this.#engine.commit(transaction.checks(), transaction.writes());
      // The caller awaits it; until then a failure must not count as unhandled.
      committed.catch(() => undefined);
      return { result, committed };
    });
  }

  async #look<T>(work: (snapshot: Snapshot) => MaybePromise<T>): Promise<T> {
    const snapshot = await this.#engine.snapshot();
    try {
      return await work(snapshot);
    } finally {
      snapshot.close();
    }
  }
}

/** Opens the store on an engine: checks the version of its records and brings them up to date. */
export async function openStore(engine: Engine): Promise<Store> {
  await migrateSchema(engine);
  return new Store(engine);
}

/** What the engine throws, as callers are told. */
function explain(error: unknown): unknown {
  if (error instanceof EngineClosedError) {
    return new Failure("SHUTTING_DOWN", "The server is shutting down: connect again.");
  }
  if (!(error instanceof StorageUnavailableError)) return error;
  const failure = new Failure(
    "STORAGE_UNAVAILABLE",
    "The server cannot store anything at the moment; nothing was changed. Its log says why (a full disk, most often).",
    { retryAfterSeconds: 5 },
  );
  // For the log; the wire tells the words above and no more.
  failure.cause = error;
  return failure;
}
