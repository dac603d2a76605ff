import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Makes a directory that is gone when this program ends, however it ends on its own. */
export function makeTemporaryDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), "latchkey-bench-"));
  process.once("exit", () => rmSync(directory, { recursive: true, force: true }));
  return directory;
}
