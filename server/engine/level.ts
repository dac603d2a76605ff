import { Level } from "level";
import type { Disk, View } from "./disk.js";
import {
  CannotOpenError,
  type Engine,
  EngineClosedError,
  type Entry,
  type Key,
  type Range,
  StorageUnavailableError,
  type Value,
  type Write,
} from "./engine.js";
import { GroupCommitEngine } from "./group-commit.js";
import {
  assertWritable,
  cannotUse,
  damaged,
  locked,
  prepareDirectory,
  recordHolder,
} from "./level-directory.js";

/** How a LevelDB engine is set up. */
export interface LevelEngineOptions {
  /** Where the database lives: made, for this user alone, if there is none. */
  readonly directory: string;
  /** How many changes the feed remembers; 10,000 unless given. */
  readonly tailLength?: number;
  /** Runs in place of each write to the disk and calls `write` itself, or fails. For tests. */
  readonly aroundWrite?: (write: () => Promise<void>) => Promise<void>;
}

/** The first key of every database: the version of how the engine's own keys are laid out. */
const FORMAT_KEY = "!latchkey";
const FORMAT_VERSION = 1;

/**
 * Four times LevelDB's own: of each block a key stays in memory for as long as its file is open, and at a million
 * records those are most of what it holds there.
 */
const BLOCK_BYTES = 16 * 1_024;

/** Half of LevelDB's own: what is read again and again is kept above it (latest-values.ts), and the rest by the system. */
const CACHE_BYTES = 4 * 1_024 * 1_024;

const LARGEST_LIMIT = 2 ** 31 - 1;

type Database = Level<string, string>;

/** Opens the default engine: a LevelDB in a directory, for this process alone. Throws CannotOpenError. */
export async function openLevelEngine(options: LevelEngineOptions): Promise<Engine> {
  const { directory } = options;
  await prepareDirectory(directory);
  const database: Database = new Level(directory, { blockSize: BLOCK_BYTES, cacheSize: CACHE_BYTES });
  try {
    await database.open();
    await checkFormat(database, directory);
    await recordHolder(directory);
    return new GroupCommitEngine(new LevelDisk(database, options), options.tailLength);
  } catch (error) {
    await database.close();
    throw await explain(directory, error);
  }
}

async function checkFormat(database: Database, directory: string): Promise<void> {
  const format = await database.get(FORMAT_KEY);
  if (format === String(FORMAT_VERSION)) return;
  if (format === undefined) {
    if ((await database.keys({ limit: 1 }).all()).length > 0) {
      throw new CannotOpenError(
        `The LevelDB in ${directory} was not made by Latchkey; none of its keys was touched. Name another directory.`,
      );
    }
    await database.put(FORMAT_KEY, String(FORMAT_VERSION), { sync: true });
  } else if (Number(format) > FORMAT_VERSION) {
    throw new CannotOpenError(
      `The database in ${directory} has format ${format}; this Latchkey knows formats up to ${FORMAT_VERSION}. Install the Latchkey that wrote it, or a newer one.`,
    );
  } else {
    throw damaged(directory, "the version of its format is unreadable");
  }
}

async function explain(directory: string, error: unknown): Promise<Error> {
  if (error instanceof CannotOpenError) return error;
  const cause = rootOf(error);
  if (cause.code === "LEVEL_LOCKED") return locked(directory);
  if (cause.code === "LEVEL_CORRUPTION" || /NotFound|no such file/i.test(cause.message)) {
    return damaged(directory, cause.message, cause);
  }
  return cannotUse(directory, cause);
}

/** The library wraps what LevelDB says in "Database failed to open". */
function rootOf(error: unknown): NodeJS.ErrnoException {
  const { cause } = error as Error;
  return (cause instanceof Error ? cause : error) as NodeJS.ErrnoException;
}

class LevelDisk implements Disk {
  readonly #database: Database;
  readonly #directory: string;
  readonly #aroundWrite: (write: () => Promise<void>) => Promise<void>;
  /** Shared by all who look between two writes, since taking one is dear. */
  #view: LevelView | undefined;
  /** What a failed write would have replaced, until the disk has recovered from it; none when there was none. */
  #undo: readonly Write[] = [];
  #mayHoldRemains = false;
  isClosed = false;

