import type { Tone } from "../theme.js";
import { cutTo, fitText, makeVisible } from "./fit.js";
import { invert, type Span, span, type TextLine } from "./spans.js";

/**
 * A column: its width, or 0 for the one that takes what is left; the highest numbers are dropped first. Where there is
 * plenty of room, a column whose texts may be longer grows to `most`.
 */
export type Column = { name: string; title: string; width: number; drop: number; most?: number };

/** One cell; text of others is made visible here. A picture has words beside it, for those who hear the row. */
export type Cell = { text: string; tone?: Tone; spoken?: string };

const MIN_FLEXIBLE = 16;
/** So wide the one that takes what is left becomes before others grow. */
const AMPLE_FLEXIBLE = 40;

/** The columns there is room for, each with the width it gets. */
export function chooseColumns(columns: readonly Column[], width: number): Column[] {
  let kept = [...columns];
  for (;;) {
    const fixed = kept.reduce((sum, column) => sum + (column.width === 0 ? 0 : column.width + 1), 0);
    const left = width - fixed - 3;
    const dropped = kept.reduce((worst, column) => (column.drop > worst.drop ? column : worst));
    if (left >= MIN_FLEXIBLE || dropped.drop === 0) return share(kept, left);
    kept = kept.filter((column) => column !== dropped);
  }
}

function share(columns: readonly Column[], left: number): Column[] {
  let flexible = left;
  const grown = columns.map((column) => {
    const spare = Math.max(0, flexible - AMPLE_FLEXIBLE);
    const by = Math.min(spare, Math.max(0, (column.most ?? 0) - column.width));
    flexible -= by;
    return { ...column, width: column.width + by };
  });
  return grown.map((column) => (column.width === 0 ? { ...column, width: Math.max(4, flexible) } : column));
}

/** The line of column titles, the sorted one marked with its direction. */
export function headLine(
  columns: readonly Column[],
  sorted: { name: string; descending: boolean } | undefined,
): TextLine {
  const titles = columns.map(({ name, title, width }) => {
    const arrow = sorted?.name === name ? (sorted.descending ? " ▼" : " ▲") : "";
    return span(`${fitText(cutTo(title, width - arrow.length) + arrow, width)} `, "dim");
  });
  return [span("  "), ...titles];
}

/** How a row stands out: where the person is; one of many; or as it was before the server was lost. */
export type RowState = { selected: boolean; marked: boolean; dimmed: boolean };

/** One row; the selected one is inverted, and signs say so without colour too. */
export function rowLine(
  columns: readonly Column[],
  cells: Readonly<Record<string, Cell>>,
  { selected, marked, dimmed }: RowState,
): TextLine {
  const spans = columns.map(({ name, width }): Span => {
    const { text, tone = "plain", spoken }: Cell = cells[name] ?? { text: "" };
    const shown = marked ? "accent" : dimmed ? "dim" : tone;
    // The gap belongs to the cell: half as many pieces are drawn in half the time.
    const piece = span(`${fitText(makeVisible(text), width)} `, shown);
    return spoken === undefined ? piece : { ...piece, spoken: `${spoken} ` };
  });
  const row = [
    span(selected ? ">" : " "),
    span(marked ? "*" : " ", marked ? "accent" : "plain", marked),
    ...spans,
  ];
  return selected ? invert(row) : row;
}
