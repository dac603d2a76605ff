import type { IncomingMessage } from "node:http";
import { oauthFailure } from "../domain/oauth-errors.js";
import type { WebContext } from "./web.js";

/** The largest body the OAuth endpoints and pages read: a token request has a few hundred bytes. */
const MAX_BODY_BYTES = 32 * 1_024;

/** A body that is larger than anything the endpoint takes. */
export class BodyTooLarge extends Error {
  override readonly name = "BodyTooLarge";
}

/** The body as text. Throws BodyTooLarge, and OAUTH_INVALID_REQUEST for one that is no UTF-8 or did not come whole. */
export async function readBody(context: WebContext): Promise<string> {
  const { incoming } = context.env;
  if (Number(incoming.headers["content-length"] ?? 0) > MAX_BODY_BYTES) throw new BodyTooLarge();
  const bytes = await readBytes(incoming);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw oauthFailure("OAUTH_INVALID_REQUEST", "The body is not UTF-8.");
  }
}

async function readBytes(incoming: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    // Left open, so that whoever sent too much still hears of it.
    for await (const chunk of incoming.iterator({ destroyOnReturn: false })) {
      bytes += (chunk as Buffer).length;
      if (bytes > MAX_BODY_BYTES) throw new BodyTooLarge();
      chunks.push(chunk as Buffer);
    }
  } catch (error) {
    if (error instanceof BodyTooLarge) throw error;
    throw oauthFailure("OAUTH_INVALID_REQUEST", "The body did not come whole.");
  }
  return Buffer.concat(chunks);
}
