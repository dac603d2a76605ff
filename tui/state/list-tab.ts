import type { ActionId, Place } from "../keymap.js";
import { detailHeight, listHeight, placeOfDetail } from "./layout.js";
import { type ListSpec, type ListState, widen } from "./list.js";
import {
  arrange,
  chosenItems,
  fitList,
  markAll,
  markRange,
  moveSelection,
  selectedItem,
  sortNext,
  toggleMark,
} from "./list-rows.js";
import type { Model } from "./model.js";
import { type Step, stay } from "./step.js";
import { editTextField, insertText, makeTextField, type TextField } from "./text-field.js";
import { type Words, words } from "./words.js";

/** A list of the model, where it is and what it knows of its items. */
export type ListPlace<Item extends { id: string }> = {
  get: (model: Model) => ListState<Item>;
  set: (model: Model, list: ListState<Item>) => Model;
  spec: ListSpec<Item>;
};

/** Where the person is in a list tab, innermost first; `own` are the keys of the tab itself. */
export function placesOfList<Item extends { id: string }>(
  model: Model,
  list: ListState<Item>,
  own: readonly Place[],
): readonly Place[] {
  if (list.filtering) return ["filter"];
  const shown = placeOfDetail(model, list);
  if (shown === "instead") return ["detail", ...own, "list"];
  return shown === "below" ? ["split", ...own, "list"] : [...own, "list"];
}

/** Does what a key means in any list; undefined when it means nothing there. */
export function actOnList<Item extends { id: string }>(
  model: Model,
  place: ListPlace<Item>,
  action: ActionId,
): Step | undefined {
  const list = place.get(model);
  const height = listHeight(model, list);
  const put = (next: ListState<Item>): Step => stay(place.set(model, next));
  const distance = distanceOf(action, height, list.rows.length);
  if (distance !== undefined) return put(moveSelection(list, distance, height));
  switch (action) {
    case "open":
      return put(showDetail(model, list, list.selectedId === undefined ? "closed" : "below"));
    case "zoom":
      return put(showDetail(model, list, "full"));
    case "scroll-down":
    case "scroll-up":
      return put(scrollDetail(model, list, place.spec, action === "scroll-down" ? 1 : -1));
    case "back":
      return goBack(model, place);
    case "filter":
      return put({ ...showDetail(model, list, "closed"), filtering: true });
    case "keep-filter":
      return put({ ...list, filtering: false });
    case "clear-filter":
      return put({ ...withFilter(list, place.spec, makeTextField(), height), filtering: false });
    case "sort":
      return put(sortNext(list, place.spec, height));
    case "reverse-sort":
      return put(arrange({ ...list, descending: !list.descending }, place.spec, height));
    case "mark":
      return put(moveSelection(toggleMark(list), 1, height));
    case "mark-range":
      return put(markRange(list));
    case "mark-all":
      return put(markAll(list));
    case "copy-id": {
      const ids = chosenItems(list).map(({ id }) => id);
      return ids.length === 0 ? stay(model) : [model, [{ type: "copy", text: ids.join("\n"), what: "id" }]];
    }
    default:
      return undefined;
  }
}

/** Takes a key or a paste into the filter while it is being typed. */
export function typeInFilter<Item extends { id: string }>(
  model: Model,
  place: ListPlace<Item>,
  input: { key: string } | { paste: string },
): Step | undefined {
  const list = place.get(model);
  if (!list.filtering) return undefined;
  const filter =
    "key" in input ? editTextField(list.filter, input.key) : insertText(list.filter, input.paste);
  if (filter === undefined) return undefined;
  return stay(place.set(model, withFilter(list, place.spec, filter, listHeight(model, list))));
}

/** The actions that need a row to act on. */
const ON_ROW: ReadonlySet<ActionId> = new Set<ActionId>([
  "open",
  "mark",
  "mark-range",
  "copy-id",
  "edit",
  "toggle",
  "delete",
  "set-password",
  "show-events",
  "show-tokens",
  "show-access-tokens",
  "show-client",
  "show-user",
  "secrets",
  "narrow-to-client",
  "narrow-to-user",
  "show-resource",
  "show-policies",
  "versions",
  "attachments",
  "enforce",
  "dry-run",
  "report",
]);

