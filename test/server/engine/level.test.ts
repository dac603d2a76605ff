import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Level } from "level";
import { expect, onTestFinished, test, vi } from "vitest";
import type { Engine } from "../../../server/engine/engine.js";
import { openLevelEngine } from "../../../server/engine/level.js";
import { EVERYTHING, engineConformance, read, writes } from "./conformance.js";
import { openScratch, scratchDirectory, startWriter, type Writer } from "./scratch.js";

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

test("every write is synced", async () => {
  const directory = await scratchDirectory();
  const makeBatch = Level.prototype.batch as unknown as (this: Level) => ReturnType<Level["batch"]>;
  const batchWrites: { mock: { calls: readonly unknown[][] } }[] = [];
  const batch = vi.spyOn(Level.prototype, "batch").mockImplementation(function (this: Level) {
    const made = makeBatch.call(this);
    batchWrites.push(vi.spyOn(made, "write"));
    return made;
  } as never);
  const put = vi.spyOn(Level.prototype, "put");
  onTestFinished(() => {
    batch.mockRestore();
    put.mockRestore();
  });
  const engine = await openScratch({ directory });
  await Promise.all(Array.from({ length: 10 }, (_, n) => engine.commit([], writes(`k${n}=1`))));
  await engine.commit([], writes("-k1"));
  const options = [
    ...batchWrites.flatMap(({ mock }) => mock.calls.map((call) => call[0])),
    ...put.mock.calls.map((call) => call[2]),
  ];
  expect(options.length).toBeGreaterThanOrEqual(3);
  expect(options.every((option) => (option as { sync?: boolean } | undefined)?.sync)).toBe(true);
  expect(await read(engine, "k2")).toBe("1");
});

test("at rest it holds one view of LevelDB at most, however many were taken", async () => {
  const snapshot = vi.spyOn(Level.prototype, "snapshot");
  onTestFinished(() => snapshot.mockRestore());
  const engine = await openScratch({ directory: await scratchDirectory() });
  for (let n = 0; n < 10; n++) {
    const commit = engine.commit([], writes(`a=${n}`));
    for (let look = 0; look < 10; look++) await read(engine, "a");
    await commit;
  }
  const held = snapshot.mock.results.filter(({ value }, n) => {
    const database = snapshot.mock.contexts[n] as Level;
    try {
      database.getSync("a", { snapshot: value });
      return true;
    } catch {
      return false;
    }
  });
  expect(snapshot.mock.results.length).toBeLessThanOrEqual(20);
  expect(held.length).toBeLessThanOrEqual(1);
});

test("reads answer at once", async () => {
  const engine = await openScratch({ directory: await scratchDirectory() });
  await engine.commit([], writes("a=1"));
  const waiting = engine.commit([], writes("b=2"));
  const snapshot = await engine.snapshot();
  expect([snapshot.get("a"), snapshot.get("b"), snapshot.get("c")]).toEqual(["1", "2", undefined]);
  snapshot.close();
  await waiting;
});

test("killed in the middle of writing, it keeps all it acknowledged, and commits whole", {
  timeout: 300_000,
}, async () => {
  const directory = await scratchDirectory();
  const acknowledged: string[] = [];
  let position = 0;
  let waiting: Writer = startWriter(directory, "w0");
  for (let round = 1; round <= 30; round++) {
    const writer = waiting;
    // The next one gets ready while this one writes.
    waiting = startWriter(directory, `w${round}`);
    const seen = await killAfter(writer, Math.ceil(Math.random() * 400));
    acknowledged.push(...seen.ids);

    const engine = await openLevelEngine({ directory });
    expect(seen.first).toBeGreaterThan(position);
    expect(engine.position()).toBeGreaterThanOrEqual(seen.last);
    position = engine.position();
    await expectWhole(engine, acknowledged);
    await engine.close();
  }
  await waiting.kill();
});

/** Kills a writer once it has acknowledged so many commits; returns all it has acknowledged by then. */
async function killAfter(
  writer: Writer,
  count: number,
): Promise<{ ids: string[]; first: number; last: number }> {
  const ids: string[] = [];
  const positions: number[] = [];
  writer.begin();
  let killed: Promise<void> | undefined;
  for await (const line of writer.lines) {
    const [position, id] = line.split(" ");
    if (id === undefined) continue;
    ids.push(id);
    positions.push(Number(position));
    if (ids.length >= count) killed ??= writer.kill();
  }
  await killed;
  return { ids, first: positions[0] ?? Number.NaN, last: positions.at(-1) ?? Number.NaN };
}

async function expectWhole(engine: Engine, acknowledged: readonly string[]): Promise<void> {
  const snapshot = await engine.snapshot();
  const entries = await snapshot.scan(EVERYTHING, 1_000_000);
  snapshot.close();
  const places = new Map<string, number>();
  for (const { key, value } of entries) {
    const id = key.slice(2);
    if (value === id.repeat(20)) places.set(id, (places.get(id) ?? 0) + 1);
  }
  expect(acknowledged.filter((id) => places.get(id) !== 3)).toEqual([]);
  expect([...places].filter(([, count]) => count !== 3)).toEqual([]);
  expect(places.size * 3).toBe(entries.length);
}

test("reopened, it goes on where it was", async () => {
  const directory = await scratchDirectory();
  const before = await openScratch({ directory });
  await before.commit([], writes("a=1"));
  await before.commit([], writes("a=2"));
  await before.close();
  const after = await openScratch({ directory });
  expect([await read(after, "a"), after.position()]).toEqual(["2", 2]);
  await after.commit([], writes("a=3"));
  expect(after.position()).toBe(3);
});
