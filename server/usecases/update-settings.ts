import { changesBetween } from "../domain/audit-events.js";
import { authorizeInAccount, type RequestContext } from "../domain/callers.js";
import { checkEtag } from "../domain/etags.js";
import { Failure } from "../domain/failure.js";
import { isIpAllowed } from "../domain/ip-ranges.js";
import { checkSettings, type Settings } from "../domain/settings.js";
import { resolveUpdateMask } from "../domain/update-masks.js";
import { recordEvent } from "../store/audit-trail.js";
import { settings } from "../store/tables.js";
import type { Environment } from "./environment.js";
import { loadSettings } from "./get-settings.js";
import { writeAsCaller } from "./write-as-caller.js";

/** The settings that can be changed, and where a value for each is read. */
const FIELDS = {
  api_token_access: (s: SettingsValues) => s.apiTokenAccess,
  oauth_access: (s: SettingsValues) => s.oauthAccess,
  authorization_code_lifetime_seconds: (s: SettingsValues) => s.authorizationCodeLifetimeSeconds,
  access_token_lifetime_seconds: (s: SettingsValues) => s.accessTokenLifetimeSeconds,
  refresh_token_lifetime_seconds: (s: SettingsValues) => s.refreshTokenLifetimeSeconds,
  "inactivity_policy.enabled": (s: SettingsValues) => s.inactivityPolicy.enabled,
  "inactivity_policy.deactivate_after_days": (s: SettingsValues) => s.inactivityPolicy.deactivateAfterDays,
  "inactivity_policy.purge_after_days": (s: SettingsValues) => s.inactivityPolicy.purgeAfterDays,
  resources: (s: SettingsValues) => s.resources,
  ip_allow_list: (s: SettingsValues) => s.ipAllowList,
  observe_use: (s: SettingsValues) => s.observeUse ?? false,
} as const;

type SettingsField = keyof typeof FIELDS;

const FIELD_NAMES = Object.keys(FIELDS) as SettingsField[];

/** The values somebody can choose. */
export type SettingsValues = Omit<
  Settings,
  "accountId" | "maxApiTokens" | "roleAccessPolicyIds" | "updateTime" | "revision"
>;

/** A change of settings. */
export interface UpdateSettingsInput {
  readonly values: SettingsValues;
  /** Empty for whatever they are now. */
  readonly etag: string;
  readonly updateMask: readonly string[];
}

/** Changes the settings named by the mask; takes effect on the next call. */
export async function updateSettings(
  environment: Environment,
  context: RequestContext,
  input: UpdateSettingsInput,
): Promise<Settings> {
  const { accountId } = authorizeInAccount(context.caller, "UpdateSettings");
  const named = resolveUpdateMask(input.updateMask, FIELD_NAMES);
  return writeAsCaller(environment, context, "UpdateSettings", async (transaction) => {
    const before = await loadSettings(transaction, accountId);
    checkEtag(before, input.etag);
    const changed = merge(before, input.values, named);
    checkSettings(changed);
    refuseLockOut(changed, context, named);
    const changes = changesBetween(before, changed, FIELDS);
    if (changes.length === 0) return before;
    const after = { ...changed, updateTime: context.now, revision: before.revision + 1 };
    await transaction.put(settings, after);
    await recordEvent(transaction, context, {
      accountId,
      action: "settings.update",
      resourceType: "settings",
      resourceId: accountId,
      resourceLabel: "",
      changes,
    });
    return after;
  });
}

function merge(before: Settings, values: SettingsValues, named: ReadonlySet<SettingsField>): Settings {
  const pick = <F extends SettingsField>(field: F) =>
    FIELDS[field](named.has(field) ? values : before) as ReturnType<(typeof FIELDS)[F]>;
  return {
    ...before,
    apiTokenAccess: pick("api_token_access"),
    oauthAccess: pick("oauth_access"),
    authorizationCodeLifetimeSeconds: pick("authorization_code_lifetime_seconds"),
    accessTokenLifetimeSeconds: pick("access_token_lifetime_seconds"),
    refreshTokenLifetimeSeconds: pick("refresh_token_lifetime_seconds"),
    inactivityPolicy: {
      enabled: pick("inactivity_policy.enabled"),
      deactivateAfterDays: pick("inactivity_policy.deactivate_after_days"),
      purgeAfterDays: pick("inactivity_policy.purge_after_days"),
    },
    resources: pick("resources"),
    ipAllowList: pick("ip_allow_list"),
    ...(named.has("observe_use") ? { observeUse: pick("observe_use") } : {}),
  };
}

function refuseLockOut(changed: Settings, context: RequestContext, named: ReadonlySet<SettingsField>): void {
  if (!named.has("ip_allow_list") || isIpAllowed(changed.ipAllowList, context.sourceIp)) return;
  const description = `Must include the address you call from (${context.sourceIp || "unknown"}), or you would lock yourself out.`;
  throw new Failure("FIELD_INVALID", `settings.ip_allow_list: ${description}`, {
    violations: [{ field: "settings.ip_allow_list", description }],
  });
}
