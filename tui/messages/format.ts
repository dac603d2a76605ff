import type { Language } from "./say.js";

const LOCALES = { en: "en-GB", fr: "fr-FR" } as const satisfies Record<Language, string>;

const UNITS = [
  ["year", 365 * 86_400],
  ["month", 30 * 86_400],
  ["day", 86_400],
  ["hour", 3600],
  ["minute", 60],
] as const satisfies readonly (readonly [Intl.RelativeTimeFormatUnit, number])[];

const dateTimes = perLanguage(
  (locale) => new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" }),
);
const shortTimes = perLanguage(
  (locale) =>
    new Intl.DateTimeFormat(locale, { day: "2-digit", month: "short", hour: "2-digit", minute: "2-digit" }),
);
const clocks = perLanguage((locale) => new Intl.DateTimeFormat(locale, { timeStyle: "medium" }));
const dates = perLanguage((locale) => new Intl.DateTimeFormat(locale, { dateStyle: "medium" }));
const relatives = perLanguage(
  (locale) => new Intl.RelativeTimeFormat(locale, { style: "short", numeric: "always" }),
);
const longRelatives = perLanguage((locale) => new Intl.RelativeTimeFormat(locale, { numeric: "always" }));
const numbers = perLanguage((locale) => new Intl.NumberFormat(locale));
const plurals = perLanguage((locale) => new Intl.PluralRules(locale));

/** A moment with its time of day, to the minute. */
export function formatDateTime(language: Language, time: Date): string {
  return dateTimes(language).format(time);
}

/** A moment of the last months in a few columns: no year. */
export function formatShortTime(language: Language, time: Date): string {
  return shortTimes(language).format(time);
}

/** A day. */
export function formatDate(language: Language, time: Date): string {
  return dates(language).format(time);
}

/** A time of day, to the second. */
export function formatClock(language: Language, time: Date): string {
  return clocks(language).format(time);
}

/** How far a moment lies from now, in its largest whole unit: `3 min ago`, `in 2 days`. */
export function formatRelative(language: Language, time: Date, now: number): string {
  const seconds = Math.round((time.getTime() - now) / 1000);
  for (const [unit, size] of UNITS) {
    if (Math.abs(seconds) < size) continue;
    // In French short months are `m.`, which might as well be minutes, and years a mere `a`.
    const isMistakable = language === "fr" && (unit === "month" || unit === "year");
    const format = isMistakable ? longRelatives(language) : relatives(language);
    return format.format(Math.round(seconds / size), unit);
  }
  return relatives(language).format(seconds === 0 ? -0 : seconds, "second");
}

/** A whole number with its separators. */
export function formatNumber(language: Language, value: number): string {
  return numbers(language).format(value);
}

/** Which form of a message a count takes. */
export function pickPlural(language: Language, count: number): "one" | "other" {
  return plurals(language).select(count) === "one" ? "one" : "other";
}

/** Formatters are dear to make and are kept. */
function perLanguage<Formatter>(make: (locale: string) => Formatter): (language: Language) => Formatter {
  const made = new Map<Language, Formatter>();
  return (language) => {
    let formatter = made.get(language);
    if (formatter === undefined) {
      formatter = make(LOCALES[language]);
      made.set(language, formatter);
    }
    return formatter;
  };
}
