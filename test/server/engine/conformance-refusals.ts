import { describe, expect, test } from "vitest";
import { EngineClosedError } from "../../../server/engine/engine.js";
import { EVERYTHING, fresh, list, type OpenSubject, read, writes } from "./conformance.js";

const BAD_KEYS: readonly (readonly [what: string, key: unknown, fault: RegExp])[] = [
  ["an empty key", "", /1 to 512 characters; this one has 0/],
  ["a long key", "x".repeat(513), /1 to 512 characters; this one has 513/],
  ["a key with a space", "a b", /printable ASCII.*U\+0020 at character 2/],
  ["a key beyond ASCII", "aé", /printable ASCII.*U\+00E9 at character 2/],
  ["a key with a line end", "a\n", /printable ASCII.*U\+000A at character 2/],
  ["a key of the engine", "!position", /"!" belong to the engine/],
  ["a key that is no text", 7, /A key is text; this one is number/],
  ["no key", undefined, /A key is text; this one is undefined/],
];

/** What every engine refuses to take. */
export function keyConformance(open: OpenSubject): void {
  describe("keys and values", () => {
    test.each(BAD_KEYS)("%s is refused everywhere, and nothing happens", async (_what, bad, fault) => {
      const engine = await fresh(open);
      const key = bad as string;
      const snapshot = await engine.snapshot();
      await expect(
        engine.commit(
          [],
          [
            { key: "a", value: "1" },
            { key, value: "1" },
          ],
        ),
      ).rejects.toThrow(fault);
      await expect(engine.commit([{ key, expected: undefined }], writes("a=1"))).rejects.toThrow(fault);
      await expect(async () => snapshot.get(key)).rejects.toThrow(fault);
      snapshot.close();
      expect(await list(engine)).toEqual([]);
      expect(engine.position()).toBe(0);
    });

    test("the longest key works, and so does the range behind it", async () => {
      const engine = await fresh(open);
      const key = "k".repeat(512);
      await engine.commit([], [{ key, value: "1" }]);
      expect(await read(engine, key)).toBe("1");
      expect(await list(engine, { start: `${key}!`, end: "l" })).toEqual([]);
    });

    test("a bad range or limit is refused", async () => {
      const engine = await fresh(open);
      const snapshot = await engine.snapshot();
      await expect(async () => snapshot.scan({ start: "", end: "b" }, 1)).rejects.toThrow(
        /A bound has 1 to 513/,
      );
      await expect(async () => snapshot.scan({ start: "a", end: "é" }, 1)).rejects.toThrow(
        /A bound is printable/,
      );
      await expect(async () => snapshot.scan(EVERYTHING, -1)).rejects.toThrow(/limit.*this one is -1/);
      await expect(async () => snapshot.scan(EVERYTHING, 1.5)).rejects.toThrow(RangeError);
      await expect(async () => snapshot.scan(EVERYTHING, Number.NaN)).rejects.toThrow(RangeError);
      snapshot.close();
    });

    test("a value that is no text is refused", async () => {
      const engine = await fresh(open);
      await expect(engine.commit([], [{ key: "a", value: "\ud800" }])).rejects.toThrow(/lone surrogate/);
      await expect(engine.commit([], [{ key: "a", value: 7 as never }])).rejects.toThrow(/A value is text/);
      expect(await list(engine)).toEqual([]);
    });
  });
}

/** What every engine owes when it closes. */
export function closeConformance(open: OpenSubject): void {
  describe("closing", () => {
    test("waits for commits under way, and may be asked for twice", async () => {
      const engine = await fresh(open);
      const settled: string[] = [];
      const commits = [engine.commit([], writes("a=1")), engine.commit([], writes("b=1"))];
      for (const commit of commits) commit.then((result) => settled.push(result));
      await Promise.all([engine.close(), engine.close()]);
      expect(settled).toEqual(["committed", "committed"]);
      await engine.close();
    });

    test("every later call says that it is closed", async () => {
      const engine = await fresh(open);
      const snapshot = await engine.snapshot();
      await engine.close();
      await expect(engine.commit([], writes("a=1"))).rejects.toThrow(EngineClosedError);
      await expect(async () => engine.snapshot()).rejects.toThrow(EngineClosedError);
      await expect(async () => engine.changes(0)).rejects.toThrow(EngineClosedError);
      await expect(async () => snapshot.get("a")).rejects.toThrow(EngineClosedError);
      await expect(async () => snapshot.scan(EVERYTHING, 1)).rejects.toThrow(EngineClosedError);
      snapshot.close();
    });
  });
}
