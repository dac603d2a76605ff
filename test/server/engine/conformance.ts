import { describe, expect, onTestFinished, test } from "vitest";
import type { Engine, Entry, Range, Write } from "../../../server/engine/engine.js";
import { feedConformance } from "./conformance-feed.js";
import { modelConformance } from "./conformance-model.js";
import { observerConformance } from "./conformance-observers.js";
import { closeConformance, keyConformance } from "./conformance-refusals.js";

/** An engine under test. */
export interface Subject {
  readonly engine: Engine;
  /** Closes the engine and opens what it stored; absent when it stores nothing beyond its own life. */
  readonly reopen?: () => Promise<Engine>;
  /** Closes whatever is open and removes what was stored. */
  dispose(): Promise<void>;
}

/** Opens an empty engine. */
export type OpenSubject = (options?: { tailLength?: number }) => Promise<Subject>;

/** Every key a caller may use. */
export const EVERYTHING: Range = { start: "!", end: "~~" };

/** What every engine owes: run for each of them. */
export function engineConformance(name: string, open: OpenSubject): void {
  describe(`${name}: the contract of an engine`, () => {
    readConformance(open);
    commitConformance(open);
    keyConformance(open);
    closeConformance(open);
    feedConformance(open);
    observerConformance(open);
    modelConformance(open);
  });
}

/** Opens an empty engine that goes away with the test. */
export async function fresh(open: OpenSubject, options: { tailLength?: number } = {}): Promise<Engine> {
  const subject = await open(options);
  onTestFinished(() => subject.dispose());
  return subject.engine;
}

/** Writes `key=value`, or with `-key` takes a key away. */
export function writes(...texts: readonly string[]): Write[] {
  return texts.map((text) => {
    if (text.startsWith("-")) return { key: text.slice(1), value: undefined };
    const [key = "", value = ""] = text.split("=");
    return { key, value };
  });
}

/** The value of one key as things are now. */
export async function read(engine: Engine, key: string): Promise<string | undefined> {
  const snapshot = await engine.snapshot();
  try {
    return await snapshot.get(key);
  } finally {
    snapshot.close();
  }
}

/** All entries of a range as things are now, as `key=value`. */
export async function list(engine: Engine, range: Range = EVERYTHING, limit = 1000): Promise<string[]> {
  const snapshot = await engine.snapshot();
  try {
    return texts(await snapshot.scan(range, limit));
  } finally {
    snapshot.close();
  }
}

function texts(entries: readonly Entry[]): string[] {
  return entries.map(({ key, value }) => `${key}=${value}`);
}

function readConformance(open: OpenSubject): void {
  describe("reading", () => {
    test("an empty engine holds nothing, at position 0", async () => {
      const engine = await fresh(open);
      expect(await list(engine)).toEqual([]);
      expect(await read(engine, "a")).toBeUndefined();
      expect(engine.position()).toBe(0);
    });

    test("entries come in byte order, whatever order they were written in", async () => {
      const engine = await fresh(open);
      await engine.commit([], writes("b=2", "a/2=x", "a=1", "B=0", "~=9"));
      await engine.commit([], writes("a/10=y", "a0=z", '"=first'));
      expect(await list(engine)).toEqual(['"=first', "B=0", "a=1", "a/10=y", "a/2=x", "a0=z", "b=2", "~=9"]);
    });

    test("a range has its start and not its end", async () => {
      const engine = await fresh(open);
      await engine.commit([], writes("a=1", "b=2", "c=3", "d=4"));
      expect(await list(engine, { start: "b", end: "d" })).toEqual(["b=2", "c=3"]);
      expect(await list(engine, { start: "aa", end: "cc" })).toEqual(["b=2", "c=3"]);
      expect(await list(engine, { start: "b!", end: "d!" })).toEqual(["c=3", "d=4"]);
      expect(await list(engine, { start: "d", end: "b" })).toEqual([]);
      expect(await list(engine, { start: "b", end: "b" })).toEqual([]);
    });

    test("reverse turns the order, limit cuts what comes last", async () => {
      const engine = await fresh(open);
      await engine.commit([], writes("a=1", "b=2", "c=3", "d=4"));
      expect(await list(engine, { start: "a", end: "d", reverse: true })).toEqual(["c=3", "b=2", "a=1"]);
      expect(await list(engine, { start: "a", end: "e" }, 2)).toEqual(["a=1", "b=2"]);
      expect(await list(engine, { start: "a", end: "e", reverse: true }, 2)).toEqual(["d=4", "c=3"]);
      expect(await list(engine, EVERYTHING, 0)).toEqual([]);
    });

    test("a scan passes over more entries than fit one portion", async () => {
      const engine = await fresh(open);
      const many = Array.from({ length: 2500 }, (_, n) => `n/${String(n).padStart(5, "0")}=${n}`);
      await engine.commit([], writes(...many));
      expect(await list(engine, EVERYTHING, 5000)).toEqual(many);
    });

    test("a snapshot stays as it was, through commits that wait and commits that are durable", async () => {
      const engine = await fresh(open);
      await engine.commit([], writes("a=1", "b=1"));
      const waiting = engine.commit([], writes("a=2", "-b", "c=2"));
      const early = await engine.snapshot();
      const behind = engine.commit([], writes("a=3", "b=3", "-c"));
      const late = await engine.snapshot();
      const check = async (): Promise<void> => {
        expect(texts(await early.scan(EVERYTHING, 9))).toEqual(["a=2", "c=2"]);
        expect([await early.get("a"), await early.get("b"), await early.get("c")]).toEqual([
          "2",
          undefined,
          "2",
        ]);
        expect(texts(await late.scan(EVERYTHING, 9))).toEqual(["a=3", "b=3"]);
        expect(texts(await late.scan({ ...EVERYTHING, reverse: true }, 1))).toEqual(["b=3"]);
        expect([await late.get("a"), await late.get("b"), await late.get("c")]).toEqual([
          "3",
          "3",
          undefined,
        ]);
      };
      await check();
      await Promise.all([waiting, behind]);
      await check();
      await engine.commit([], writes("-a", "-b", "d=4"));
      await check();
      expect([early.position, late.position]).toEqual([2, 3]);
      early.close();
      early.close();
      late.close();
      expect(await list(engine)).toEqual(["d=4"]);
    });

    test("a limit counts what is there, not what a waiting commit takes away", async () => {
      const engine = await fresh(open);
      await engine.commit([], writes("a=1", "b=1", "c=1", "d=1", "e=1"));
      const waiting = engine.commit([], writes("-a", "-b", "-e"));
      expect(await list(engine, EVERYTHING, 1)).toEqual(["c=1"]);
      expect(await list(engine, { ...EVERYTHING, reverse: true }, 1)).toEqual(["d=1"]);
      expect(await list(engine, EVERYTHING, 9)).toEqual(["c=1", "d=1"]);
      await waiting;
    });

    test("a closed snapshot says so", async () => {
      const engine = await fresh(open);
      const snapshot = await engine.snapshot();
      snapshot.close();
      await expect(async () => snapshot.get("a")).rejects.toThrow("The snapshot is closed.");
      await expect(async () => snapshot.scan(EVERYTHING, 1)).rejects.toThrow("The snapshot is closed.");
    });
  });
}

