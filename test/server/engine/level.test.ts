import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Engine } from "../../../server/engine/engine.js";
import { openLevelEngine } from "../../../server/engine/level.js";
import { engineConformance } from "./conformance.js";

engineConformance("level", async (options) => {
  const directory = await mkdtemp(join(tmpdir(), "latchkey-engine-"));
  let engine: Engine = await openLevelEngine({ directory, ...options });
  return {
    engine,
    reopen: async () => {
      await engine.close();
      engine = await openLevelEngine({ directory, ...options });
      return engine;
    },
    dispose: async () => {
      await engine.close();
      await rm(directory, { recursive: true });
    },
  };
});
