import type { OAuthClient } from "./oauth-clients.js";
import { oauthFailure } from "./oauth-errors.js";
import { coversScope, isKnownScope } from "./scopes.js";

/** The most scopes a request may name. */
const MAX_SCOPES = 100;

/** The longest list of scopes that is looked at, in characters. */
const MAX_LENGTH = 8_192;

/** Scopes as they are told, parted by spaces (RFC 6749 section 3.3). */
export function formatScopes(scopes: readonly string[]): string {
  return scopes.join(" ");
}

/**
 * What a client that asks for this gets: all of it, or with nothing asked its allowed scopes. A scope that the account
 * does not know, or that the client may not have, is refused (RFC 6749 section 3.3). Throws OAUTH_INVALID_SCOPE.
 */
export function resolveScopes(
  requested: string,
  client: Pick<OAuthClient, "allowedScopes">,
  resources: readonly string[],
): readonly string[] {
  const { allowedScopes } = client;
  if (requested === "") {
    if (allowedScopes.length > 0) return allowedScopes;
    throw invalidScope("Name the scopes: this client has none that it gets unasked.");
  }
  const scopes = parseScopes(requested);
  for (const scope of scopes) {
    if (!isKnownScope(scope, resources)) throw invalidScope(`This account knows no scope ${shorten(scope)}.`);
    if (allowedScopes.length > 0 && !coversScope(allowedScopes, scope)) {
      throw invalidScope(`This client may not have the scope ${shorten(scope)}.`);
    }
  }
  return scopes;
}

/**
 * What a refresh gives: what was granted, or less when less is asked for; never more (RFC 6749 section 6). Throws
 * OAUTH_INVALID_SCOPE.
 */
export function narrowScopes(granted: readonly string[], requested: string): readonly string[] {
  if (requested === "") return granted;
  const scopes = parseScopes(requested);
  const beyond = scopes.find((scope) => !coversScope(granted, scope));
  if (beyond === undefined) return scopes;
  throw invalidScope(`The scope ${shorten(beyond)} was not granted.`);
}

function parseScopes(text: string): readonly string[] {
  // RFC 6749 section 3.3: scope-token = 1*( %x21 / %x23-5B / %x5D-7E ), parted by single spaces; no order, no doubles.
  if (text.length > MAX_LENGTH || !/^[!#-[\]-~]+( [!#-[\]-~]+)*$/.test(text)) {
    throw invalidScope("The scopes must be names parted by single spaces.");
  }
  const scopes = text.includes(" ") ? [...new Set(text.split(" "))] : [text];
  if (scopes.length > MAX_SCOPES) throw invalidScope(`At most ${MAX_SCOPES} scopes can be asked for.`);
  return scopes;
}

function shorten(scope: string): string {
  return scope.length > 80 ? `${scope.slice(0, 80)}...` : scope;
}

function invalidScope(message: string) {
  return oauthFailure("OAUTH_INVALID_SCOPE", message);
}
