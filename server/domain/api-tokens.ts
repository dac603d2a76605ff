import { Failure } from "./failure.js";
import { FieldChecks } from "./field-checks.js";
import { DAY, type Instant, LAST_INSTANT } from "./instants.js";
import { checkIpRanges, isIpAllowed } from "./ip-ranges.js";
import { checkScopes } from "./scopes.js";
import type { AccountRules, InactivityPolicy, Settings } from "./settings.js";
import { mayUseCredentials, type User, type UserTerms } from "./users.js";

/** Why a token was deactivated. */
export type DeactivationCause = "MANUAL" | "INACTIVITY";

/** Whether a token works, as far as the token itself goes. */
export type ApiTokenState = "ACTIVE" | "DEACTIVATED" | "EXPIRED";

/** What whoever makes a token decides about it. */
export interface ApiTokenChoices {
  readonly description: string;
  /** When it stops working; absent for never. */
  readonly expireTime?: Instant;
  /** When set, only this user's e-mail works with it. */
  readonly boundUserId?: string;
  /** Empty for all that its user may. */
  readonly scopes: readonly string[];
  /** Empty for any address. */
  readonly ipAllowList: readonly string[];
  /** The access policies it is under; absent for none. Attached and detached on their own. */
  readonly accessPolicyIds?: readonly string[];
}

/** A generated secret that authenticates with the e-mail of any verified user of its account. */
export interface ApiToken extends ApiTokenChoices {
  readonly id: string;
  readonly accountId: string;
  /** SHA-256 of the secret, base64url. */
  readonly digest: string;
  readonly secretHint: string;
  readonly creatorUserId: string;
  readonly creatorEmail: string;
  readonly createTime: Instant;
  readonly updateTime: Instant;
  readonly deactivation?: { readonly cause: DeactivationCause; readonly time: Instant };
  /** When it was last reactivated, from which inactivity counts anew. */
  readonly reactivateTime?: Instant;
  readonly revision: number;
}

/** What of a token decides whom it identifies. */
export interface ApiTokenTerms
  extends Pick<
    ApiToken,
    | "id"
    | "accountId"
    | "digest"
    | "expireTime"
    | "boundUserId"
    | "ipAllowList"
    | "scopes"
    | "accessPolicyIds"
  > {
  /** There when it was stopped, whyever. */
  readonly deactivation?: object;
}

/** The last use of a token, kept apart from it: a use is no change. */
export interface ApiTokenUse {
  readonly accountId: string;
  readonly tokenId: string;
  readonly time: Instant;
  readonly email: string;
  readonly sourceIp: string;
  readonly count: number;
}

/** Two tellings of a credential's uses in one: the later use, and all that were counted. */
export function addUses<Use extends { readonly time: Instant; readonly count: number }>(
  one: Use,
  other: Use,
): Use {
  const later = other.time >= one.time ? other : one;
  return { ...later, count: one.count + other.count };
}

/** What is decided about a token, as the contract spells it; the audit log tells of each. */
export const API_TOKEN_FIELDS = {
  description: (token: ApiTokenChoices) => token.description,
  expire_time: (token: ApiTokenChoices) => token.expireTime,
  bound_user_id: (token: ApiTokenChoices) => token.boundUserId,
  scopes: (token: ApiTokenChoices) => token.scopes,
  ip_allow_list: (token: ApiTokenChoices) => token.ipAllowList,
} as const;

/** A field that is decided about a token. */
export type ApiTokenField = keyof typeof API_TOKEN_FIELDS;

/** Every field that is decided about a token. */
export const API_TOKEN_FIELD_NAMES = Object.keys(API_TOKEN_FIELDS) as ApiTokenField[];

/**
 * Checks what somebody decided about the fields named; what was decided before may since have passed. Throws
 * FIELD_INVALID. `boundUser` is what the id leads to.
 */
