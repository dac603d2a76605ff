import { editTextField, insertText, type TextField } from "./text-field.js";

/** Lines of text being typed; the cursor stands in one of them, counted as in a text field. */
export type TextArea = { lines: readonly string[]; row: number; column: number };

/** What Tab is worth. */
const INDENT = "  ";

/** How many lines a page key moves. */
const PAGE = 12;

/** An area holding the given text, its cursor at the beginning. */
export function makeTextArea(text = ""): TextArea {
  return { lines: text.replace(/\n$/, "").split("\n"), row: 0, column: 0 };
}

/** The text of an area, its last line ended. */
export function textOf({ lines }: TextArea): string {
  return `${lines.join("\n")}\n`;
}

/** The area with its cursor at a place counted from 1, or as near to it as there is one. */
export function moveTo(area: TextArea, line: number, column: number): TextArea {
  const row = clamp(line - 1, area.lines.length - 1);
  return { ...area, row, column: clamp(column - 1, (area.lines[row] ?? "").length) };
}

/** What a key does to an area; undefined when it has no use for the key. */
export function editTextArea(area: TextArea, key: string): TextArea | undefined {
  const { lines, row, column } = area;
  const here = lines[row] ?? "";
  switch (key) {
    case "up":
      return moveRow(area, -1);
    case "down":
      return moveRow(area, 1);
    case "pageup":
      return moveRow(area, -PAGE);
    case "pagedown":
      return moveRow(area, PAGE);
    case "ctrl-home":
      return { ...area, row: 0, column: 0 };
    case "ctrl-end":
      return moveTo(area, lines.length, Number.MAX_SAFE_INTEGER);
    case "enter":
      return breakLine(area);
    case "tab":
      return putLine(area, insertText({ text: here, cursor: column }, INDENT));
    case "shift-tab":
      return here.startsWith(INDENT)
        ? putLine(area, { text: here.slice(2), cursor: Math.max(0, column - 2) })
        : area;
    case "left":
      if (column > 0 || row === 0) break;
      return { ...area, row: row - 1, column: (lines[row - 1] ?? "").length };
    case "right":
      if (column < here.length || row === lines.length - 1) break;
      return { ...area, row: row + 1, column: 0 };
    case "backspace":
      if (column > 0) break;
      return row === 0 ? area : joinLines(area, row - 1);
    case "delete":
    case "ctrl-d":
    case "ctrl-k":
      if (column < here.length) break;
      return row === lines.length - 1 ? area : joinLines(area, row);
    default:
      break;
  }
  const edited = editTextField({ text: here, cursor: column }, key);
  return edited === undefined ? undefined : putLine(area, edited);
}

/** Puts pasted text in at the cursor, line by line. */
export function pasteInTextArea(area: TextArea, pasted: string): TextArea {
  const [first = "", ...rest] = pasted.replaceAll("\t", INDENT).split(/\r\n|\r|\n/);
  let next = putLine(area, insertText(fieldOf(area), first));
  for (const line of rest) {
    const { text, cursor } = fieldOf(next);
    next = splitLine(next, text.slice(0, cursor), text.slice(cursor), 0);
    next = putLine(next, insertText(fieldOf(next), line));
  }
  return next;
}

function fieldOf({ lines, row, column }: TextArea): TextField {
  return { text: lines[row] ?? "", cursor: column };
}

function putLine(area: TextArea, { text, cursor }: TextField): TextArea {
  return { ...area, lines: area.lines.with(area.row, text), column: cursor };
}

/** A new line begins where this one did, and after a dash one step further. */
function breakLine(area: TextArea): TextArea {
  const { text, cursor } = fieldOf(area);
  const [indent = ""] = /^ *(?:- (?=\S+:))?/.exec(text.slice(0, cursor)) ?? [];
  const begun = " ".repeat(indent.length);
  return splitLine(area, text.slice(0, cursor), begun + text.slice(cursor), begun.length);
}

function splitLine(area: TextArea, before: string, after: string, column: number): TextArea {
  const { lines, row } = area;
  return { lines: [...lines.slice(0, row), before, after, ...lines.slice(row + 1)], row: row + 1, column };
}

function joinLines({ lines, column, row }: TextArea, at: number): TextArea {
  const [first = "", second = ""] = lines.slice(at, at + 2);
  const joined = [...lines.slice(0, at), first + second, ...lines.slice(at + 2)];
  return { lines: joined, row: at, column: at === row ? column : first.length };
}

function moveRow(area: TextArea, by: number): TextArea {
  return moveTo(area, area.row + 1 + by, area.column + 1);
}

function clamp(value: number, last: number): number {
  return Math.max(0, Math.min(last, value));
}
