import stringWidth from "string-width";

const segmenter = new Intl.Segmenter(undefined, { granularity: "grapheme" });
const ASCII = /^[\x20-\x7e]*$/;
// Letters and signs of one column each, that nothing around them changes: no need to look each of them up.
const SINGLE =
  /^[\x20-\x7e\xa0-\xac\xae-\u02ff\u0391-\u03a1\u03a3-\u03ff\u0400-\u0481\u2010-\u2027\u202f-\u203b\u2298\u2500-\u25fc\u2713\u2715]*$/;
// Controls, and what turns or hides text: bidirectional marks, zero-width spaces, line and paragraph separators.
const INVISIBLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: making them visible is the point
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/g;

/** Text of others made safe to show: what would move, colour, turn or hide something is shown as a sign instead. */
export function makeVisible(text: string): string {
  if (ASCII.test(text)) return text;
  return text.replace(INVISIBLE, (character) => {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x20) return String.fromCodePoint(0x2400 + code);
    return code === 0x7f ? "␡" : `<${code.toString(16).toUpperCase().padStart(4, "0")}>`;
  });
}

/** How many columns a text takes. */
export function measure(text: string): number {
  return SINGLE.test(text) ? text.length : stringWidth(text);
}

/** The text cut or padded to exactly so many columns; a cut ends in `…`. */
export function fitText(text: string, width: number): string {
  const cut = cutTo(text, width);
  return cut + " ".repeat(Math.max(0, width - measure(cut)));
}

/** The text cut to at most so many columns; a cut ends in `…`. */
export function cutTo(text: string, width: number): string {
  if (width <= 0) return "";
  if (SINGLE.test(text)) return text.length <= width ? text : `${text.slice(0, width - 1)}…`;
  if (stringWidth(text) <= width) return text;
  let cut = "";
  let taken = 0;
  for (const { segment } of segmenter.segment(text)) {
    const columns = stringWidth(segment);
    if (taken + columns > width - 1) break;
    cut += segment;
    taken += columns;
  }
  return `${cut}…`;
}

/** The text in lines of at most so many columns, broken between words where possible. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    const joined = line === "" ? word : `${line} ${word}`;
    if (measure(joined) <= width) {
      line = joined;
      continue;
    }
    if (line !== "") lines.push(line);
    line = word;
    while (measure(line) > width) {
      const head = cutTo(line, width).slice(0, -1);
      if (head === "") break;
      lines.push(head);
      line = line.slice(head.length);
    }
  }
  return [...lines, line];
}

/** The graphemes of a text. */
export function splitGraphemes(text: string): string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}
