import type { Settings__Output, Settings as WireSettings } from "../../proto/gen/latchkey/v1/Settings.js";
import type { SettingsServiceHandlers } from "../../proto/gen/latchkey/v1/SettingsService.js";
import { etagOf } from "../domain/etags.js";
import type { Settings } from "../domain/settings.js";
import { getSettings } from "../usecases/get-settings.js";
import { type SettingsValues, updateSettings } from "../usecases/update-settings.js";
import { encodeInstant } from "./instants.js";
import { requireMessage } from "./messages.js";
import type { Complete, ServiceMethods } from "./wire.js";

/** SettingsService. */
export const settingsMethods: ServiceMethods<SettingsServiceHandlers> = {
  async GetSettings(environment, context) {
    return { settings: encodeSettings(await getSettings(environment, context)) };
  },
  async UpdateSettings(environment, context, request) {
    const settings = requireMessage("settings", request.settings);
    const after = await updateSettings(environment, context, {
      values: decodeSettingsValues(settings),
      etag: settings.etag,
      updateMask: request.updateMask?.paths ?? [],
    });
    return { settings: encodeSettings(after) };
  },
};

/** Reads what somebody wants the settings to be; the mask says what of it counts. */
export function decodeSettingsValues(settings: Settings__Output): SettingsValues {
  const policy = settings.inactivityPolicy;
  return {
    apiTokenAccess: settings.apiTokenAccess,
    oauthAccess: settings.oauthAccess,
    authorizationCodeLifetimeSeconds: settings.authorizationCodeLifetimeSeconds,
    accessTokenLifetimeSeconds: settings.accessTokenLifetimeSeconds,
    refreshTokenLifetimeSeconds: settings.refreshTokenLifetimeSeconds,
    inactivityPolicy: {
      enabled: policy?.enabled ?? false,
      deactivateAfterDays: policy?.deactivateAfterDays ?? 0,
      purgeAfterDays: policy?.purgeAfterDays ?? 0,
    },
    resources: settings.resources,
    ipAllowList: settings.ipAllowList,
    observeUse: settings.observeUse,
  };
}

/** Writes settings. */
export function encodeSettings(settings: Settings): Complete<WireSettings> {
  return {
    apiTokenAccess: settings.apiTokenAccess,
    oauthAccess: settings.oauthAccess,
    maxApiTokens: settings.maxApiTokens,
    authorizationCodeLifetimeSeconds: settings.authorizationCodeLifetimeSeconds,
    accessTokenLifetimeSeconds: settings.accessTokenLifetimeSeconds,
    refreshTokenLifetimeSeconds: settings.refreshTokenLifetimeSeconds,
    inactivityPolicy: { ...settings.inactivityPolicy },
    resources: [...settings.resources],
    ipAllowList: [...settings.ipAllowList],
    observeUse: settings.observeUse ?? false,
    etag: etagOf(settings),
    updateTime: encodeInstant(settings.updateTime),
  };
}
