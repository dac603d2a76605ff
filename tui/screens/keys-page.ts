import { fitText, measure } from "../components/fit.js";
import { KEYMAP, listBindings } from "../keymap.js";
import type { Language } from "../messages/say.js";
import { nameKey, nameKeys } from "./key-names.js";
import { type Speaker, speakerOf } from "./speak.js";

const INTRODUCTIONS = {
  en: "Made from tui/keymap.ts by `npm run generate:keys`. In the terminal, `?` shows those of the present place.",
  fr: "Fait de tui/keymap.ts par `npm run generate:keys`. Dans le terminal, `?` montre celles de l’endroit présent.",
} as const satisfies Record<Language, string>;

const HEADS = { en: ["Key", "Does"], fr: ["Touche", "Effet"] } as const satisfies Record<
  Language,
  readonly string[]
>;

/** The page of all keys in one language, as Markdown. */
export function keysPage(language: Language): string {
  const speaker = speakerOf({ language, now: 0 });
  const places = [...new Set(KEYMAP.map(({ place }) => place))];
  const sections = places.map((place) => {
    const rows = listBindings([place]).map(({ keys, message }): [string, string] => {
      return [nameTypedKeys(keys, speaker), speaker.t(message)];
    });
    return [`## ${speaker.t(`place.${place}`)}`, "", ...tableOf([HEADS[language], ...rows])].join("\n");
  });
  return `${[`# ${speaker.t("help.title")}`, INTRODUCTIONS[language], ...sections].join("\n\n")}\n`;
}

function nameTypedKeys(keys: readonly string[], speaker: Pick<Speaker, "t">): string {
  if (keys.every((key) => /^\d$/.test(key))) return `\`${nameKeys(keys, speaker)}\``;
  return keys.map((key) => `\`${nameKey(key, speaker)}\``).join(" ");
}

/** A Markdown table with its columns in line, as the formatter keeps it. */
function tableOf(rows: readonly (readonly [string, string])[]): string[] {
  const widths = [0, 1].map((at) => Math.max(...rows.map((row) => measure(row[at] ?? ""))));
  const lines = rows.map((row) => `| ${row.map((cell, at) => fitText(cell, widths[at] ?? 0)).join(" | ")} |`);
  const rule = `| ${widths.map((width) => "-".repeat(width)).join(" | ")} |`;
  return [lines[0] ?? "", rule, ...lines.slice(1)];
}
