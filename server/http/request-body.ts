import { isUtf8 } from "node:buffer";
import type { IncomingMessage } from "node:http";
import { oauthFailure } from "../domain/oauth-errors.js";

/** The largest body the OAuth endpoints and pages read: a token request has a few hundred bytes. */
const MAX_BODY_BYTES = 32 * 1_024;

/** A body that is larger than anything the endpoint takes. */
export class BodyTooLarge extends Error {
  override readonly name = "BodyTooLarge";
}

/** The body as text. Throws BodyTooLarge, and OAUTH_INVALID_REQUEST for one that is no UTF-8 or did not come whole. */
export async function readBody(incoming: IncomingMessage): Promise<string> {
  if (Number(incoming.headers["content-length"] ?? 0) > MAX_BODY_BYTES) throw new BodyTooLarge();
  const bytes = await readBytes(incoming);
  if (isUtf8(bytes)) return bytes.toString("utf8");
  throw oauthFailure("OAUTH_INVALID_REQUEST", "The body is not UTF-8.");
}

/** By events: reading by an iterator takes longer than all the rest of a small request. */
function readBytes(incoming: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    incoming.on("data", (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes <= MAX_BODY_BYTES) chunks.push(chunk);
      // Whoever sent too much still hears of it: what comes is let go, until the connection is closed.
      else reject(new BodyTooLarge());
    });
    incoming.once("end", () => resolve(chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks)));
    incoming.once("close", () => {
      if (!incoming.complete) reject(oauthFailure("OAUTH_INVALID_REQUEST", "The body did not come whole."));
    });
    incoming.on("error", () => {});
  });
}
