import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import type { Language } from "./messages/say.js";

/** Who signed in at a server last, and in which language; no secret is kept. */
export type Remembered = { accountId: string; email: string; language: Language | undefined };

const NOTHING: Remembered = { accountId: "", email: "", language: undefined };

/** Reads what was kept for a server; nothing when there is nothing or it cannot be read. */
export function recall(address: string): Remembered {
  const found = readAll()[address];
  return typeof found === "object" && found !== null ? { ...NOTHING, ...found } : NOTHING;
}

/** Keeps who signed in at a server, for this person's eyes; a place that cannot be written to is no failure. */
export function remember(address: string, remembered: Remembered): void {
  try {
    mkdirSync(dirname(filePath()), { recursive: true, mode: 0o700 });
    const all = { ...readAll(), [address]: remembered };
    writeFileSync(filePath(), `${JSON.stringify(all, undefined, 2)}\n`, { mode: 0o600 });
  } catch {
    // The next sign-in asks again.
  }
}

function filePath(): string {
  const state = process.env["XDG_STATE_HOME"] || join(homedir(), ".local", "state");
  return join(state, "latchkey", "terminal.json");
}

function readAll(): Record<string, Partial<Remembered>> {
  try {
    const all: unknown = JSON.parse(readFileSync(filePath(), "utf8"));
    return typeof all === "object" && all !== null ? (all as Record<string, Partial<Remembered>>) : {};
  } catch {
    return {};
  }
}
