import type { ListState } from "./list.js";
import type { Model } from "./model.js";

/** From this width on the detail of a row stands beside the list. */
const WIDE_COLUMNS = 110;

/** Below this height a detail takes the place of the list. */
const SPLIT_ROWS = 20;

type Sized = Pick<Model, "size">;
type Detailed = Pick<ListState<{ id: string }>, "detail" | "rows" | "headLines">;

/** Where the detail of the selected row is to be seen. */
export function placeOfDetail(
  { size }: Sized,
  { detail }: Pick<Detailed, "detail">,
): "beside" | "below" | "instead" | "nowhere" {
  if (size.columns >= WIDE_COLUMNS) return "beside";
  if (detail === "closed") return "nowhere";
  return detail === "full" || size.rows < SPLIT_ROWS ? "instead" : "below";
}

/** How many lines a list has: all but title, tabs, rule, what the tab says above it, status and footer. */
function bodyHeight({ size }: Sized, { headLines }: Detailed): number {
  return Math.max(2, size.rows - 5 - headLines);
}

/** How many rows of a list are on the screen, its head aside. */
export function listHeight(model: Sized, list: Detailed): number {
  const room = bodyHeight(model, list) - 1;
  if (placeOfDetail(model, list) !== "below") return Math.max(1, room);
  return Math.max(3, Math.min(list.rows.length, Math.round((room - 1) * 0.35)));
}

/** How many lines of a detail are on the screen. */
export function detailHeight(model: Sized, list: Detailed): number {
  const body = bodyHeight(model, list);
  return placeOfDetail(model, list) === "below" ? body - 2 - listHeight(model, list) : body;
}
