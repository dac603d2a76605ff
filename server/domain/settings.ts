import { FieldChecks } from "./field-checks.js";
import type { Instant } from "./instants.js";
import { checkIpRanges } from "./ip-ranges.js";
import { BUILT_IN_RESOURCES } from "./scopes.js";
import type { Role } from "./users.js";

/** What becomes of API tokens that nobody uses. */
export interface InactivityPolicy {
  readonly enabled: boolean;
  readonly deactivateAfterDays: number;
  readonly purgeAfterDays: number;
}

/** The switches, limits and lifetimes of an account. */
export interface Settings {
  readonly accountId: string;
  readonly apiTokenAccess: boolean;
  readonly oauthAccess: boolean;
  readonly maxApiTokens: number;
  readonly authorizationCodeLifetimeSeconds: number;
  readonly accessTokenLifetimeSeconds: number;
  readonly refreshTokenLifetimeSeconds: number;
  readonly inactivityPolicy: InactivityPolicy;
  readonly resources: readonly string[];
  readonly ipAllowList: readonly string[];
  /** The access policies that the users of each role are under; absent for none. */
  readonly roleAccessPolicyIds?: Readonly<Partial<Record<Role, readonly string[]>>>;
  /** Whether the use of credentials is observed, so that policies can be suggested; absent for not. */
  readonly observeUse?: boolean;
  readonly updateTime: Instant;
  readonly revision: number;
}

/** What of the settings decides about every credential of the account. */
export type AccountRules = Pick<
  Settings,
  "accountId" | "apiTokenAccess" | "oauthAccess" | "ipAllowList" | "roleAccessPolicyIds" | "observeUse"
>;

/** How many API tokens an account may hold. */
const MAX_API_TOKENS = 256;

/** How many an account may hold that was carried over with more than MAX_API_TOKENS. */
const MAX_API_TOKENS_CARRIED_OVER = 2_048;

/** The settings of a new account: both ways of access off. */
export function newSettings(accountId: string, now: Instant, isCarriedOver = false): Settings {
  return {
    accountId,
    apiTokenAccess: false,
    oauthAccess: false,
    maxApiTokens: isCarriedOver ? MAX_API_TOKENS_CARRIED_OVER : MAX_API_TOKENS,
    authorizationCodeLifetimeSeconds: 120,
    accessTokenLifetimeSeconds: 1_800,
    refreshTokenLifetimeSeconds: 2_592_000,
    inactivityPolicy: { enabled: false, deactivateAfterDays: 30, purgeAfterDays: 60 },
    resources: [],
    ipAllowList: [],
    observeUse: false,
    updateTime: now,
    revision: 1,
  };
}

/** Checks settings as a whole, after a change. Throws FIELD_INVALID. */
export function checkSettings(settings: Settings): void {
  const checks = new FieldChecks();
  checks.wholeNumber(
    "settings.authorization_code_lifetime_seconds",
    settings.authorizationCodeLifetimeSeconds,
    30,
    600,
  );
  checks.wholeNumber(
    "settings.access_token_lifetime_seconds",
    settings.accessTokenLifetimeSeconds,
    300,
    172_800,
  );
  checks.wholeNumber(
    "settings.refresh_token_lifetime_seconds",
    settings.refreshTokenLifetimeSeconds,
    604_800,
    7_776_000,
  );
  const { deactivateAfterDays, purgeAfterDays } = settings.inactivityPolicy;
  checks.wholeNumber("settings.inactivity_policy.deactivate_after_days", deactivateAfterDays, 1, 3_650);
  checks.wholeNumber("settings.inactivity_policy.purge_after_days", purgeAfterDays, 1, 3_650);
  checkResources(checks, settings.resources);
  checkIpRanges(checks, "settings.ip_allow_list", settings.ipAllowList, 100);
  checks.finish();
}

function checkResources(checks: FieldChecks, resources: readonly string[]): void {
  if (!checks.atMost("settings.resources", resources, 100, "names")) return;
  for (const [index, name] of resources.entries()) {
    const field = `settings.resources[${index}]`;
    checks.require(
      /^[a-z][a-z0-9_]{0,39}$/.test(name),
      field,
      "Must have 1 to 40 characters: a-z, 0-9 and _, starting with a letter.",
    );
    checks.require(
      !BUILT_IN_RESOURCES.some((builtIn) => builtIn === name),
      field,
      `"${name}" is one of Latchkey's own resources.`,
    );
    checks.require(resources.indexOf(name) === index, field, `"${name}" is in the list already.`);
  }
}
