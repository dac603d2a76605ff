import { ACCESS_TOKEN_LIFETIME_SECONDS } from "../domain/access-tokens.js";
import { actorOf } from "../domain/audit-events.js";
import { authorizeInAccount, type RequestContext, type UserCaller } from "../domain/callers.js";
import { Failure, notFound } from "../domain/failure.js";
import { FieldChecks } from "../domain/field-checks.js";
import type { OAuthClient } from "../domain/oauth-clients.js";
import { requirePoliciesWithin } from "../domain/policy-access.js";
import { checkScopes, coversScope } from "../domain/scopes.js";
import type { Settings } from "../domain/settings.js";
import { mayUseCredentials, type User } from "../domain/users.js";
import { checkRequestId, findReplay, type RequestMark, rememberRequest } from "../store/replays.js";
import { accessTokens, users } from "../store/tables.js";
import type { Transaction } from "../store/transaction.js";
import { type AccessTokenView, viewAccessToken } from "./access-token-view.js";
import { requireScopesWithin } from "./create-api-token.js";
import type { Environment } from "./environment.js";
import { findClientAtWork } from "./find-client-of-tokens.js";
import { loadSettings } from "./get-settings.js";
import { openGrant } from "./issue-tokens.js";
import { writeAsCaller } from "./write-as-caller.js";

/** A token to be. */
export interface CreateAccessTokenInput {
  /** The client's id or identifier. */
  readonly clientId: string;
  /** Empty for the caller. */
  readonly userId: string;
  readonly scopes: readonly string[];
  /** Undefined for the settings' lifetime. */
  readonly lifetimeSeconds: number | undefined;
  readonly withRefreshToken: boolean;
  readonly requestId: string;
}

/** The token that was made; its secrets are empty when the request came before. */
export interface CreatedAccessToken {
  readonly accessToken: AccessTokenView;
  readonly secret: string;
  /** Empty unless it was asked for. */
  readonly refreshToken: string;
}

/**
 * Makes an access token without an authorization flow, under a grant of its own, and hands out its secrets, this once.
 * A request that came before makes no second one, not even when the first has ended: RESOURCE_NOT_FOUND then.
 */
export async function createAccessToken(
  environment: Environment,
  context: RequestContext,
  input: CreateAccessTokenInput,
): Promise<CreatedAccessToken> {
  const { accountId } = authorizeInAccount(context.caller, "CreateAccessToken");
  checkRequestId(input.requestId);
  const mark = markOf(environment, accountId, input);
  return writeAsCaller(environment, context, "CreateAccessToken", async (transaction, caller) => {
    const settings = await loadSettings(transaction, accountId);
    requireOAuthAccess(settings);
    const replayed = await findReplay(transaction, mark);
    if (replayed !== undefined) return answerAgain(transaction, context, accountId, replayed);
    const client = await findClientAtWork(transaction, accountId, input.clientId);
    const user = await findUserOfToken(transaction, accountId, input.userId || caller.user.id);
    checkInput(input, client, settings, caller);
    const { token, tokens } = await openGrant(environment, transaction, context, {
      accountId,
      client,
      userId: user.id,
      scopes: input.scopes,
      origin: "DIRECT",
      actor: actorOf(caller),
      withRefreshToken: input.withRefreshToken,
      lifetimes: {
        accessSeconds: input.lifetimeSeconds ?? settings.accessTokenLifetimeSeconds,
        refreshSeconds: settings.refreshTokenLifetimeSeconds,
      },
    });
    await rememberRequest(transaction, mark, token.id, context.now);
    const accessToken = await viewAccessToken(transaction, token, context.now);
    if (accessToken === undefined) throw deadOnArrival();
    return { accessToken, secret: tokens.accessToken, refreshToken: tokens.refresh?.token ?? "" };
  });
}

/** Throws OAUTH_ACCESS_OFF unless the account's switch is on. */
function requireOAuthAccess(settings: Settings): void {
  if (settings.oauthAccess) return;
  throw new Failure(
    "OAUTH_ACCESS_OFF",
    "OAuth access is off in this account: an administrator turns it on in the settings (oauth_access).",
  );
}

function markOf(environment: Environment, accountId: string, input: CreateAccessTokenInput): RequestMark {
  const { requestId, clientId, userId, scopes, lifetimeSeconds, withRefreshToken } = input;
  const fingerprint = environment.digest(
    JSON.stringify([clientId, userId, scopes, lifetimeSeconds, withRefreshToken]),
  );
  return { accountId, requestId, operation: "CreateAccessToken", fingerprint };
}

async function answerAgain(
  transaction: Transaction,
  { now }: RequestContext,
  accountId: string,
  id: string,
): Promise<CreatedAccessToken> {
  const existing = await transaction.get(accessTokens, accountId, id);
  const accessToken = existing && (await viewAccessToken(transaction, existing, now));
  if (accessToken === undefined) throw notFound("access token", id);
  return { accessToken, secret: "", refreshToken: "" };
}

async function findUserOfToken(transaction: Transaction, accountId: string, id: string): Promise<User> {
  const user = await transaction.get(users, accountId, id);
  if (user === undefined) throw notFound("user", id);
  if (mayUseCredentials(user)) return user;
  throw new Failure(
    "STATE_CONFLICT",
    "The user is suspended, or not verified: no token would work for them.",
  );
}

function checkInput(
  { scopes, lifetimeSeconds, withRefreshToken }: CreateAccessTokenInput,
  { allowedScopes, allowedGrantTypes, accessPolicyIds = [] }: OAuthClient,
  { resources }: Settings,
  caller: UserCaller,
): void {
  const checks = new FieldChecks();
  checks.require(scopes.length > 0, "scopes", "Must name at least one scope.");
  checkScopes(checks, "scopes", scopes, resources);
  for (const [index, scope] of scopes.slice(0, 100).entries()) {
    const isAllowed = allowedScopes.length === 0 || coversScope(allowedScopes, scope);
    checks.require(isAllowed, `scopes[${index}]`, "Is not among the scopes that the client may have.");
  }
  if (lifetimeSeconds !== undefined) {
    const { min, max } = ACCESS_TOKEN_LIFETIME_SECONDS;
    checks.wholeNumber("lifetime", lifetimeSeconds, min, max);
  }
  const mayRefresh = !withRefreshToken || allowedGrantTypes.includes("REFRESH_TOKEN");
  checks.require(mayRefresh, "with_refresh_token", "The client is not allowed the grant type REFRESH_TOKEN.");
  checks.finish();
  requireScopesWithin(caller, scopes);
  requirePoliciesWithin(caller, accessPolicyIds);
}

function deadOnArrival(): Failure {
  return new Failure(
    "CONFLICT",
    "All tokens of this client or user were revoked at this very moment: try again.",
    { retryAfterSeconds: 1 },
  );
}
