import { challengeFor } from "../domain/challenges.js";
import { Failure } from "../domain/failure.js";
import { IDENTITY_HEADERS } from "../domain/identity-headers.js";
import { methodAskedFor } from "../domain/method-overrides.js";
import { headersToPassOn } from "../domain/proxy-answers.js";
import { checkRequest } from "../usecases/check-request.js";
import { circumstancesOf } from "./circumstances.js";
import type { RouteGroup, WebContext } from "./web.js";

/**
 * Answers proxies that ask before they pass a request on (nginx's auth_request, Caddy's and Traefik's forward auth): 200
 * with headers that tell who it is, 401 or 403. `?account=` says whose credentials are good, each `?scope=` what they
 * must hold; `?fields=enforced` that the service behind keeps back the fields that headers name, without which nothing
 * passes that fields are to be kept back from. The headers are there in every answer, empty where there is nothing to tell, so that a proxy that copies
 * them leaves none of those a caller sent.
 */
export const authzCheckRoutes: RouteGroup = (app, { environment }) => {
  app.get("/authz/check", async (context) => {
    context.header("cache-control", "no-store");
    const accountId = context.req.query("account") ?? "";
    const authorization = context.req.header("authorization") ?? "";
    const question = {
      accountId,
      authorization,
      method: methodAskedFor(context.req.header("x-forwarded-method") ?? "", (name) =>
        context.req.header(name),
      ),
      path: context.req.header("x-forwarded-uri") ?? "",
      sourceIp: sourceIpOf(context),
      requiredScopes: context.req.queries("scope") ?? [],
    };
    let decision: Awaited<ReturnType<typeof checkRequest>>;
    try {
      decision = await checkRequest(environment, circumstancesOf(context), question);
    } catch (error) {
      if (!(error instanceof Failure) || error.reason !== "FIELD_INVALID") throw error;
      context.set("failure", error);
      return context.json({ error: "invalid_request", error_description: error.message }, 400);
    }
    const headers = headersToPassOn(decision, context.req.query("fields") === "enforced");
    for (const name of IDENTITY_HEADERS) context.header(name, headers?.[name] ?? "");
    if (headers !== undefined) return context.body(null, 200);
    const status = decision.authenticated ? 403 : 401;
    const missingScopes = decision.authenticated ? decision.missingScopes : [];
    const refusal = { status, wasPresented: authorization !== "", missingScopes } as const;
    context.header("www-authenticate", challengeFor(refusal, accountId));
    return context.body(null, status);
  });
};

/** The address that the proxy itself saw: the last one of the list, which whoever called it cannot write. */
function sourceIpOf(context: WebContext): string {
  return context.req.header("x-forwarded-for")?.split(",").at(-1)?.trim() ?? "";
}
