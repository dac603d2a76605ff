import type { Instant } from "./instants.js";
import { isIpAllowed } from "./ip-ranges.js";
import type { ClientTerms } from "./oauth-clients.js";
import type { GrantTerms, OAuthCutoff, OAuthGrant } from "./oauth-grants.js";
import { commonScopes } from "./scopes.js";
import type { AccountRules } from "./settings.js";
import { mayUseCredentials, type UserTerms } from "./users.js";

/** How a token came to be. */
export type AccessTokenOrigin =
  | "AUTHORIZATION_CODE"
  | "REFRESH_TOKEN"
  | "CLIENT_CREDENTIALS"
  | "DEVICE_CODE"
  | "DIRECT";

/** Whether a token works, as far as it, its client and its user go. */
export type AccessTokenState = "ACTIVE" | "EXPIRED" | "STOPPED";

/** A token that lets a client act for a user, or for itself. */
export interface AccessToken {
  readonly id: string;
  readonly accountId: string;
  /** SHA-256 of the secret, base64url. */
  readonly digest: string;
  readonly secretHint: string;
  readonly clientId: string;
  /** The account whose client it is: another one than the token's for a global client. */
  readonly clientAccountId: string;
  /** The user it acts for; absent when the client acts for itself. */
  readonly userId?: string;
  /** The grant it was made under; absent for client credentials. */
  readonly grantId?: string;
  /** What it may do; never empty. */
  readonly scopes: readonly string[];
  readonly origin: AccessTokenOrigin;
  readonly createTime: Instant;
  readonly expireTime: Instant;
}

/** What of an access token decides about it. */
export type AccessTokenTerms = Omit<AccessToken, "secretHint" | "origin">;

/** The last use of an access token, kept apart from it: a use is no change. */
export interface AccessTokenUse {
  readonly accountId: string;
  readonly tokenId: string;
  readonly time: Instant;
  readonly sourceIp: string;
  readonly count: number;
}

/** What the audit log tells of an access token. */
export const ACCESS_TOKEN_FIELDS = {
  origin: (token: AccessToken) => token.origin,
  client_id: (token: AccessToken) => token.clientId,
  user_id: (token: AccessToken) => token.userId,
  grant_id: (token: AccessToken) => token.grantId,
  scopes: (token: AccessToken) => token.scopes,
  expire_time: (token: AccessToken) => token.expireTime,
} as const;

/** The bounds of an access token's lifetime, in seconds. */
export const ACCESS_TOKEN_LIFETIME_SECONDS = { min: 300, max: 172_800 } as const;

/** Everything that decides whether an access token works. */
export interface AccessTokenFacts {
  readonly token: AccessTokenTerms;
  readonly settings: AccountRules;
  readonly client: ClientTerms | undefined;
  /** What the token's user is by now; undefined when gone, or when the client acts for itself. */
  readonly user: UserTerms | undefined;
  /** The token's grant by now; undefined when gone, or when it never had one. */
  readonly grant: GrantTerms | undefined;
  /** What ended the tokens of its client or user that were made before. */
  readonly cutoffs: readonly OAuthCutoff[];
}

/** What decides whether a token, or with its family a grant, was ended for good. */
type EndingFacts = Pick<AccessTokenFacts, "client" | "user" | "grant" | "cutoffs">;

/** Whether the token was ended for good by something besides its own expiry. */
export function isEnded(facts: EndingFacts & Pick<AccessTokenFacts, "token">): boolean {
  const { token, user, grant } = facts;
  if (token.userId !== undefined && user === undefined) return true;
  if (token.grantId !== undefined && grant === undefined) return true;
  // The grant's start counts too: what a cut-off ended must not come back with a later refresh.
  return wasEnded(facts, token.accountId, Math.min(token.createTime, grant?.createTime ?? Infinity));
}

/** Whether the grant, if there is one, was ended for good, and all its tokens with it. */
export function isGrantEnded(facts: EndingFacts & { readonly grant: OAuthGrant | undefined }): boolean {
  const { grant, user } = facts;
  return grant === undefined || user === undefined || wasEnded(facts, grant.accountId, grant.createTime);
}

/** Whether what began then in this account has ended with its client, or was ended together with others. */
export function wasEnded(
  { client, cutoffs }: Pick<EndingFacts, "client" | "cutoffs">,
  accountId: string,
  startTime: Instant,
): boolean {
  if (client === undefined) return true;
  const isForeign = client.accountId !== accountId;
  if (isForeign && (!client.global || startTime <= (client.foreignEndTime ?? -Infinity))) return true;
  return cutoffs.some(({ time }) => startTime <= time);
}

/** Whether a token that has not been ended works. */
export function accessTokenStateOf(
  facts: Pick<AccessTokenFacts, "token" | "client" | "user">,
  now: Instant,
): AccessTokenState {
  const { token, client, user } = facts;
  if (token.expireTime <= now) return "EXPIRED";
  const isUserGood = token.userId === undefined || (user !== undefined && mayUseCredentials(user));
  return client?.enabled === true && isUserGood && effectiveScopes(facts).length > 0 ? "ACTIVE" : "STOPPED";
}

/** Whether a presented token identifies its user or client now, from this address. Every doubt is a no. */
export function isAccessTokenLive(facts: AccessTokenFacts, sourceIp: string, now: Instant): boolean {
  const { settings } = facts;
  return (
    settings.oauthAccess &&
    !isEnded(facts) &&
    accessTokenStateOf(facts, now) === "ACTIVE" &&
    isIpAllowed(settings.ipAllowList, sourceIp)
  );
}

/** What the token may do by now: its scopes, as far as its client may still have them. Never "everything". */
export function effectiveScopes({
  token,
  client,
}: Pick<AccessTokenFacts, "token" | "client">): readonly string[] {
  return commonScopes(token.scopes, client?.allowedScopes ?? []);
}
