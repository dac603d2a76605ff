import { type IpRange, isIpAddress, isWithinRanges } from "./ip-ranges.js";

/** The most addresses of a list that are looked at: a chain of proxies is short. */
const MAX_HOPS = 20;

/**
 * Where a request came from that came by way of proxies: the last address that no trusted one of them wrote. Whoever is
 * not trusted can write what they like, so the list is read from its end, and only as far as its writers are trusted.
 */
export function sourceBehind(trusted: readonly IpRange[], peer: string, forwardedFor: string): string {
  const hops = forwardedFor.split(",").slice(-MAX_HOPS);
  let source = peer;
  for (const hop of hops.reverse()) {
    if (!isWithinRanges(trusted, source)) return source;
    const address = hop.trim().replace(/^\[(.*)\]$/, "$1");
    if (!isIpAddress(address)) return source;
    source = address;
  }
  return source;
}
