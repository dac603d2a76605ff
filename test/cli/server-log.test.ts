import { appendFileSync, existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openServerLog } from "../../cli/server-log.js";

let directory: string;
let data: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "latchkey-log-"));
  data = join(directory, "data");
});
afterEach(() => rm(directory, { recursive: true, force: true }));

test("makes the directory and the file for their owner alone", async () => {
  openServerLog(data)?.close();
  expect((await stat(data)).mode & 0o777).toBe(0o700);
  expect((await stat(join(data, "server.log"))).mode & 0o777).toBe(0o600);
});

test("tells the plain words written since it was opened, not entries and not what stood there", async () => {
  await mkdir(data);
  await writeFile(join(data, "server.log"), "Words of last week.\n");
  const log = openServerLog(data);
  appendFileSync(
    log?.descriptor ?? -1,
    '{"level":"info"}\nIt cannot start:\n  the port is taken\n{"level":"info"}\n',
  );
  expect(log?.words()).toBe("It cannot start:\n  the port is taken");
  log?.close();
});

test("is put aside when it has grown large", async () => {
  await mkdir(data);
  const path = join(data, "server.log");
  await writeFile(path, "");
  await truncate(path, 6 * 1024 * 1024);
  openServerLog(data)?.close();
  expect((await stat(path)).size).toBe(0);
  expect((await stat(`${path}.1`)).size).toBe(6 * 1024 * 1024);
});

test("goes on in the same file while it is small", async () => {
  openServerLog(data)?.close();
  await writeFile(join(data, "server.log"), "kept\n");
  openServerLog(data)?.close();
  expect(await readFile(join(data, "server.log"), "utf8")).toBe("kept\n");
});

test("leaves nothing in a directory that is somebody else's, and does not fail where it cannot write", async () => {
  await mkdir(data);
  await writeFile(join(data, "thesis.tex"), "");
  expect(openServerLog(data)).toBeUndefined();
  expect(await readdir(data)).toEqual(["thesis.tex"]);
  expect(openServerLog(join(data, "thesis.tex", "x"))).toBeUndefined();
  expect(existsSync(join(data, "server.log"))).toBe(false);
});
