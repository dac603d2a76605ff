import { homedir } from "node:os";
import { join, resolve } from "node:path";
import type { Invocation } from "./command.js";

/** The option that says where the server keeps everything, named as the server names it. */
export const DATA_OPTION = {
  "data-directory": {
    type: "string",
    hint: "DIRECTORY",
    summary: "where the server keeps everything (LATCHKEY_DATA_DIRECTORY; ~/.local/share/latchkey)",
  },
  data: { type: "string", hint: "DIRECTORY", summary: "the same, shorter" },
} as const;

/** The server's data directory, found as the server finds it. */
export function dataDirectory({
  values,
  env,
}: Pick<Invocation<typeof DATA_OPTION>, "values" | "env">): string {
  const given = values["data-directory"] ?? values.data ?? env["LATCHKEY_DATA_DIRECTORY"];
  return resolve(given || join(env["XDG_DATA_HOME"] || join(homedir(), ".local", "share"), "latchkey"));
}
