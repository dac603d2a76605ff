import type { Context, MiddlewareHandler } from "hono";
import type { Principal } from "./answer.js";
import { refusalOf } from "./refusals.js";
import type { Verifier } from "./verifier.js";

/** How requests are let through. */
export interface HonoOptions {
  /** Scopes of which the credential must hold every one; a function where they differ by request. */
  readonly requiredScopes?: readonly string[] | ((context: Context) => readonly string[]);
  /** Where a request came from: the address of the connection with @hono/node-server, unless told otherwise. */
  readonly sourceIp?: (context: Context) => string;
  /** The realm that refusals name. */
  readonly realm?: string;
}

/** What hangs on a request that was let through: `context.get("caller")`. */
export interface CallerEnv {
  Variables: { caller: Principal };
}

/** Lets requests through that come with a credential that may; answers the others with 401, 403 or 503. */
export function requireCredential(
  verifier: Verifier,
  options: HonoOptions = {},
): MiddlewareHandler<CallerEnv> {
  const { requiredScopes = [], sourceIp = addressOf, realm = "api" } = options;
  return async (context, next) => {
    const authorization = context.req.header("authorization");
    const answer = await verifier.check({
      authorization,
      method: context.req.method,
      path: context.req.path,
      sourceIp: sourceIp(context),
      requiredScopes: typeof requiredScopes === "function" ? requiredScopes(context) : requiredScopes,
    });
    if (!answer.allowed) {
      const { status, headers, body } = refusalOf(answer, authorization, realm);
      return context.body(body, status, headers);
    }
    context.set("caller", answer.principal);
    await next();
    return undefined;
  };
}

function addressOf({ env }: Context): string {
  const { incoming } = (env ?? {}) as { incoming?: { socket?: { remoteAddress?: string } } };
  return incoming?.socket?.remoteAddress?.replace(/^::ffff:(?=\d+\.)/, "") ?? "";
}
