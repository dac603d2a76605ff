import type { IncomingMessage } from "node:http";
import type { Context, MiddlewareHandler } from "hono";
import type { FieldLists } from "../server/domain/field-paths.js";
import { methodAskedFor } from "../server/domain/method-overrides.js";
import type { Principal } from "./answer.js";
import { BodyObservation } from "./body-observation.js";
import { type BodyRefusal, isJson, isPlainJson, openBodyFilter, refusalOfBody, TOO_LARGE } from "./fields.js";
import { refusalOf } from "./refusals.js";
import type { Verifier } from "./verifier.js";
import { hasBody } from "./watched-bodies.js";

/** How requests are let through. */
export interface HonoOptions {
  /** Scopes of which the credential must hold every one; a function where they differ by request. */
  readonly requiredScopes?: readonly string[] | ((context: Context) => readonly string[]);
  /** Where a request came from: the address of the connection with @hono/node-server, unless told otherwise. */
  readonly sourceIp?: (context: Context) => string;
  /** The realm that refusals name. */
  readonly realm?: string;
  /** How long a JSON body may be that is looked through for fields which may not be sent; a megabyte unless told otherwise. */
  readonly maxBodyBytes?: number;
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
  const { requiredScopes = [], sourceIp = addressOf, realm = "api", maxBodyBytes = 1_048_576 } = options;
  return async (context, next) => {
    const authorization = context.req.header("authorization");
    const observation = verifier.isObserving ? new BodyObservation() : undefined;
    const answer = await verifier.check({
      authorization,
      method: methodAskedFor(context.req.method, (name) => context.req.header(name)),
      path: targetOf(context),
      sourceIp: sourceIp(context),
      requiredScopes: typeof requiredScopes === "function" ? requiredScopes(context) : requiredScopes,
      observation,
    });
    if (!answer.allowed) {
      const { status, headers, body } = refusalOf(answer, authorization, realm);
      return context.body(body, status, headers);
    }
    context.set("caller", answer.principal);
    if (answer.requestFields !== undefined) {
      const refusal = await checkBody(context.req.raw, answer.requestFields, maxBodyBytes);
      if (refusal !== undefined) return context.body(refusal.body, refusal.status, JSON_TYPE);
    }
    const watching = observation?.isBegun ? watchRequest(context, observation, maxBodyBytes) : undefined;
    await next();
    if (answer.responseFields !== undefined) context.res = guarded(context.res, answer.responseFields);
    if (observation?.isBegun) {
      await watching;
      const watched = watchedResponse(context, observation);
      if (watched !== undefined) context.res = watched;
    }
    return undefined;
  };
}

const JSON_TYPE = { "content-type": "application/json" };

/** The target as it came where the server tells; a URL has brought it into a form of its own. */
function targetOf({ env, req }: Context): string {
  const { incoming } = (env ?? {}) as { incoming?: { url?: string } };
  if (incoming?.url !== undefined) return incoming.url;
  const start = req.url.indexOf("/", req.url.indexOf("//") + 2);
  return start < 0 ? "/" : req.url.slice(start);
}

async function checkBody(
  request: Request,
  lists: FieldLists,
  maxBytes: number,
): Promise<BodyRefusal | undefined> {
  if (request.body === null) return undefined;
  // The copy is read whole; whoever comes next has the other.
  const body = new Uint8Array(await request.clone().arrayBuffer());
  if (body.length > maxBytes) return TOO_LARGE;
  const { headers } = request;
  const types = {
    contentType: headers.get("content-type") ?? undefined,
    contentEncoding: headers.get("content-encoding") ?? undefined,
  };
  return refusalOfBody(body, types, lists);
}

function guarded(response: Response, lists: FieldLists): Response {
  if (response.body === null) return response;
  const headers = new Headers(response.headers);
  for (const name of ["content-length", "etag", "content-md5", "digest", "content-digest"])
    headers.delete(name);
  if (!isJson(headers.get("content-type") ?? undefined) || headers.has("content-encoding")) {
    return Response.json(
      { error: "forbidden", description: "This answer is no JSON to take fields out of." },
      { status: 403 },
    );
  }
  const filter = openBodyFilter(lists);
  const transform = new TransformStream<Uint8Array, Uint8Array>({
    transform: (chunk, controller) => controller.enqueue(filter.write(chunk)),
    flush: (controller) => controller.enqueue(filter.end()),
  });
  const { status, statusText } = response;
  return new Response(response.body.pipeThrough(transform), { status, statusText, headers });
}

/** Reads a copy of a request's body, of which the length is known beforehand to be bearable. */
async function watchRequest(
  { env, req }: Context,
  { request: body }: BodyObservation,
  maxBytes: number,
): Promise<void> {
  const request = req.raw;
  const { headers } = request;
  const { incoming } = (env ?? {}) as { incoming?: IncomingMessage };
  if (request.body === null || (incoming !== undefined && !hasBody(incoming))) return body.isNone();
  const length = Number(headers.get("content-length") ?? Number.NaN);
  const isJsonBody = isPlainJson(
    headers.get("content-type") ?? undefined,
    headers.get("content-encoding") ?? undefined,
  );
  if (request.bodyUsed || !isJsonBody || !(length <= maxBytes)) return;
  // One that breaks off is not known, and whoever reads it meets that, too.
  const bytes = await request
    .clone()
    .arrayBuffer()
    .catch(() => undefined);
  if (bytes === undefined) return;
  body.begin();
  body.write(new Uint8Array(bytes));
  body.end();
}

/** The answer, looked at as it goes out; undefined when it can stay as it is. */
function watchedResponse({ req, res }: Context, observation: BodyObservation): Response | undefined {
  const { response: body } = observation;
  const { headers } = res;
  const isJsonBody = isPlainJson(
    headers.get("content-type") ?? undefined,
    headers.get("content-encoding") ?? undefined,
  );
  if (res.body === null || req.method === "HEAD") body.isNone();
  else if (isJsonBody) {
    body.begin();
    const transform = new TransformStream<Uint8Array, Uint8Array>({
      transform: (chunk, controller) => {
        body.write(chunk);
        controller.enqueue(chunk);
      },
      flush: () => {
        body.end();
        observation.finish();
      },
    });
    return new Response(res.body.pipeThrough(transform), res);
  }
  observation.finish();
  return undefined;
}

function addressOf({ env }: Context): string {
  const { incoming } = (env ?? {}) as { incoming?: { socket?: { remoteAddress?: string } } };
  return incoming?.socket?.remoteAddress?.replace(/^::ffff:(?=\d+\.)/, "") ?? "";
}
