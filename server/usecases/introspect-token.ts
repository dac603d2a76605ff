import { authorizeCredential, type RequestContext } from "../domain/callers.js";
import { invalidClient } from "../domain/client-authentication.js";
import { isWellFormedSecret, SECRET_PREFIXES } from "../domain/credentials.js";
import { type CredentialFacts, identify } from "../domain/decisions.js";
import type { Instant } from "../domain/instants.js";
import { type MaybePromise, whenThere } from "../domain/maybe-promises.js";
import type { OAuthClient } from "../domain/oauth-clients.js";
import { oauthFailure } from "../domain/oauth-errors.js";
import type { ClientAuthenticationInput } from "../domain/oauth-requests.js";
import { decideRefresh } from "../domain/refresh-rotation.js";
import { oauthGrants, refreshTokens, settings, users } from "../store/tables.js";
import { credentialInvalid } from "./authenticate-caller.js";
import { readAsClient } from "./authenticate-client.js";
import type { Environment } from "./environment.js";
import { doesStand, isOf } from "./grants.js";

/** A token somebody wants to know about. */
export interface IntrospectTokenInput {
  /** Empty for the caller's own. */
  readonly accountId: string;
  /** The client that asks about its own token; undefined for a caller with a credential. */
  readonly client: ClientAuthenticationInput | undefined;
  readonly token: string;
}

/** What a token is worth (RFC 7662 section 2.2). */
export type Introspection = { readonly active: false } | ActiveToken;

/** A token that is good now. */
export interface ActiveToken {
  readonly active: true;
  readonly tokenType: "access_token" | "refresh_token";
  /** The id of the access token, or of the grant of the refresh token. */
  readonly id: string;
  readonly scopes: readonly string[];
  /** The identifier of its client. */
  readonly clientId: string;
  /** The user's id, or the client's where it acts for itself. */
  readonly subject: string;
  /** The user's e-mail; empty where the client acts for itself. */
  readonly username: string;
  readonly issueTime: Instant;
  readonly expireTime: Instant;
  readonly issuer: string;
}

const INACTIVE: Introspection = { active: false };

/** Who asks: a service, or the client that holds the token. */
interface Asker {
  readonly accountId: string;
  readonly client?: OAuthClient;
}

/**
 * Says what a token is worth, to a credential with the scope `authenticate` or to the confidential client it was issued
 * to (RFC 7662 section 2.1); to anybody else it is not active, and why is not told (section 2.2).
 */
export function introspectToken(
  environment: Environment,
  context: RequestContext,
  input: IntrospectTokenInput,
): MaybePromise<Introspection> {
  const { token, client: authentication } = input;
  if (authentication === undefined) {
    if (context.caller.kind === "ANONYMOUS" || context.caller.kind === "OPERATOR") throw credentialInvalid();
    const { accountId } = authorizeCredential(context.caller, "IntrospectToken");
    requireToken(token);
    if (input.accountId !== "" && input.accountId !== accountId) return INACTIVE;
    return whenThere(introspect(environment, context, { accountId }, token), (worth) => {
      if (!worth.active) environment.uses.recordRefusal(accountId, context.now);
      return worth;
    });
  }
  const { clientId, clientSecret } = authentication;
  const attempt = { accountId: input.accountId, clientId, clientSecret };
  return readAsClient(environment, context, attempt, ({ client, accountId }) => {
    // Of a public client it is not known who asks.
    if (client.kind === "PUBLIC") throw invalidClient();
    requireToken(token);
    return introspect(environment, context, { accountId, client }, token);
  });
}

function requireToken(token: string): void {
  if (token === "") throw oauthFailure("OAUTH_INVALID_REQUEST", "The token is missing.");
}

function introspect(
  environment: Environment,
  context: RequestContext,
  asker: Asker,
  token: string,
): MaybePromise<Introspection> {
  // Its shape is looked at with the header, which has mostly come before.
  if (token.startsWith(SECRET_PREFIXES.ACCESS_TOKEN)) {
    return introspectAccessToken(environment, context, asker, token);
  }
  // Only its client has anything to do with a refresh token: a service that took one for an access token would err.
  if (asker.client === undefined || !isWellFormedSecret("REFRESH_TOKEN", token)) return INACTIVE;
  return introspectRefreshToken(environment, context, asker.accountId, asker.client, token);
}

function introspectAccessToken(
  environment: Environment,
  context: RequestContext,
  asker: Asker,
  token: string,
): MaybePromise<Introspection> {
  return whenThere(environment.credentials.facts(`Bearer ${token}`), (facts) => {
    const principal = identify(facts, context);
    if (principal === undefined || facts?.kind !== "ACCESS_TOKEN") return INACTIVE;
    if (principal.accountId !== asker.accountId) return INACTIVE;
    const { access } = facts;
    if (access.client === undefined) return INACTIVE;
    if (asker.client === undefined) environment.uses.record(principal, "", context.now);
    else if (!isOf(asker.client, access.token)) return INACTIVE;
    const told = toldOf.get(facts);
    if (told !== undefined) return told;
    const worth: ActiveToken = {
      active: true,
      tokenType: "access_token",
      id: access.token.id,
      scopes: principal.scopes,
      clientId: access.client.identifier,
      subject: access.user?.id ?? access.client.id,
      username: access.user?.email ?? "",
      issueTime: access.token.createTime,
      expireTime: access.token.expireTime,
      issuer: environment.issuerOf(asker.accountId),
    };
    toldOf.set(facts, worth);
    return worth;
  });
}

/** What was told of an access token that was good; the same as long as what is known of it is, which ends with any change. */
const toldOf = new WeakMap<CredentialFacts, ActiveToken>();

function introspectRefreshToken(
  environment: Environment,
  { now }: RequestContext,
  accountId: string,
  client: OAuthClient,
  secret: string,
): Promise<Introspection> {
  return environment.store.read(async (reader): Promise<Introspection> => {
    const token = await reader.get(refreshTokens, environment.digest(secret));
    if (token?.accountId !== accountId) return INACTIVE;
    const grant = await reader.get(oauthGrants, accountId, token.grantId);
    if (grant === undefined || !isOf(client, grant) || !(await doesStand(reader, client, grant)))
      return INACTIVE;
    if (decideRefresh(token, grant, now) !== "rotate") return INACTIVE;
    const rules = await reader.get(settings, accountId);
    if (rules?.oauthAccess !== true) return INACTIVE;
    const user = await reader.get(users, accountId, grant.userId);
    return {
      active: true,
      tokenType: "refresh_token",
      id: grant.id,
      scopes: grant.scopes,
      clientId: client.identifier,
      subject: grant.userId,
      username: user?.email ?? "",
      issueTime: token.createTime,
      expireTime: token.expireTime,
      issuer: environment.issuerOf(accountId),
    };
  });
}
