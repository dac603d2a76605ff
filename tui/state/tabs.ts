import { accessPoliciesTab } from "./access-policies.js";
import { accessTokensTab } from "./access-tokens.js";
import { apiTokensTab } from "./api-tokens.js";
import { auditLogTab } from "./audit-log.js";
import type { Model, TabId } from "./model.js";
import { oauthClientsTab } from "./oauth-clients.js";
import { overviewTab } from "./overview.js";
import { settingsTab } from "./settings.js";
import { type Step, stay } from "./step.js";
import { TAB_ORDER } from "./tab-order.js";
import type { TabSlice } from "./tab-slice.js";
import { usersTab } from "./users.js";

const SLICES: Readonly<Record<TabId, TabSlice>> = {
  overview: overviewTab,
  settings: settingsTab,
  "api-tokens": apiTokensTab,
  "oauth-clients": oauthClientsTab,
  "access-tokens": accessTokensTab,
  users: usersTab,
  "audit-log": auditLogTab,
  "access-policies": accessPoliciesTab,
};

/** The tabs in their order. */
export const TABS: readonly TabSlice[] = TAB_ORDER.map((id) => SLICES[id]);

/** The slice of the tab the person is on. */
export function currentTab(model: Pick<Model, "tab">): TabSlice {
  return SLICES[model.tab];
}

/** Goes to a tab, and reads it when it is not up to date; the way back by what is related is forgotten. */
export function goToTab(model: Model, tab: TabId): Step {
  return readIfStale({ ...model, tab, trail: [] });
}

/** Reads the current tab when it is not up to date. */
export function readIfStale(model: Model): Step {
  return readTabIfStale(model, model.tab);
}

/** Reads a tab when it is not up to date, wherever the person is: something of it stands over another. */
export function readTabIfStale(model: Model, tab: TabId): Step {
  const slice = SLICES[tab];
  return slice.isStale(model) ? slice.catchUp(model) : stay(model);
}