  constructor(database: Database, options: LevelEngineOptions) {
    this.#database = database;
    this.#directory = options.directory;
    this.#aroundWrite = options.aroundWrite ?? ((write) => write());
  }

  get isOpen(): boolean {
    return this.#database.status === "open" && !this.#mayHoldRemains;
  }

  get(key: Key): Value | undefined {
    // What a failed write has left behind is nothing that anybody may see: the view is from before it.
    return this.#undo.length > 0 && this.#view !== undefined
      ? this.#view.get(key)
      : this.#database.getSync(key);
  }

  view(): View {
    this.#view ??= new LevelView(this, this.#database);
    return this.#view.use();
  }

  async write(writes: readonly Write[]): Promise<void> {
    const before = this.view();
    try {
      await this.#aroundWrite(() => this.#batch(writes));
    } catch (error) {
      this.#undo = writes.map(({ key }) => ({ key, value: before.get(key) }));
      throw error;
    } finally {
      before.close();
    }
    this.#view?.close();
    this.#view = undefined;
  }

  /**
   * After a failed write LevelDB either refuses every further one, or would write on behind a torn record, which ends
   * what it reads back. Both pass when it is reopened, and then the failed write may turn out to be there after all.
   */
  async recover(): Promise<void> {
    if (this.#database.status === "open") {
      // While the disk is full, what is open goes on being read.
      await assertWritable(this.#directory);
      await this.#database.close();
      this.#view = undefined;
    }
    this.#mayHoldRemains = true;
    await this.#database.open({ createIfMissing: false }).catch((error) => Promise.reject(rootOf(error)));
    const remains = this.#undo.filter(({ key, value }) => this.#database.getSync(key) !== value);
    if (remains.length > 0) await this.#aroundWrite(() => this.#batch(remains));
    this.#undo = [];
    this.#mayHoldRemains = false;
  }

  async close(): Promise<void> {
    this.isClosed = true;
    await this.#database.close();
  }

  async #batch(writes: readonly Write[]): Promise<void> {
    // Filled one by one: given as a list, each write costs four times as much.
    const batch = this.#database.batch();
    for (const { key, value } of writes) {
      if (value === undefined) batch.del(key);
      else batch.put(key, value);
    }
    await batch.write({ sync: true });
  }
}

class LevelView implements View {
  readonly #disk: LevelDisk;
  readonly #database: Database;
  readonly #snapshot: ReturnType<Database["snapshot"]>;
  /** Named in full, which spares the library a copy on every read. */
  readonly #readOptions;
  /** The disk holds one, until its next write. */
  #uses = 1;

  constructor(disk: LevelDisk, database: Database) {
    this.#disk = disk;
    this.#database = database;
    this.#snapshot = database.snapshot();
    this.#readOptions = { snapshot: this.#snapshot, keyEncoding: "utf8", valueEncoding: "utf8" };
  }

  use(): this {
    this.#uses++;
    return this;
  }

  get(key: Key): Value | undefined {
    try {
      return this.#database.getSync(key, this.#readOptions);
    } catch (error) {
      throw this.#explain(error);
    }
  }

  async scan(range: Range, limit: number): Promise<Entry[]> {
    try {
      const iterator = this.#database.iterator({
        gte: range.start,
        lt: range.end,
        reverse: range.reverse ?? false,
        limit: Math.min(limit, LARGEST_LIMIT),
        snapshot: this.#snapshot,
      });
      return (await iterator.all()).map(([key, value]) => ({ key, value }));
    } catch (error) {
      throw this.#explain(error);
    }
  }

  close(): void {
    this.#uses--;
    if (this.#uses === 0) void this.#snapshot.close();
  }

  #explain(error: unknown): unknown {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== "LEVEL_SNAPSHOT_NOT_OPEN" && code !== "LEVEL_DATABASE_NOT_OPEN") return error;
    if (this.#disk.isClosed) return new EngineClosedError("The engine is closed.");
    return new StorageUnavailableError("The database was reopened after a failed write: read again.");
  }
}
