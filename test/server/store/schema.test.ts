import { describe, expect, test } from "vitest";
import { CannotOpenError, type Engine } from "../../../server/engine/engine.js";
import { migrateSchema, SCHEMA_VERSION } from "../../../server/store/schema.js";
import { readEverything } from "../../support/consistency.js";
import { ENGINES, openTestEngine } from "../../support/test-environment.js";

interface Old {
  readonly n: number;
  readonly v?: number;
}

const double = (to: number, place: string) => ({
  to,
  place,
  // Leaves alone what it has changed already.
  change: (record: unknown) => {
    const old = record as Old;
    return old.v === to ? old : { n: old.n * 2, v: to };
  },
});

async function put(engine: Engine, entries: Record<string, unknown>): Promise<void> {
  const writes = Object.entries(entries).map(([key, value]) => ({ key, value: JSON.stringify(value) }));
  await engine.commit([], writes);
}

async function read(engine: Engine): Promise<Record<string, unknown>> {
  const entries = await readEverything(engine);
  return Object.fromEntries(entries.map(({ key, value }) => [key, JSON.parse(value)]));
}

describe.each(ENGINES)("the schema (%s)", (name) => {
  test("of an empty database is the present one, and opening it again changes nothing", async () => {
    const engine = await openTestEngine(name);
    await migrateSchema(engine);
    expect(await read(engine)).toEqual({ "schema/version": SCHEMA_VERSION });
    const position = engine.position();
    await migrateSchema(engine);
    expect(engine.position()).toBe(position);
  });

  test("is brought forward step by step, every record of a place and no other", async () => {
    const engine = await openTestEngine(name);
    const many = Object.fromEntries(
      Array.from({ length: 1_201 }, (_, n) => [`notes/${String(n).padStart(5, "0")}`, { n }]),
    );
    await put(engine, { ...many, "notes.by-n/1": "notes/1", "notes2/1": { n: 1 }, "schema/version": 1 });
    await migrateSchema(engine, 4, [double(2, "notes"), double(3, "notes")]);
    const after = await read(engine);
    expect(after["schema/version"]).toBe(4);
    expect(after["notes.by-n/1"]).toBe("notes/1");
    expect(after["notes2/1"]).toEqual({ n: 1 });
    for (const [key, { n }] of Object.entries(many)) expect(after[key]).toEqual({ n: n * 4, v: 3 });
  });

  test("goes on where a step was cut off, at whatever commit", async () => {
    const steps = [double(2, "notes"), double(2, "words"), double(3, "words")];
    const records = Object.fromEntries(
      Array.from({ length: 700 }, (_, n) => [`notes/${String(n).padStart(5, "0")}`, { n }]),
    );
    const before = { ...records, "words/1": { n: 5 }, "schema/version": 1 };
    for (let commits = 0; commits < 8; commits++) {
      const engine = await openTestEngine(name);
      await put(engine, before);
      const isDone = await migrateSchema(cutOffAfter(engine, commits), 3, steps).then(
        () => true,
        () => false,
      );
      if (!isDone) await migrateSchema(engine, 3, steps);
      const after = await read(engine);
      expect(after).toMatchObject({ "schema/version": 3, "words/1": { n: 20, v: 3 } });
      expect(after["notes/00699"]).toEqual({ n: 1_398, v: 2 });
      expect(after["notes/00001"]).toEqual({ n: 2, v: 2 });
    }
  });

  test("of a newer Latchkey is refused in words, and nothing is touched", async () => {
    const engine = await openTestEngine(name);
    await put(engine, { "schema/version": SCHEMA_VERSION + 1, "notes/1": { n: 1 } });
    const before = await read(engine);
    await expect(migrateSchema(engine)).rejects.toThrow(CannotOpenError);
    await expect(migrateSchema(engine)).rejects.toThrow(/Install the Latchkey that wrote it/);
    expect(await read(engine)).toEqual(before);
  });

  test.each([
    ["no version at all", { "notes/1": { n: 1 } }],
    ["a version that is none", { "schema/version": "one", "notes/1": { n: 1 } }],
    ["a version of zero", { "schema/version": 0 }],
  ])("with %s is not taken for ours", async (_, entries) => {
    const engine = await openTestEngine(name);
    await put(engine, entries);
    const before = await read(engine);
    await expect(migrateSchema(engine)).rejects.toThrow(/none of Latchkey's/);
    expect(await read(engine)).toEqual(before);
  });
});

/** The engine, until so many commits are through. */
function cutOffAfter(engine: Engine, commits: number): Engine {
  let left = commits;
  return {
    snapshot: () => engine.snapshot(),
    position: () => engine.position(),
    changes: (after) => engine.changes(after),
    observe: (observer) => engine.observe(observer),
    close: () => engine.close(),
    commit: async (checks, writes) => {
      left -= 1;
      if (left < 0) throw new Error("The power is gone.");
      return engine.commit(checks, writes);
    },
  };
}
