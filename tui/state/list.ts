import type { CallFailure } from "../client/failure.js";
import { arrange } from "./list-rows.js";
import { makeTextField, type TextField } from "./text-field.js";
import type { Words } from "./words.js";

/** A value in an exported file. */
export type ExportValue = string | number | boolean | readonly string[] | Date | undefined;

/** What a list needs to know about its items. */
export type ListSpec<Item> = {
  /** The columns it can be sorted by, in the order `s` goes through them. */
  columns: readonly { name: string; compare: (a: Item, b: Item) => number }[];
  /** The text a filter looks in. */
  searchText: (item: Item) => string;
  /** About how many lines its detail has, so that scrolling it ends somewhere. */
  detailRows: (item: Item) => number;
  /** What it is called by people. */
  label: (item: Item) => Words;
  /** What an exported file tells of it, by the names of the contract. */
  exported: (item: Item) => Readonly<Record<string, ExportValue>>;
  /** The server's filter for the items that belong to something, by the name of the relation; `self` is one item. */
  scopes: Readonly<Record<string, (id: string, label: string) => string>>;
};

/** Something a list is narrowed to: the items related to it. An OAuth client's identifier is typed to end its things. */
export type ListScope = { name: string; id: string; label: string; identifier?: string };

/** A list on the screen: what was read, what of it is shown, and where the person is in it. */
export type ListState<Item extends { id: string }> = {
  /** Everything read so far, in the server's order. */
  items: readonly Item[];
  /** What is shown: filtered and sorted. */
  rows: readonly Item[];
  /** The pages of a refresh so far; they replace the items when the last has come. */
  incoming: readonly Item[];
  selectedId: string | undefined;
  /** The items marked for something to be done with all of them. */
  marked: ReadonlySet<string>;
  /** The row marked last, where a range begins. */
  anchorId: string | undefined;
  /** How many lines the tab has above the list for what it has to say. */
  headLines: number;
  /** The first row on the screen. */
  top: number;
  filter: TextField;
  /** Whether the filter is being typed. */
  filtering: boolean;
  /** What the list is narrowed to by the server; undefined for everything. */
  scope: ListScope | undefined;
  /** The whole list as it was before it was narrowed. */
  beyond: ListState<Item> | undefined;
  /** The name of a column; undefined for the server's order. */
  sortedBy: string | undefined;
  descending: boolean;
  phase: "unread" | "reading" | "read" | "failed";
  failure: CallFailure | undefined;
  /** When it was last read to the end, in milliseconds since the epoch. */
  readTime: number | undefined;
  /** Counts readings, so that a page of an older one is thrown away. */
  reading: number;
  nextPageToken: string | undefined;
  /** How many there are on the server and how many there may be, when it tells. */
  totalSize: number | undefined;
  maxSize: number | undefined;
  /** Whether something changed since it was read. */
  stale: boolean;
  /** The items known to have changed since it was read. */
  changedIds: readonly string[];
  /** Whether the selected row's detail is open below the list, or in its place. */
  detail: "closed" | "below" | "full";
  /** The first line of the detail on the screen. */
  detailTop: number;
};

/** While a list is read for the first time, its rows are filtered and sorted anew once it has grown by so much. */
const GROWTH = 1.5;

/** A list of no more items than this is filtered and sorted anew with every page. */
const SHORT = 1000;

/** A list of which nothing has been read. */
export function makeList<Item extends { id: string }>(
  changes: Partial<ListState<Item>> = {},
): ListState<Item> {
  return {
    items: [],
    rows: [],
    incoming: [],
    selectedId: undefined,
    marked: new Set(),
    anchorId: undefined,
    headLines: 0,
    top: 0,
    filter: makeTextField(),
    filtering: false,
    scope: undefined,
    beyond: undefined,
    sortedBy: undefined,
    descending: false,
    phase: "unread",
    failure: undefined,
    readTime: undefined,
    reading: 0,
    nextPageToken: undefined,
    totalSize: undefined,
    maxSize: undefined,
    stale: false,
    changedIds: [],
    detail: "closed",
    detailTop: 0,
    ...changes,
  };
}

