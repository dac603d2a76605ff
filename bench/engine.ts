/**
 * What the engine costs over bare LevelDB: commits of three 200-byte values, 64 under way at all times, made durable
 * in groups by both. Run it with `npx tsx bench/engine.ts`; it prints one line of JSON.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { Level } from "level";
import { openLevelEngine } from "../server/engine/level.js";

const IN_FLIGHT = 64;
const ROUNDS = 9;
const ROUND_MILLISECONDS = 1500;
const VALUE = "v".repeat(200);

type Commit = (keys: readonly string[]) => Promise<unknown>;

interface Contender {
  readonly commit: Commit;
  readonly close: () => Promise<void>;
}

async function bareLevel(directory: string): Promise<Contender> {
  const database = new Level<string, string>(directory);
  await database.open();
  let gathering: { type: "put"; key: string; value: string }[] = [];
  let next: Promise<void> | undefined;
  let last: Promise<void> = Promise.resolve();
  const write = async (): Promise<void> => {
    await last;
    // Let those whom the last batch has let go join this one, as the engine does.
    await new Promise((resolve) => setImmediate(resolve));
    const batch = gathering;
    gathering = [];
    next = undefined;
    last = database.batch(batch, { sync: true });
    await last;
  };
  return {
    commit: (keys) => {
      for (const key of keys) gathering.push({ type: "put", key, value: VALUE });
      next ??= write();
      return next;
    },
    close: () => database.close(),
  };
}

async function engine(directory: string): Promise<Contender> {
  const opened = await openLevelEngine({ directory });
  return {
    commit: (keys) =>
      opened.commit(
        [],
        keys.map((key) => ({ key, value: VALUE })),
      ),
    close: () => opened.close(),
  };
}

/** Commits per second over one round. */
async function measure({ commit }: Contender, round: number): Promise<number> {
  const begin = performance.now();
  const end = begin + ROUND_MILLISECONDS;
  let count = 0;
  const worker = async (): Promise<void> => {
    while (performance.now() < end) {
      const id = `${round}/${String(count++).padStart(9, "0")}`;
      await commit([`a/${id}`, `b/${id}`, `c/${id}`]);
    }
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, worker));
  return (count / (performance.now() - begin)) * 1000;
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}

const directory = await mkdtemp(join(tmpdir(), "latchkey-bench-"));
const bare = await bareLevel(join(directory, "bare"));
const ours = await engine(join(directory, "engine"));
const figures = { bare: [] as number[], ours: [] as number[] };
for (let round = 0; round <= ROUNDS; round++) {
  // Turn about, so that what else the machine does meets both.
  const order = round % 2 === 0 ? (["bare", "ours"] as const) : (["ours", "bare"] as const);
  for (const name of order) {
    const figure = await measure(name === "bare" ? bare : ours, round);
    if (round > 0) figures[name].push(figure);
  }
}
await bare.close();
await ours.close();
await rm(directory, { recursive: true });

const bareCommitsPerSecond = Math.round(median(figures.bare));
const engineCommitsPerSecond = Math.round(median(figures.ours));
process.stdout.write(
  `${JSON.stringify({
    bench: "engine",
    bareCommitsPerSecond,
    engineCommitsPerSecond,
    ratio: Number(
      (median(figures.ours.map((figure, n) => figure / (figures.bare[n] ?? Number.NaN))) || 0).toFixed(3),
    ),
    machine: { cpu: cpus()[0]?.model, cores: cpus().length, node: process.version },
  })}\n`,
);
