import type { ListSpec, ListState } from "./list.js";

/** Compares texts as people sort them; one collator is many times faster than `localeCompare`. */
const collator = new Intl.Collator(undefined, { numeric: true });

/** Compares by a text. */
export function byText<Item>(read: (item: Item) => string): (a: Item, b: Item) => number {
  return (a, b) => collator.compare(read(a), read(b));
}

/** Compares by a moment; what has none comes as if it lay at the given one. */
export function byTime<Item>(read: (item: Item) => Date | undefined, none = 0): (a: Item, b: Item) => number {
  return (a, b) => (read(a)?.getTime() ?? none) - (read(b)?.getTime() ?? none);
}

/** The selected item, if there is one. */
export function selectedItem<Item extends { id: string }>(list: ListState<Item>): Item | undefined {
  return list.rows[selectedIndex(list)];
}

/** Where the selection was last found in rows: every key of the footer asks for it, and rows may be many. */
const places = new WeakMap<readonly { id: string }[], { id: string | undefined; at: number }>();

/** Where the selected row is; -1 in an empty list. */
export function selectedIndex<Item extends { id: string }>({
  rows,
  selectedId,
}: Pick<ListState<Item>, "rows" | "selectedId">): number {
  const last = places.get(rows);
  if (last !== undefined && last.id === selectedId) return last.at;
  const at = rows.findIndex(({ id }) => id === selectedId);
  places.set(rows, { id: selectedId, at });
  return at;
}

/** The list with its rows filtered and sorted again; the selection follows its item, or stays at its place. */
export function arrange<Item extends { id: string }>(
  list: ListState<Item>,
  spec: ListSpec<Item>,
  height: number,
): ListState<Item> {
  const before = Math.max(0, selectedIndex(list));
  const wanted = wordsIn(list.filter.text);
  let rows = list.items;
  if (wanted.length > 0)
    rows = rows.filter((item) => wanted.every((word) => searchable(spec, item).includes(word)));
  const column = spec.columns.find(({ name }) => name === list.sortedBy);
  if (column !== undefined) {
    const sign = list.descending ? -1 : 1;
    rows = [...rows].sort((a, b) => sign * column.compare(a, b));
  } else if (list.descending) rows = rows.toReversed();
  const kept = rows.some((item) => item.id === list.selectedId);
  const selectedId = kept ? list.selectedId : rows[Math.min(before, rows.length - 1)]?.id;
  const detail = kept ? list.detail : "closed";
  const shown = { ...list, rows, selectedId, detail, marked: keepMarks(list) };
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

/** The list with its selection on the screen, after the screen or the detail changed its size. */
export function fitList<Item extends { id: string }>(list: ListState<Item>, height: number): ListState<Item> {
  return scrollToSelection(list, height, Math.min(height - 1, Math.max(0, selectedIndex(list)) - list.top));
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

/** The list with the selected row marked, or its mark taken away. */
export function toggleMark<Item extends { id: string }>(list: ListState<Item>): ListState<Item> {
  const id = list.selectedId;
  if (id === undefined) return list;
  const marked = new Set(list.marked);
  if (!marked.delete(id)) marked.add(id);
  return { ...list, marked, anchorId: id };
}

/** The list with every row marked from the one marked last to the selected one. */
export function markRange<Item extends { id: string }>(list: ListState<Item>): ListState<Item> {
  const to = selectedIndex(list);
  const anchor = list.rows.findIndex(({ id }) => id === list.anchorId);
  const from = anchor === -1 ? to : anchor;
  const range = list.rows.slice(Math.min(from, to), Math.max(from, to) + 1);
  const marked = new Set([...list.marked, ...range.map(({ id }) => id)]);
  return { ...list, marked, anchorId: list.selectedId };
}

/** The list with everything shown marked, or with no marks when everything was. */
export function markAll<Item extends { id: string }>(list: ListState<Item>): ListState<Item> {
  const all = list.rows.every(({ id }) => list.marked.has(id));
  return { ...list, marked: new Set(all ? [] : [...list.marked, ...list.rows.map(({ id }) => id)]) };
}

/** What an action concerns: everything marked, in the order shown, or the selected item. */
export function chosenItems<Item extends { id: string }>(list: ListState<Item>): readonly Item[] {
  if (list.marked.size > 0) return list.items.filter(({ id }) => list.marked.has(id));
  const item = selectedItem(list);
  return item === undefined ? [] : [item];
}

const ASCII = /^[\x20-\x7e]*$/;

/** Small letters without accents: what is typed in a hurry finds what is written with care. */
export function simplify(text: string): string {
  const bare = ASCII.test(text) ? text : text.normalize("NFD").replace(/\p{M}/gu, "");
  return bare.toLowerCase();
}

/** The words that are looked for, each of them, in any order. */
export function wordsIn(typed: string): string[] {
  return simplify(typed)
    .split(/\s+/)
    .filter((word) => word !== "");
}

/** What a filter looks in, made once for every item. */
const searchTexts = new WeakMap<object, string>();

function searchable<Item extends object>(spec: ListSpec<Item & { id: string }>, item: Item & { id: string }) {
  let text = searchTexts.get(item);
  if (text === undefined) {
    text = simplify(spec.searchText(item));
    searchTexts.set(item, text);
  }
  return text;
}

/** Marks of items that are gone go with them. */
function keepMarks<Item extends { id: string }>({ marked, items, phase }: ListState<Item>) {
  if (marked.size === 0 || phase !== "read") return marked;
  const kept = items.filter(({ id }) => marked.has(id));
  return kept.length === marked.size ? marked : new Set(kept.map(({ id }) => id));
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
