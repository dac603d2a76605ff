import { IS_LONG } from "../support/test-environment.js";
import { testHistories } from "./histories.js";
import { OAuthSimulation } from "./oauth-simulation.js";

testHistories(
  {
    count: IS_LONG ? 200 : 4,
    phases: IS_LONG ? 20 : 5,
    steps: 200,
    timeoutMs: IS_LONG ? 3_600_000 : 120_000,
    inMemory: "in memory, with restarts, 1,000 OAuth operations come out as the model says (seed %d)",
    onDisk:
      "on disk, with crashes in the middle of redemptions and refreshes, nothing answered is lost (seed %d)",
  },
  (environment, random) => new OAuthSimulation(environment, random),
);
