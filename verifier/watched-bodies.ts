import type { IncomingMessage, ServerResponse } from "node:http";
import type { BodyObservation, ObservedBody } from "./body-observation.js";
import { isPlainJson } from "./fields.js";

/** Looks at the bodies of a request and its answer as they go by, and changes nothing about them. */
export function watchBodies(
  request: IncomingMessage,
  response: ServerResponse,
  observation: BodyObservation,
): void {
  watchRequest(request, observation.request);
  watchResponse(response, observation.response);
  response.once("close", () => observation.finish());
}

/** Whether a request comes with a body. */
export function hasBody({ headers }: IncomingMessage): boolean {
  return headers["transfer-encoding"] !== undefined || Number(headers["content-length"] ?? 0) > 0;
}

/** Whether somebody has read of a request's body before, so that it is not whole any more. */
export function isReadBefore(request: IncomingMessage): boolean {
  return request.readableDidRead || request.readableEnded;
}

function watchRequest(request: IncomingMessage, body: ObservedBody): void {
  if (!hasBody(request)) {
    body.isNone();
    return;
  }
  const { headers } = request;
  if (!isPlainJson(headers["content-type"], headers["content-encoding"]) || isReadBefore(request)) return;
  body.begin();
  if (request.readableLength > 0) {
    const arrived = request.read() as Buffer;
    body.write(arrived);
    // In the same turn: afterwards the stream could have ended.
    request.unshift(arrived);
  }
  if (request.complete) body.end();
  const push = request.push.bind(request);
  request.push = (chunk, encoding) => {
    if (chunk === null) body.end();
    else body.write(bytesOf(chunk, encoding));
    return push(chunk, encoding);
  };
}

type Written = string | Uint8Array | null | undefined;

function watchResponse(response: ServerResponse, body: ObservedBody): void {
  const write = response.write.bind(response) as (...given: readonly unknown[]) => boolean;
  const end = response.end.bind(response) as (...given: readonly unknown[]) => ServerResponse;
  const writeHead = response.writeHead.bind(response) as (...given: readonly unknown[]) => ServerResponse;
  let told: unknown;
  let isBegun = false;

  const header = (name: string): string | undefined => {
    const value = response.getHeader(name) ?? headerIn(told, name);
    return value === undefined ? undefined : String(value);
  };
  const take = (chunk: Written, encoding: unknown): void => {
    const bytes = bytesOf(chunk, encoding);
    if (bytes.length === 0) return;
    if (!isBegun && isPlainJson(header("content-type"), header("content-encoding"))) body.begin();
    isBegun = true;
    body.write(bytes);
  };

  // What is told with the head is nowhere else to be found.
  response.writeHead = ((...given: readonly unknown[]) => {
    told = given.at(-1);
    return writeHead(...given);
  }) as typeof response.writeHead;
  response.write = ((chunk: Written, ...rest: readonly unknown[]) => {
    take(chunk, rest[0]);
    return write(chunk, ...rest);
  }) as typeof response.write;
  response.end = ((...given: readonly unknown[]) => {
    if (!response.writableEnded) {
      if (typeof given[0] !== "function") take(given[0] as Written, given[1]);
      if (isBegun && response.req.method !== "HEAD") body.end();
      else body.isNone();
    }
    return end(...given);
  }) as typeof response.end;
}

/** A header among those that were given to writeHead: an object, or a list of names and values. */
function headerIn(headers: unknown, name: string): unknown {
  if (typeof headers !== "object" || headers === null) return undefined;
  const flat = Array.isArray(headers) ? headers.flat() : Object.entries(headers).flat();
  const at = flat.findIndex((one, index) => index % 2 === 0 && String(one).toLowerCase() === name);
  return at < 0 ? undefined : (flat[at + 1] as unknown);
}

/** What was written, as bytes. */
export function bytesOf(chunk: Written, encoding: unknown): Uint8Array {
  if (chunk === undefined || chunk === null) return Buffer.alloc(0);
  if (typeof chunk !== "string") return chunk;
  return Buffer.from(chunk, typeof encoding === "string" ? (encoding as BufferEncoding) : "utf8");
}
