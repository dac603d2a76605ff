import type { IncomingMessage, ServerResponse } from "node:http";
import { isAccountId } from "../domain/accounts.js";
import { Failure } from "../domain/failure.js";
import { oauthErrorOf, toErrorDescription } from "../domain/oauth-errors.js";
import { Turns } from "../system/turns.js";
import { deviceAuthorizationEndpoint } from "./device-authorization.js";
import { introspectionEndpoint } from "./introspection.js";
import { metadataEndpoint } from "./metadata.js";
import { parseParameters } from "./parameters.js";
import { ProgramCall, type ProgramEndpoint } from "./program-call.js";
import { BodyTooLarge, receiveBody } from "./request-body.js";
import { revocationEndpoint } from "./revocation.js";
import { tokenEndpoint } from "./token.js";
import type { Web } from "./web.js";

/** Every endpoint that programs call. */
const ENDPOINTS: readonly ProgramEndpoint[] = [
  tokenEndpoint,
  introspectionEndpoint,
  revocationEndpoint,
  deviceAuthorizationEndpoint,
  metadataEndpoint,
];

/** A host that somebody could have meant; what has another is told so by the pages. */
const HOST = /^[a-z0-9._:[\]-]+$/i;

/**
 * Serves what programs call, and says of everything else that it is none of that. Says which methods an endpoint takes,
 * lets pages of other origins in where they may, and keeps answers out of caches. `isStopping` tells when connections
 * shall not be kept.
 */
export function servePrograms(
  web: Web,
  isStopping: () => boolean,
): (incoming: IncomingMessage, outgoing: ServerResponse) => boolean {
  const turns = new Turns();
  return (incoming, outgoing) => {
    const path = pathOf(incoming);
    for (const endpoint of ENDPOINTS) {
      const accountId = accountIn(path, endpoint);
      if (accountId === undefined) continue;
      if (!HOST.test(incoming.headers.host ?? "")) return false;
      const call = new ProgramCall(web, { incoming, outgoing, path, accountId, turns });
      if (isStopping()) call.setHeader("connection", "close");
      serve(web, turns, endpoint, call);
      return true;
    }
    return false;
  };
}

/** The path, of a request that names the origin as well (RFC 9112 section 3.2.2), too. */
function pathOf({ url = "" }: IncomingMessage): string {
  const query = url.indexOf("?");
  const target = query < 0 ? url : url.slice(0, query);
  return target.startsWith("/") ? target : target.replace(/^https?:\/\/[^/]*/i, "");
}

function accountIn(path: string, { before, behind }: ProgramEndpoint): string | undefined {
  if (!path.endsWith(behind) || !path.startsWith(before)) return undefined;
  const accountId = path.slice(before.length, path.length - behind.length);
  return isAccountId(accountId) ? accountId : undefined;
}

function serve(web: Web, turns: Turns, endpoint: ProgramEndpoint, call: ProgramCall): void {
  const { method, isOpenToPages } = endpoint;
  if (isOpenToPages) {
    call.setHeader("access-control-allow-origin", "*");
    call.setHeader("access-control-expose-headers", "www-authenticate, retry-after, request-id");
  }
  if (call.incoming.method === method) {
    // A GET has a body that is empty.
    receiveBody(call.incoming, {
      received: (body) => turns.addRequest(() => answer(web, endpoint, call, body)),
      failed: (error) => tellFailure(call, error),
    });
    return;
  }
  keepOutOfCaches(call);
  call.setHeader("allow", `${method}, OPTIONS`);
  if (call.incoming.method !== "OPTIONS") {
    endWithError(call, 405, "invalid_request", `This endpoint takes ${method} only.`);
    return;
  }
  if (isOpenToPages) {
    call.setHeader("access-control-allow-methods", method);
    call.setHeader("access-control-allow-headers", "authorization, content-type");
    call.setHeader("access-control-max-age", "86400");
  }
  call.end(204);
}

/** Answers at once where everything that it takes is there. */
function answer(web: Web, endpoint: ProgramEndpoint, call: ProgramCall, body: string): void {
  try {
    const found = endpoint.answer(web, call, parseParameters(call.incoming, body));
    if (!(found instanceof Promise)) tell(endpoint, call, found);
    else {
      found
        .then(
          (there) => tell(endpoint, call, there),
          (error: unknown) => tellFailure(call, error),
        )
        .catch((error: unknown) => call.breakOff(error));
    }
  } catch (error) {
    tellFailure(call, error);
  }
}

function tell({ maxAgeSeconds }: ProgramEndpoint, call: ProgramCall, body: object | string): void {
  if (maxAgeSeconds === undefined) keepOutOfCaches(call);
  else call.setHeader("cache-control", `public, max-age=${maxAgeSeconds}`);
  call.end(200, body);
}

function keepOutOfCaches(call: ProgramCall): void {
  call.setHeader("cache-control", "no-store");
  call.setHeader("pragma", "no-cache");
}

function tellFailure(call: ProgramCall, error: unknown): void {
  keepOutOfCaches(call);
  if (error instanceof BodyTooLarge) {
    call.setHeader("connection", "close");
    endWithError(call, 413, "invalid_request", "The body is too large.");
    return;
  }
  const { error: code, httpStatus } = oauthErrorOf(error);
  if (!(error instanceof Failure)) {
    const { requestId } = call.circumstances;
    const description = `The server failed at this; its log tells why under ${requestId}.`;
    endWithError(call, 500, code, description, error);
    return;
  }
  const challenge = challengeFor(error, code);
  if (challenge !== undefined) call.setHeader("www-authenticate", challenge);
  const { retryAfterSeconds } = error.details;
  if (retryAfterSeconds !== undefined) call.setHeader("retry-after", String(Math.ceil(retryAfterSeconds)));
  endWithError(call, httpStatus, code, toErrorDescription(error.message), error);
}

/** What a 401 or 403 must tell (RFC 6749 section 5.2, RFC 6750 section 3). */
function challengeFor({ reason, details }: Failure, code: string): string | undefined {
  if (reason === "OAUTH_INVALID_CLIENT") return 'Basic realm="latchkey", charset="UTF-8"';
  if (code === "invalid_token") return 'Bearer realm="latchkey", error="invalid_token"';
  if (code !== "insufficient_scope") return undefined;
  const scope = details.metadata?.["scope"];
  return `Bearer realm="latchkey", error="insufficient_scope"${scope === undefined ? "" : `, scope="${scope}"`}`;
}

function endWithError(
  call: ProgramCall,
  status: number,
  error: string,
  description: string,
  failure?: unknown,
): void {
  call.end(status, { error, error_description: description }, failure);
}
