import { Level } from "level";

/** A key and the value to be stored under it. */
export interface RawWrite {
  readonly key: string;
  readonly value: string;
}

/** LevelDB and nothing else: what waits together is written in one synced batch. */
export interface RawLevel {
  /** Resolves once the writes are durable. */
  commit(writes: readonly RawWrite[]): Promise<void>;
  close(): Promise<void>;
}

/** Opens the yardstick of every write. */
export async function openRawLevel(directory: string): Promise<RawLevel> {
  const database = new Level<string, string>(directory);
  await database.open();
  let gathering = database.batch();
  let next: Promise<void> | undefined;
  let last: Promise<void> = Promise.resolve();
  const write = async (): Promise<void> => {
    await last;
    // Let those whom the last batch has let go join this one, as the engine does.
    await new Promise((resolve) => setImmediate(resolve));
    const batch = gathering;
    gathering = database.batch();
    next = undefined;
    last = batch.write({ sync: true });
    await last;
  };
  return {
    commit(writes) {
      for (const { key, value } of writes) gathering.put(key, value);
      next ??= write();
      return next;
    },
    close: () => database.close(),
  };
}

/**
 * Makes the same writes durable again and again, so many under way; how many a second. The keys and values are the same
 * for every one, but for the end of each key.
 */
export async function makeDurable(
  { commit }: RawLevel,
  {
    writes,
    turn,
    inFlight,
    total,
  }: {
    readonly writes: readonly RawWrite[];
    readonly turn: number;
    readonly inFlight: number;
    readonly total: number;
  },
): Promise<number> {
  const begin = performance.now();
  let made = 0;
  const work = async (): Promise<void> => {
    while (made < total) {
      const id = `${turn}/${String(made++).padStart(8, "0")}`;
      await commit(writes.map(({ key, value }) => ({ key: key.slice(0, -id.length) + id, value })));
    }
  };
  await Promise.all(Array.from({ length: inFlight }, work));
  return (made / (performance.now() - begin)) * 1_000;
}