/** The list as it begins to be read anew; what is shown stays until the answer is whole. */
export function beginReading<Item extends { id: string }>(list: ListState<Item>): ListState<Item> {
  const phase = list.phase === "read" ? "read" : "reading";
  const reading = list.reading + 1;
  return { ...list, phase, failure: undefined, reading, incoming: [], stale: false, changedIds: [] };
}

/** The list narrowed to what is related to something, to be read from the start; the whole list is kept for later. */
export function narrow<Item extends { id: string }>(
  list: ListState<Item>,
  scope: ListScope,
): ListState<Item> {
  const { sortedBy, descending, reading, headLines } = list;
  const beyond = list.scope === undefined && list.items.length > 0 ? list : list.beyond;
  return beginReading(makeList<Item>({ scope, beyond, sortedBy, descending, reading, headLines }));
}

/** The whole list again, as it was before it was narrowed; unread when it had not been read. */
export function widen<Item extends { id: string }>(list: ListState<Item>): ListState<Item> {
  const { beyond, reading, sortedBy, descending, headLines } = list;
  if (beyond === undefined) return makeList<Item>({ sortedBy, descending, reading, headLines });
  // What was still to come is not waited for any more.
  const stale = beyond.stale || isLoading(beyond);
  return { ...beyond, phase: "read", incoming: [], reading, stale, headLines };
}

/** One page of what is being read. */
export type ListPage<Item> = {
  items: readonly Item[];
  nextPageToken: string | undefined;
  totalSize?: number | undefined;
  maxSize?: number | undefined;
};

/** Whether pages of it are still to come. */
export function isLoading({ phase, incoming }: ListState<{ id: string }>): boolean {
  return phase === "reading" || incoming.length > 0;
}

/** The list after a page has come; `whole` says that this page is the last that will be asked for now. */
export function receivePage<Item extends { id: string }>(
  list: ListState<Item>,
  spec: ListSpec<Item>,
  page: ListPage<Item>,
  whole: boolean,
  height: number,
): ListState<Item> {
  const incoming = list.incoming.length === 0 ? page.items : [...list.incoming, ...page.items];
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
  // A refresh in the background is shown when it is whole; a long first reading every time it has grown by half.
  const grown = whole || incoming.length >= list.rows.length * GROWTH || incoming.length <= SHORT;
  return next.items === list.items || !grown ? next : arrange(next, spec, height);
}

/** The list after reading failed; what was read before stays. */
export function failReading<Item extends { id: string }>(
  list: ListState<Item>,
  failure: CallFailure,
): ListState<Item> {
  return { ...list, phase: list.items.length > 0 ? "read" : "failed", failure, incoming: [], stale: true };
}

/** The list with items put in their places, at the front when they are new, and taken out where undefined. */
export function putItems<Item extends { id: string }>(
  list: ListState<Item>,
  spec: ListSpec<Item>,
  changes: ReadonlyMap<string, Item | undefined>,
  height: number,
): ListState<Item> {
  const known = new Set<string>();
  let gone = 0;
  const kept = list.items.flatMap((item) => {
    if (!changes.has(item.id)) return [item];
    known.add(item.id);
    const changed = changes.get(item.id);
    if (changed !== undefined) return [changed];
    gone += 1;
    return [];
  });
  const fresh = [...changes.values()].filter((item) => item !== undefined && !known.has(item.id)) as Item[];
  if (known.size === 0 && fresh.length === 0) return list;
  const totalSize = list.totalSize === undefined ? undefined : list.totalSize + fresh.length - gone;
  return arrange({ ...list, items: [...fresh, ...kept], totalSize }, spec, height);
}

/** The list with an item put in its place, or at the front when it is new. */
export function putItem<Item extends { id: string }>(
  list: ListState<Item>,
  spec: ListSpec<Item>,
  item: Item,
  height: number,
): ListState<Item> {
  return putItems(list, spec, new Map([[item.id, item]]), height);
}

/** The list without an item. */
export function dropItem<Item extends { id: string }>(
  list: ListState<Item>,
  spec: ListSpec<Item>,
  id: string,
  height: number,
): ListState<Item> {
  return putItems(list, spec, new Map([[id, undefined]]), height);
}
