import type { TextLine } from "../components/spans.js";
import type { Model, TabId } from "../state/model.js";
import { accessPolicyLines, accessPolicySummary } from "./access-policies.js";
import { accessTokenLines, accessTokenSummary } from "./access-tokens.js";
import { apiTokenLines, apiTokenSummary } from "./api-tokens.js";
import { auditLogLines, auditLogSummary } from "./audit-log.js";
import { oauthClientLines, oauthClientSummary } from "./oauth-clients.js";
import { overviewLines, overviewSummary } from "./overview.js";
import { settingsLines, settingsSummary } from "./settings.js";
import { userLines, userSummary } from "./users.js";

/** What a tab shows: its body, exactly so high, and a few words for the status line. */
export type TabScreen = {
  body: (model: Model, width: number, height: number) => TextLine[];
  summary: (model: Model) => TextLine;
};

/** The screen of every tab. */
export const TAB_SCREENS: Readonly<Record<TabId, TabScreen>> = {
  overview: { body: overviewLines, summary: overviewSummary },
  settings: { body: settingsLines, summary: settingsSummary },
  "api-tokens": { body: apiTokenLines, summary: apiTokenSummary },
  "oauth-clients": { body: oauthClientLines, summary: oauthClientSummary },
  "access-tokens": { body: accessTokenLines, summary: accessTokenSummary },
  users: { body: userLines, summary: userSummary },
  "audit-log": { body: auditLogLines, summary: auditLogSummary },
  "access-policies": { body: accessPolicyLines, summary: accessPolicySummary },
};
