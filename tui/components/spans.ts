import type { Tone } from "../theme.js";
import { cutTo, fitText, measure, splitGraphemes, wrap } from "./fit.js";

/** A piece of a line; a picture has words beside it, for those who hear the line. */
export type Span = { text: string; tone: Tone; bold?: boolean; spoken?: string };

/** One line of the screen, from the left. */
export type TextLine = readonly Span[];

/** A piece of text. */
export function span(text: string, tone: Tone = "plain", bold = false): Span {
  return bold ? { text, tone, bold } : { text, tone };
}

/** A line of one piece. */
export function line(text: string, tone: Tone = "plain", bold = false): TextLine {
  return [span(text, tone, bold)];
}

/** A line with nothing on it. */
export const BLANK: TextLine = [];

/** Lines of a text broken between words. */
export function paragraph(text: string, width: number, tone: Tone = "plain"): TextLine[] {
  return wrap(text, width).map((part) => line(part, tone));
}

/** How many columns a line takes. */
export function lineWidth(spans: TextLine): number {
  return spans.reduce((sum, { text }) => sum + measure(text), 0);
}

/** The line cut or padded to exactly so many columns. */
export function fitLine(spans: TextLine, width: number): TextLine {
  const fitted: Span[] = [];
  let left = width;
  for (const piece of spans) {
    if (left <= 0) break;
    const text = cutTo(piece.text, left);
    if (text === "") continue;
    fitted.push(text === piece.text ? piece : { ...piece, text });
    left -= measure(text);
  }
  if (left > 0) fitted.push(span(" ".repeat(left)));
  return fitted;
}

/** The line inverted as a whole, as a selection is. */
export function invert(spans: TextLine): TextLine {
  return spans.map((piece) => ({ ...piece, tone: "inverse" }));
}

/** A line with something at both ends; the left gives way. */
export function spread(left: TextLine, right: TextLine, width: number): TextLine {
  const rightWidth = Math.min(width, lineWidth(right));
  const gap = rightWidth > 0 ? 1 : 0;
  const leftWidth = Math.max(0, width - rightWidth - gap);
  return [...fitLine(left, leftWidth), span(" ".repeat(gap)), ...fitLine(right, rightWidth)];
}

/** A line in the middle. */
export function centre(spans: TextLine, width: number): TextLine {
  const before = Math.max(0, (width - lineWidth(spans)) >> 1);
  return [span(" ".repeat(before)), ...spans];
}

/** Exactly so many lines: cut at the end, or filled up with blank ones. */
export function fillHeight(lines: readonly TextLine[], height: number): TextLine[] {
  const cut = lines.slice(0, height);
  return [...cut, ...Array.from({ length: height - cut.length }, () => BLANK)];
}

/** Text being typed, with its cursor as an inverted cell; the part round the cursor when it is too long. */
export function typedText(
  { text, cursor }: { text: string; cursor: number },
  width: number,
  { masked = false, focused = true }: { masked?: boolean; focused?: boolean } = {},
): TextLine {
  const show = (part: string) => (masked ? "•".repeat(splitGraphemes(part).length) : part);
  if (!focused) return [span(fitText(show(text), width), "field")];
  let before = splitGraphemes(show(text.slice(0, cursor)));
  const [at = " ", ...after] = splitGraphemes(show(text.slice(cursor)));
  while (before.length > 0 && measure(before.join("")) + measure(at) > width) before = before.slice(1);
  const head = before.join("");
  const tailWidth = Math.max(0, width - measure(head) - measure(at));
  return [span(head, "field"), span(at, "inverse"), span(fitText(after.join(""), tailWidth), "field")];
}
