import type { CallFailure } from "../client/failure.js";
import { makeTextField, type TextField } from "./text-field.js";

/** What a list needs to know about its items. */
export type ListSpec<Item> = {
  /** The columns it can be sorted by, in the order `s` goes through them. */
  columns: readonly { name: string; compare: (a: Item, b: Item) => number }[];
  /** The text a filter looks in. */
  searchText: (item: Item) => string;
  /** About how many lines its detail has, so that scrolling it ends somewhere. */
  detailRows: (item: Item) => number;
};

/** A list on the screen: what was read, what of it is shown, and where the person is in it. */
export type ListState<Item extends { id: string }> = {
  /** Everything read so far, in the server's order. */
  items: readonly Item[];
  /** What is shown: filtered and sorted. */
  rows: readonly Item[];
  /** The pages of a refresh so far; they replace the items when the last has come. */
  incoming: readonly Item[];
  selectedId: string | undefined;
  /** The first row on the screen. */
  top: number;
  filter: TextField;
  /** Whether the filter is being typed. */
  filtering: boolean;
  /** The name of a column; undefined for the server's order. */
  sortedBy: string | undefined;
  descending: boolean;
  phase: "unread" | "reading" | "read" | "failed";
  failure: CallFailure | undefined;
  /** Counts readings, so that a page of an older one is thrown away. */
  reading: number;
  nextPageToken: string | undefined;
  /** How many there are on the server and how many there may be, when it tells. */
  totalSize: number | undefined;
  maxSize: number | undefined;
  /** Whether something changed since it was read. */
  stale: boolean;
  /** Whether the selected row's detail is open in place of the list. */
  detail: boolean;
  /** The first line of the detail on the screen. */
  detailTop: number;
};

/** A list of which nothing has been read. */
export function makeList<Item extends { id: string }>(): ListState<Item> {
  return {
    items: [],
    rows: [],
    incoming: [],
    selectedId: undefined,
    top: 0,
    filter: makeTextField(),
    filtering: false,
    sortedBy: undefined,
    descending: false,
    phase: "unread",
    failure: undefined,
    reading: 0,
    nextPageToken: undefined,
    totalSize: undefined,
    maxSize: undefined,
    stale: false,
    detail: false,
    detailTop: 0,
  };
}

/** The selected item, if there is one. */
export function selectedItem<Item extends { id: string }>(list: ListState<Item>): Item | undefined {
  return list.rows.find((item) => item.id === list.selectedId);
}

/** Where the selected row is; -1 in an empty list. */
export function selectedIndex<Item extends { id: string }>(list: ListState<Item>): number {
  return list.rows.findIndex((item) => item.id === list.selectedId);
}

/** The list as it begins to be read anew; what is shown stays until the answer is whole. */
export function beginReading<Item extends { id: string }>(list: ListState<Item>): ListState<Item> {
  const phase = list.phase === "read" ? "read" : "reading";
  return { ...list, phase, failure: undefined, reading: list.reading + 1, incoming: [], stale: false };
}

/** One page of what is being read. */
export type ListPage<Item> = {
  items: readonly Item[];
  nextPageToken: string | undefined;
  totalSize?: number | undefined;
  maxSize?: number | undefined;
};

/** The list after a page has come; `whole` says that this page is the last that will be asked for now. */
export function receivePage<Item extends { id: string }>(
  list: ListState<Item>,
  spec: ListSpec<Item>,
  page: ListPage<Item>,
  whole: boolean,
  height: number,
): ListState<Item> {
  const incoming = [...list.incoming, ...page.items];
  const firstTime = list.phase !== "read" || list.items.length === 0;
  const next: ListState<Item> = {
    ...list,
    incoming: whole ? [] : incoming,
    items: whole || firstTime ? incoming : list.items,
    phase: whole ? "read" : list.phase,
    nextPageToken: page.nextPageToken,
    totalSize: page.totalSize ?? list.totalSize,
    maxSize: page.maxSize ?? list.maxSize,
  };
  return arrange(next, spec, height);
}

