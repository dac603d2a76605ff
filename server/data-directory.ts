import { mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { type Config, OPERATOR_DIRECTORY } from "./config.js";
import { CannotOpenError, type Engine } from "./engine/engine.js";

/** Where the database is, in the data directory. */
const DATABASE_DIRECTORY = "database";

/** The log of a server that `latchkey start` started, which opens it before the server runs. */
const LOG_FILES = ["server.log", "server.log.1"];

/** Opens the engine that the configuration names. Throws CannotOpenError. */
export async function openEngine(config: Config): Promise<Engine> {
  if (config.engine === "memory") {
    const { openMemoryEngine } = await import("./engine/memory.js");
    return openMemoryEngine();
  }
  const { openLevelEngine } = await import("./engine/level.js");
  return openLevelEngine({ directory: join(config.dataDirectory, DATABASE_DIRECTORY) });
}

/**
 * Makes the data directory, for this user alone, if there is none. Throws CannotOpenError for one that holds what is not
 * ours.
 */
export function prepareDataDirectory(path: string): void {
  let names: string[];
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 });
    names = readdirSync(path);
  } catch (error) {
    throw new CannotOpenError(
      `The data directory ${path} cannot be used (${(error as Error).message}): choose another with --data-directory.`,
    );
  }
  if (
    names.every((name) => LOG_FILES.includes(name)) ||
    names.some((name) => name === DATABASE_DIRECTORY || name === OPERATOR_DIRECTORY)
  ) {
    return;
  }
  throw new CannotOpenError(
    `The data directory ${path} holds files that are not Latchkey's; nothing in it was touched. Name an empty one, or one that does not exist yet, with --data-directory.`,
  );
}
