import type { IncomingMessage, ServerResponse } from "node:http";
import type { Answer, Principal } from "./answer.js";
import { refusalOf } from "./refusals.js";
import type { Verifier } from "./verifier.js";

/** How requests are let through. */
export interface HttpOptions<Request> {
  /** Scopes of which the credential must hold every one; a function where they differ by request. */
  readonly requiredScopes?: readonly string[] | ((request: Request) => readonly string[]);
  /** Where a request came from: the address of the connection, unless told otherwise, as behind a proxy. */
  readonly sourceIp?: (request: Request) => string;
  /** The realm that refusals name. */
  readonly realm?: string;
}

const principals = new WeakMap<IncomingMessage, Principal>();

/** Who a request comes from that was let through. */
export function callerOf(request: IncomingMessage): Principal {
  const principal = principals.get(request);
  if (principal === undefined) throw new Error("This request did not come through requireCredential.");
  return principal;
}

/**
 * Lets requests through that come with a credential that may; answers the others with 401, 403 or 503. For Express and
 * its like as `app.use(requireCredential(verifier))`, for node:http around a handler.
 */
export function requireCredential<Request extends IncomingMessage>(
  verifier: Verifier,
  options: HttpOptions<Request> = {},
): (request: Request, response: ServerResponse, next: () => void) => void {
  const { requiredScopes = [], sourceIp = addressOf, realm = "api" } = options;
  return (request, response, next) => {
    const { authorization } = request.headers;
    const conclude = (answer: Answer) => {
      if (answer.allowed) {
        principals.set(request, answer.principal);
        next();
        return;
      }
      const { status, headers, body } = refusalOf(answer, authorization, realm);
      response.writeHead(status, headers).end(body);
    };
    const answer = verifier.check({
      authorization,
      method: request.method ?? "",
      path: pathOf(request),
      sourceIp: sourceIp(request),
      requiredScopes: typeof requiredScopes === "function" ? requiredScopes(request) : requiredScopes,
    });
    if (answer instanceof Promise) void answer.then(conclude);
    else conclude(answer);
  };
}

// Express cuts off where a router is mounted, and keeps the whole here.
function pathOf(request: IncomingMessage & { readonly originalUrl?: string }): string {
  const url = request.originalUrl ?? request.url ?? "";
  const end = url.indexOf("?");
  return end < 0 ? url : url.slice(0, end);
}

function addressOf({ socket }: IncomingMessage): string {
  return socket.remoteAddress?.replace(/^::ffff:(?=\d+\.)/, "") ?? "";
}
