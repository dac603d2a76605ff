import {
  type AccessToken,
  type AccessTokenState,
  type AccessTokenUse,
  accessTokenStateOf,
  effectiveScopes,
  isEnded,
} from "../domain/access-tokens.js";
import type { Instant } from "../domain/instants.js";
import type { OAuthClient } from "../domain/oauth-clients.js";
import type { OAuthCutoff, OAuthGrant } from "../domain/oauth-grants.js";
import type { User } from "../domain/users.js";
import type { Lookup } from "../store/reader.js";
import { accessTokenUses, oauthClients, oauthCutoffs, oauthGrants, users } from "../store/tables.js";

/** What an access token or a grant hangs on. */
export interface TokenFamily {
  readonly client: OAuthClient | undefined;
  readonly user: User | undefined;
  readonly grant: OAuthGrant | undefined;
  readonly cutoffs: readonly OAuthCutoff[];
}

/** An access token as its account sees it: with its client, user and use, and what follows from the moment. */
export interface AccessTokenView {
  readonly token: AccessToken;
  readonly state: AccessTokenState;
  readonly client: OAuthClient;
  readonly user: User | undefined;
  /** What it may do by now. */
  readonly scopes: readonly string[];
  readonly lastUse: AccessTokenUse | undefined;
  /** When it can no longer be refreshed; absent when it cannot now. */
  readonly refreshExpireTime: Instant | undefined;
}

/** Loads what a token, or with `grant` the family of a grant, hangs on. */
export async function loadFamily(
  lookup: Lookup,
  token: Pick<AccessToken, "accountId" | "clientId" | "clientAccountId" | "userId" | "grantId">,
  grant?: OAuthGrant,
): Promise<TokenFamily> {
  const { accountId, clientId, clientAccountId, userId, grantId } = token;
  const ofUser = userId === undefined ? undefined : await lookup.get(oauthCutoffs, accountId, "USER", userId);
  const ofClient = await lookup.get(oauthCutoffs, accountId, "CLIENT", clientId);
  return {
    client: await lookup.get(oauthClients, clientAccountId, clientId),
    user: userId === undefined ? undefined : await lookup.get(users, accountId, userId),
    grant: grant ?? (grantId === undefined ? undefined : await lookup.get(oauthGrants, accountId, grantId)),
    cutoffs: [ofUser, ofClient].filter((cutoff) => cutoff !== undefined),
  };
}

/** Puts a token's view together; undefined when it was ended for good. */
export async function viewAccessToken(
  lookup: Lookup,
  token: AccessToken,
  now: Instant,
): Promise<AccessTokenView | undefined> {
  const family = await loadFamily(lookup, token);
  const { client, user, grant } = family;
  if (client === undefined || isEnded({ token, ...family })) return undefined;
  const facts = { token, client, user };
  const scopes = effectiveScopes(facts);
  return {
    ...facts,
    state: accessTokenStateOf(facts, now),
    scopes: scopes.length === 0 ? token.scopes : scopes,
    lastUse: await lookup.get(accessTokenUses, token.accountId, token.id),
    refreshExpireTime: grant !== undefined && isRefreshable(grant, now) ? grant.refreshExpireTime : undefined,
  };
}

/** Whether a grant that has not been ended gives new access tokens. */
export function isRefreshable(grant: OAuthGrant, now: Instant): boolean {
  return grant.generation > 0 && (grant.refreshExpireTime ?? 0) > now;
}
