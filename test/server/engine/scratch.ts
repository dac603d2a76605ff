import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface, type Interface } from "node:readline";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";
import type { Engine } from "../../../server/engine/engine.js";
import { type LevelEngineOptions, openLevelEngine } from "../../../server/engine/level.js";

/** A directory that goes away with the test. */
export async function scratchDirectory(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), "latchkey-engine-"));
  onTestFinished(() => rm(directory, { recursive: true, force: true }));
  return directory;
}

/** A LevelDB engine that closes with the test. */
export async function openScratch(options: LevelEngineOptions): Promise<Engine> {
  const engine = await openLevelEngine(options);
  onTestFinished(() => engine.close());
  return engine;
}

/** What every file of a directory holds. */
export async function contents(directory: string): Promise<Record<string, string>> {
  const files: Record<string, string> = {};
  for (const name of (await readdir(directory)).sort()) {
    files[name] = await readFile(join(directory, name), "latin1");
  }
  return files;
}

/** A process that writes to a database once it is told to begin, and prints what was acknowledged. */
export interface Writer {
  readonly process: ChildProcess;
  readonly lines: Interface;
  begin(): void;
  /** Ends it the hard way and returns once it is gone. */
  kill(): Promise<void>;
}

/** Starts a writer; it opens the directory only when it begins. */
export function startWriter(directory: string, name: string): Writer {
  const script = fileURLToPath(new URL("./crash-writer.ts", import.meta.url));
  const child = spawn(process.execPath, ["--import", "tsx", script, directory, name], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const exited = once(child, "exit");
  return {
    process: child,
    lines: createInterface({ input: child.stdout }),
    begin: () => child.stdin.write("begin\n"),
    kill: async () => {
      child.kill("SIGKILL");
      await exited;
    },
  };
}
