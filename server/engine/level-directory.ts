import { mkdir, open, readdir, readFile, statfs, unlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { CannotOpenError } from "./engine.js";

/**
 * Says that the directory is Latchkey's, and who opened it last. It is there before LevelDB is, so that a LevelDB of
 * somebody else is told apart without opening it, which would change it.
 */
const HOLDER_FILE = "latchkey.json";

/** What LevelDB leaves of a database whose making was cut off: nothing in it holds a key. */
const UNFINISHED = new Set([HOLDER_FILE, "LOCK", "LOG", "LOG.old", "MANIFEST-000001", "000001.dbtmp"]);

/** Room that reopening may need: what the log holds is written once more, and that is 4 MiB at most. */
const ROOM_TO_REOPEN_BYTES = 8 * 1024 * 1024;

/** Makes the directory if there is none, and makes sure that it is ours. Throws CannotOpenError. */
export async function prepareDirectory(directory: string): Promise<void> {
  const names = await list(directory);
  if (names.length === 0) {
    await recordHolder(directory, {});
  } else if (!names.includes(HOLDER_FILE)) {
    throw new CannotOpenError(
      `${directory} holds files that are not Latchkey's; nothing in it was touched. Name an empty directory, or one that does not exist yet.`,
    );
  } else if (!names.includes("CURRENT") && names.some((name) => !UNFINISHED.has(name))) {
    throw damaged(directory, "the file CURRENT is missing");
  }
}

/** Notes who has the database open, for whoever finds it locked. Throws CannotOpenError. */
export async function recordHolder(directory: string, holder: object = { pid: process.pid }): Promise<void> {
  const content = { program: "latchkey", ...holder, since: new Date().toISOString() };
  try {
    await writeFile(join(directory, HOLDER_FILE), `${JSON.stringify(content)}\n`, { mode: 0o600 });
  } catch (error) {
    throw cannotUse(directory, error);
  }
}

/** The error for a database that is open elsewhere; it names the process if that is known. */
export async function locked(directory: string): Promise<CannotOpenError> {
  const holder = await readHolder(directory);
  const who =
    holder?.pid === process.pid
      ? "this very process"
      : holder === undefined
        ? "another process"
        : `another process (it seems to be ${holder.pid}, since ${holder.since})`;
  return new CannotOpenError(
    `The database in ${directory} is in use by ${who}. Stop that one first, or name another directory.`,
  );
}

/** The error for a database that cannot be trusted any more. */
export function damaged(directory: string, why: string, cause?: unknown): CannotOpenError {
  return new CannotOpenError(
    `The database in ${directory} is damaged (${why}) and was not repaired. Put a backup in its place. Without one, let LevelDB save what it can from a copy of the directory (Level.repair of the npm package "level"); records may be missing from it afterwards.`,
    { cause },
  );
}

/** The error for a directory that the system does not let us use. */
export function cannotUse(directory: string, error: unknown): CannotOpenError {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === "ENOTDIR" || code === "EEXIST") {
    return new CannotOpenError(`${directory} is not a directory. Name one for the database.`, {
      cause: error,
    });
  }
  if (code === "EACCES" || code === "EPERM" || code === "EROFS" || /permission denied/i.test(message)) {
    return new CannotOpenError(
      `${directory} may not be read and written by this user. Change its owner or its permissions, or name another directory.`,
      { cause: error },
    );
  }
  if (code === "ENOSPC" || code === "EDQUOT" || /no space left/i.test(message)) {
    return new CannotOpenError(
      `There is no room left on the disk of ${directory}. Make room, then start again.`,
      {
        cause: error,
      },
    );
  }
  return new CannotOpenError(`The database in ${directory} cannot be opened: ${message}`, { cause: error });
}

/** Throws unless the directory can be written and has room enough to reopen the database in it. */
export async function assertWritable(directory: string): Promise<void> {
  const { bavail, bsize } = await statfs(directory);
  if (bavail * bsize < ROOM_TO_REOPEN_BYTES) throw new Error("less than 8 MiB are left on the disk");
  const path = join(directory, "latchkey.probe");
  const file = await open(path, "w", 0o600);
  try {
    await file.writeFile("probe");
    await file.sync();
  } finally {
    await file.close();
    await unlink(path);
  }
}

async function list(directory: string): Promise<string[]> {
  try {
    await mkdir(directory, { recursive: true, mode: 0o700 });
    return await readdir(directory);
  } catch (error) {
    throw cannotUse(directory, error);
  }
}

async function readHolder(directory: string): Promise<{ pid: number; since: string } | undefined> {
  try {
    const { pid, since } = JSON.parse(await readFile(join(directory, HOLDER_FILE), "utf8"));
    return typeof pid === "number" && typeof since === "string" ? { pid, since } : undefined;
  } catch {
    return undefined;
  }
}
