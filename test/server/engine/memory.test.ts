import { expect, test } from "vitest";
import { StorageUnavailableError } from "../../../server/engine/engine.js";
import { openMemoryEngine } from "../../../server/engine/memory.js";
import { engineConformance, read, writes } from "./conformance.js";

// Nothing outlives this engine, so it cannot be reopened.
engineConformance("memory", async (options) => {
  const engine = openMemoryEngine(options);
  return { engine, dispose: () => engine.close() };
});

test("a commit that fails leaves nothing, and the next one goes on", async () => {
  let isFull = true;
  const engine = openMemoryEngine({
    beforeCommit: () => {
      if (isFull) throw new StorageUnavailableError("full");
    },
  });
  await expect(engine.commit([], writes("a=1"))).rejects.toThrow(StorageUnavailableError);
  expect(await read(engine, "a")).toBeUndefined();
  isFull = false;
  expect(await engine.commit([], writes("a=1"))).toBe("committed");
  await engine.close();
});

test("a hundred thousand keys are no burden", { timeout: 120_000 }, async () => {
  const engine = openMemoryEngine();
  const all = Array.from({ length: 100_000 }, (_, n) => `k${(n * 7919) % 100_000}=${n}`);
  for (const text of all) await engine.commit([], writes(text));
  const snapshot = await engine.snapshot();
  expect(await snapshot.scan({ start: "k", end: "l" }, 200_000)).toHaveLength(100_000);
  snapshot.close();
  await engine.close();
});
