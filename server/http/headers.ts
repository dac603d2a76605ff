import type { IncomingMessage } from "node:http";
import type { WebContext } from "./web.js";

/**
 * A header of the request, as Node has read it already; several of the same name are one, parted by commas. (Asked for
 * by way of the adapter, all of them would be read once more, which takes longer than many an answer.)
 */
export function headerOf(incoming: IncomingMessage, name: Lowercase<string>): string | undefined {
  const value = incoming.headers[name];
  return typeof value === "string" ? value : undefined;
}

/**
 * Sets a header of the answer on Node's side of it, where it costs nothing: an answer whose headers are set by the
 * framework takes twice as long.
 */
export function setHeader(context: WebContext, name: Lowercase<string>, value: string): void {
  context.env.outgoing.setHeader(name, value);
}
