import type { Failure } from "./failure.js";
import type { Instant } from "./instants.js";
import type { OAuthClient } from "./oauth-clients.js";
import { oauthFailure } from "./oauth-errors.js";
import type { AuthorizationCode } from "./oauth-grants.js";
import type { ExchangeTokenInput } from "./oauth-requests.js";
import { isVerifierOf } from "./pkce.js";

/** What comes with a code. */
type Presented = Pick<ExchangeTokenInput, "redirectUri" | "codeVerifier">;

/** What speaks against a code that a client presents, whether or not it was used; undefined when nothing does. */
export function problemWithCode(
  code: AuthorizationCode,
  client: OAuthClient,
  { redirectUri, codeVerifier }: Presented,
  digest: (text: string) => string,
): Failure | undefined {
  // RFC 6749 section 4.1.3: the code was issued to this very client.
  if (code.clientId !== client.id || code.clientAccountId !== client.accountId) return invalidCode();
  // RFC 6749 section 4.1.3: identical when the request had one; OAuth 2.1 section 10.2: also when it had none.
  const isUriRight = redirectUri === "" ? !code.redirectUriNamed : redirectUri === code.redirectUri;
  if (!isUriRight) return oauthFailure("OAUTH_INVALID_GRANT", "The redirect URI is not that of the request.");
  const { codeChallenge } = code;
  if (codeChallenge === undefined) {
    // RFC 9700 section 4.8.2: a verifier without a challenge is a request that was tampered with on its way.
    if (codeVerifier !== "") return invalidRequest("The authorization request had no code_challenge.");
    // RFC 9700 section 2.1.1: public clients must use PKCE.
    return client.kind === "PUBLIC" ? invalidCode() : undefined;
  }
  if (codeVerifier === "") return invalidRequest("The code_verifier is missing.");
  // RFC 7636 section 4.6.
  if (isVerifierOf(codeChallenge, codeVerifier, digest)) return undefined;
  return oauthFailure("OAUTH_INVALID_GRANT", "The code_verifier is not that of the request.");
}

/** Whether a code is over (RFC 6749 section 4.1.2: it lives for a short time). */
export function isCodeOver(code: AuthorizationCode, now: Instant): boolean {
  return code.expireTime <= now;
}

/** The failure for a code that gives nothing; why, is not told. */
export function invalidCode(): Failure {
  return oauthFailure(
    "OAUTH_INVALID_GRANT",
    "The code is not valid, not valid any more, or another client's.",
  );
}

function invalidRequest(message: string): Failure {
  return oauthFailure("OAUTH_INVALID_REQUEST", message);
}
