import type { Settings__Output, Settings as WireSettings } from "../../proto/gen/latchkey/v1/Settings.js";
import { contract } from "../../proto/load.js";
import { decodeSetTime } from "./times.js";
import { type CallOptions, callUnary, type Wire } from "./wire.js";

/** What becomes of API tokens that nobody uses. */
export type InactivityPolicy = { enabled: boolean; deactivateAfterDays: number; purgeAfterDays: number };

/** The settings of the caller's account; bounds are in settings.proto. */
export type Settings = {
  apiTokenAccess: boolean;
  oauthAccess: boolean;
  maxApiTokens: number;
  authorizationCodeLifetimeSeconds: number;
  accessTokenLifetimeSeconds: number;
  refreshTokenLifetimeSeconds: number;
  inactivityPolicy: InactivityPolicy;
  resources: string[];
  ipAllowList: string[];
  /** Whether it is observed what credentials are used for. */
  observeUse: boolean;
  etag: string;
  updateTime: Date;
};

/** The values to change; what is left out stays. */
export type SettingsChanges = Partial<
  Omit<Settings, "maxApiTokens" | "inactivityPolicy" | "etag" | "updateTime">
> & { inactivityPolicy?: Partial<InactivityPolicy> };

/** Settings calls. */
export type SettingsCalls = ReturnType<typeof settingsCalls>;

const MASK_PATHS = {
  apiTokenAccess: "api_token_access",
  oauthAccess: "oauth_access",
  authorizationCodeLifetimeSeconds: "authorization_code_lifetime_seconds",
  accessTokenLifetimeSeconds: "access_token_lifetime_seconds",
  refreshTokenLifetimeSeconds: "refresh_token_lifetime_seconds",
  resources: "resources",
  ipAllowList: "ip_allow_list",
  observeUse: "observe_use",
} as const satisfies Record<Exclude<keyof SettingsChanges, "inactivityPolicy">, string>;

const POLICY_MASK_PATHS = {
  enabled: "inactivity_policy.enabled",
  deactivateAfterDays: "inactivity_policy.deactivate_after_days",
  purgeAfterDays: "inactivity_policy.purge_after_days",
} as const satisfies Record<keyof InactivityPolicy, string>;

const methods = contract.latchkey.v1.SettingsService.service;

/** Makes the calls of SettingsService. */
export function settingsCalls(wire: Wire) {
  return {
    /** Reads the settings of the caller's account. */
    async get(options?: CallOptions): Promise<Settings> {
      const answer = await callUnary(wire, methods.GetSettings, {}, options);
      return decodeSettings(answer.settings);
    },
    /** Changes the given values. With an etag, fails with ETAG_MISMATCH when they have changed since. */
    async update(changes: SettingsChanges, etag?: string, options?: CallOptions): Promise<Settings> {
      const request = {
        settings: { ...changes, etag: etag ?? "" } satisfies WireSettings,
        updateMask: { paths: maskPaths(changes) },
      };
      const answer = await callUnary(wire, methods.UpdateSettings, request, options);
      return decodeSettings(answer.settings);
    },
  };
}

function maskPaths({ inactivityPolicy = {}, ...changes }: SettingsChanges): string[] {
  return [
    ...Object.keys(changes).map((name) => MASK_PATHS[name as keyof typeof MASK_PATHS]),
    ...Object.keys(inactivityPolicy).map((name) => POLICY_MASK_PATHS[name as keyof InactivityPolicy]),
  ];
}

function decodeSettings(settings: Settings__Output | null): Settings {
  if (settings === null) throw new TypeError("the server answered without settings");
  const { inactivityPolicy, updateTime, ...rest } = settings;
  return {
    ...rest,
    inactivityPolicy: {
      enabled: inactivityPolicy?.enabled ?? false,
      deactivateAfterDays: inactivityPolicy?.deactivateAfterDays ?? 0,
      purgeAfterDays: inactivityPolicy?.purgeAfterDays ?? 0,
    },
    updateTime: decodeSetTime(updateTime),
  };
}
