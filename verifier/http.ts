import type { IncomingMessage, ServerResponse } from "node:http";
import type { FieldLists } from "../server/domain/field-paths.js";
import { methodAskedFor } from "../server/domain/method-overrides.js";
import type { Answer, Principal } from "./answer.js";
import { BodyObservation } from "./body-observation.js";
import { checkBody } from "./guarded-request.js";
import { guardResponse } from "./guarded-response.js";
import { refusalOf } from "./refusals.js";
import type { Verifier } from "./verifier.js";
import { watchBodies } from "./watched-bodies.js";

/** How requests are let through. */
export interface HttpOptions<Request> {
  /** Scopes of which the credential must hold every one; a function where they differ by request. */
  readonly requiredScopes?: readonly string[] | ((request: Request) => readonly string[]);
  /** Where a request came from: the address of the connection, unless told otherwise, as behind a proxy. */
  readonly sourceIp?: (request: Request) => string;
  /** The realm that refusals name. */
  readonly realm?: string;
  /**
   * How long a JSON body may be that is looked through for fields which may not be sent, in bytes; a megabyte unless
   * told otherwise. Only requests of credentials whose access policies say something about request fields are.
   */
  readonly maxBodyBytes?: number;
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
  const { requiredScopes = [], sourceIp = addressOf, realm = "api", maxBodyBytes = 1_048_576 } = options;
  return (request, response, next) => {
    const { authorization } = request.headers;
    const observation = verifier.isObserving ? new BodyObservation() : undefined;
    const conclude = (answer: Answer) => {
      if (answer.allowed) {
        principals.set(request, answer.principal);
        // Before the guard, so that it sees what leaves.
        if (observation?.isBegun) watchBodies(request, response, observation);
        if (answer.responseFields !== undefined) guardResponse(response, answer.responseFields);
        if (answer.requestFields === undefined) next();
        else {
          const refused = () => observation?.cancel();
          checkFirst(request, response, { lists: answer.requestFields, maxBodyBytes, next, refused });
        }
        return;
      }
      const { status, headers, body } = refusalOf(answer, authorization, realm);
      response.writeHead(status, headers).end(body);
    };
    const answer = verifier.check({
      authorization,
      method: methodAskedFor(request.method ?? "", (name) => textOf(request.headers[name])),
      path: targetOf(request),
      sourceIp: sourceIp(request),
      requiredScopes: typeof requiredScopes === "function" ? requiredScopes(request) : requiredScopes,
      observation,
    });
    if (answer instanceof Promise) void answer.then(conclude);
    else conclude(answer);
  };
}

// Express cuts off where a router is mounted, and keeps the whole here.
function targetOf(request: IncomingMessage & { readonly originalUrl?: string }): string {
  return request.originalUrl ?? request.url ?? "";
}

function textOf(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header.join(", ") : header;
}

interface ToBeChecked {
  readonly lists: FieldLists;
  readonly maxBodyBytes: number;
  readonly next: () => void;
  readonly refused: () => void;
}

/** Lets a request through once its body was seen to hold nothing that may not be sent. */
function checkFirst(
  request: IncomingMessage,
  response: ServerResponse,
  { lists, maxBodyBytes, next, refused }: ToBeChecked,
) {
  checkBody(request, lists, maxBodyBytes).then(
    (refusal) => {
      if (refusal === undefined) {
        next();
        return;
      }
      refused();
      response.writeHead(refusal.status, { "content-type": "application/json" }).end(refusal.body);
    },
    () => response.destroy(),
  );
}

function addressOf({ socket }: IncomingMessage): string {
  return socket.remoteAddress?.replace(/^::ffff:(?=\d+\.)/, "") ?? "";
}
