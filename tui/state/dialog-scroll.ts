import type { ActionId } from "../keymap.js";
import type { Model } from "./model.js";

/** A page that scrolls; any other key closes it. */
export function scrollDialog<Scrolled extends { top: number }>(
  { size }: Pick<Model, "size">,
  dialog: Scrolled,
  action: ActionId,
): Scrolled | undefined {
  const page = Math.max(1, size.rows - 6);
  const steps: Partial<Record<ActionId, number>> = {
    "move-up": -1,
    "move-down": 1,
    "move-page-up": -page,
    "move-page-down": page,
  };
  const by = steps[action];
  return by === undefined ? undefined : { ...dialog, top: Math.max(0, dialog.top + by) };
}
