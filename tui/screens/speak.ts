import type { MessageKey } from "../messages/en.js";
import {
  formatClock,
  formatDate,
  formatDateTime,
  formatNumber,
  formatRelative,
  formatShortTime,
} from "../messages/format.js";
import { say, saySentence } from "../messages/say.js";
import type { Model } from "../state/model.js";
import { type Words, type WordsParam, words } from "../state/words.js";

/** How a screen speaks: messages, words handed over by the state, and moments. */
export type Speaker = {
  /** The moment at which it speaks, in milliseconds since the epoch. */
  now: number;
  t: (key: MessageKey, params?: Readonly<Record<string, WordsParam>>) => string;
  say: (spoken: Words) => string;
  /** The same as a sentence begins. */
  sentence: (spoken: Words) => string;
  /** A day and time; the word given when there is none. */
  time: (time: Date | undefined, none?: MessageKey) => string;
  shortTime: (time: Date) => string;
  day: (time: Date | undefined, none?: MessageKey) => string;
  /** A time of day, to the second. */
  clock: (time: Date) => string;
  /** A whole number with its separators. */
  number: (value: number) => string;
  /** How far from now. */
  ago: (time: Date | undefined, none?: MessageKey) => string;
};

/** The speaker of the person's language, at the model's moment. */
export function speakerOf({ language, now }: Pick<Model, "language" | "now">): Speaker {
  const t: Speaker["t"] = (key, params) => say(language, words(key, params));
  const or = (none: MessageKey, format: (time: Date) => string) => (time: Date | undefined) =>
    time === undefined ? t(none) : format(time);
  return {
    now,
    t,
    say: (spoken) => say(language, spoken),
    sentence: (spoken) => saySentence(language, spoken),
    time: (time, none = "never") => or(none, (value) => formatDateTime(language, value))(time),
    shortTime: (time) => formatShortTime(language, time),
    clock: (time) => formatClock(language, time),
    number: (value) => formatNumber(language, value),
    day: (time, none = "never") => or(none, (value) => formatDate(language, value))(time),
    ago: (time, none = "never") => or(none, (value) => formatRelative(language, value, now))(time),
  };
}
