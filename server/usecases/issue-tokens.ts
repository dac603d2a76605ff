import { ACCESS_TOKEN_FIELDS, type AccessToken, type AccessTokenOrigin } from "../domain/access-tokens.js";
import { type Actor, actorOfClient, changesBetween } from "../domain/audit-events.js";
import type { RequestContext } from "../domain/callers.js";
import { hintOf } from "../domain/credentials.js";
import { SECOND } from "../domain/instants.js";
import type { OAuthClient } from "../domain/oauth-clients.js";
import { OAUTH_GRANT_FIELDS, type OAuthGrant, type RefreshToken } from "../domain/oauth-grants.js";
import type { TokenLifetimes } from "../domain/oauth-lifetimes.js";
import type { ExchangedTokens } from "../domain/oauth-requests.js";
import { count, recordEvent } from "../store/audit-trail.js";
import { accessTokens, oauthGrants, refreshTokens } from "../store/tables.js";
import type { Transaction } from "../store/transaction.js";
import type { Environment } from "./environment.js";

/** An access token to be. */
export interface AccessTokenOrder {
  readonly accountId: string;
  readonly client: OAuthClient;
  /** The user it acts for; absent when the client acts for itself. */
  readonly userId?: string;
  readonly grantId?: string;
  readonly scopes: readonly string[];
  readonly origin: AccessTokenOrigin;
  readonly lifetimeSeconds: number;
  /** Its secret, when that is not any. */
  readonly secret?: string;
  /** Who makes it; its client when absent. */
  readonly actor?: Actor;
}

/** A grant to be, with its first tokens. */
export interface GrantOrder
  extends Pick<AccessTokenOrder, "accountId" | "client" | "scopes" | "origin" | "actor"> {
  readonly userId: string;
  readonly withRefreshToken: boolean;
  readonly lifetimes: TokenLifetimes;
}

type Mutable<Thing> = { -readonly [Field in keyof Thing]: Thing[Field] };

/** Makes an access token: the one place where any is made. */
export async function issueAccessToken(
  environment: Environment,
  transaction: Transaction,
  context: RequestContext,
  order: AccessTokenOrder,
): Promise<{ readonly token: AccessToken; readonly secret: string }> {
  const { accountId, client, scopes, origin, lifetimeSeconds } = order;
  const { now } = context;
  const { secret = environment.newSecret("ACCESS_TOKEN"), actor = actorOfClient(client.id) } = order;
  // Set one by one where they are there: an object that others are spread into takes ten times as long to make.
  const token: Mutable<AccessToken> = {
    id: environment.newId("atk", now),
    accountId,
    digest: environment.digest(secret),
    secretHint: hintOf(secret),
    clientId: client.id,
    clientAccountId: client.accountId,
    scopes,
    origin,
    createTime: now,
    expireTime: now + lifetimeSeconds * SECOND,
  };
  if (order.userId !== undefined) token.userId = order.userId;
  if (order.grantId !== undefined) token.grantId = order.grantId;
  await transaction.add(accessTokens, token);
  await count(transaction, accountId, "accessTokens", 1);
  await recordEvent(transaction, context, {
    accountId,
    action: "access_token.create",
    resourceType: "access_token",
    resourceId: token.id,
    resourceLabel: token.secretHint,
    actor,
    changes: changesBetween(undefined, token, ACCESS_TOKEN_FIELDS),
  });
  return { token, secret };
}

/** Makes a grant, its access token and, if it is to have one, its first refresh token. */
export async function openGrant(
  environment: Environment,
  transaction: Transaction,
  context: RequestContext,
  order: GrantOrder,
): Promise<{ readonly grant: OAuthGrant; readonly token: AccessToken; readonly tokens: ExchangedTokens }> {
  const { accountId, client, userId, scopes, lifetimes, actor = actorOfClient(client.id) } = order;
  const { now } = context;
  const refreshExpireTime = now + lifetimes.refreshSeconds * SECOND;
  const grant: OAuthGrant = {
    id: environment.newId("grt", now),
    accountId,
    clientId: client.id,
    clientAccountId: client.accountId,
    userId,
    scopes,
    createTime: now,
    generation: order.withRefreshToken ? 1 : 0,
    ...(order.withRefreshToken ? { refreshExpireTime } : {}),
  };
  await transaction.add(oauthGrants, grant);
  await recordEvent(transaction, context, {
    accountId,
    action: "oauth_grant.create",
    resourceType: "oauth_grant",
    resourceId: grant.id,
    resourceLabel: client.identifier,
    actor,
    changes: changesBetween(undefined, grant, OAUTH_GRANT_FIELDS),
  });
  const { token, secret } = await issueAccessToken(environment, transaction, context, {
    ...order,
    grantId: grant.id,
    lifetimeSeconds: lifetimes.accessSeconds,
  });
  const answer = { accessToken: secret, lifetimeSeconds: lifetimes.accessSeconds, scopes };
  if (!order.withRefreshToken) return { grant, token, tokens: answer };
  const refresh = environment.newSecret("REFRESH_TOKEN");
  await putRefreshToken(environment, transaction, grant, refresh, now);
  const told = { token: refresh, lifetimeSeconds: lifetimes.refreshSeconds };
  return { grant, token, tokens: { ...answer, refresh: told } };
}

/** Stores the refresh token of a grant's generation. */
export async function putRefreshToken(
  environment: Environment,
  transaction: Transaction,
  grant: OAuthGrant,
  secret: string,
  now: number,
): Promise<void> {
  const token: RefreshToken = {
    digest: environment.digest(secret),
    accountId: grant.accountId,
    grantId: grant.id,
    generation: grant.generation,
    createTime: now,
    expireTime: grant.refreshExpireTime ?? now,
  };
  await transaction.add(refreshTokens, token);
}
