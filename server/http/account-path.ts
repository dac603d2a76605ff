import type { WebContext } from "./web.js";

/** An account's id as a part of a path. */
export const ACCOUNT = ":account{[a-z][a-z0-9-]{1,38}[a-z0-9]}";

/** The account that the path of a request names; whether there is one, is another question. */
export function accountOf(context: WebContext): string {
  return context.req.param("account") ?? "";
}
