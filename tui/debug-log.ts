import { appendFileSync } from "node:fs";
import type { Effect } from "./state/effect.js";
import type { Event } from "./state/event.js";

/** How many of the latest happenings a crash report tells of. */
const KEPT = 60;

/** What happened in the program, kept for a crash report and, where asked for, written to a file. */
export type DebugLog = {
  /** Notes an event and what it made the program do; names only, never what was typed, read or sent. */
  note: (event: Event, effects: readonly Effect[], milliseconds: number) => void;
  /** The latest happenings, a line each. */
  latest: () => readonly string[];
};

/** Makes the log; without a file it is kept in memory only. */
export function makeDebugLog(file: string | undefined): DebugLog {
  // A file that cannot be written is better known now than with the first key.
  if (file !== undefined) appendFileSync(file, "", { mode: 0o600 });
  const lines: string[] = [];
  return {
    note: (event, effects, milliseconds) => {
      const line = JSON.stringify({
        time: new Date().toISOString(),
        event: nameOf(event),
        effects: effects.map(nameOf),
        milliseconds: Math.round(milliseconds * 10) / 10,
      });
      lines.push(line);
      if (lines.length > KEPT) lines.shift();
      if (file !== undefined) appendFileSync(file, `${line}\n`, { mode: 0o600 });
    },
    latest: () => lines,
  };
}

/** What it is, without what is in it: a key may belong to a password. */
function nameOf(thing: Event | Effect): string {
  switch (thing.type) {
    case "timer":
    case "start-timer":
      return `${thing.type} ${thing.name}`;
    case "page-read":
    case "read-page":
    case "item-read":
    case "read-item":
      return `${thing.type} ${thing.list}`;
    case "call-failed":
      return `call-failed ${thing.effect.type} ${thing.failure.code} ${thing.failure.reason ?? ""}`.trim();
    default:
      return thing.type;
  }
}
