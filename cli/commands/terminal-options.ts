import type { TuiOptions } from "../../tui/main.js";
import { CommandFailure } from "../failures.js";

/** The options of the full-screen terminal. */
export const TERMINAL_OPTIONS = {
  language: { type: "string", hint: "en|fr", summary: "the language of the screen" },
  "read-only": { type: "boolean", summary: "a session that can look but not change" },
  mouse: { type: "boolean", summary: "listen to the mouse (m switches); hold Shift to select text" },
  "screen-reader": { type: "boolean", summary: "lines for a screen reader in place of a full screen" },
  "no-color": { type: "boolean", summary: "no colours; NO_COLOR does the same" },
  keys: { type: "string", hint: "FILE", summary: "your own keys [~/.config/latchkey/keys.json]" },
  "debug-log": { type: "string", hint: "FILE", summary: "write what happens to a file, by name only" },
} as const;

type Values = {
  readonly [Name in keyof typeof TERMINAL_OPTIONS]?:
    | ((typeof TERMINAL_OPTIONS)[Name]["type"] extends "boolean" ? boolean : string)
    | undefined;
};

/** What the terminal is told by its options. */
export function terminalSettings(values: Values): Omit<TuiOptions, "address" | "tls" | "setupCode"> {
  const { language } = values;
  if (language !== undefined && language !== "en" && language !== "fr")
    throw new CommandFailure(`--language: "${language}" is neither en nor fr.`);
  // The theme reads it, as it does for those who set it themselves (no-color.org).
  if (values["no-color"] === true) process.env["NO_COLOR"] = "1";
  const { mouse, keys, "debug-log": debugLog, "screen-reader": screenReader } = values;
  return {
    readOnly: values["read-only"] === true,
    ...(language !== undefined && { language }),
    ...(mouse === true && { mouse }),
    ...(screenReader === true && { screenReader }),
    ...(keys !== undefined && { keymapFile: keys }),
    ...(debugLog !== undefined && { debugLog }),
  };
}