export function checkApiTokenChoices(
  choices: ApiTokenChoices,
  named: ReadonlySet<ApiTokenField>,
  settings: Settings,
  boundUser: User | undefined,
  now: Instant,
): void {
  const checks = new FieldChecks();
  const { description, expireTime, boundUserId, scopes, ipAllowList } = choices;
  if (named.has("description")) checks.text("api_token.description", description, 0, 500);
  if (named.has("expire_time") && expireTime !== undefined) {
    const isFuture = expireTime > now && expireTime <= LAST_INSTANT;
    checks.require(isFuture, "api_token.expire_time", "Must lie in the future.");
  }
  if (named.has("bound_user_id") && boundUserId !== undefined) {
    const problem = `There is no user with the id "${boundUserId.slice(0, 60)}" in this account.`;
    checks.require(boundUser !== undefined, "api_token.bound_user_id", problem);
  }
  if (named.has("scopes")) checkScopes(checks, "api_token.scopes", scopes, settings.resources);
  if (named.has("ip_allow_list")) checkIpRanges(checks, "api_token.ip_allow_list", ipAllowList, 50);
  checks.finish();
}

/** Whether the token works, as far as the token itself goes. */
export function stateOf(token: ApiTokenTerms, now: Instant): ApiTokenState {
  if (token.deactivation !== undefined) return "DEACTIVATED";
  return token.expireTime !== undefined && token.expireTime <= now ? "EXPIRED" : "ACTIVE";
}

/** The token stopped. Throws STATE_CONFLICT when it is already. */
export function deactivate(token: ApiToken, cause: DeactivationCause, now: Instant): ApiToken {
  if (token.deactivation !== undefined) {
    throw new Failure("STATE_CONFLICT", "The API token is deactivated already.");
  }
  return revise({ ...token, deactivation: { cause, time: now } }, now);
}

/** The token at work again. Throws STATE_CONFLICT unless it was deactivated and has not expired. */
export function reactivate(token: ApiToken, now: Instant): ApiToken {
  const { deactivation, ...rest } = token;
  if (deactivation === undefined) {
    throw new Failure("STATE_CONFLICT", "The API token is not deactivated.");
  }
  if (stateOf(rest, now) === "EXPIRED") {
    throw new Failure("STATE_CONFLICT", "The API token has expired: move its expire_time first.");
  }
  return revise({ ...rest, reactivateTime: now }, now);
}

/** The same token, changed now. */
export function revise(token: ApiToken, now: Instant): ApiToken {
  return { ...token, updateTime: now, revision: token.revision + 1 };
}

/** When the policy deactivates the token unless it is used before; undefined when it will not. */
export function inactivityDeactivateTime(
  token: ApiToken,
  lastUse: ApiTokenUse | undefined,
  policy: InactivityPolicy,
): Instant | undefined {
  if (!policy.enabled || token.deactivation !== undefined) return undefined;
  const active = Math.max(token.createTime, token.reactivateTime ?? 0, lastUse?.time ?? 0);
  return active + policy.deactivateAfterDays * DAY;
}

/** When the policy deletes the token unless it is reactivated before; undefined when it will not. */
export function purgeTime(token: ApiToken, policy: InactivityPolicy): Instant | undefined {
  if (!policy.enabled || token.deactivation?.cause !== "INACTIVITY") return undefined;
  return token.deactivation.time + policy.purgeAfterDays * DAY;
}

/** Whether a presented token identifies this user now, from this address. Every doubt is a no. */
export function identifies(
  token: ApiTokenTerms,
  user: UserTerms,
  settings: AccountRules,
  sourceIp: string,
  now: Instant,
): boolean {
  return (
    settings.apiTokenAccess &&
    stateOf(token, now) === "ACTIVE" &&
    mayUseCredentials(user) &&
    (token.boundUserId === undefined || token.boundUserId === user.id) &&
    isIpAllowed(token.ipAllowList, sourceIp) &&
    isIpAllowed(settings.ipAllowList, sourceIp)
  );
}

/** Throws API_TOKEN_ACCESS_OFF unless the account's switch is on. */
export function requireApiTokenAccess(settings: Settings): void {
  if (settings.apiTokenAccess) return;
  throw new Failure(
    "API_TOKEN_ACCESS_OFF",
    "API-token access is off in this account: an administrator turns it on in the settings (api_token_access).",
  );
}