/** The list after reading failed; what was read before stays. */
export function failReading<Item extends { id: string }>(
  list: ListState<Item>,
  failure: CallFailure,
): ListState<Item> {
  return { ...list, phase: list.items.length > 0 ? "read" : "failed", failure, incoming: [], stale: true };
}

/** The list with an item put in its place, or at the front when it is new. */
export function putItem<Item extends { id: string }>(
  list: ListState<Item>,
  spec: ListSpec<Item>,
  item: Item,
  height: number,
): ListState<Item> {
  const known = list.items.some((other) => other.id === item.id);
  const items = known
    ? list.items.map((other) => (other.id === item.id ? item : other))
    : [item, ...list.items];
  const totalSize = list.totalSize === undefined || known ? list.totalSize : list.totalSize + 1;
  return arrange({ ...list, items, totalSize }, spec, height);
}

/** The list without an item. */
export function dropItem<Item extends { id: string }>(
  list: ListState<Item>,
  spec: ListSpec<Item>,
  id: string,
  height: number,
): ListState<Item> {
  if (!list.items.some((item) => item.id === id)) return list;
  const items = list.items.filter((item) => item.id !== id);
  const totalSize = list.totalSize === undefined ? undefined : list.totalSize - 1;
  return arrange({ ...list, items, totalSize }, spec, height);
}

/** The list with its rows filtered and sorted again; the selection follows its item, or stays at its place. */
export function arrange<Item extends { id: string }>(
  list: ListState<Item>,
  spec: ListSpec<Item>,
  height: number,
): ListState<Item> {
  const before = Math.max(0, selectedIndex(list));
  const wanted = list.filter.text.trim().toLocaleLowerCase();
  let rows = list.items;
  if (wanted !== "") rows = rows.filter((item) => spec.searchText(item).toLocaleLowerCase().includes(wanted));
  const column = spec.columns.find(({ name }) => name === list.sortedBy);
  if (column !== undefined) {
    const sign = list.descending ? -1 : 1;
    rows = [...rows].sort((a, b) => sign * column.compare(a, b));
  } else if (list.descending) rows = rows.toReversed();
  const kept = rows.some((item) => item.id === list.selectedId);
  const selectedId = kept ? list.selectedId : rows[Math.min(before, rows.length - 1)]?.id;
  const shown = { ...list, rows, selectedId, detail: list.detail && kept };
  return scrollToSelection(shown, height, before - list.top);
}

/** The list with the selection moved by so many rows, stopping at the ends. */
export function moveSelection<Item extends { id: string }>(
  list: ListState<Item>,
  by: number,
  height: number,
): ListState<Item> {
  const at = Math.min(list.rows.length - 1, Math.max(0, selectedIndex(list) + by));
  return scrollToSelection({ ...list, selectedId: list.rows[at]?.id, detailTop: 0 }, height);
}

/** The list sorted by its next column, or from the last column back to the server's order. */
export function sortNext<Item extends { id: string }>(
  list: ListState<Item>,
  spec: ListSpec<Item>,
  height: number,
): ListState<Item> {
  const at = spec.columns.findIndex(({ name }) => name === list.sortedBy);
  return arrange({ ...list, sortedBy: spec.columns[at + 1]?.name, descending: false }, spec, height);
}

/** The list with the selected row on the screen; `screenRow` keeps it on that row where possible. */
function scrollToSelection<Item extends { id: string }>(
  list: ListState<Item>,
  height: number,
  screenRow?: number,
): ListState<Item> {
  const at = Math.max(0, selectedIndex(list));
  let top = screenRow === undefined ? list.top : at - screenRow;
  // At an edge the list jumps by half a page, so that most keys move the cursor and not the whole screen.
  const jump =
    screenRow === undefined && Math.abs(at - (at < top ? top : top + height - 1)) <= 1 ? height >> 1 : 0;
  if (at < top) top = at - jump;
  if (at >= top + height) top = at - height + 1 + jump;
  top = Math.max(0, Math.min(top, list.rows.length - height));
  return { ...list, top };
}