/** The actions that need something in the list. */
const ON_LIST: ReadonlySet<ActionId> = new Set<ActionId>([
  "filter",
  "sort",
  "reverse-sort",
  "mark-all",
  "export",
]);

/** Why an action of any list makes no sense now. */
export function whyNotInList<Item extends { id: string }>(
  model: Model,
  list: ListState<Item>,
  action: ActionId,
): Words | undefined {
  if (action === "open" && placeOfDetail(model, list) === "beside") return words("why.detail-beside");
  // What is typed while a list is still being read is a filter all the same, and no commands.
  if (action === "filter" && list.phase !== "read") return undefined;
  if (ON_LIST.has(action) && list.items.length === 0) return words("why.nothing-listed");
  if (ON_ROW.has(action) && selectedItem(list) === undefined) return words("why.nothing-selected");
  return undefined;
}

/** Why nothing may be changed at all; undefined when it may. */
export function whyNoChanges(model: Model): Words | undefined {
  if (isReadOnly(model)) return words("why.read-only");
  if (model.owner !== undefined && model.owner.role !== "ADMIN") return words("why.role");
  return model.busy === undefined ? undefined : words("why.busy");
}

/** Whether the session may look but not change. */
export function isReadOnly({ options, owner }: Pick<Model, "options" | "owner">): boolean {
  const scopes = owner?.session.scopes ?? [];
  const mayWrite =
    scopes.length === 0 || scopes.some((scope) => scope === "write" || scope.endsWith(":write"));
  return options.readOnly || !mayWrite;
}

/** One step back: the detail, the marks, the filter, what it is narrowed to; undefined when there is none of it. */
function goBack<Item extends { id: string }>(model: Model, place: ListPlace<Item>): Step | undefined {
  const list = place.get(model);
  const height = listHeight(model, list);
  const shown = placeOfDetail(model, list);
  if (shown === "instead" || shown === "below") {
    const zoomedOut = showDetail(model, list, "below");
    const split = list.detail === "full" && placeOfDetail(model, zoomedOut) === "below";
    return stay(place.set(model, split ? zoomedOut : showDetail(model, list, "closed")));
  }
  if (list.marked.size > 0) return stay(place.set(model, { ...list, marked: new Set() }));
  if (list.filter.text !== "")
    return stay(place.set(model, withFilter(list, place.spec, makeTextField(), height)));
  if (list.scope === undefined) return undefined;
  return stay(place.set(model, fitWhole(model, widen(list))));
}

function fitWhole<Item extends { id: string }>(model: Model, list: ListState<Item>): ListState<Item> {
  return fitList(list, listHeight(model, list));
}

function showDetail<Item extends { id: string }>(
  model: Model,
  list: ListState<Item>,
  detail: ListState<Item>["detail"],
): ListState<Item> {
  const shown = { ...list, detail, detailTop: 0 };
  return fitList(shown, listHeight(model, shown));
}

function scrollDetail<Item extends { id: string }>(
  model: Model,
  list: ListState<Item>,
  spec: ListSpec<Item>,
  pages: 1 | -1,
): ListState<Item> {
  const item = selectedItem(list);
  const height = detailHeight(model, list);
  const last = item === undefined ? 0 : Math.max(0, spec.detailRows(item) - height);
  const by = Math.max(1, height >> 1) * pages;
  return { ...list, detailTop: Math.max(0, Math.min(last, list.detailTop + by)) };
}

function withFilter<Item extends { id: string }>(
  list: ListState<Item>,
  spec: ListSpec<Item>,
  filter: TextField,
  height: number,
): ListState<Item> {
  return arrange({ ...list, filter }, spec, height);
}

function distanceOf(action: ActionId, height: number, count: number): number | undefined {
  switch (action) {
    case "move-up":
      return -1;
    case "move-down":
      return 1;
    case "move-page-up":
      return -height;
    case "move-page-down":
      return height;
    case "move-half-up":
      return -Math.max(1, height >> 1);
    case "move-half-down":
      return Math.max(1, height >> 1);
    case "move-first":
      return -count;
    case "move-last":
      return count;
    default:
      return undefined;
  }
}
