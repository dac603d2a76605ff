import { writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { resolve } from "node:path";

/** Writes a file for this person's eyes, never over another one; resolves with where it is. */
export async function saveNewFile(path: string, text: string): Promise<string> {
  const where = resolve(path.replace(/^~(?=\/|$)/, homedir()));
  await writeFile(where, text, { flag: "wx", mode: 0o600 });
  return where;
}
