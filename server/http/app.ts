import { Hono } from "hono";
import { logAccess } from "./access-log.js";
import { circumstancesOf, observeRequest, REQUEST_ID_HEADER } from "./circumstances.js";
import { setHeader } from "./headers.js";
import { answerNotFound } from "./problem-page.js";
import { ROUTE_GROUPS } from "./routes.js";
import type { Web, WebContext, WebEnv } from "./web.js";

/** The pages that people see, and what else is served but what programs call all the time (programs.ts). `isStopping` tells when connections shall not be kept. */
export function buildApp(web: Web, isStopping: () => boolean): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  app.use(async (context, next) => {
    const begin = performance.now();
    const circumstances = observeRequest(web, context.env.incoming);
    context.set("circumstances", circumstances);
    setHeader(context, REQUEST_ID_HEADER, circumstances.requestId);
    setHeader(context, "x-content-type-options", "nosniff");
    await next();
    if (isStopping()) setHeader(context, "connection", "close");
    const { method, path } = context.req;
    const failure = context.get("failure") ?? context.error;
    logAccess(web, { method, path, circumstances, status: context.res.status, failure }, begin);
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
