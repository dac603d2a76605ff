/**
 * What the engine costs over bare LevelDB: commits of three 200-byte values, 64 under way at all times, made durable
 * in groups by both. Run it with `npx tsx bench/engine.ts`; it prints one line of JSON.
 */
import { join } from "node:path";
import { openLevelEngine } from "../server/engine/level.js";
import { describeMachine } from "./machine.js";
import { openRawLevel, type RawWrite } from "./raw-level.js";
import { median, medianRatio, playRounds, round } from "./rounds.js";
import { makeTemporaryDirectory } from "./temporary-directory.js";

const IN_FLIGHT = 64;
const ROUNDS = 9;
const ROUND_MILLISECONDS = 1500;
const VALUE = "v".repeat(200);

/** Commits per second over one round. */
async function measure(
  commit: (writes: readonly RawWrite[]) => Promise<unknown>,
  round: number,
): Promise<number> {
  const begin = performance.now();
  const end = begin + ROUND_MILLISECONDS;
  let count = 0;
  const worker = async (): Promise<void> => {
    while (performance.now() < end) {
      const id = `${round}/${String(count++).padStart(9, "0")}`;
      await commit(["a", "b", "c"].map((place) => ({ key: `${place}/${id}`, value: VALUE })));
    }
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, worker));
  return (count / (performance.now() - begin)) * 1000;
}

const directory = makeTemporaryDirectory();
const raw = await openRawLevel(join(directory, "raw"));
const engine = await openLevelEngine({ directory: join(directory, "engine") });
const figures = await playRounds(ROUNDS, {
  raw: (round) => measure(raw.commit, round),
  ours: (round) => measure((writes) => engine.commit([], writes), round),
});
await raw.close();
await engine.close();

process.stdout.write(
  `${JSON.stringify({
    benchmark: "engine",
    ratio: medianRatio(figures.ours, figures.raw),
    commitsPerSecond: round(median(figures.ours)),
    yardstick: { commitsPerSecond: round(median(figures.raw)) },
    machine: describeMachine(),
    rounds: ROUNDS,
  })}\n`,
);
