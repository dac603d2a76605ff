import { actorOfClient } from "../domain/audit-events.js";
import { authorize, type RequestContext } from "../domain/callers.js";
import { isWellFormedSecret } from "../domain/credentials.js";
import type { OAuthClient } from "../domain/oauth-clients.js";
import { oauthFailure } from "../domain/oauth-errors.js";
import type { ClientAuthenticationInput } from "../domain/oauth-requests.js";
import { accessTokensByDigest, oauthGrants, refreshTokens } from "../store/tables.js";
import { writeAsClient } from "./authenticate-client.js";
import { endOAuthGrant } from "./end-oauth-grant.js";
import type { Environment } from "./environment.js";
import { isOf } from "./grants.js";
import { removeAccessToken } from "./remove-access-token.js";

/** A token that its client wants ended. */
export interface RevokeTokenInput {
  readonly accountId: string;
  readonly client: ClientAuthenticationInput;
  readonly token: string;
}

/**
 * Ends a token of the calling client (RFC 7009): an access token alone, a refresh token with all that was made under
 * its grant (section 2.1). Its kind is seen by its prefix, so no hint is needed, and a wrong one does no harm. An
 * unknown token is no error (section 2.2).
 */
export async function revokeToken(
  environment: Environment,
  context: RequestContext,
  { accountId, client: authentication, token: secret }: RevokeTokenInput,
): Promise<void> {
  authorize(context.caller, "RevokeToken");
  const attempt = { ...authentication, accountId };
  await writeAsClient(environment, context, attempt, async (transaction, { client }) => {
    if (secret === "") throw oauthFailure("OAUTH_INVALID_REQUEST", "The token is missing.");
    const digest = environment.digest(secret);
    if (isWellFormedSecret("ACCESS_TOKEN", secret)) {
      const token = await transaction.find(accessTokensByDigest, digest);
      if (token?.accountId !== accountId) return;
      requireOwn(client, token);
      await removeAccessToken(transaction, context, token, actorOfClient(client.id));
    } else if (isWellFormedSecret("REFRESH_TOKEN", secret)) {
      const token = await transaction.get(refreshTokens, digest);
      if (token?.accountId !== accountId) return;
      const grant = await transaction.get(oauthGrants, accountId, token.grantId);
      if (grant === undefined) return;
      requireOwn(client, grant);
      const actor = actorOfClient(client.id);
      await endOAuthGrant(transaction, context, grant, { action: "oauth_grant.revoke", actor });
    }
  });
}

/** RFC 7009 section 2.1: a token that was issued to another client is refused. */
function requireOwn(client: OAuthClient, token: Parameters<typeof isOf>[1]): void {
  if (isOf(client, token)) return;
  throw oauthFailure("OAUTH_UNAUTHORIZED_CLIENT", "This token was issued to another client.");
}
