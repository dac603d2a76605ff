import type { Key, Range } from "../engine/engine.js";

/** The key of a place (a table or an index) and the parts that lead into it: `place/part/part`. */
export function keyOf(place: string, parts: readonly string[]): Key {
  return [place, ...parts.map(escapePart)].join("/");
}

/** All keys that begin with these parts, upwards; `after` and `before` (whole keys) narrow it from either end. */
export function rangeBelow(
  place: string,
  parts: readonly string[],
  bounds: { after?: Key; before?: Key } = {},
): Range {
  const start = `${keyOf(place, parts)}/`;
  return {
    start: bounds.after === undefined ? start : `${bounds.after}!`,
    end: bounds.before ?? `${start.slice(0, -1)}${AFTER_SLASH}`,
  };
}

/** The character that follows `/` in ASCII, so that it ends every key that goes on with `/`. */
const AFTER_SLASH = "0";

/** Keys are printable ASCII, and `/` parts them: everything else is percent-encoded, as UTF-8. */
function escapePart(part: string): string {
  return part.replaceAll(/[^\x21-\x7e]|[%/]/gu, (character) =>
    character === "/" ? "%2F" : character === "%" ? "%25" : encodeURIComponent(character),
  );
}
