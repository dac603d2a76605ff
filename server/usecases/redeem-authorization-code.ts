import { actorOfClient } from "../domain/audit-events.js";
import { invalidCode, isCodeOver, problemWithCode } from "../domain/code-redemption.js";
import { isWellFormedSecret } from "../domain/credentials.js";
import { oauthFailure } from "../domain/oauth-errors.js";
import type { AuthorizationCode } from "../domain/oauth-grants.js";
import { authorizationCodes, oauthGrants } from "../store/tables.js";
import { endOAuthGrant } from "./end-oauth-grant.js";
import { doesStand, type Grant, type GrantOutcome, type GrantWork } from "./grants.js";
import { openGrant } from "./issue-tokens.js";

/** The authorization code grant (RFC 6749 section 4.1.3) with PKCE (RFC 7636 section 4.6). */
export const redeemAuthorizationCode: Grant = async (work) => {
  const { environment, transaction, context, accountId, client, input } = work;
  const { code: secret } = input;
  if (secret === "") throw oauthFailure("OAUTH_INVALID_REQUEST", "The code is missing.");
  const isPlausible = isWellFormedSecret("AUTHORIZATION_CODE", secret);
  const code = isPlausible
    ? await transaction.get(authorizationCodes, environment.digest(secret))
    : undefined;
  if (code === undefined || code.accountId !== accountId) return { refusal: invalidCode(), guess: secret };
  const problem = problemWithCode(code, client, input, environment.digest);
  if (problem !== undefined) throw problem;
  if (code.grantId !== undefined) return endWhatItGave(work, code);
  if (isCodeOver(code, context.now) || !(await doesStand(transaction, client, code))) throw invalidCode();
  const { grant, tokens } = await openGrant(environment, transaction, context, {
    accountId,
    client,
    userId: code.userId,
    scopes: code.scopes,
    origin: "AUTHORIZATION_CODE",
    withRefreshToken: client.allowedGrantTypes.includes("REFRESH_TOKEN"),
    lifetimes: work.lifetimes,
  });
  // Read by key above: of two who redeem it at once, one commits, and the other sees it used.
  await transaction.put(authorizationCodes, { ...code, grantId: grant.id });
  return { tokens };
};

/**
 * RFC 6749 section 4.1.2: a code that comes again is refused, and what it gave is revoked; only for a request that is
 * right otherwise (OAuth 2.1 section 7.5.2), or whoever sees a code could end what it gave.
 */
async function endWhatItGave(
  { transaction, context, client }: GrantWork,
  { accountId, grantId = "" }: AuthorizationCode,
): Promise<GrantOutcome> {
  const grant = await transaction.get(oauthGrants, accountId, grantId);
  if (grant !== undefined) {
    await endOAuthGrant(transaction, context, grant, {
      action: "oauth_grant.reuse_detected",
      actor: actorOfClient(client.id),
      reused: "authorization_code",
    });
  }
  return { refusal: invalidCode() };
}
