import { isText } from "./keys.js";

/** One line of text being typed; the cursor counts UTF-16 units and stands between graphemes. */
export type TextField = { text: string; cursor: number };

const segmenter = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** A field holding the given text, its cursor at the end. */
export function makeTextField(text = ""): TextField {
  return { text, cursor: text.length };
}

/** What a key does to a field; undefined when the field has no use for the key. */
export function editTextField(field: TextField, key: string): TextField | undefined {
  const { text, cursor } = field;
  if (isText(key)) return insertText(field, key);
  switch (key) {
    case "left":
      return { text, cursor: previousBoundary(text, cursor) };
    case "right":
      return { text, cursor: nextBoundary(text, cursor) };
    case "home":
    case "ctrl-a":
      return { text, cursor: 0 };
    case "end":
    case "ctrl-e":
      return { text, cursor: text.length };
    case "backspace":
      return cut(text, previousBoundary(text, cursor), cursor);
    case "delete":
    case "ctrl-d":
      return cut(text, cursor, nextBoundary(text, cursor));
    case "ctrl-u":
      return cut(text, 0, cursor);
    case "ctrl-k":
      return cut(text, cursor, text.length);
    case "ctrl-w":
      return cut(text, previousWord(text, cursor), cursor);
    default:
      return undefined;
  }
}

/** Puts typed or pasted text in at the cursor, on one line: line breaks and other controls are dropped. */
export function insertText({ text, cursor }: TextField, inserted: string): TextField {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: dropping them is the point
  const clean = inserted.replace(/[\u0000-\u001f\u007f-\u009f]+/g, "");
  return { text: text.slice(0, cursor) + clean + text.slice(cursor), cursor: cursor + clean.length };
}

function cut(text: string, from: number, to: number): TextField {
  return { text: text.slice(0, from) + text.slice(to), cursor: from };
}

function previousBoundary(text: string, cursor: number): number {
  let last = 0;
  for (const { index } of segmenter.segment(text)) {
    if (index >= cursor) break;
    last = index;
  }
  return last;
}

function nextBoundary(text: string, cursor: number): number {
  for (const { index } of segmenter.segment(text)) if (index > cursor) return index;
  return text.length;
}

function previousWord(text: string, cursor: number): number {
  const before = text.slice(0, cursor).trimEnd();
  return before.lastIndexOf(" ") + 1;
}
