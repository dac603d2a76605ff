import type { OutgoingHttpHeader, OutgoingHttpHeaders, ServerResponse } from "node:http";
import type { FieldLists } from "../server/domain/field-paths.js";
import { JsonProblem } from "../server/domain/json-problems.js";
import { type BodyFilter, isPlainJson, openBodyFilter } from "./fields.js";
import { bytesOf } from "./watched-bodies.js";

const UNFILTERABLE = `${JSON.stringify({
  error: "forbidden",
  description:
    "This credential may see certain fields only, and this answer is no JSON to take the others out of.",
})}\n`;

/** Headers that tell of the whole body. */
const OF_THE_WHOLE = ["content-length", "etag", "content-md5", "digest", "repr-digest", "content-digest"];

type Written = string | Uint8Array | null | undefined;

/**
 * Makes a response keep back what field lists do not admit: of JSON those fields; of anything else, everything. The
 * head is held until the first of the body is there, so that an answer that is no JSON becomes a 403.
 */
export function guardResponse(response: ServerResponse, lists: FieldLists): void {
  const write = response.write.bind(response);
  const end = response.end.bind(response);
  const writeHead = response.writeHead.bind(response);
  let filter: BodyFilter | "NONE" | undefined;

  /** Decides by the headers what becomes of the body; false when it was refused. */
  const begin = (hasBody: boolean): boolean => {
    if (filter !== undefined) return true;
    // Node's own end writes the head through it.
    response.writeHead = writeHead;
    for (const name of OF_THE_WHOLE) response.removeHeader(name);
    filter = "NONE";
    if (!hasBody || response.req.method === "HEAD") return true;
    const [type, encoding] = ["content-type", "content-encoding"].map((name) => response.getHeader(name));
    if (isPlainJson(textOf(type), textOf(encoding))) {
      filter = openBodyFilter(lists);
      return true;
    }
    refuse(403, UNFILTERABLE);
    return false;
  };

  const refuse = (status: number, body: string): void => {
    if (response.headersSent) {
      // Part of it is out: what is cut off is read as no answer.
      response.destroy();
      return;
    }
    for (const name of response.getHeaderNames()) response.removeHeader(name);
    writeHead(status, { "content-type": "application/json", "cache-control": "no-store" });
    end(body);
  };

  const pass = (bytes: Uint8Array, isLast: boolean): Uint8Array | undefined => {
    if (filter === undefined || filter === "NONE") return bytes;
    try {
      const kept = filter.write(bytes);
      return isLast ? Buffer.concat([kept, filter.end()]) : kept;
    } catch (error) {
      if (!(error instanceof JsonProblem)) throw error;
      refuse(
        502,
        `${JSON.stringify({ error: "invalid_answer", description: "The service answered no JSON." })}\n`,
      );
      return undefined;
    }
  };

  response.writeHead = ((status: number, ...rest: readonly unknown[]) => {
    response.statusCode = status;
    const headers = rest.at(-1);
    if (typeof rest[0] === "string") response.statusMessage = rest[0];
    if (typeof headers === "object" && headers !== null) setAll(response, headers as OutgoingHttpHeaders);
    return response;
  }) as typeof response.writeHead;

  response.flushHeaders = () => undefined;

  response.write = ((chunk: Written, ...rest: readonly unknown[]) => {
    const done = rest.find((one) => typeof one === "function") as (() => void) | undefined;
    const bytes = bytesOf(chunk, rest[0]);
    if (bytes.length > 0 && !begin(true)) return false;
    const kept = pass(bytes, false);
    if (kept === undefined) return false;
    if (kept.length > 0) return write(kept, done);
    done?.();
    return true;
  }) as typeof response.write;

  response.end = ((...given: readonly unknown[]) => {
    const done = given.find((one) => typeof one === "function") as (() => void) | undefined;
    const chunk = typeof given[0] === "function" ? undefined : (given[0] as Written);
    const bytes = bytesOf(chunk, given[1]);
    if (response.writableEnded || !begin(bytes.length > 0)) return response;
    const kept = pass(bytes, true);
    if (kept === undefined) return response;
    if (!response.headersSent && kept.length > 0) response.setHeader("content-length", kept.length);
    return end(kept, done);
  }) as typeof response.end;
}

function setAll(
  response: ServerResponse,
  headers: OutgoingHttpHeaders | readonly OutgoingHttpHeader[],
): void {
  const entries = Array.isArray(headers)
    ? Array.from({ length: headers.length / 2 }, (_, index) => [headers[index * 2], headers[index * 2 + 1]])
    : Object.entries(headers);
  for (const [name, value] of entries)
    if (value !== undefined) response.setHeader(String(name), value as string);
}

function textOf(header: number | string | readonly string[] | undefined): string | undefined {
  return header === undefined ? undefined : String(header);
}
