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
  return templateOf(language, { key, params }).replace(/\{(\w+)\}/g, (_, name: string) =>
    fill(language, params[name] ?? ""),
  );
}

/** The same as a sentence begins; somebody's name or address at its beginning stays as it is written. */
export function saySentence(language: Language, spoken: Sayable): string {
  const text = say(language, spoken);
  return beginsWithName(language, spoken) ? text : text.charAt(0).toLocaleUpperCase() + text.slice(1);
}

function beginsWithName(language: Language, spoken: Sayable): boolean {
  const [, name] = /^\{(\w+)\}/.exec(templateOf(language, spoken)) ?? [];
  const first = name === undefined ? undefined : spoken.params[name];
  return typeof first === "object" && "key" in first ? beginsWithName(language, first) : first !== undefined;
}

function templateOf(language: Language, { key, params }: Sayable): string {
  const message: Message = CATALOGUES[language][key];
  if (typeof message === "string") return message;
  const count = params["count"];
  return message[pickPlural(language, typeof count === "number" ? count : 0)];
}

function fill(language: Language, param: SayableParam): string {
  if (typeof param === "string") return param;
  if (typeof param === "number") return formatNumber(language, param);
  return param instanceof Date ? formatDateTime(language, param) : say(language, param);
}
