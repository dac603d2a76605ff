import type { IncomingMessage } from "node:http";
import type { FieldLists } from "../server/domain/field-paths.js";
import { type BodyRefusal, READ_BEFORE, refusalOfBody, TOO_LARGE } from "./fields.js";
import { hasBody, isReadBefore } from "./watched-bodies.js";

/**
 * Reads a request's whole body, says what is wrong with it, and puts it back for whoever reads it next. Undefined when
 * it may pass.
 */
export function checkBody(
  request: IncomingMessage,
  lists: FieldLists,
  maxBytes: number,
): Promise<BodyRefusal | undefined> {
  if (hasBody(request) && isReadBefore(request)) return Promise.resolve(READ_BEFORE);
  const { headers } = request;
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    const settle = (refusal: BodyRefusal | undefined) => {
      request.removeListener("readable", read);
      request.removeListener("error", fail);
      resolve(refusal);
    };
    const fail = (error: Error) => {
      request.removeListener("readable", read);
      reject(error);
    };
    const read = () => {
      for (
        let chunk = request.read() as Buffer | null;
        chunk !== null;
        chunk = request.read() as Buffer | null
      ) {
        chunks.push(chunk);
        length += chunk.length;
      }
      if (length > maxBytes) {
        settle(TOO_LARGE);
        return;
      }
      if (!request.complete) return;
      const body = Buffer.concat(chunks);
      const types = { contentType: headers["content-type"], contentEncoding: headers["content-encoding"] };
      const refusal = refusalOfBody(body, types, lists);
      // Put back in the turn in which the last of it was read: afterwards the stream would have ended.
      if (refusal === undefined && body.length > 0) request.unshift(body);
      settle(refusal);
    };
    request.on("readable", read);
    request.once("error", fail);
    read();
  });
}
