import { once } from "node:events";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { credentials } from "@grpc/grpc-js";
import { expect } from "vitest";
import { openLevelEngine } from "../../server/engine/level.js";
import { findInconsistencies, readEverything } from "./consistency.js";
import type { Machine } from "./latchkey-process.js";
import { connectTo } from "./running-server.js";

/** Starts a server of this machine that can be called, and killed at any instant; what it logs is kept. */
export async function serveToKill(machine: Machine, logs: string[]) {
  const { child, address, setupCode } = await machine.serve("--log-level", "debug");
  child.stderr?.on("data", (chunk: unknown) => logs.push(String(chunk)));
  return {
    setupCode,
    calls: connectTo(address, credentials.createInsecure()),
    async kill() {
      const exit = once(child, "exit");
      child.kill("SIGKILL");
      await exit;
    },
  };
}

/** Fails when what the stopped server stored does not agree with itself. */
export async function checkRecords(machine: Machine, when: string): Promise<void> {
  const engine = await openLevelEngine({ directory: join(machine.dataDirectory, "database") });
  try {
    expect([when, ...(await findInconsistencies(engine))]).toEqual([when]);
  } finally {
    await engine.close();
  }
}

/** Fails when anything that was ever handed out is in a file, a record, or the log, which tells of this operation. */
export async function searchForSecrets(
  machine: Machine,
  secrets: ReadonlySet<string>,
  logs: readonly string[],
  operation: string,
): Promise<void> {
  const places = new Map<string, string>([["the log", logs.join("")]]);
  for (const entry of await readdir(machine.home, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    places.set(path, await readFile(path, "latin1"));
  }
  // In the files the records are compressed: they are looked at as they are read, too.
  const engine = await openLevelEngine({ directory: join(machine.dataDirectory, "database") });
  const records = (await readEverything(engine)).map(({ key, value }) => `${key} ${value}`);
  await engine.close();
  places.set("the records", records.join("\n"));
  expect(records.length).toBeGreaterThan(10);
  expect(places.get("the log")).toContain(operation);
  // Thousands of secrets are not looked for one by one, but by what they all begin with.
  const plain = [...secrets].filter((secret) => !/^lk[a-z]_\w{36}$/.test(secret));
  for (const [place, text] of places) {
    const held = [...text.matchAll(/(?=(lk[a-z]_\w{36}))/g)].flatMap(([, secret]) => secret ?? []);
    for (const secret of [
      ...held.filter((one) => secrets.has(one)),
      ...plain.filter((one) => text.includes(one)),
    ])
      throw new Error(`${place} holds the secret ${secret.slice(0, 10)}…`);
  }
}
