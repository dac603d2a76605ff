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
import { detailHeight, listHeight, placeOfDetail } from "../state/layout.js";
import { isLoading, type ListState } from "../state/list.js";
import { selectedItem } from "../state/list-rows.js";
import type { Model } from "../state/model.js";
import type { Words } from "../state/words.js";
import { type Speaker, speakerOf } from "./speak.js";

const DETAIL_WIDTH = 44;

/** How a list tab shows its items. */
export type ListLook<Item> = {
  columns: readonly Column[];
  cells: (item: Item) => Readonly<Record<string, Cell>>;
  detail: (item: Item, width: number) => TextLine[];
  /** What to say when there is nothing at all. */
  empty: Words;
};

/** The body of a list tab: the list, its detail beside, below or in its place, or why there is nothing to see. */
export function listLines<Item extends { id: string }>(
  model: Model,
  list: ListState<Item>,
  look: ListLook<Item>,
  width: number,
  height: number,
): TextLine[] {
  const instead = insteadOfList(model, list, look, width);
  if (instead !== undefined) return fillHeight([BLANK, ...instead], height);
  const selected = selectedItem(list);
  const detail = (columns: number) => (selected === undefined ? [] : look.detail(selected, columns));
  const table = (columns: number) => tableLines(model, list, look, columns);
  switch (placeOfDetail(model, list)) {
    case "beside": {
      const beside = detail(besideWidth(width)).slice(list.detailTop);
      const listWidth = width - besideWidth(width) - 3;
      return fillHeight(table(listWidth), height).map((row, at) => [
        ...fitLine(row, listWidth),
        span(" │ ", "dim"),
        ...(beside[at] ?? []),
      ]);
    }
    case "instead":
      return fillHeight([BLANK, ...detail(width - 4).map(indent)].slice(list.detailTop), height);
    case "below": {
      const room = detailHeight(model, list);
      const below = detail(width - 4).slice(list.detailTop, list.detailTop + room);
      const rows = fillHeight(table(width), listHeight(model, list) + 1);
      return fillHeight([...rows, line("─".repeat(width), "dim"), ...below.map(indent)], height);
    }
    case "nowhere":
      return table(width);
  }
}

/** The count at the right of the status line, and how old it is when it is not fresh. */
export function listSummary<Item extends { id: string }>(
  model: Model,
  list: ListState<Item>,
  more: boolean,
): TextLine {
  const { t, number, clock } = speakerOf(model);
  if (list.phase === "unread") return [];
  const shown = list.rows.length;
  const all = list.scope === undefined ? (list.totalSize ?? list.items.length) : list.items.length;
  const total = `${number(all)}${more ? "+" : ""}`;
  const count =
    list.maxSize === undefined
      ? t("list.count", { shown, total })
      : t("list.count-max", { shown, total, max: list.maxSize });
  const news = isLoading(list) ? `${t("list.loading-more", { count: list.incoming.length })}  ` : "";
  const old =
    list.failure !== undefined && list.readTime !== undefined
      ? `${t("list.stale", { time: clock(new Date(list.readTime)) })}  `
      : "";
  const marked = list.marked.size === 0 ? "" : `${t("title.marked", { count: list.marked.size })}  `;
  return [span(marked, "accent", true), span(old, "warn"), span(news, "dim"), span(count, "dim")];
}

/** A line of the detail: a name and a value. */
export function fact(name: string, value: string, tone: "plain" | "dim" = "plain"): TextLine {
  return [span(`${name}  `.padEnd(14), "dim"), span(value, tone)];
}

function besideWidth(width: number): number {
  return width >= 200 ? Math.min(80, Math.floor(width * 0.35)) : DETAIL_WIDTH;
}

function indent(content: TextLine): TextLine {
  return [span("  "), ...content];
}

function tableLines<Item extends { id: string }>(
  model: Model,
  list: ListState<Item>,
  look: ListLook<Item>,
  width: number,
): TextLine[] {
  const columns = chooseColumns(look.columns, width);
  const sorted =
    list.sortedBy === undefined ? undefined : { name: list.sortedBy, descending: list.descending };
  const shown = list.rows.slice(list.top, list.top + listHeight(model, list));
  const dimmed = model.connection.state === "reconnecting";
  return [
    headLine(columns, sorted),
    ...shown.map((item) => {
      const state = { selected: item.id === list.selectedId, marked: list.marked.has(item.id), dimmed };
      return rowLine(columns, look.cells(item), state);
    }),
  ];
}

function insteadOfList<Item extends { id: string }>(
  model: Model,
  list: ListState<Item>,
  look: ListLook<Item>,
  width: number,
): TextLine[] | undefined {
  if (list.rows.length > 0) return undefined;
  const speaker = speakerOf(model);
  const middle = (text: string, tone: "dim" | "bad" | "warn" | "plain") =>
    paragraph(text, Math.min(width - 4, 70), tone).map((part) => centre(part, width));
  if (list.failure !== undefined) return middle(...failureOf(list.failure, speaker));
  if (list.phase !== "read") return [centre(line(speaker.t("list.loading"), "dim"), width)];
  if (list.filter.text !== "")
    return middle(speaker.t("list.no-match", { filter: list.filter.text }), "plain");
  if (list.scope !== undefined)
    return middle(speaker.t("list.nothing-related", { label: list.scope.label }), "plain");
  return middle(speaker.say(look.empty), "plain");
}

/** Why something cannot be seen, and how bad that is. */
export function failureOf(
  failure: NonNullable<Model["startFailure"]>,
  { t }: Pick<Speaker, "t">,
): [string, "warn" | "bad"] {
  if (failure.code === "PERMISSION_DENIED") return [`⊘ ${t("list.denied")}`, "warn"];
  return [`✕ ${t("list.failed", { reason: explainFailure(failure) })}`, "bad"];
}
