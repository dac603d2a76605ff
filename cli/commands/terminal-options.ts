import { CommandFailure } from "../failures.js";

/** The options of the full-screen terminal. */
export const TERMINAL_OPTIONS = {
  language: { type: "string", hint: "en|fr", summary: "the language of the screen" },
  "read-only": { type: "boolean", summary: "a session that can look but not change" },
} as const;

/** What the terminal is told by its options. */
export function terminalSettings(values: {
  readonly language?: string | undefined;
  readonly "read-only"?: boolean | undefined;
}): { language?: "en" | "fr"; readOnly: boolean } {
  const { language } = values;
  const readOnly = values["read-only"] === true;
  if (language === undefined) return { readOnly };
  if (language === "en" || language === "fr") return { language, readOnly };
  throw new CommandFailure(`--language: "${language}" is neither en nor fr.`);
}
