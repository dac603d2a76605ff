import {
  BLANK,
  centre,
  fillHeight,
  fitLine,
  line,
  paragraph,
  span,
  type TextLine,
} from "../components/spans.js";
import { type Cell, type Column, chooseColumns, headLine, rowLine } from "../components/table.js";
import { explainFailure } from "../state/failures.js";
import type { ListState } from "../state/list.js";
import type { Model } from "../state/model.js";
import { WIDE_COLUMNS } from "../state/step.js";
import type { Words } from "../state/words.js";
import { speakerOf } from "./speak.js";

const DETAIL_WIDTH = 46;

/** How a list tab shows its items. */
export type ListLook<Item> = {
  columns: readonly Column[];
  cells: (item: Item) => Readonly<Record<string, Cell>>;
  detail: (item: Item, width: number) => TextLine[];
  /** What to say when there is nothing at all. */
  empty: Words;
};

/** The body of a list tab: the list, its detail beside it or in its place, or why there is nothing to see. */
export function listLines<Item extends { id: string }>(
  model: Model,
  list: ListState<Item>,
  look: ListLook<Item>,
  width: number,
  height: number,
): TextLine[] {
  const instead = insteadOfList(model, list, look, width);
  if (instead !== undefined) return fillHeight([BLANK, ...instead], height);
  const selected = list.rows.find(({ id }) => id === list.selectedId);
  const wide = width >= WIDE_COLUMNS;
  if (list.detail && !wide && selected !== undefined)
    return fillHeight([BLANK, ...look.detail(selected, width - 4).map(indent)].slice(list.detailTop), height);
  const listWidth = wide ? width - DETAIL_WIDTH - 3 : width;
  const rows = tableLines(list, look, listWidth, height);
  if (!wide) return rows;
  const detail = selected === undefined ? [] : look.detail(selected, DETAIL_WIDTH);
  return fillHeight(rows, height).map((row, at) => [
    ...fitLine(row, listWidth),
    span(" │ ", "dim"),
    ...(detail[at] ?? []),
  ]);
}

/** The count at the right of the status line. */
export function listSummary<Item extends { id: string }>(
  model: Model,
  list: ListState<Item>,
  more: boolean,
): TextLine {
  const { t } = speakerOf(model);
  if (list.phase === "unread") return [];
  const shown = list.rows.length;
  const total = `${list.totalSize ?? list.items.length}${more ? "+" : ""}`;
  const count =
    list.maxSize === undefined
      ? t("list.count", { shown, total })
      : t("list.count-max", { shown, total, max: list.maxSize });
  const loading = list.phase === "reading" || list.incoming.length > 0;
  const filter = list.filter.text === "" || list.filtering ? "" : `/${list.filter.text}  `;
  const news = loading ? `${t("list.loading-more", { count: list.incoming.length })}  ` : "";
  return [span(filter, "accent"), span(news, "dim"), span(count, "dim")];
}

/** A line of the detail: a name and a value. */
export function fact(name: string, value: string, tone: "plain" | "dim" = "plain"): TextLine {
  return [span(`${name}  `.padEnd(14), "dim"), span(value, tone)];
}

function indent(content: TextLine): TextLine {
  return [span("  "), ...content];
}

function tableLines<Item extends { id: string }>(
  list: ListState<Item>,
  look: ListLook<Item>,
  width: number,
  height: number,
): TextLine[] {
  const columns = chooseColumns(look.columns, width);
  const sorted =
    list.sortedBy === undefined ? undefined : { name: list.sortedBy, descending: list.descending };
  const shown = list.rows.slice(list.top, list.top + height - 1);
  return [
    headLine(columns, sorted),
    ...shown.map((item) => rowLine(columns, look.cells(item), item.id === list.selectedId)),
  ];
}

function insteadOfList<Item extends { id: string }>(
  model: Model,
  list: ListState<Item>,
  look: ListLook<Item>,
  width: number,
): TextLine[] | undefined {
  const { t, say } = speakerOf(model);
  if (list.rows.length > 0) return undefined;
  const middle = (text: string, tone: "dim" | "bad" | "plain") =>
    paragraph(text, Math.min(width - 4, 70), tone).map((part) => centre(part, width));
  if (list.failure !== undefined)
    return middle(t("list.failed", { reason: explainFailure(list.failure) }), "bad");
  if (list.phase !== "read") return [centre(line(t("list.loading"), "dim"), width)];
  if (list.items.length > 0 || list.filter.text !== "")
    return middle(t("list.no-match", { filter: list.filter.text }), "plain");
  return middle(say(look.empty), "plain");
}
