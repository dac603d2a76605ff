import type { Failure } from "./failure.js";
import type { Instant } from "./instants.js";
import { findLiveSecret, type OAuthClient } from "./oauth-clients.js";
import { oauthFailure } from "./oauth-errors.js";

/**
 * Which secret a client proved itself with, by its hint, empty for a public client, which has none; undefined when it
 * did not. A confidential client must authenticate (RFC 6749 section 3.2.1).
 */
export function secretUsedBy(
  client: OAuthClient,
  secret: string,
  digest: (text: string) => string,
  now: Instant,
): string | undefined {
  if (!client.enabled) return undefined;
  if (client.kind === "PUBLIC") return secret === "" ? "" : undefined;
  return findLiveSecret(client, digest(secret), now)?.hint;
}

/** The failure for a client that is unknown or did not authenticate; which, is not told. */
export function invalidClient(): Failure {
  return oauthFailure("OAUTH_INVALID_CLIENT", "The client is unknown, disabled, or did not authenticate.");
}
