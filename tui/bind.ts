import type { ActionId, Binding, Place } from "./keymap.js";
import type { MessageKey } from "./messages/en.js";

/** One row: what it does, its keys, its words, its rank. */
export type Row = readonly [action: ActionId, keys: readonly string[], message: MessageKey, priority: number];

/** The bindings of one place. */
export function bind(place: Place, rows: readonly Row[]): Binding[] {
  return rows.map(([action, keys, message, priority]) => ({ place, action, keys, message, priority }));
}
