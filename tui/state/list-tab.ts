import type { ActionId, Place } from "../keymap.js";
import { arrange, type ListSpec, type ListState, moveSelection, selectedItem, sortNext } from "./list.js";
import type { Model } from "./model.js";
import { listHeight, type Step, stay, WIDE_COLUMNS } from "./step.js";
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
  if (list.detail && model.size.columns < WIDE_COLUMNS) return ["detail", ...own, "list"];
  return [...own, "list"];
}

/** Does what a key means in any list; undefined when it means nothing there. */
export function actOnList<Item extends { id: string }>(
  model: Model,
  place: ListPlace<Item>,
  action: ActionId,
): Step | undefined {
  const list = place.get(model);
  const height = listHeight(model);
  const put = (next: ListState<Item>): Step => stay(place.set(model, next));
  const distance = distanceOf(action, height, list.rows.length);
  if (distance !== undefined) return put(moveSelection(list, distance, height));
  switch (action) {
    case "open":
      return put({ ...list, detail: list.selectedId !== undefined, detailTop: 0 });
    case "scroll-down":
    case "scroll-up":
      return put(
        scrollDetail(list, place.spec, action === "scroll-down" ? height >> 1 : -(height >> 1), height),
      );
    case "back":
      return put(
        list.detail ? { ...list, detail: false } : withFilter(list, place.spec, makeTextField(), height),
      );
    case "filter":
      return put({ ...list, filtering: true, detail: false });
    case "keep-filter":
      return put({ ...list, filtering: false });
    case "clear-filter":
      return put({ ...withFilter(list, place.spec, makeTextField(), height), filtering: false });
    case "sort":
      return put(sortNext(list, place.spec, height));
    case "reverse-sort":
      return put(arrange({ ...list, descending: !list.descending }, place.spec, height));
    case "copy-id":
      return list.selectedId === undefined
        ? stay(model)
        : [model, [{ type: "copy", text: list.selectedId, what: "id" }]];
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
  return stay(place.set(model, withFilter(list, place.spec, filter, listHeight(model))));
}

/** Why an action of any list makes no sense now. */
export function whyNotInList<Item extends { id: string }>(
  model: Model,
  list: ListState<Item>,
  action: ActionId,
): Words | undefined {
  const onRow: readonly ActionId[] = ["open", "copy-id", "edit", "toggle", "delete", "set-password"];
  if (action === "open" && model.size.columns >= WIDE_COLUMNS) return words("why.detail-beside");
  const onList: readonly ActionId[] = ["filter", "sort", "reverse-sort"];
  if (onList.includes(action) && list.items.length === 0) return words("why.nothing-listed");
  if (onRow.includes(action) && selectedItem(list) === undefined) return words("why.nothing-selected");
  return undefined;
}

/** Why nothing may be changed at all; undefined when it may. */
export function whyNoChanges(model: Model): Words | undefined {
  if (model.options.readOnly || model.owner?.session.scopes.includes("read")) return words("why.read-only");
  return model.busy === undefined ? undefined : words("why.busy");
}

function scrollDetail<Item extends { id: string }>(
  list: ListState<Item>,
  spec: ListSpec<Item>,
  by: number,
  height: number,
): ListState<Item> {
  const item = selectedItem(list);
  const last = item === undefined ? 0 : Math.max(0, spec.detailRows(item) - height);
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
      return -(height >> 1);
    case "move-half-down":
      return height >> 1;
    case "move-first":
      return -count;
    case "move-last":
      return count;
    default:
      return undefined;
  }
}
