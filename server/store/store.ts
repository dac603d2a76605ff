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
import { KnownRecords } from "./known-records.js";
import { Reader } from "./reader.js";
import { migrateSchema } from "./schema.js";
import type { Table } from "./table.js";
import { Transaction } from "./transaction.js";

/** Any key: reading it from a snapshot fails once what the snapshot holds was lost. */
const SOME_KEY = "schema/version";

/** How often a write is tried when others get in first. */
const WRITE_ATTEMPTS = 8;

/** A record of a table that a commit stored, or with `record` undefined, removed. */
export interface RecordChange<R> {
  readonly position: Position;
  readonly key: string;
  readonly record: R | undefined;
}

/** What one commit did to records of some tables, and to entries of their indexes. */
export interface CommitChanges {
  readonly position: Position;
  readonly changes: readonly KeyChange[];
}

/** A key that a commit wrote. */
export interface KeyChange {
  /** The name of the table, or of the index. */
  readonly place: string;
  /** What leads to it, as the key spells it: ids stand as they are. */
  readonly parts: readonly string[];
  /** What is stored now: the record, or of an index the record's key; undefined when it is gone. */
  readonly value: unknown;
}

/** Everything as it was at one position, for a longer look. */
export interface LongRead {
  readonly reader: Reader;
  close(): void;
}

/** Typed records on any engine. */
export class Store {
  readonly #engine: Engine;
  readonly #known = new KnownRecords();
  /** Writes prepare one after another: they would only get into each other's way, and preparing is quick. */
  #turn: Promise<unknown> = Promise.resolve();

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  /** Runs `work` on everything as it is at one position. Throws what `work` throws, or STORAGE_UNAVAILABLE. */
  async read<T>(work: (reader: Reader) => MaybePromise<T>): Promise<T> {
    try {
      return await this.#look((snapshot) => work(new Reader(snapshot, this.#known)));
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
        found = work(new Reader(snapshot, this.#known));
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

  /** The durable changes of some tables and indexes, commit by commit: those that change nothing of them, too. */
  commits(places: ReadonlySet<string>, after: Position): AsyncIterator<CommitChanges> {
    const feed = this.#engine.changes(after)[Symbol.asyncIterator]();
    return {
      async next() {
        const result = await feed.next().catch((error) => Promise.reject(explainFeed(error)));
        if (result.done) return result;
        return { done: false, value: changesOf(result.value, places) };
      },
      return: async () => {
        await feed.return?.();
        return { done: true, value: undefined };
      },
    };
  }

  /** A look at everything that is durable once this resolves. The caller closes it. Throws STORAGE_UNAVAILABLE. */
  async openDurable(): Promise<LongRead> {
    try {
      const snapshot = await this.#engine.snapshot();
      try {
        if (this.#engine.position() < snapshot.position) await this.#engine.commit([], []);
        // Positions are never used twice: what was lost on the way to the disk is not passed by later commits alone.
        await snapshot.get(SOME_KEY);
      } catch (error) {
        snapshot.close();
        throw error;
      }
      return { reader: new Reader(snapshot, this.#known), close: () => snapshot.close() };
    } catch (error) {
      throw explain(error);
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
      throw explainFeed(error);
    }
  }

  // The turn passes on once the commit is on its way, not once it is durable: that is what lets commits gather.
  async #prepare<T>(work: (transaction: Transaction) => MaybePromise<T>) {
    return this.#look(async (snapshot) => {
      const transaction = new Transaction(snapshot, this.#known);
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

function changesOf({ position, writes }: Change, places: ReadonlySet<string>): CommitChanges {
  const changes: KeyChange[] = [];
  for (const { key, value } of writes) {
    const [place = "", ...parts] = key.split("/");
    if (!places.has(place)) continue;
    const isEntry = place.includes(".");
    changes.push({ place, parts, value: value === undefined || isEntry ? value : decodeRecord(value) });
  }
  return { position, changes };
}

/** What the engine's feed throws, as callers are told. */
function explainFeed(error: unknown): unknown {
  if (!(error instanceof PositionUnknownError)) return error;
  return new Failure(
    "STREAM_TOO_SLOW",
    "This stream fell too far behind: list what you missed, then watch again.",
  );
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
