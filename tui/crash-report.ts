import { mkdirSync, writeFileSync } from "node:fs";
import { homedir, release, type } from "node:os";
import { join } from "node:path";

/** Writes what is known of a crash into a file for this person's eyes; where it is, or undefined if that failed too. */
export function writeCrashReport(cause: unknown, latest: readonly string[]): string | undefined {
  const state = process.env["XDG_STATE_HOME"] || join(homedir(), ".local", "state");
  const directory = join(state, "latchkey");
  const path = join(directory, `crash-${new Date().toISOString().replace(/[:.]/g, "-")}.txt`);
  const { columns, rows } = process.stdout;
  const report = [
    `Latchkey's terminal stopped at ${new Date().toISOString()}.`,
    `node ${process.version}, ${type()} ${release()}, TERM=${process.env["TERM"] ?? ""}, ${columns}x${rows}`,
    "",
    cause instanceof Error ? (cause.stack ?? cause.message) : String(cause),
    "",
    "What happened before, the latest last; nothing that was typed or read is in it:",
    ...latest,
    "",
  ];
  try {
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    writeFileSync(path, report.join("\n"), { mode: 0o600 });
    return path;
  } catch {
    return undefined;
  }
}
