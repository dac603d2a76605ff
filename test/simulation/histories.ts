import { expect, onTestFinished, test } from "vitest";
import { openMemoryEngine } from "../../server/engine/memory.js";
import { openStore, Store } from "../../server/store/store.js";
import { findInconsistencies } from "../support/consistency.js";
import {
  environmentOver,
  randomNumbers,
  SEED,
  type TestEnvironment,
  temporaryDirectory,
} from "../support/test-environment.js";
import { CrashingEngine } from "./crashing-engine.js";

/** A world that goes its random way beside a model that says what must come of it. */
export interface Simulated {
  begin(): Promise<void>;
  /** One random operation, whose outcome is what the model says. */
  step(): Promise<void>;
  /** Everything is as the model says. */
  verify(): Promise<void>;
  /** Many operations at once, into a crash. */
  burst(crash: () => void, restart: () => Promise<TestEnvironment>): Promise<void>;
  restartWith(environment: TestEnvironment): void;
}

/** How long the histories are, and what their tests are called: `%d` stands for the seed. */
export interface Histories {
  readonly count: number;
  readonly phases: number;
  readonly steps: number;
  readonly timeoutMs: number;
  readonly inMemory: string;
  readonly onDisk: string;
}

/** Tests random histories: in memory with restarts, and on disk with crashes in the middle of writes. */
export function testHistories(
  { count, phases, steps, timeoutMs, inMemory, onDisk }: Histories,
  simulate: (environment: TestEnvironment, random: () => number) => Simulated,
): void {
  const seeds = Array.from({ length: count }, (_, index) => SEED + index);

  test.each(seeds)(
    inMemory,
    async (seed) => {
      const engine = openMemoryEngine();
      const simulation = simulate(environmentOver(await openStore(engine), seed), randomNumbers(seed));
      await simulation.begin();
      for (let phase = 1; phase <= phases; phase++) {
        for (let step = 0; step < steps; step++) await simulation.step();
        await simulation.verify();
        expect(await findInconsistencies(engine)).toEqual([]);
        simulation.restartWith(environmentOver(new Store(engine), seed + phase * 1_000_003));
      }
    },
    timeoutMs,
  );

  test.each(seeds)(
    onDisk,
    async (seed) => {
      const engine = new CrashingEngine(temporaryDirectory());
      onTestFinished(() => engine.close());
      await engine.open();
      const random = randomNumbers(seed);
      const simulation = simulate(environmentOver(await openStore(engine), seed), random);
      await simulation.begin();
      for (let phase = 1; phase <= phases; phase++) {
        for (let step = 0; step < steps / 4; step++) await simulation.step();
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
    timeoutMs,
  );
}
