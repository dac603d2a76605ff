import type { IncomingMessage } from "node:http";
import type { RequestContext } from "../domain/callers.js";
import { sourceBehind } from "../domain/forwarded-for.js";
import { headerOf } from "./headers.js";
import type { Circumstances, Web, WebContext } from "./web.js";

/** The header that names a request, as the log does. */
export const REQUEST_ID_HEADER = "request-id";

/** Names a request, reads the clock (once) and the address it came from. */
export function observeRequest(web: Web, incoming: IncomingMessage): Circumstances {
  const now = web.now();
  return { now, requestId: web.newRequestId(now), sourceIp: sourceIpOf(web, incoming) };
}

/** What is known of a request before its caller is. */
export function circumstancesOf(context: WebContext): Circumstances {
  return context.get("circumstances");
}

/** The request as one of somebody unknown: OAuth clients say who they are in their own way. */
export function anonymously(context: WebContext): RequestContext {
  return { ...circumstancesOf(context), caller: { kind: "ANONYMOUS" } };
}

function sourceIpOf({ trustedProxies }: Web, incoming: IncomingMessage): string {
  const peer = peerOf(incoming.socket.remoteAddress ?? "");
  if (trustedProxies.length === 0) return peer;
  return sourceBehind(trustedProxies, peer, headerOf(incoming, "x-forwarded-for") ?? "");
}

/** Without the zone of a link-local address, and IPv4 as itself. */
function peerOf(address: string): string {
  if (!address.includes(":")) return address;
  return /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address.replace(/%.*$/, "");
}
