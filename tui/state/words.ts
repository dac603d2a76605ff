import type { MessageKey } from "../messages/en.js";

/** What may stand in a message: text, a number, a moment, or other words. */
export type WordsParam = string | number | Date | Words;

/** Something to say: a message and what stands in it, put into a language only when it is shown. */
export type Words = { key: MessageKey; params: Readonly<Record<string, WordsParam>> };

/** Words of a message. */
export function words(key: MessageKey, params: Readonly<Record<string, WordsParam>> = {}): Words {
  return { key, params };
}
