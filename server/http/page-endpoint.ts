import { answerProblem } from "./problem-page.js";
import type { WebContext } from "./web.js";

/** A page for people: tells of what is thrown with a page, too. */
export function pageEndpoint(
  answer: (context: WebContext) => Promise<Response>,
): (context: WebContext) => Promise<Response> {
  return (context) => answer(context).catch((error: unknown) => answerProblem(context, error));
}

/** The query of this page, as its forms carry it on: the request the person is asked about, and the language. */
export function queryOf(context: WebContext): string {
  return new URL(context.req.url).search;
}

/**
 * Sends a person on. After a form, 303 makes the browser come with GET, so that nobody else is sent what was entered
 * (RFC 9700 section 4.12).
 */
export function sendTo(context: WebContext, address: string): Response {
  context.header("cache-control", "no-store");
  return context.redirect(address, 303);
}
