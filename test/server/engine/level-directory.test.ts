import { copyFile, mkdir, readdir, readFile, rm, stat, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Level } from "level";
import { describe, expect, onTestFinished, test } from "vitest";
import { CannotOpenError } from "../../../server/engine/engine.js";
import { openLevelEngine } from "../../../server/engine/level.js";
import { read, writes } from "./conformance.js";
import { contents, openScratch, scratchDirectory, startWriter } from "./scratch.js";

/** Why a directory is refused. */
async function refusal(directory: string): Promise<string> {
  const error = await openLevelEngine({ directory }).then(
    (engine) => engine.close(),
    (error: unknown) => error,
  );
  expect(error).toBeInstanceOf(CannotOpenError);
  return (error as Error).message;
}

/** A database with records in its tables and in its log, closed. */
async function filled(): Promise<string> {
  const directory = await scratchDirectory();
  for (const round of [1, 2]) {
    const engine = await openLevelEngine({ directory });
    await engine.commit([], writes(`a=${round}`, `b/${round}=1`));
    await engine.close();
  }
  return directory;
}

async function nameOf(directory: string, beginning: string): Promise<string> {
  const name = (await readdir(directory)).find(
    (name) => name.startsWith(beginning) || name.endsWith(beginning),
  );
  if (name === undefined) throw new Error(`no ${beginning} in ${directory}`);
  return join(directory, name);
}

describe("a directory", () => {
  test("is made, with those above it, for this user alone", async () => {
    const directory = join(await scratchDirectory(), "deep", "down");
    const engine = await openScratch({ directory });
    await engine.commit([], writes("a=1"));
    expect((await stat(directory)).mode & 0o777).toBe(0o700);
    expect((await stat(join(directory, "latchkey.json"))).mode & 0o777).toBe(0o600);
  });

  test("whose making was cut off is made anew", async () => {
    const directory = await scratchDirectory();
    for (const name of ["latchkey.json", "LOCK", "MANIFEST-000001"])
      await writeFile(join(directory, name), "");
    const engine = await openScratch({ directory });
    expect(await engine.commit([], writes("a=1"))).toBe("committed");
  });

  test("that this process has open is refused", async () => {
    const directory = await scratchDirectory();
    const engine = await openScratch({ directory });
    expect(await refusal(directory)).toMatch(/in use by this very process/);
    expect(await engine.commit([], writes("a=1"))).toBe("committed");
  });

  test("that another process has open is refused, and the process is named", async () => {
    const directory = await scratchDirectory();
    const writer = startWriter(directory, "other");
    onTestFinished(() => writer.kill());
    writer.begin();
    for await (const _ of writer.lines) break;
    expect(await refusal(directory)).toMatch(
      new RegExp(`in use by another process .*${writer.process.pid}, since .*Stop that one first`),
    );
  });

  test("with somebody's files is refused and left alone", async () => {
    const directory = await scratchDirectory();
    await writeFile(join(directory, "letters.txt"), "dear reader");
    const before = await contents(directory);
    expect(await refusal(directory)).toMatch(/not Latchkey's; nothing in it was touched/);
    expect(await contents(directory)).toEqual(before);
  });

  test("with somebody's LevelDB is refused and left alone", async () => {
    const directory = await scratchDirectory();
    const foreign = new Level(directory);
    await foreign.put("theirs", "1");
    await foreign.close();
    const before = await contents(directory);
    expect(await refusal(directory)).toMatch(/not Latchkey's; nothing in it was touched/);
    expect(await contents(directory)).toEqual(before);
  });

  test("with a LevelDB that has our file but not our mark is refused", async () => {
    const directory = await scratchDirectory();
    const foreign = new Level(directory);
    await foreign.put("theirs", "1");
    await foreign.close();
    await writeFile(join(directory, "latchkey.json"), "{}");
    expect(await refusal(directory)).toMatch(/was not made by Latchkey; none of its keys was touched/);
  });

  test("of a newer format is refused, and both versions are named", async () => {
    const directory = await filled();
    const database = new Level(directory);
    await database.put("!latchkey", "7");
    await database.close();
    expect(await refusal(directory)).toMatch(/has format 7; this Latchkey knows formats up to 1/);
  });

  test("that is a file, or lies below one, is refused", async () => {
    const file = join(await scratchDirectory(), "file");
    await writeFile(file, "text");
    expect(await refusal(file)).toMatch(/is not a directory/);
    expect(await refusal(join(file, "below"))).toMatch(/is not a directory/);
    expect(await readFile(file, "utf8")).toBe("text");
  });

  // The superuser may do everything.
  test.skipIf(process.getuid?.() === 0)("without permission is refused", async () => {
    const directory = join(await scratchDirectory(), "closed");
    await mkdir(directory, { mode: 0o500 });
    expect(await refusal(directory)).toMatch(/may not be read and written by this user/);
  });
});

const DAMAGES: readonly (readonly [what: string, damage: (directory: string) => Promise<void>])[] = [
  ["CURRENT is cut", async (directory) => truncate(join(directory, "CURRENT"), 5)],
  ["CURRENT is empty", async (directory) => truncate(join(directory, "CURRENT"), 0)],
  ["CURRENT is missing", async (directory) => rm(join(directory, "CURRENT"))],
  ["the manifest is cut", async (directory) => truncate(await nameOf(directory, "MANIFEST-"), 10)],
  ["the manifest is empty", async (directory) => truncate(await nameOf(directory, "MANIFEST-"), 0)],
  ["the manifest is missing", async (directory) => rm(await nameOf(directory, "MANIFEST-"))],
  ["a table is missing", async (directory) => rm(await nameOf(directory, ".ldb"))],
];

describe("a damaged database", () => {
  test.each(DAMAGES)("is refused, not repaired, when %s", async (_what, damage) => {
    const directory = await filled();
    const kept = await scratchDirectory();
    for (const name of await readdir(directory)) await copyFile(join(directory, name), join(kept, name));
    await damage(directory);
    const records = await recordsOf(directory);
    const words = await refusal(directory);
    expect(words).toContain(directory);
    expect(words).toMatch(
      /is damaged .* was not repaired\. Put a backup in its place\..*copy of the directory/,
    );
    expect(await recordsOf(directory)).toEqual(records);

    // And a backup in its place is all it takes.
    await rm(directory, { recursive: true });
    const engine = await openScratch({ directory: kept });
    expect([await read(engine, "a"), engine.position()]).toEqual(["2", 2]);
  });
});

/** Tables and logs: what holds the records. */
async function recordsOf(directory: string): Promise<[string, string][]> {
  return Object.entries(await contents(directory)).filter(([name]) => /\.(ldb|log)$/.test(name));
}
