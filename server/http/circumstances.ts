import type { MiddlewareHandler } from "hono";
import type { RequestContext } from "../domain/callers.js";
import { sourceBehind } from "../domain/forwarded-for.js";
import type { Circumstances, Web, WebContext, WebEnv } from "./web.js";

/** The header that names a request, as the log does. */
const REQUEST_ID_HEADER = "request-id";

/** Names each request, reads the clock (once) and the address it came from. */
export function observeRequests(web: Web): MiddlewareHandler<WebEnv> {
  return (context, next) => {
    const now = web.now();
    const requestId = web.newRequestId(now);
    context.set("circumstances", { now, requestId, sourceIp: sourceIpOf(web, context) });
    context.header(REQUEST_ID_HEADER, requestId);
    return next();
  };
}

/** What is known of a request before its caller is. */
export function circumstancesOf(context: WebContext): Circumstances {
  return context.get("circumstances");
}

/** The request as one of somebody unknown: OAuth clients say who they are in their own way. */
export function anonymously(context: WebContext): RequestContext {
  return { ...circumstancesOf(context), caller: { kind: "ANONYMOUS" } };
}

function sourceIpOf({ trustedProxies }: Web, context: WebContext): string {
  const address = context.env.incoming.socket.remoteAddress?.replace(/%.*$/, "") ?? "";
  const peer = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address;
  if (trustedProxies.length === 0) return peer;
  return sourceBehind(trustedProxies, peer, context.req.header("x-forwarded-for") ?? "");
}
