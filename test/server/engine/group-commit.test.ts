import { rename } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { StorageUnavailableError } from "../../../server/engine/engine.js";
import { EVERYTHING, read, writes } from "./conformance.js";
import { take } from "./conformance-feed.js";
import { openGated } from "./gate.js";
import { openScratch } from "./scratch.js";

/** Whether a promise has settled by now. */
async function isSettled(promise: Promise<unknown>): Promise<boolean> {
  let settled = false;
  const note = (): void => {
    settled = true;
  };
  promise.then(note, note);
  for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setImmediate(resolve));
  return settled;
}

test("commits that come together are one write", async () => {
  const { engine, gate } = await openGated();
  await Promise.all(Array.from({ length: 64 }, (_, n) => engine.commit([], writes(`k${n}=1`))));
  expect(gate.written).toBe(1);
  expect(engine.position()).toBe(64);
});

test("commits that come during a write are the next one", async () => {
  const { engine, gate } = await openGated();
  const arrived = gate.shut();
  const first = engine.commit([], writes("a=1"));
  await arrived;
  const behind = Array.from({ length: 50 }, (_, n) => engine.commit([], writes(`k${n}=1`)));
  gate.open();
  await Promise.all([first, ...behind]);
  expect(gate.written).toBe(2);
});

test("nothing is acknowledged, told or counted before it is durable", async () => {
  const { engine, gate } = await openGated();
  const arrived = gate.shut();
  const first = engine.commit([], writes("a=1"));
  await arrived;
  const dependent = engine.commit([{ key: "a", expected: "1" }], writes("b=1"));
  const empty = engine.commit([{ key: "b", expected: "1" }], []);
  const fed = take(engine, 0, 2);
  expect(await engine.commit([{ key: "a", expected: undefined }], writes("a=9"))).toBe("conflict");
  for (const waiting of [first, dependent, empty, fed]) expect(await isSettled(waiting)).toBe(false);
  expect(engine.position()).toBe(0);
  expect([await read(engine, "a"), await read(engine, "b")]).toEqual(["1", "1"]);
  gate.open();
  expect(await Promise.all([first, dependent, empty])).toEqual(["committed", "committed", "committed"]);
  expect((await fed).map(({ position }) => position)).toEqual([1, 2]);
});

test("a failed write takes along what gathered behind it, and the next commit recovers", async () => {
  const { engine, gate, directory } = await openGated();
  await engine.commit([], writes("a=1"));
  const old = await engine.snapshot();
  const told: string[] = [];
  const ending = engine.observe((written) => told.push(written.map(({ key }) => key).join()));
  const arrived = gate.shut();
  const lost = [engine.commit([], writes("a=2", "b=2"))];
  await arrived;
  lost.push(engine.commit([{ key: "a", expected: "2" }], writes("c=2")), engine.commit([], []));
  const hopeful = await engine.snapshot();
  expect(hopeful.get("c")).toBe("2");
  gate.fault = "before";
  gate.open();
  for (const result of await Promise.allSettled(lost)) {
    expect(result).toMatchObject({ status: "rejected", reason: expect.any(StorageUnavailableError) });
  }
  await expect(lost[0]).rejects.toThrow(/did not take a write.*no space left.*Make room/);

  expect(told).toEqual(["a,b", "c", "a,b", "c"]);
  ending();
  expect(engine.position()).toBe(1);
  expect(old.get("a")).toBe("1");
  expect(() => hopeful.get("a")).toThrow(StorageUnavailableError);
  await expect(hopeful.scan(EVERYTHING, 9)).rejects.toThrow(StorageUnavailableError);
  expect([await read(engine, "a"), await read(engine, "b")]).toEqual(["1", undefined]);
  expect(await engine.commit([{ key: "a", expected: "2" }], [])).toBe("conflict");
  expect(await engine.commit([{ key: "a", expected: "1" }], [])).toBe("committed");

  gate.fault = "none";
  const [one, two] = [
    engine.commit([], writes("a=3")),
    engine.commit([{ key: "a", expected: "3" }], writes("d=3")),
  ];
  expect(await Promise.all([one, two])).toEqual(["committed", "committed"]);
  expect((await take(engine, 1, 2)).map(({ position }) => position)).toEqual([4, 5]);
  old.close();
  hopeful.close();

  await engine.close();
  const reopened = await openScratch({ directory });
  const snapshot = await reopened.snapshot();
  expect((await snapshot.scan(EVERYTHING, 9)).map(({ key, value }) => key + value)).toEqual(["a3", "d3"]);
  expect(snapshot.position).toBe(5);
  snapshot.close();
});

