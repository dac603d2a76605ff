/**
 * The engine port: an ordered map of text with atomic, conditional commits.
 *
 * It has the shape of etcd's Txn and of FoundationDB's transactions, so that a distributed engine can stand
 * behind it. An engine knows keys and values, never records.
 */

/**
 * A key: printable ASCII (0x21 to 0x7e), 1 to 512 characters, so that text order is byte order everywhere. Keys that
 * begin with `!` belong to the engine: it refuses them, and no scan shows them.
 */
export type Key = string;

/** A value: any text without lone surrogates, stored as UTF-8. */
export type Value = string;

/** An answer that may be there at once (LevelDB's synchronous reads) or later (a distributed engine). */
export type MaybePromise<T> = T | Promise<T>;

/**
 * Where a commit that writes stands in the order of commits: 1 for the first one ever, rising, never used twice. A
 * commit that could not be stored leaves a gap.
 */
export type Position = number;

/**
 * The keys from `start` (included) to `end` (excluded), read upwards or, with `reverse`, downwards. Both are written
 * like keys, and may be one character longer, so that the place right behind any key has a name.
 */
export interface Range {
  readonly start: Key;
  readonly end: Key;
  readonly reverse?: boolean;
}

/** A key and its value. */
export interface Entry {
  readonly key: Key;
  readonly value: Value;
}

/** What a commit expects of a key: this value, or with `undefined`, that there is none. */
export interface Check {
  readonly key: Key;
  readonly expected: Value | undefined;
}

/** What a commit does to a key: this value, or with `undefined`, gone. Of two for one key the later one holds. */
export interface Write {
  readonly key: Key;
  readonly value: Value | undefined;
}

/** A committed change: all writes of one commit. */
export interface Change {
  readonly position: Position;
  readonly writes: readonly Write[];
}

/**
 * All keys as they were at one position: later commits do not show. It may hold commits that are accepted but not
 * yet durable; a commit that depends on them is acknowledged only after they are. Should they turn out not to be
 * storable, reading on throws StorageUnavailableError, and a commit with checks on what was read is a conflict.
 */
export interface Snapshot {
  readonly position: Position;
  get(key: Key): MaybePromise<Value | undefined>;
  /** Up to `limit` entries of the range, in key order. */
  scan(range: Range, limit: number): MaybePromise<readonly Entry[]>;
  /** Lets go of what the snapshot holds; it must not be read afterwards. Closing twice is harmless. */
  close(): void;
}

/** Thrown by `changes` when the engine no longer (or not yet) knows what followed that position. */
export class PositionUnknownError extends Error {
  override readonly name = "PositionUnknownError";
}

/** Thrown by `commit` when the bytes cannot be stored now (a full disk, for one): nothing was written. */
export class StorageUnavailableError extends Error {
  override readonly name = "StorageUnavailableError";
}

/** Thrown when a database cannot be opened; the message says why and what to do. */
export class CannotOpenError extends Error {
  override readonly name = "CannotOpenError";
}

/** Thrown by every call that comes after `close`. */
export class EngineClosedError extends Error {
  override readonly name = "EngineClosedError";
}

/**
 * An ordered map of text with atomic, conditional commits. A malformed key, value, range or limit is a mistake of the
 * caller: a TypeError or a RangeError that names the fault, and nothing happens.
 */
export interface Engine {
  /** A view of everything accepted up to now. The caller closes it. */
  snapshot(): MaybePromise<Snapshot>;
  /**
   * Applies all writes, or none when a check fails. Resolves once the writes, and everything accepted before them,
   * are durable. A commit without writes waits in the same line, so that what it saw is durable when it resolves.
   * A conflict resolves at once. Throws StorageUnavailableError.
   */
  commit(checks: readonly Check[], writes: readonly Write[]): Promise<"committed" | "conflict">;
  /** The position of the last durable commit; 0 when there is none. */
  position(): Position;
  /**
   * Calls `observer` with the writes of every commit in the very turn in which it is accepted, before any snapshot can
   * show them; and once more when they turn out not to be storable, for their keys hold then what they held before.
   * What somebody keeps of what they read stays true by it. It must not throw. Gives back what ends it.
   */
  observe(observer: (writes: readonly Write[]) => void): () => void;
  /**
   * The durable changes after a position, in order, without a gap, for as long as it is read; ends when the
   * engine closes. Throws PositionUnknownError: the engine keeps a bounded tail of changes in memory.
   */
  changes(after: Position): AsyncIterable<Change>;
  /** Waits for commits under way, then lets go of everything. Closing twice is harmless. */
  close(): Promise<void>;
}
