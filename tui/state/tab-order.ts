import type { TabId } from "./model.js";

/** The tabs from the left: their numbers follow. */
export const TAB_ORDER: readonly TabId[] = [
  "overview",
  "settings",
  "api-tokens",
  "oauth-clients",
  "access-tokens",
  "users",
  "audit-log",
  "access-policies",
];

/** The key that goes to a tab. */
export function keyOfTab(id: TabId): string {
  return String(TAB_ORDER.indexOf(id) + 1);
}
