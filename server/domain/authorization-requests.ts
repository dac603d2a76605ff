import { Failure, type FailureDetails } from "./failure.js";
import type { OAuthClient } from "./oauth-clients.js";
import { oauthErrorOf, oauthFailure, toErrorDescription } from "./oauth-errors.js";
import type { AuthorizationRequestInput, CheckedAuthorization } from "./oauth-requests.js";
import { resolveScopes } from "./oauth-scopes.js";
import { isCodeChallenge } from "./pkce.js";
import { isRegisteredRedirectUri } from "./redirect-uris.js";
import type { Settings } from "./settings.js";

/** The longest `state`, in characters: it travels in an address. */
const MAX_STATE_LENGTH = 2_000;

/** Where an authorization request came to. */
export interface AuthorizationGround {
  /** The client with the request's identifier; undefined when there is none. */
  readonly client: OAuthClient | undefined;
  /** Of the account; undefined when there is none. */
  readonly settings: Settings | undefined;
  readonly issuer: string;
}

/**
 * Checks an authorization request. Throws OAUTH_CLIENT_UNKNOWN and OAUTH_REDIRECT_URI_INVALID, which must not redirect
 * (RFC 6749 section 4.1.2.1); every other failure tells in its metadata, as `redirect_to`, where the person goes next.
 */
export function checkAuthorization(
  request: AuthorizationRequestInput,
  { client, settings, issuer }: AuthorizationGround,
): CheckedAuthorization {
  if (settings === undefined || client === undefined || !client.enabled) {
    throw oauthFailure("OAUTH_CLIENT_UNKNOWN", "There is no such client in this account.");
  }
  const redirectUri = redirectUriOf(request, client);
  try {
    if (!settings.oauthAccess) throw oauthFailure("OAUTH_ACCESS_OFF", "OAuth access is off in this account.");
    checkParameters(request, client);
    return { client, redirectUri, scopes: resolveScopes(request.scope, client, settings.resources) };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    throw withRedirect(error, request, redirectUri, issuer);
  }
}

/** The same failure, which tells where the person goes next. */
export function withRedirect(
  failure: Failure,
  { state }: AuthorizationRequestInput,
  redirectUri: string,
  issuer: string,
): Failure {
  // Section 4.1.2.1 has no code for an account that lets no application in: its owner has denied it beforehand.
  const error = failure.reason === "OAUTH_ACCESS_OFF" ? "access_denied" : oauthErrorOf(failure).error;
  const redirectTo = redirectWith(redirectUri, {
    error,
    error_description: toErrorDescription(failure.message),
    state: isState(state) ? state : "",
    iss: issuer,
  });
  const details: FailureDetails = {
    ...failure.details,
    metadata: { ...failure.details.metadata, error, redirect_to: redirectTo },
  };
  return new Failure(failure.reason, failure.message, details);
}

/** A redirect URI with parameters added to its query, which is kept (RFC 6749 section 3.1.2); empty ones are left out. */
export function redirectWith(redirectUri: string, parameters: Readonly<Record<string, string>>): string {
  const given = Object.entries(parameters).filter(([, value]) => value !== "");
  const query = new URLSearchParams(given).toString();
  if (!redirectUri.includes("?")) return `${redirectUri}?${query}`;
  return /[?&]$/.test(redirectUri) ? `${redirectUri}${query}` : `${redirectUri}&${query}`;
}

function redirectUriOf({ redirectUri }: AuthorizationRequestInput, client: OAuthClient): string {
  const [only, second] = client.redirectUris;
  // OAuth 2.1 section 2.3.2: it may be left out by a client that has exactly one.
  if (redirectUri === "" && only !== undefined && second === undefined) return only;
  // RFC 9700 section 4.1.3: compared as text.
  if (redirectUri !== "" && isRegisteredRedirectUri(client.redirectUris, redirectUri)) return redirectUri;
  throw oauthFailure(
    "OAUTH_REDIRECT_URI_INVALID",
    redirectUri === ""
      ? "The redirect_uri is missing, and this client has not exactly one."
      : "The redirect_uri is not one of this client's.",
  );
}

function checkParameters(request: AuthorizationRequestInput, client: OAuthClient): void {
  const { responseType, state } = request;
  if (state !== "" && !isState(state)) {
    throw invalidRequest(`The state must be at most ${MAX_STATE_LENGTH} characters of printable ASCII.`);
  }
  if (responseType === "") throw invalidRequest("The response_type is missing.");
  // RFC 9700 section 2.1.2: no implicit grant.
  if (responseType !== "code") {
    throw oauthFailure("OAUTH_UNSUPPORTED_RESPONSE_TYPE", "The response_type must be code.");
  }
  if (!client.allowedGrantTypes.includes("AUTHORIZATION_CODE")) {
    throw oauthFailure("OAUTH_UNAUTHORIZED_CLIENT", "This client may not use authorization codes.");
  }
  checkCodeChallenge(request, client);
}

/** RFC 7636 section 4.4.1. */
function checkCodeChallenge(
  { codeChallenge, codeChallengeMethod }: AuthorizationRequestInput,
  client: OAuthClient,
): void {
  if (codeChallenge === "") {
    if (codeChallengeMethod !== "") throw invalidRequest("The code_challenge is missing.");
    // RFC 9700 section 2.1.1.
    if (client.kind === "PUBLIC") throw invalidRequest("A public client must send a code_challenge (PKCE).");
    return;
  }
  // Left out, it would be `plain` (section 4.3), which whoever sees the request can answer.
  if (codeChallengeMethod !== "S256") throw invalidRequest("The code_challenge_method must be S256.");
  if (!isCodeChallenge(codeChallenge)) {
    throw invalidRequest("The code_challenge must be 43 characters of base64url.");
  }
}

/** RFC 6749 appendix A.5: printable ASCII. */
function isState(state: string): boolean {
  return state.length <= MAX_STATE_LENGTH && /^[\x20-\x7e]*$/.test(state);
}

function invalidRequest(message: string): Failure {
  return oauthFailure("OAUTH_INVALID_REQUEST", message);
}
