import { html } from "hono/html";
import { Failure } from "../domain/failure.js";
import { circumstancesOf } from "./circumstances.js";
import { answerPage, fill, fillPlainly, type Page } from "./page.js";
import type { PageWords } from "./page-words-en.js";
import { BodyTooLarge } from "./request-body.js";
import type { WebContext } from "./web.js";

/** A form that was sent from somewhere else, or from a page that is not good any more. */
export class FormRefused extends Error {
  override readonly name = "FormRefused";
}

/** What a page says of a problem. */
interface Problem {
  readonly status: number;
  readonly title: keyof PageWords;
  readonly text: keyof PageWords;
  readonly cure?: keyof PageWords;
}

const NOT_FOUND: Problem = { status: 404, title: "problemNotFoundTitle", text: "problemNotFound" };

const INTERNAL: Problem = { status: 500, title: "problemInternalTitle", text: "problemInternal" };

/** Answers a person with what went wrong; the cause of what nobody foresaw goes to the log only. */
export function answerProblem(context: WebContext, error: unknown): Response | Promise<Response> {
  context.set("failure", error instanceof FormRefused || error instanceof BodyTooLarge ? undefined : error);
  const seconds = error instanceof Failure ? (error.details.retryAfterSeconds ?? 0) : 0;
  if (seconds > 0) context.header("retry-after", String(Math.ceil(seconds)));
  const values = { detail: error instanceof Error ? error.message : "", seconds: String(Math.ceil(seconds)) };
  return answerPage(context, (words) => writeProblem(context, words, problemOf(error), values));
}

/** Answers a person who came to an address where there is nothing. */
export function answerNotFound(context: WebContext): Response | Promise<Response> {
  return answerPage(context, (words) => writeProblem(context, words, NOT_FOUND, {}));
}

function writeProblem(
  context: WebContext,
  words: PageWords,
  { status, title, text, cure }: Problem,
  values: Readonly<Record<string, string>>,
): Page {
  const { requestId } = circumstancesOf(context);
  return {
    status,
    title: words[title],
    isError: true,
    content: html`<h1>${words[title]}</h1>
<p>${fillPlainly(words[text], values)}</p>
${cure === undefined ? "" : html`<p>${fillPlainly(words[cure], values)}</p>`}
<p class="quiet">${fill(words.requestId, { id: requestId })}</p>`,
  };
}

function problemOf(error: unknown): Problem {
  if (error instanceof FormRefused) {
    return { status: 403, title: "problemFormTitle", text: "problemForm", cure: "problemFormCure" };
  }
  if (error instanceof BodyTooLarge)
    return { status: 413, title: "problemRequestTitle", text: "problemRequest" };
  if (!(error instanceof Failure)) return INTERNAL;
  switch (error.reason) {
    case "OAUTH_CLIENT_UNKNOWN":
      return {
        status: 400,
        title: "problemClientUnknownTitle",
        text: "problemClientUnknown",
        cure: "problemClientUnknownCure",
      };
    case "OAUTH_REDIRECT_URI_INVALID":
      return {
        status: 400,
        title: "problemRedirectTitle",
        text: "problemRedirect",
        cure: "problemRedirectCure",
      };
    case "SIGN_IN_THROTTLED":
      return { status: 429, title: "problemThrottledTitle", text: "problemThrottled" };
    case "STORAGE_UNAVAILABLE":
    case "CONFLICT":
    case "SHUTTING_DOWN":
      return { status: 503, title: "problemUnavailableTitle", text: "problemUnavailable" };
    default:
      return {
        status: 400,
        title: "problemRequestTitle",
        text: "problemRequest",
        cure: "problemRequestCure",
      };
  }
}
