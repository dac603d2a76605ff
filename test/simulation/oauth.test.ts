import { expect, onTestFinished, test } from "vitest";
import { openMemoryEngine } from "../../server/engine/memory.js";
import { openStore, Store } from "../../server/store/store.js";
import { findInconsistencies } from "../support/consistency.js";
import {
  environmentOver,
  IS_LONG,
  randomNumbers,
  SEED,
  temporaryDirectory,
} from "../support/test-environment.js";
import { CrashingEngine } from "./crashing-engine.js";
import { OAuthSimulation } from "./oauth-simulation.js";

const HISTORIES = IS_LONG ? 200 : 4;
const PHASES = IS_LONG ? 20 : 5;
const STEPS = 200;
const TIMEOUT_MS = IS_LONG ? 3_600_000 : 120_000;

const seeds = Array.from({ length: HISTORIES }, (_, index) => SEED + index);

test.each(seeds)(
  "in memory, with restarts, 1,000 OAuth operations come out as the model says (seed %d)",
  async (seed) => {
    const engine = openMemoryEngine();
    const simulation = new OAuthSimulation(
      environmentOver(await openStore(engine), seed),
      randomNumbers(seed),
    );
    await simulation.begin();
    for (let phase = 1; phase <= PHASES; phase++) {
      for (let step = 0; step < STEPS; step++) await simulation.step();
      await simulation.verify();
      expect(await findInconsistencies(engine)).toEqual([]);
      simulation.restartWith(environmentOver(new Store(engine), seed + phase * 1_000_003));
    }
  },
  TIMEOUT_MS,
);

test.each(seeds)(
  "on disk, with crashes in the middle of redemptions and refreshes, nothing answered is lost (seed %d)",
  async (seed) => {
    const engine = new CrashingEngine(temporaryDirectory());
    onTestFinished(() => engine.close());
    await engine.open();
    const random = randomNumbers(seed);
    const simulation = new OAuthSimulation(environmentOver(await openStore(engine), seed), random);
    await simulation.begin();
    for (let phase = 1; phase <= PHASES; phase++) {
      for (let step = 0; step < STEPS / 4; step++) await simulation.step();
      await simulation.burst(
        () => {
          const writes = Math.floor(random() * 3);
          engine.crashAfter(writes, random() < 0.5 ? "before the write" : "after the write");
        },
        async () => {
          await engine.open();
          expect(await findInconsistencies(engine)).toEqual([]);
          return environmentOver(await openStore(engine), seed + phase * 1_000_003);
        },
      );
      await simulation.verify();
      expect(await findInconsistencies(engine)).toEqual([]);
    }
  },
  TIMEOUT_MS,
);
