import { oauthFailure } from "../domain/oauth-errors.js";
import { resolveScopes } from "../domain/oauth-scopes.js";
import type { Grant } from "./grants.js";
import { issueAccessToken } from "./issue-tokens.js";

/**
 * The client credentials grant (RFC 6749 section 4.4): the client acts for itself, told apart from every user. Without
 * a refresh token (section 4.4.3).
 */
export const grantClientCredentials: Grant = async (work) => {
  const { environment, transaction, context, accountId, client, settings, lifetimes, input } = work;
  // RFC 6749 section 4.4: confidential clients only. And nobody of another account has let a global client in.
  if (client.kind === "PUBLIC" || client.accountId !== accountId) {
    throw oauthFailure("OAUTH_UNAUTHORIZED_CLIENT", "This client cannot act for itself in this account.");
  }
  const scopes = resolveScopes(input.scope, client, settings.resources);
  const lifetimeSeconds = lifetimes.accessSeconds;
  const { secret } = await issueAccessToken(environment, transaction, context, {
    accountId,
    client,
    scopes,
    origin: "CLIENT_CREDENTIALS",
    lifetimeSeconds,
  });
  return { tokens: { accessToken: secret, lifetimeSeconds, scopes } };
};
