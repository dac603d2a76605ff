import { lineWidth } from "../components/spans.js";
import type { Event } from "../state/event.js";
import type { Model } from "../state/model.js";
import { TABS } from "../state/tabs.js";
import { tabNames } from "./frame.js";

/** Where the rows of a list begin: below title, tabs, rule and column heads. */
const FIRST_ROW = 4;

/** What pointing at a cell means; undefined when nothing. */
export function findTarget(
  model: Model,
  { kind, column, row }: { kind: "press" | "wheel-up" | "wheel-down"; column: number; row: number },
): Event | undefined {
  if (kind !== "press") return { type: "wheel-turned", by: kind === "wheel-up" ? -1 : 1 };
  if (model.stage !== "ready" || model.dialog !== undefined) return undefined;
  if (row === 1) {
    let right = 0;
    for (const [at, name] of tabNames(model, model.size.columns).entries()) {
      right += lineWidth(name);
      const tab = TABS[at];
      if (column < right && tab !== undefined) return { type: "tab-pointed", tab: tab.id };
    }
    return undefined;
  }
  return row >= FIRST_ROW ? { type: "row-pointed", row: row - FIRST_ROW } : undefined;
}
