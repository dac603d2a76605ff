import { ACCOUNT_ID } from "../domain/accounts.js";
import type { WebContext } from "./web.js";

/** An account's id as a part of a path. */
export const ACCOUNT = `:account{${ACCOUNT_ID}}`;

/** The account that the path of a request names; whether there is one, is another question. */
export function accountOf(context: WebContext): string {
  return context.req.param("account") ?? "";
}
