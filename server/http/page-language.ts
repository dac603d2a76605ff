import { en, type PageWords } from "./page-words-en.js";
import { fr } from "./page-words-fr.js";
import type { WebContext } from "./web.js";

const WORDS = { en, fr } as const satisfies Record<string, PageWords>;

/** A language the pages are written in. */
export type Language = keyof typeof WORDS;

/** The words of a language. */
export function wordsOf(language: Language): PageWords {
  return WORDS[language];
}

/** The other language, which the page links to. */
export function otherLanguage(language: Language): Language {
  return language === "en" ? "fr" : "en";
}

/**
 * The language to answer in: that of `lang`, which the page's own link sets; then of `ui_locales`, by which a client
 * may know better than the browser (OpenID Connect Core section 3.1.2.1); then of Accept-Language; or else English.
 */
export function languageOf(context: WebContext): Language {
  const query = new URL(context.req.url).searchParams;
  const wishes = [
    query.get("lang") ?? "",
    ...(query.get("ui_locales") ?? "").split(" "),
    ...acceptedLanguages(context.req.header("accept-language") ?? ""),
  ];
  for (const wish of wishes) {
    const primary = wish.toLowerCase().split("-")[0] ?? "";
    if (Object.hasOwn(WORDS, primary)) return primary as Language;
  }
  return "en";
}

/** The languages of the header, the most wanted first (RFC 9110 section 12.5.4); those with q=0 are not wanted. */
function acceptedLanguages(header: string): readonly string[] {
  const ranges = header
    .split(",")
    .slice(0, 20)
    .map((range) => {
      const [tag = "", ...parameters] = range.split(";").map((part) => part.trim());
      const weight = parameters.find((parameter) => parameter.startsWith("q="))?.slice(2) ?? "1";
      return { tag, weight: /^[01](\.\d{0,3})?$/.test(weight) ? Number(weight) : 0 };
    });
  return ranges
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ tag }) => tag);
}
