import { Hono } from "hono";
import { logAccess } from "./access-log.js";
import { circumstancesOf, observeRequest } from "./circumstances.js";
import { setHeader } from "./headers.js";
import { answerNotFound } from "./problem-page.js";
import { ROUTE_GROUPS } from "./routes.js";
import type { Web, WebContext, WebEnv } from "./web.js";

/** All that is served over HTTP. `isStopping` tells when connections shall not be kept. */
export function buildApp(web: Web, isStopping: () => boolean): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  app.use(async (context, next) => {
    const begin = performance.now();
    observeRequest(web, context);
    setHeader(context, "x-content-type-options", "nosniff");
    await next();
    if (isStopping()) setHeader(context, "connection", "close");
    logAccess(web, context, begin);
  });
  for (const add of ROUTE_GROUPS) add(app, web);
  app.notFound((context) =>
    (context.req.header("accept") ?? "").includes("text/html")
      ? answerNotFound(context)
      : context.json({ error: "not_found" }, 404),
  );
  // The cause goes to the log (access-log.ts), never over the wire.
  app.onError((_, context: WebContext) => {
    const { requestId } = circumstancesOf(context);
    return context.json({ error: "server_error", request_id: requestId }, 500);
  });
  return app;
}
