import type { FieldChecks } from "./field-checks.js";

/** The hosts that are this machine, as they stand in a URI. */
const LOOPBACK_HOSTS = ["localhost", "127.0.0.1", "[::1]"];

/** The longest redirect URI, in characters. */
const MAX_LENGTH = 2_000;

/** Checks the redirect URIs of a client. */
export function checkRedirectUris(checks: FieldChecks, field: string, uris: readonly string[]): void {
  if (!checks.atMost(field, uris, 20, "URIs")) return;
  for (const [index, uri] of uris.entries()) {
    const problem = problemWith(uri) ?? (uris.indexOf(uri) === index ? undefined : "Is in the list already.");
    if (problem !== undefined) checks.refuse(`${field}[${index}]`, problem);
  }
}

/**
 * Whether a request's redirect URI is one of the client's: compared as text (RFC 9700 section 4.1.3), but for the port
 * of a loopback address, which a native app cannot choose beforehand (RFC 8252 section 7.3).
 */
export function isRegisteredRedirectUri(registered: readonly string[], uri: string): boolean {
  if (registered.includes(uri)) return true;
  // Whatever else is special about it, it must be a URI that could have been registered.
  if (problemWith(uri) !== undefined || !isLoopback(uri)) return false;
  const portless = withoutPort(uri);
  return registered.some((known) => isLoopback(known) && withoutPort(known) === portless);
}

function problemWith(uri: string): string | undefined {
  if (uri.length > MAX_LENGTH) return `Must have at most ${MAX_LENGTH} characters.`;
  // Only what a Location header carries as it is; everything else is to be percent-encoded beforehand.
  if (!/^[!#-;=?-[\]_a-z~]+$/i.test(uri) || !URL.canParse(uri)) {
    return "Must be an absolute URI such as https://app.example.com/callback, percent-encoded.";
  }
  const { protocol, hash, username, password, hostname } = new URL(uri);
  if (hash !== "" || uri.includes("#")) return "Must have no fragment (RFC 6749 section 3.1.2).";
  if (username !== "" || password !== "") return "Must hold no user name and no password.";
  if (protocol === "https:") return hostname === "" ? "Must name a host." : undefined;
  if (protocol === "http:") {
    return isLoopback(uri) ? undefined : "Must be https: http is for localhost, 127.0.0.1 and [::1] only.";
  }
  // RFC 8252 section 7.1: a private scheme is a domain name in reverse. This also keeps out javascript: and data:.
  return /^[a-z][a-z0-9+-]*(\.[a-z0-9+-]+)+:$/.test(protocol)
    ? undefined
    : "A private scheme must hold a period, such as com.example.app:/callback.";
}

function isLoopback(uri: string): boolean {
  const { protocol, hostname } = new URL(uri);
  return protocol === "http:" && LOOPBACK_HOSTS.includes(hostname) && LOOPBACK_AUTHORITY.test(uri);
}

/** A loopback address as people write it; what a parser would only make one of (127.1, a user name) is none. */
const LOOPBACK_AUTHORITY = /^http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?([/?]|$)/;

function withoutPort(uri: string): string {
  return uri.replace(LOOPBACK_AUTHORITY, "http://$1$3");
}
