import { authorize, type RequestContext } from "../domain/callers.js";
import type { GrantType } from "../domain/oauth-clients.js";
import { oauthFailure } from "../domain/oauth-errors.js";
import { resolveLifetimes } from "../domain/oauth-lifetimes.js";
import type { ExchangedTokens, ExchangeTokenInput } from "../domain/oauth-requests.js";
import type { Settings } from "../domain/settings.js";
import { type ClientAttempt, noteGuess, writeAsClient } from "./authenticate-client.js";
import type { Environment } from "./environment.js";
import { grantClientCredentials } from "./grant-client-credentials.js";
import type { Grant } from "./grants.js";
import { redeemAuthorizationCode } from "./redeem-authorization-code.js";
import { redeemDeviceCode } from "./redeem-device-code.js";
import { rotateRefreshToken } from "./rotate-refresh-token.js";

/** Each grant, which fills in only what is unique to it. */
const GRANTS: Readonly<Record<GrantType, Grant>> = {
  AUTHORIZATION_CODE: redeemAuthorizationCode,
  REFRESH_TOKEN: rotateRefreshToken,
  CLIENT_CREDENTIALS: grantClientCredentials,
  DEVICE_CODE: redeemDeviceCode,
};

/**
 * The token endpoint (RFC 6749 section 3.2): proves the client, and exchanges what it presents for tokens, in one
 * commit. Of those who present the same code at once, one gets tokens and the others OAUTH_INVALID_GRANT.
 */
export async function exchangeToken(
  environment: Environment,
  context: RequestContext,
  input: ExchangeTokenInput,
): Promise<ExchangedTokens> {
  authorize(context.caller, "ExchangeToken");
  const { grantType, accountId } = input;
  if (grantType === undefined) throw oauthFailure("OAUTH_INVALID_REQUEST", "The grant_type is missing.");
  const { clientId, clientSecret } = input.client;
  const attempt: ClientAttempt = { accountId, clientId, clientSecret };
  const outcome = await writeAsClient(environment, context, attempt, async (transaction, proved) => {
    const { client, settings } = proved;
    requireOAuthAccess(settings);
    if (!client.allowedGrantTypes.includes(grantType)) {
      throw oauthFailure("OAUTH_UNAUTHORIZED_CLIENT", "This client may not get tokens this way.");
    }
    const lifetimes = resolveLifetimes(input, settings);
    const grant = GRANTS[grantType];
    return grant({ environment, transaction, context, accountId, client, settings, lifetimes, input });
  });
  if ("tokens" in outcome) return outcome.tokens;
  if (outcome.guess !== undefined) noteGuess(environment, context, attempt, outcome.guess);
  throw outcome.refusal;
}

/** Throws OAUTH_ACCESS_OFF unless the account lets applications in. */
export function requireOAuthAccess({ oauthAccess }: Settings): void {
  if (oauthAccess) return;
  throw oauthFailure("OAUTH_ACCESS_OFF", "OAuth access is off in the settings of this account.");
}
