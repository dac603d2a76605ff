/** What stands between a client and its server, where the words of the network tell. */
export type Obstacle =
  | "UNTRUSTED"
  | "OTHER_NAME"
  | "OUT_OF_DATE"
  | "CERTIFICATE_WANTED"
  | "NO_TLS_THERE"
  | "MAYBE_TLS_THERE";

/** OpenSSL's, Node's and grpc-js's words. */
const SIGNS: readonly (readonly [RegExp, Obstacle])[] = [
  [/unable to (?:verify|get (?:local )?issuer)|self[- ]signed/, "UNTRUSTED"],
  [/does not match certificate/, "OTHER_NAME"],
  [/certificate (?:has expired|is not yet valid)/, "OUT_OF_DATE"],
  [/alert (?:certificate required|bad certificate|unknown ca|handshake failure)/, "CERTIFICATE_WANTED"],
  [/wrong version number|packet length too long/, "NO_TLS_THERE"],
  [/^Failed to connect$/, "MAYBE_TLS_THERE"],
];

/** What stands in the way, as far as is known. */
export function findObstacle(message: string): Obstacle | undefined {
  const words = networkWords(message);
  return SIGNS.find(([sign]) => sign.test(words))?.[1];
}

/** The system's own words out of grpc-js's and OpenSSL's, which wrap them in their internals. */
export function networkWords(message: string): string {
  const [, last = message] =
    /Last error: ([\s\S]*?)(?:\s*\(\d{4}-[^)]*\))?\.? Resolution note/.exec(message) ?? [];
  const [, inner = last] = /:SSL routines:[^:]*:([^:]+):/.exec(last) ?? [];
  const words = inner.replace(/^Error(?: \[\w+\])?: /, "").replace(/\.$/, "");
  return words === "undefined" ? "no connection" : words;
}
