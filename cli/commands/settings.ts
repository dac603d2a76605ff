import type { Settings, SettingsChanges } from "../../tui/client/settings.js";
import { defineCommand } from "../command.js";
import { CALL_OPTIONS, JSON_OPTION, withClient } from "../connection.js";
import { EXIT } from "../exit-codes.js";
import { CommandFailure } from "../failures.js";
import { nearest } from "../nearest.js";
import { formatSwitch, formatTime, type Output, printFields } from "../output.js";
import { parseList, parseSwitch, parseWholeNumber } from "../values.js";
import { ETAG_OPTION } from "./write-options.js";

type Setting = {
  /** How a value is written. */
  readonly kind: "on or off" | "a whole number" | "a list with commas";
  readonly read: (settings: Settings) => string;
  readonly change: (name: string, text: string) => SettingsChanges;
};

function switchSetting(
  read: (settings: Settings) => boolean,
  change: (value: boolean) => SettingsChanges,
): Setting {
  return {
    kind: "on or off",
    read: (settings) => formatSwitch(read(settings)),
    change: (name, text) => change(parseSwitch(name, text)),
  };
}

function numberSetting(
  read: (settings: Settings) => number,
  change: (value: number) => SettingsChanges,
): Setting {
  return {
    kind: "a whole number",
    read: (settings) => String(read(settings)),
    change: (name, text) => change(parseWholeNumber(name, text)),
  };
}

function listSetting(
  read: (settings: Settings) => string[],
  change: (value: string[]) => SettingsChanges,
): Setting {
  return {
    kind: "a list with commas",
    read: (settings) => read(settings).join(","),
    change: (_name, text) => change(parseList(text)),
  };
}

/** Every setting that can be changed, by its name in the contract. */
const SETTINGS: Readonly<Record<string, Setting>> = {
  api_token_access: switchSetting(
    (settings) => settings.apiTokenAccess,
    (apiTokenAccess) => ({ apiTokenAccess }),
  ),
  oauth_access: switchSetting(
    (settings) => settings.oauthAccess,
    (oauthAccess) => ({ oauthAccess }),
  ),
  observe_use: switchSetting(
    (settings) => settings.observeUse,
    (observeUse) => ({ observeUse }),
  ),
  authorization_code_lifetime_seconds: numberSetting(
    (settings) => settings.authorizationCodeLifetimeSeconds,
    (authorizationCodeLifetimeSeconds) => ({ authorizationCodeLifetimeSeconds }),
  ),
  access_token_lifetime_seconds: numberSetting(
    (settings) => settings.accessTokenLifetimeSeconds,
    (accessTokenLifetimeSeconds) => ({ accessTokenLifetimeSeconds }),
  ),
  refresh_token_lifetime_seconds: numberSetting(
    (settings) => settings.refreshTokenLifetimeSeconds,
    (refreshTokenLifetimeSeconds) => ({ refreshTokenLifetimeSeconds }),
  ),
  "inactivity_policy.enabled": switchSetting(
    (settings) => settings.inactivityPolicy.enabled,
    (enabled) => ({ inactivityPolicy: { enabled } }),
  ),
  "inactivity_policy.deactivate_after_days": numberSetting(
    (settings) => settings.inactivityPolicy.deactivateAfterDays,
    (deactivateAfterDays) => ({ inactivityPolicy: { deactivateAfterDays } }),
  ),
  "inactivity_policy.purge_after_days": numberSetting(
    (settings) => settings.inactivityPolicy.purgeAfterDays,
    (purgeAfterDays) => ({ inactivityPolicy: { purgeAfterDays } }),
  ),
  resources: listSetting(
    (settings) => settings.resources,
    (resources) => ({ resources }),
  ),
  ip_allow_list: listSetting(
    (settings) => settings.ipAllowList,
    (ipAllowList) => ({ ipAllowList }),
  ),
};

/** The commands about the account's settings. */
export const SETTINGS_COMMANDS = [
  defineCommand({
    name: "settings get",
    summary: "show the settings of the account",
    options: { ...CALL_OPTIONS, ...JSON_OPTION },
    run: (call) =>
      withClient(call, async (client) => {
        await printSettings(call.output, await client.settings.get());
        return EXIT.DONE;
      }),
  }),
  defineCommand({
    name: "settings set",
    summary: "change settings; a switch takes effect on the next call",
    positionals: { hint: "NAME=VALUE…", min: 1, max: 50 },
    details: Object.entries(SETTINGS).map(([name, { kind }]) => `  ${name}: ${kind}`),
    examples: [
      "latchkey settings set api_token_access=on",
      "latchkey settings set inactivity_policy.enabled=on inactivity_policy.deactivate_after_days=30",
      "latchkey settings set resources=tickets,articles ip_allow_list=",
    ],
    options: { ...ETAG_OPTION, ...CALL_OPTIONS, ...JSON_OPTION },
    run: (call) => {
      const changes = readChanges(call.positionals);
      return withClient(call, async (client) => {
        await printSettings(call.output, await client.settings.update(changes, call.values.etag));
        return EXIT.DONE;
      });
    },
  }),
];

function readChanges(pairs: readonly string[]): SettingsChanges {
  const changes: SettingsChanges = {};
  for (const pair of pairs) {
    const equals = pair.indexOf("=");
    if (equals < 0) throw new CommandFailure(`"${pair}" has no value: write it as NAME=VALUE.`);
    const name = pair.slice(0, equals);
    const { inactivityPolicy, ...rest } = findSetting(name).change(name, pair.slice(equals + 1));
    Object.assign(changes, rest);
    if (inactivityPolicy) changes.inactivityPolicy = { ...changes.inactivityPolicy, ...inactivityPolicy };
  }
  return changes;
}

function findSetting(name: string): Setting {
  const setting = Object.hasOwn(SETTINGS, name) ? SETTINGS[name] : undefined;
  if (setting !== undefined) return setting;
  if (name === "max_api_tokens")
    throw new CommandFailure("max_api_tokens is set by the server and cannot be changed.");
  const near = nearest(name, Object.keys(SETTINGS));
  const advice = near === undefined ? "See: latchkey settings set --help" : `Did you mean ${near}?`;
  throw new CommandFailure(`There is no setting "${name}". ${advice}`);
}

async function printSettings(output: Output, settings: Settings): Promise<void> {
  if (output.json) return output.object(settings);
  await printFields(output, [
    ...Object.entries(SETTINGS).map(([name, { read }]): [string, string] => [name, read(settings) || "none"]),
    ["max_api_tokens", String(settings.maxApiTokens)],
    ["update_time", formatTime(settings.updateTime)],
    ["etag", settings.etag],
  ]);
}
