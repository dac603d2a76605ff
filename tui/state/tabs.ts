import { apiTokensTab } from "./api-tokens.js";
import { auditLogTab } from "./audit-log.js";
import type { Model, TabId } from "./model.js";
import { settingsTab } from "./settings.js";
import { type Step, stay } from "./step.js";
import type { TabSlice } from "./tab-slice.js";
import { usersTab } from "./users.js";

/** The tabs in their order: a new one is a row here, a slice, and a screen. */
export const TABS: readonly TabSlice[] = [settingsTab, apiTokensTab, usersTab, auditLogTab];

/** The slice of the tab the person is on. */
export function currentTab(model: Pick<Model, "tab">): TabSlice {
  return TABS.find(({ id }) => id === model.tab) ?? settingsTab;
}

/** Goes to a tab, and reads it when it is not up to date; the way back by what is related is forgotten. */
export function goToTab(model: Model, tab: TabId): Step {
  return readIfStale({ ...model, tab, trail: [] });
}

/** Reads the current tab when it is not up to date. */
export function readIfStale(model: Model): Step {
  const slice = currentTab(model);
  return slice.isStale(model) ? slice.catchUp(model) : stay(model);
}
