import { KEYMAP, listBindings } from "../keymap.js";
import type { Language } from "../messages/say.js";
import { nameKey } from "./key-names.js";
import { speakerOf } from "./speak.js";

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
    const rows = listBindings([place]).map(({ keys, message }) => {
      const names = keys.map((key) => `\`${nameKey(key, speaker)}\``).join(" ");
      return `| ${names} | ${speaker.t(message)} |`;
    });
    const [key, does] = HEADS[language];
    return [`## ${speaker.t(`place.${place}`)}`, "", `| ${key} | ${does} |`, "| --- | --- |", ...rows].join(
      "\n",
    );
  });
  return `${[`# ${speaker.t("help.title")}`, INTRODUCTIONS[language], ...sections].join("\n\n")}\n`;
}
