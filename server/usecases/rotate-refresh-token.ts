import { actorOfClient } from "../domain/audit-events.js";
import { isWellFormedSecret } from "../domain/credentials.js";
import type { Failure } from "../domain/failure.js";
import { SECOND } from "../domain/instants.js";
import { oauthFailure } from "../domain/oauth-errors.js";
import type { OAuthGrant, RefreshToken } from "../domain/oauth-grants.js";
import { narrowScopes } from "../domain/oauth-scopes.js";
import { decideRefresh } from "../domain/refresh-rotation.js";
import { commonScopes } from "../domain/scopes.js";
import { accessTokens, oauthGrants, refreshTokens } from "../store/tables.js";
import { endOAuthGrant } from "./end-oauth-grant.js";
import { doesStand, type Grant, type GrantOutcome, type GrantWork, isOf } from "./grants.js";
import { issueAccessToken, putRefreshToken } from "./issue-tokens.js";

/**
 * The refresh token grant (RFC 6749 section 6), with rotation and detection of reuse (RFC 9700 section 4.14.2). The
 * same request again, after a lost reply or by another process, is answered alike for a short while: see
 * docs/decisions, "A refresh is derived".
 */
export const rotateRefreshToken: Grant = async (work) => {
  const { environment, transaction, context, accountId, client, input } = work;
  if (input.refreshToken === "") throw oauthFailure("OAUTH_INVALID_REQUEST", "The refresh_token is missing.");
  if (!isWellFormedSecret("REFRESH_TOKEN", input.refreshToken)) throw invalidToken();
  const token = await transaction.get(refreshTokens, environment.digest(input.refreshToken));
  if (token === undefined || token.accountId !== accountId) throw invalidToken();
  const grant = await transaction.get(oauthGrants, accountId, token.grantId);
  // RFC 6749 section 6: the token is bound to the client it was issued to.
  if (grant === undefined || !isOf(client, grant) || !(await doesStand(transaction, client, grant))) {
    throw invalidToken();
  }
  switch (decideRefresh(token, grant, context.now)) {
    case "rotate":
      return rotate(work, token, grant);
    case "repeat":
      return repeat(work, token, grant);
    case "over":
      throw invalidToken();
    case "reused":
      await endOAuthGrant(transaction, context, grant, {
        action: "oauth_grant.reuse_detected",
        actor: actorOfClient(client.id),
        reused: "refresh_token",
      });
      return { refusal: invalidToken() };
  }
};

async function rotate(work: GrantWork, token: RefreshToken, grant: OAuthGrant): Promise<GrantOutcome> {
  const { environment, transaction, context, accountId, client, lifetimes } = work;
  const { now } = context;
  const scopes = scopesOf(work, grant);
  const key = environment.newKey();
  const secrets = deriveSecrets(work, key);
  // The new refresh token has the scope of the old one, whatever is asked for now (RFC 6749 section 6).
  const rotated: OAuthGrant = {
    ...grant,
    generation: token.generation + 1,
    refreshExpireTime: now + lifetimes.refreshSeconds * SECOND,
  };
  await transaction.put(oauthGrants, rotated);
  await putRefreshToken(environment, transaction, rotated, secrets.refresh, now);
  const { token: access } = await issueAccessToken(environment, transaction, context, {
    accountId,
    client,
    userId: grant.userId,
    grantId: grant.id,
    scopes,
    origin: "REFRESH_TOKEN",
    lifetimeSeconds: lifetimes.accessSeconds,
    secret: secrets.access,
  });
  await transaction.put(refreshTokens, {
    ...token,
    rotation: { time: now, key, accessTokenId: access.id },
  });
  return {
    tokens: {
      accessToken: secrets.access,
      lifetimeSeconds: lifetimes.accessSeconds,
      refresh: { token: secrets.refresh, lifetimeSeconds: lifetimes.refreshSeconds },
      scopes,
    },
  };
}

/** The answer of before, made again from what was presented; nothing is written. */
async function repeat(work: GrantWork, token: RefreshToken, grant: OAuthGrant): Promise<GrantOutcome> {
  const { transaction, context, accountId } = work;
  const { key = "", accessTokenId = "" } = token.rotation ?? {};
  const access = await transaction.get(accessTokens, accountId, accessTokenId);
  if (access === undefined) throw invalidToken();
  const scopes = scopesOf(work, grant);
  if (!isSame(scopes, access.scopes)) {
    throw oauthFailure("OAUTH_INVALID_GRANT", "This refresh token was exchanged for another scope just now.");
  }
  const secrets = deriveSecrets(work, key);
  const remaining = (until: number) => Math.max(0, Math.floor((until - context.now) / SECOND));
  return {
    tokens: {
      accessToken: secrets.access,
      lifetimeSeconds: remaining(access.expireTime),
      refresh: { token: secrets.refresh, lifetimeSeconds: remaining(grant.refreshExpireTime ?? context.now) },
      scopes,
    },
  };
}

/** What was granted, as far as the client may still have it, or less when less is asked for. */
function scopesOf({ client, input }: GrantWork, grant: OAuthGrant): readonly string[] {
  const scopes = narrowScopes(commonScopes(grant.scopes, client.allowedScopes), input.scope);
  if (scopes.length > 0) return scopes;
  throw oauthFailure("OAUTH_INVALID_SCOPE", "This client may have nothing any more of what was granted.");
}

function deriveSecrets({ environment, input }: GrantWork, key: string) {
  return {
    refresh: environment.deriveSecret("REFRESH_TOKEN", key, input.refreshToken),
    access: environment.deriveSecret("ACCESS_TOKEN", key, input.refreshToken),
  };
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((scope) => other.includes(scope));
}

function invalidToken(): Failure {
  return oauthFailure(
    "OAUTH_INVALID_GRANT",
    "The refresh token is not valid, not valid any more, or another client's.",
  );
}
