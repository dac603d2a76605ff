import { stateOf } from "../domain/api-tokens.js";
import { authorizeInAccount, type RequestContext, type UserCaller } from "../domain/callers.js";
import { isWellFormedSecret, type SecretKind } from "../domain/credentials.js";
import { Failure } from "../domain/failure.js";
import type { Instant } from "../domain/instants.js";
import { findLiveSecret } from "../domain/oauth-clients.js";
import { decideRefresh } from "../domain/refresh-rotation.js";
import { isSessionLive } from "../domain/sessions.js";
import type { Settings } from "../domain/settings.js";
import type { Reader } from "../store/reader.js";
import {
  accessTokensByDigest,
  accessTokensByUser,
  apiTokensByDigest,
  oauthClients,
  oauthGrants,
  refreshTokens,
  sessionsByDigest,
  users,
} from "../store/tables.js";
import { type AccessTokenView, viewAccessToken } from "./access-token-view.js";
import type { Environment } from "./environment.js";
import { maySeeTokensOf } from "./get-access-token.js";
import { loadSettings } from "./get-settings.js";
import { doesStand } from "./grants.js";
import { eachBy } from "./live-tokens.js";

/** What a token that was found somewhere belongs to, and whether it would be accepted now. */
export type FoundToken = { readonly isActive: boolean } & (
  | { readonly kind: "ACCESS_TOKEN"; readonly accessToken: AccessTokenView }
  /** A refresh token without an access token beside it. */
  | { readonly kind: "OAUTH_GRANT"; readonly grantId: string }
  | { readonly kind: "API_TOKEN"; readonly apiTokenId: string }
  | { readonly kind: "CLIENT_SECRET"; readonly oauthClientId: string }
  | { readonly kind: "SESSION"; readonly userId: string }
);

/** What is needed to find one. */
interface Search {
  readonly reader: Reader;
  readonly caller: UserCaller;
  readonly settings: Settings;
  readonly digest: string;
  readonly now: Instant;
}

/**
 * Says whose a token is, by its value, which is neither stored nor logged. Administrators find all of the account,
 * everybody else their own; whatever else it is, it is nobody's: RESOURCE_NOT_FOUND.
 */
export async function findToken(
  environment: Environment,
  context: RequestContext,
  input: { readonly value: string },
): Promise<FoundToken> {
  const caller = authorizeInAccount(context.caller, "FindToken");
  const value = input.value.trim();
  const kinds = Object.keys(FINDERS) as (keyof typeof FINDERS)[];
  const kind = kinds.find((known) => isWellFormedSecret(known, value));
  const digest = environment.digest(value);
  const found =
    kind &&
    (await environment.store.read(async (reader) => {
      const settings = await loadSettings(reader, caller.accountId);
      return FINDERS[kind]({ reader, caller, settings, digest, now: context.now });
    }));
  if (found !== undefined) return found;
  throw new Failure(
    "RESOURCE_NOT_FOUND",
    "No token that you may see has this value, or it has ended for good.",
    {
      metadata: { resource_type: "token" },
    },
  );
}

const FINDERS = {
  ACCESS_TOKEN: findAccessToken,
  REFRESH_TOKEN: findRefreshToken,
  API_TOKEN: findApiToken,
  CLIENT_SECRET: findClientSecret,
  SESSION: findSession,
} as const satisfies Partial<Record<SecretKind, (search: Search) => Promise<FoundToken | undefined>>>;

async function findAccessToken(search: Search): Promise<FoundToken | undefined> {
  const { reader, caller, settings, digest, now } = search;
  const token = await reader.find(accessTokensByDigest, digest);
  if (token?.accountId !== caller.accountId || !maySeeTokensOf(caller, token.userId)) return undefined;
  const accessToken = await viewAccessToken(reader, token, now);
  if (accessToken === undefined) return undefined;
  const isActive = settings.oauthAccess && accessToken.state === "ACTIVE";
  return { kind: "ACCESS_TOKEN", accessToken, isActive };
}

async function findRefreshToken(search: Search): Promise<FoundToken | undefined> {
  const { reader, caller, settings, digest, now } = search;
  const { accountId } = caller;
  const token = await reader.get(refreshTokens, digest);
  if (token?.accountId !== accountId) return undefined;
  const grant = await reader.get(oauthGrants, accountId, token.grantId);
  if (grant === undefined || !maySeeTokensOf(caller, grant.userId)) return undefined;
  const client = await reader.get(oauthClients, grant.clientAccountId, grant.clientId);
  if (client === undefined || !(await doesStand(reader, client, grant))) return undefined;
  const isActive = settings.oauthAccess && client.enabled && decideRefresh(token, grant, now) === "rotate";
  const newest = { reverse: true } as const;
  for await (const beside of eachBy(reader, accessTokensByUser, [accountId, grant.userId], newest)) {
    if (beside.grantId !== grant.id) continue;
    const accessToken = await viewAccessToken(reader, beside, now);
    if (accessToken !== undefined) return { kind: "ACCESS_TOKEN", accessToken, isActive };
  }
  return { kind: "OAUTH_GRANT", grantId: grant.id, isActive };
}

async function findApiToken(search: Search): Promise<FoundToken | undefined> {
  const { reader, caller, settings, digest, now } = search;
  const token = await reader.find(apiTokensByDigest, digest);
  if (token?.accountId !== caller.accountId || caller.user.role !== "ADMIN") return undefined;
  const isActive = settings.apiTokenAccess && stateOf(token, now) === "ACTIVE";
  return { kind: "API_TOKEN", apiTokenId: token.id, isActive };
}

async function findClientSecret(search: Search): Promise<FoundToken | undefined> {
  const { reader, caller, settings, digest, now } = search;
  if (caller.user.role !== "ADMIN") return undefined;
  const clients = await reader.list(oauthClients, [caller.accountId], { limit: Number.MAX_SAFE_INTEGER });
  const client = clients.find(({ secrets }) => secrets.some((secret) => secret.digest === digest));
  if (client === undefined) return undefined;
  const isLive = findLiveSecret(client, digest, now) !== undefined;
  return {
    kind: "CLIENT_SECRET",
    oauthClientId: client.id,
    isActive: settings.oauthAccess && client.enabled && isLive,
  };
}

async function findSession(search: Search): Promise<FoundToken | undefined> {
  const { reader, caller, digest, now } = search;
  const session = await reader.find(sessionsByDigest, digest);
  if (session?.accountId !== caller.accountId || !maySeeTokensOf(caller, session.userId)) return undefined;
  const user = await reader.get(users, session.accountId, session.userId);
  if (user === undefined) return undefined;
  return { kind: "SESSION", userId: user.id, isActive: isSessionLive(session, user, now) };
}
