import type { Key, Range } from "../engine/engine.js";

/** The longest key an engine takes, in characters. */
export const LONGEST_KEY = 512;

/** The key of a place (a table or an index) and the parts that lead into it: `place/part/part`. */
export function keyOf(place: string, parts: readonly string[]): Key {
  let key = place;
  for (const part of parts) key += `/${escapePart(part)}`;
  return key;
}

/**
 * All keys that begin with these parts, upwards; `after` and `before` (whole keys) narrow it from either end. Where
 * these are longer than any key can be, their beginning bounds the same keys.
 */
export function rangeBelow(
  place: string,
  parts: readonly string[],
  bounds: { after?: Key; before?: Key } = {},
): Range {
  const start = `${keyOf(place, parts)}/`;
  return {
    start: bounds.after === undefined ? start : `${bounds.after.slice(0, LONGEST_KEY)}!`,
    end: bounds.before?.slice(0, LONGEST_KEY) ?? `${start.slice(0, -1)}${AFTER_SLASH}`,
  };
}

/** The character that follows `/` in ASCII, so that it ends every key that goes on with `/`. */
const AFTER_SLASH = "0";

/** Whether a part holds anything that is to be encoded; hardly any does. */
const UNSAFE = /[^\x21-\x7e]|[%/]/;

/** Keys are printable ASCII, and `/` parts them: everything else is percent-encoded, as UTF-8. */
function escapePart(part: string): string {
  if (!UNSAFE.test(part)) return part;
  return part.replaceAll(/[^\x21-\x7e]|[%/]/gu, (character) =>
    // Half a surrogate pair has no UTF-8: it stands as its number, so that it is itself and nothing else.
    /\p{Surrogate}/u.test(character)
      ? `%u${character.charCodeAt(0).toString(16)}`
      : encodeURIComponent(character),
  );
}
