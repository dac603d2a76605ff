import { isUtf8 } from "node:buffer";
import type { IncomingMessage } from "node:http";
import { oauthFailure } from "../domain/oauth-errors.js";

/** The largest body the OAuth endpoints and pages read: a token request has a few hundred bytes. */
const MAX_BODY_BYTES = 32 * 1_024;

/** A body that is larger than anything the endpoint takes. */
export class BodyTooLarge extends Error {
  override readonly name = "BodyTooLarge";
}

/** Who waits for a body: one of these is called, once. */
export interface BodyReceiver {
  /** With the body as text, in the very turn in which it has come whole. */
  received(body: string): void;
  /** With BodyTooLarge, or OAUTH_INVALID_REQUEST for one that is no UTF-8 or did not come whole. */
  failed(error: Error): void;
}

/**
 * Reads the body, by events: a promise would make every small request wait for a turn of its own, and an iterator takes
 * longer than all the rest of it.
 */
export function receiveBody(incoming: IncomingMessage, { received, failed }: BodyReceiver): void {
  const chunks: Buffer[] = [];
  let bytes = 0;
  let isOver = false;
  const fail = (error: Error): void => {
    if (isOver) return;
    isOver = true;
    failed(error);
  };
  if (Number(incoming.headers["content-length"] ?? 0) > MAX_BODY_BYTES) {
    fail(new BodyTooLarge());
    return;
  }
  incoming.on("data", (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes <= MAX_BODY_BYTES) chunks.push(chunk);
    // Whoever sent too much still hears of it: what comes is let go, until the connection is closed.
    else fail(new BodyTooLarge());
  });
  incoming.on("end", () => {
    if (isOver) return;
    isOver = true;
    const body = chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks);
    if (isUtf8(body)) received(body.toString("utf8"));
    else failed(oauthFailure("OAUTH_INVALID_REQUEST", "The body is not UTF-8."));
  });
  incoming.on("error", () => fail(oauthFailure("OAUTH_INVALID_REQUEST", "The body did not come whole.")));
}
