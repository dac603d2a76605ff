import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { defineCommand } from "../command.js";
import { JSON_OPTION } from "../connection.js";
import { EXIT } from "../exit-codes.js";

/** The command that tells which Latchkey this is. */
export const VERSION_COMMAND = defineCommand({
  name: "version",
  summary: "show the version",
  options: { ...JSON_OPTION },
  run: async ({ output }) => {
    const version = readVersion(import.meta.dirname);
    if (output.json) await output.object({ version, node: process.versions.node });
    else await output.line(`latchkey ${version}`);
    return EXIT.DONE;
  },
});

/** Reads the nearest package.json upwards: the source and the built program lie at different depths. */
function readVersion(directory: string): string {
  try {
    const { version } = JSON.parse(readFileSync(join(directory, "package.json"), "utf8")) as {
      version: string;
    };
    return version;
  } catch (error) {
    if (directory === dirname(directory)) throw error;
    return readVersion(dirname(directory));
  }
}
