import {
  closeSync,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  statSync,
} from "node:fs";
import { join } from "node:path";

/** The log of the server that runs beside the terminal, which has the screen. */
export type ServerLog = {
  readonly path: string;
  /** For the server's stderr. */
  readonly descriptor: number;
  /** The plain words, not the entries, that were written since the log was opened. */
  words(): string;
  close(): void;
};

/** A log larger than this is put aside when a server starts; the one put aside before is lost. */
const ROTATE_ABOVE_BYTES = 5 * 1_048_576;
const MAX_WORDS_BYTES = 65_536;

/**
 * Opens `server.log` in the data directory, which is made if need be. Undefined where the server will refuse to
 * start: nothing is to be left behind in a directory that is somebody else's, or cannot be written.
 */
export function openServerLog(dataDirectory: string): ServerLog | undefined {
  const path = join(dataDirectory, "server.log");
  try {
    mkdirSync(dataDirectory, { recursive: true, mode: 0o700 });
    if (!isOurs(readdirSync(dataDirectory))) return undefined;
    rotate(path);
    const descriptor = openSync(path, "a+", 0o600);
    const start = fstatSync(descriptor).size;
    return {
      path,
      descriptor,
      words: () => readWords(descriptor, start),
      close: () => closeSync(descriptor),
    };
  } catch {
    return undefined;
  }
}

function isOurs(names: readonly string[]): boolean {
  return names.length === 0 || names.some((name) => ["database", "operator", "server.log"].includes(name));
}

function rotate(path: string): void {
  const { size } = statSync(path, { throwIfNoEntry: false }) ?? { size: 0 };
  if (size > ROTATE_ABOVE_BYTES) renameSync(path, `${path}.1`);
}

function readWords(descriptor: number, start: number): string {
  const bytes = Buffer.alloc(MAX_WORDS_BYTES);
  const length = readSync(descriptor, bytes, 0, bytes.length, start);
  return plainWords(bytes.toString("utf8", 0, length));
}

/** What of a server's stderr is meant for people: everything but entries of the log, which are lines of JSON. */
export function plainWords(stderr: string): string {
  const lines = stderr.split("\n").filter((line) => !line.startsWith("{"));
  return lines.join("\n").trim();
}
