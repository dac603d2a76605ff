import { type Catalogue, en, type Message } from "./en.js";
import { formatDateTime, formatNumber, pickPlural } from "./format.js";
import { fr } from "./fr.js";

/** A language the terminal speaks. */
export type Language = "en" | "fr";

/** Words as the state hands them over; see state/words.ts. */
type Sayable = { key: keyof Catalogue; params: Readonly<Record<string, SayableParam>> };
type SayableParam = string | number | Date | Sayable;

const CATALOGUES: Readonly<Record<Language, Catalogue>> = { en, fr };

/** Puts words into a language: `{name}` takes the parameter, `count` picks the plural. */
export function say(language: Language, { key, params }: Sayable): string {
  const message: Message = CATALOGUES[language][key];
  const count = params["count"];
  const text =
    typeof message === "string"
      ? message
      : message[pickPlural(language, typeof count === "number" ? count : 0)];
  return text.replace(/\{(\w+)\}/g, (_, name: string) => fill(language, params[name] ?? ""));
}

function fill(language: Language, param: SayableParam): string {
  if (typeof param === "string") return param;
  if (typeof param === "number") return formatNumber(language, param);
  return param instanceof Date ? formatDateTime(language, param) : say(language, param);
}
