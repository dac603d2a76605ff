import { Failure } from "../domain/failure.js";
import { oauthErrorOf, toErrorDescription } from "../domain/oauth-errors.js";
import { circumstancesOf } from "./circumstances.js";
import { setHeader } from "./headers.js";
import { BodyTooLarge } from "./request-body.js";
import type { WebContext } from "./web.js";

/** An account's id as a part of a path. */
export const ACCOUNT = ":account{[a-z][a-z0-9-]{1,38}[a-z0-9]}";

/** The account that the path of a request names; whether there is one, is another question. */
export function accountOf(context: WebContext): string {
  return context.req.param("account") ?? "";
}

/** An endpoint that programs call. */
export interface EndpointOptions {
  readonly method: "GET" | "POST";
  /** Whether pages of other origins may call it: those of public clients do. No cookie counts here. */
  readonly openToPages: boolean;
}

/**
 * An endpoint that programs call: says which methods it takes, lets pages of other origins in where they may, keeps
 * every answer out of caches (RFC 6749 section 5.1), and tells of what is thrown as RFC 6749 section 5.2 asks.
 */
export function oauthEndpoint(
  { method, openToPages }: EndpointOptions,
  answer: (context: WebContext) => Promise<Response>,
): (context: WebContext) => Promise<Response> | Response {
  return (context) => {
    setHeader(context, "cache-control", "no-store");
    setHeader(context, "pragma", "no-cache");
    if (openToPages) {
      setHeader(context, "access-control-allow-origin", "*");
      setHeader(context, "access-control-expose-headers", "www-authenticate, retry-after, request-id");
    }
    if (context.req.method === "OPTIONS") return answerPreflight(context, method, openToPages);
    if (context.req.method !== method) {
      setHeader(context, "allow", `${method}, OPTIONS`);
      return answerError(context, 405, "invalid_request", `This endpoint takes ${method} only.`);
    }
    return answer(context).catch((error: unknown) => tellFailure(context, error));
  };
}

function answerPreflight(context: WebContext, method: string, openToPages: boolean): Response {
  setHeader(context, "allow", `${method}, OPTIONS`);
  if (openToPages) {
    setHeader(context, "access-control-allow-methods", method);
    setHeader(context, "access-control-allow-headers", "authorization, content-type");
    setHeader(context, "access-control-max-age", "86400");
  }
  return context.body(null, 204);
}

function tellFailure(context: WebContext, error: unknown): Response {
  if (error instanceof BodyTooLarge) {
    setHeader(context, "connection", "close");
    return answerError(context, 413, "invalid_request", "The body is too large.");
  }
  context.set("failure", error);
  const { error: code, httpStatus } = oauthErrorOf(error);
  if (!(error instanceof Failure)) {
    const { requestId } = circumstancesOf(context);
    return answerError(
      context,
      500,
      code,
      `The server failed at this; its log tells why under ${requestId}.`,
    );
  }
  const challenge = challengeFor(error, code);
  if (challenge !== undefined) setHeader(context, "www-authenticate", challenge);
  const { retryAfterSeconds } = error.details;
  if (retryAfterSeconds !== undefined)
    setHeader(context, "retry-after", String(Math.ceil(retryAfterSeconds)));
  return answerError(context, httpStatus, code, toErrorDescription(error.message));
}

/** What a 401 or 403 must tell (RFC 6749 section 5.2, RFC 6750 section 3). */
function challengeFor({ reason, details }: Failure, code: string): string | undefined {
  if (reason === "OAUTH_INVALID_CLIENT") return 'Basic realm="latchkey", charset="UTF-8"';
  if (code === "invalid_token") return 'Bearer realm="latchkey", error="invalid_token"';
  if (code !== "insufficient_scope") return undefined;
  const scope = details.metadata?.["scope"];
  return `Bearer realm="latchkey", error="insufficient_scope"${scope === undefined ? "" : `, scope="${scope}"`}`;
}

function answerError(context: WebContext, status: number, error: string, description: string): Response {
  // Of these statuses, all may have a body.
  return context.json({ error, error_description: description }, status as 400);
}
