import { IS_LONG } from "../support/test-environment.js";
import { testHistories } from "./histories.js";
import { Simulation } from "./simulation.js";

testHistories(
  {
    count: IS_LONG ? 200 : 6,
    phases: IS_LONG ? 20 : 6,
    steps: 120,
    timeoutMs: IS_LONG ? 3_600_000 : 300_000,
    inMemory: "in memory, with restarts, Latchkey does as the model says (seed %d)",
    onDisk: "on disk, with crashes in the middle of writes, nothing acknowledged is lost (seed %d)",
  },
  (environment, random) => new Simulation(environment, random),
);
