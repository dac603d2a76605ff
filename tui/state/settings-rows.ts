import type { Settings, SettingsChanges } from "../client/settings.js";
import type { MessageKey } from "../messages/en.js";
import { formatDuration, measureDuration, parseDuration, parseList, parseWhole } from "./entries.js";
import type { Words } from "./words.js";

/** One row of the settings tab. */
export type SettingsRow = {
  name: string;
  label: MessageKey;
  /** What it is for and which values it takes. */
  hint: MessageKey;
  /** The heading above it, if it is the first of its group. */
  heading: MessageKey | undefined;
  /** The name of the field in violations. */
  wire: string;
} & (
  | { kind: "switch"; read: (settings: Settings) => boolean; change: (on: boolean) => SettingsChanges }
  | {
      kind: "text";
      read: (settings: Settings) => string;
      /** Undefined when the text cannot be read as a value. */
      parse: (text: string) => SettingsChanges | undefined;
      /** What it means, where the text itself is only how it is written. */
      meaning?: (settings: Settings) => Words;
    }
);

type DurationName =
  | "authorizationCodeLifetimeSeconds"
  | "accessTokenLifetimeSeconds"
  | "refreshTokenLifetimeSeconds";

/** The rows of the settings tab, from the top. */
export const SETTINGS_ROWS: readonly SettingsRow[] = [
  {
    name: "apiTokenAccess",
    label: "settings.api-token-access",
    hint: "settings.api-token-access.hint",
    heading: "settings.heading.access",
    wire: "api_token_access",
    kind: "switch",
    read: (settings) => settings.apiTokenAccess,
    change: (apiTokenAccess) => ({ apiTokenAccess }),
  },
  {
    name: "oauthAccess",
    label: "settings.oauth-access",
    hint: "settings.oauth-access.hint",
    heading: undefined,
    wire: "oauth_access",
    kind: "switch",
    read: (settings) => settings.oauthAccess,
    change: (oauthAccess) => ({ oauthAccess }),
  },
  {
    name: "inactivityEnabled",
    label: "settings.inactivity-enabled",
    hint: "settings.inactivity-enabled.hint",
    heading: "settings.heading.inactivity",
    wire: "inactivity_policy.enabled",
    kind: "switch",
    read: (settings) => settings.inactivityPolicy.enabled,
    change: (enabled) => ({ inactivityPolicy: { enabled } }),
  },
  makeDaysRow("deactivateAfterDays", "settings.deactivate-after", "settings.deactivate-after.hint"),
  makeDaysRow("purgeAfterDays", "settings.purge-after", "settings.purge-after.hint"),
  {
    ...makeDurationRow(
      "authorizationCodeLifetimeSeconds",
      "settings.code-lifetime",
      "settings.code-lifetime.hint",
      "authorization_code_lifetime_seconds",
    ),
    heading: "settings.heading.lifetimes",
  },
  makeDurationRow(
    "accessTokenLifetimeSeconds",
    "settings.access-lifetime",
    "settings.access-lifetime.hint",
    "access_token_lifetime_seconds",
  ),
  makeDurationRow(
    "refreshTokenLifetimeSeconds",
    "settings.refresh-lifetime",
    "settings.refresh-lifetime.hint",
    "refresh_token_lifetime_seconds",
  ),
  {
    name: "observeUse",
    label: "settings.observe-use",
    hint: "settings.observe-use.hint",
    heading: "settings.heading.policies",
    wire: "observe_use",
    kind: "switch",
    read: (settings) => settings.observeUse,
    change: (observeUse) => ({ observeUse }),
  },
  {
    name: "resources",
    label: "settings.resources",
    hint: "settings.resources.hint",
    heading: "settings.heading.limits",
    wire: "resources",
    kind: "text",
    read: (settings) => settings.resources.join(", "),
    parse: (text) => ({ resources: parseList(text) }),
  },
  {
    name: "ipAllowList",
    label: "settings.ip-allow-list",
    hint: "settings.ip-allow-list.hint",
    heading: undefined,
    wire: "ip_allow_list",
    kind: "text",
    read: (settings) => settings.ipAllowList.join(", "),
    parse: (text) => ({ ipAllowList: parseList(text) }),
  },
];

/** The row of that name. */
export function findSettingsRow(name: string): SettingsRow | undefined {
  return SETTINGS_ROWS.find((row) => row.name === name);
}

function makeDaysRow(
  name: "deactivateAfterDays" | "purgeAfterDays",
  label: MessageKey,
  hint: MessageKey,
): SettingsRow {
  const wire =
    name === "purgeAfterDays"
      ? "inactivity_policy.purge_after_days"
      : "inactivity_policy.deactivate_after_days";
  return {
    name,
    label,
    hint,
    wire,
    heading: undefined,
    kind: "text",
    read: (settings) => String(settings.inactivityPolicy[name]),
    parse: (text) => {
      const days = parseWhole(text);
      return days === undefined ? undefined : { inactivityPolicy: { [name]: days } };
    },
  };
}

function makeDurationRow(name: DurationName, label: MessageKey, hint: MessageKey, wire: string): SettingsRow {
  return {
    name,
    label,
    hint,
    wire,
    heading: undefined,
    kind: "text",
    read: (settings) => formatDuration(settings[name]),
    meaning: (settings) => measureDuration(settings[name]),
    parse: (text) => {
      const seconds = parseDuration(text);
      return seconds === undefined ? undefined : { [name]: seconds };
    },
  };
}
