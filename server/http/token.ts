import type { GrantType } from "../domain/oauth-clients.js";
import { oauthFailure } from "../domain/oauth-errors.js";
import { type ExchangedTokens, GRANT_TYPE_NAMES } from "../domain/oauth-requests.js";
import { exchangeToken } from "../usecases/exchange-token.js";
import { readClient } from "./client-authentication.js";
import { headerOf } from "./headers.js";
import type { ProgramEndpoint } from "./program-call.js";

/** The token endpoint (RFC 6749 section 3.2). */
export const tokenEndpoint: ProgramEndpoint = {
  before: "/",
  behind: "/oauth/tokens",
  method: "POST",
  isOpenToPages: true,
  answer({ environment }, call, parameters) {
    const tokens = exchangeToken(environment, call.anonymously(), {
      accountId: call.accountId,
      client: readClient(headerOf(call.incoming, "authorization"), parameters),
      grantType: readGrantType(parameters.get("grant_type")),
      code: parameters.get("code"),
      redirectUri: parameters.get("redirect_uri"),
      codeVerifier: parameters.get("code_verifier"),
      refreshToken: parameters.get("refresh_token"),
      deviceCode: parameters.get("device_code"),
      scope: parameters.get("scope"),
      lifetimeSeconds: parameters.seconds("expires_in"),
      refreshLifetimeSeconds: parameters.seconds("refresh_token_expires_in"),
    });
    return tokens.then(describeTokens);
  },
};

const GRANT_TYPES = new Map(
  Object.entries(GRANT_TYPE_NAMES).map(([grantType, name]) => [name, grantType as GrantType]),
);

function readGrantType(name: string): GrantType | undefined {
  if (name === "") return undefined;
  const known = GRANT_TYPES.get(name);
  if (known !== undefined) return known;
  throw oauthFailure(
    "OAUTH_UNSUPPORTED_GRANT_TYPE",
    `The grant_type must be one of ${Object.values(GRANT_TYPE_NAMES).join(", ")}.`,
  );
}

/** RFC 6749 section 5.1. */
function describeTokens({ accessToken, lifetimeSeconds, refresh, scopes }: ExchangedTokens) {
  // What is undefined is not told.
  return {
    access_token: accessToken,
    token_type: "Bearer",
    expires_in: lifetimeSeconds,
    refresh_token: refresh?.token,
    refresh_token_expires_in: refresh?.lifetimeSeconds,
    scope: scopes.join(" "),
  };
}