function commitConformance(open: OpenSubject): void {
  describe("committing", () => {
    test("a check holds for the value and for absence", async () => {
      const engine = await fresh(open);
      expect(await engine.commit([{ key: "a", expected: undefined }], writes("a=1"))).toBe("committed");
      expect(await engine.commit([{ key: "a", expected: undefined }], writes("a=2"))).toBe("conflict");
      expect(await engine.commit([{ key: "a", expected: "2" }], writes("a=2"))).toBe("conflict");
      expect(await engine.commit([{ key: "a", expected: "1" }], writes("-a"))).toBe("committed");
      expect(await engine.commit([{ key: "a", expected: undefined }], writes("a="))).toBe("committed");
      expect(await engine.commit([{ key: "a", expected: undefined }], [])).toBe("conflict");
      expect(await engine.commit([{ key: "a", expected: "" }], [])).toBe("committed");
    });

    test("a conflict leaves nothing and takes no position", async () => {
      const engine = await fresh(open);
      await engine.commit([], writes("a=1"));
      const checks = [
        { key: "a", expected: "1" },
        { key: "b", expected: "1" },
      ];
      expect(await engine.commit(checks, writes("a=2", "c=2"))).toBe("conflict");
      expect(await list(engine)).toEqual(["a=1"]);
      expect(engine.position()).toBe(1);
    });

    test("commits that build on each other hold in the order of the calls, without waiting", async () => {
      const engine = await fresh(open);
      const steps = Array.from({ length: 200 }, (_, n) =>
        engine.commit([{ key: "n", expected: n === 0 ? undefined : String(n - 1) }], writes(`n=${n}`)),
      );
      expect(new Set(await Promise.all(steps))).toEqual(new Set(["committed"]));
      expect(await read(engine, "n")).toBe("199");
      expect(engine.position()).toBe(200);
    });

    test("of a thousand who want the same key one gets it", async () => {
      const engine = await fresh(open);
      const tries = Array.from({ length: 1000 }, (_, n) =>
        engine.commit([{ key: "only", expected: undefined }], writes(`only=${n}`)),
      );
      const won = (await Promise.all(tries)).filter((result) => result === "committed");
      expect(won).toHaveLength(1);
      expect(await read(engine, "only")).toBe("0");
    });

    test("a commit without writes resolves after what was accepted before it", async () => {
      const engine = await fresh(open);
      const first = engine.commit([], writes("a=1"));
      expect(await engine.commit([], [])).toBe("committed");
      expect(engine.position()).toBe(1);
      await first;
      expect(await engine.commit([], [])).toBe("committed");
      expect(engine.position()).toBe(1);
    });

    test("the later of two writes to one key holds", async () => {
      const engine = await fresh(open);
      await engine.commit([], writes("a=1", "a=2", "b=1", "-b"));
      expect(await list(engine)).toEqual(["a=2"]);
    });

    test("any text is a value", async () => {
      const engine = await fresh(open);
      const values = ["", " \n\r\t\0", "Zoë ✓ 🔑", '{"a":[1]}', "x".repeat(100_000)];
      await engine.commit(
        [],
        values.map((value, n) => ({ key: `v${n}`, value })),
      );
      for (const [n, value] of values.entries()) expect(await read(engine, `v${n}`)).toBe(value);
    });
  });
}