test("while the disk stays full every commit says so, and reading goes on", async () => {
  const { engine, gate } = await openGated();
  await engine.commit([], writes("a=1"));
  gate.fault = "before";
  for (let n = 0; n < 5; n++) {
    await expect(engine.commit([], writes("a=2"))).rejects.toThrow(StorageUnavailableError);
    expect(await read(engine, "a")).toBe("1");
  }
  gate.fault = "none";
  expect(await engine.commit([{ key: "a", expected: "1" }], writes("a=2"))).toBe("committed");
});

test("a write that failed and is there after all is taken back", async () => {
  const { engine, gate } = await openGated();
  await engine.commit([], writes("a=1", "gone=1"));
  gate.fault = "after";
  await expect(engine.commit([], writes("a=2", "b=2", "-gone"))).rejects.toThrow(StorageUnavailableError);
  gate.fault = "none";
  expect(await engine.commit([{ key: "a", expected: "1" }], writes("c=3"))).toBe("committed");
  expect([await read(engine, "a"), await read(engine, "b"), await read(engine, "gone")]).toEqual([
    "1",
    undefined,
    "1",
  ]);
  expect((await take(engine, 1, 1))[0]?.writes).toEqual(writes("c=3"));
});

test("a database that cannot be reopened is unavailable until it can", async () => {
  const { engine, gate, directory } = await openGated();
  await engine.commit([], writes("a=1"));
  gate.fault = "before";
  await expect(engine.commit([], writes("a=2"))).rejects.toThrow(StorageUnavailableError);
  gate.fault = "none";
  const held = await engine.snapshot();
  await rename(join(directory, "CURRENT"), join(directory, "AWAY"));
  await expect(engine.commit([], writes("a=2"))).rejects.toThrow(StorageUnavailableError);
  await expect(async () => engine.snapshot()).rejects.toThrow(StorageUnavailableError);
  await expect(async () => held.get("a")).rejects.toThrow(StorageUnavailableError);
  held.close();
  await rename(join(directory, "AWAY"), join(directory, "CURRENT"));
  expect(await read(engine, "a")).toBe("1");
  expect(await engine.commit([{ key: "a", expected: "1" }], writes("a=2"))).toBe("committed");
});

test("closing during a recovery ends well", async () => {
  const { engine, gate, directory } = await openGated();
  gate.fault = "before";
  await expect(engine.commit([], writes("a=1"))).rejects.toThrow(StorageUnavailableError);
  gate.fault = "none";
  const late = engine.commit([], writes("a=2"));
  const results = await Promise.allSettled([late, engine.close()]);
  expect(results[1].status).toBe("fulfilled");
  expect(results[0]).toMatchObject({ reason: expect.objectContaining({ name: "EngineClosedError" }) });
  expect((await openScratch({ directory })).position()).toBe(0);
});

test("what a failed write has left behind is never seen, neither before the disk has recovered nor after", async () => {
  const { engine, gate } = await openGated();
  await engine.commit([], writes("a=1"));
  gate.fault = "after";
  await expect(engine.commit([], writes("a=2"))).rejects.toThrow("EIO");
  expect(await read(engine, "a")).toBe("1");
  expect(await engine.commit([{ key: "a", expected: "1" }], [])).toBe("committed");
  gate.fault = "none";
  await engine.commit([], writes("b=1"));
  expect(await read(engine, "a")).toBe("1");
  expect(await engine.commit([{ key: "a", expected: "1" }], writes("a=3"))).toBe("committed");
});
