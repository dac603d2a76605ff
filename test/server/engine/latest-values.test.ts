import { expect, test } from "vitest";
import type { Value } from "../../../server/engine/engine.js";
import { LatestValues } from "../../../server/engine/latest-values.js";
import { RecentMap } from "../../../server/engine/recent-map.js";
import { read, writes } from "./conformance.js";
import { openGated } from "./gate.js";

/** Values over a disk that counts how often it is read. */
function overDisk(disk: Record<string, Value>) {
  const latest = new LatestValues(0);
  const reads: string[] = [];
  const get = (key: string) =>
    latest.get(key, (wanted) => {
      reads.push(wanted);
      return disk[wanted];
    });
  return { latest, reads, get };
}

test("a key is read once, be there anything or not, and then follows the commits", () => {
  const { latest, reads, get } = overDisk({ a: "1" });
  expect([get("a"), get("a"), get("b"), get("b")]).toEqual(["1", "1", undefined, undefined]);
  expect(reads).toEqual(["a", "b"]);
  latest.accept({ position: 7, writes: writes("a=2") });
  expect([get("a"), latest.position]).toEqual(["2", 7]);
  expect(reads).toEqual(["a", "b"]);
});

test("what is deleted, new or long is read again", () => {
  const disk: Record<string, Value> = { a: "1", b: "1" };
  const { latest, reads, get } = overDisk(disk);
  for (const key of ["a", "b", "c"]) get(key);
  const long = "x".repeat(5_000);
  disk["b"] = long;
  disk["c"] = "1";
  delete disk["a"];
  latest.accept({ position: 1, writes: [...writes("-a", "c=1"), { key: "b", value: long }] });
  expect([get("a"), get("b"), get("c"), get("b")]).toEqual([undefined, long, "1", long]);
  expect(reads).toEqual(["a", "b", "c", "a", "b", "c", "b"]);
});

test("when commits are lost, all is read again", () => {
  const { latest, reads, get } = overDisk({ a: "1" });
  get("a");
  latest.accept({ position: 2, writes: writes("a=2") });
  latest.returnTo(1);
  expect([get("a"), latest.position]).toEqual(["1", 1]);
  expect(reads).toEqual(["a", "a"]);
});

test("an engine that lost a write shows what was there before, though it was read in between", async () => {
  const { engine, gate } = await openGated();
  await engine.commit([], writes("a=1"));
  gate.fault = "before";
  const lost = engine.commit([], writes("a=2"));
  expect(await read(engine, "a")).toBe("2");
  await expect(lost).rejects.toThrow("ENOSPC");
  expect(await read(engine, "a")).toBe("1");
  gate.fault = "none";
  expect(await engine.commit([{ key: "a", expected: "1" }], writes("a=3"))).toBe("committed");
  expect(await read(engine, "a")).toBe("3");
});

test("a snapshot from before a commit shows what was there then, however often it was read since", async () => {
  const { engine } = await openGated();
  await engine.commit([], writes("a=1"));
  const before = await engine.snapshot();
  const commit = engine.commit([], writes("a=2", "b=2"));
  expect([await read(engine, "a"), await read(engine, "b")]).toEqual(["2", "2"]);
  expect([await before.get("a"), await before.get("b")]).toEqual(["1", undefined]);
  await commit;
  expect([await before.get("a"), await before.get("b")]).toEqual(["1", undefined]);
  expect([await read(engine, "a"), await read(engine, "b")]).toEqual(["2", "2"]);
  before.close();
});

test("a recent map holds what is of use, and no more than twice its size", () => {
  const map = new RecentMap<{ readonly n: number }>(4);
  map.set("kept", { n: 0 });
  for (let n = 1; n <= 40; n++) {
    map.set(`k${n}`, { n });
    expect(map.get("kept")).toEqual({ n: 0 });
  }
  expect(map.get("k40")).toEqual({ n: 40 });
  expect(map.get("k1")).toBeUndefined();
  const held = Array.from({ length: 40 }, (_, n) => map.peek(`k${n + 1}`)).filter(Boolean);
  expect(held.length).toBeLessThanOrEqual(8);
  map.delete("kept");
  expect(map.get("kept")).toBeUndefined();
  map.clear();
  expect(map.peek("k40")).toBeUndefined();
});
