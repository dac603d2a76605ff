import { isLoopbackAddress } from "../domain/ip-ranges.js";
import type { RouteGroup, WebContext } from "./web.js";

/**
 * What the server does, for Prometheus. It says nothing about anybody, but it is nobody's business either: only this
 * machine is answered, and nothing that a proxy passes on.
 */
export const metricsRoutes: RouteGroup = (app, { metrics }) => {
  app.get("/metrics", async (context) => {
    if (!isFromHere(context)) return context.json({ error: "not_found" }, 404);
    return context.body(await metrics.text(), 200, { "content-type": metrics.contentType });
  });
};

function isFromHere(context: WebContext): boolean {
  const isPassedOn = ["x-forwarded-for", "x-forwarded-host", "forwarded", "via"].some(
    (name) => context.req.header(name) !== undefined,
  );
  return !isPassedOn && isLoopbackAddress(context.env.incoming.socket.remoteAddress ?? "");
}
