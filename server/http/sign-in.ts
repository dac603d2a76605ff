import { Failure } from "../domain/failure.js";
import { signIn } from "../usecases/sign-in.js";
import { signOut } from "../usecases/sign-out.js";
import { accountOf } from "./account-path.js";
import { type Browser, formKeyOf, recognize, rememberSession, requireOwnForm } from "./browser.js";
import { anonymously } from "./circumstances.js";
import { answerPage, fillPlainly, type Markup } from "./page.js";
import { queryOf, sendTo } from "./page-endpoint.js";
import type { PageWords } from "./page-words-en.js";
import { readBodyParameters } from "./parameters.js";
import { signInPage } from "./sign-in-page.js";
import type { Web, WebContext } from "./web.js";

/** All that the pages may do for a person: a session of theirs is good for nothing else. */
const SESSION_SCOPES = ["oauth_grants:write"];

/** A page that a person must be signed in for. */
export interface GuardedPage {
  /** Its path, under which its sign-in and sign-out are. */
  readonly path: string;
  readonly reason: (words: PageWords) => Markup;
}

/** What was entered before, and what was wrong with it. */
interface Refusal {
  readonly email: string;
  readonly problem: (words: PageWords) => string;
  readonly status: number;
}

/** Asks a person who they are, on the way to a page. */
export function askToSignIn(
  web: Web,
  context: WebContext,
  browser: Browser,
  page: GuardedPage,
  refusal?: Refusal,
): Response | Promise<Response> {
  return answerPage(context, (words) =>
    signInPage(words, {
      reason: page.reason(words),
      action: signInPath(page) + queryOf(context),
      formKey: formKeyOf(web, browser, signInPath(page)),
      email: refusal?.email ?? "",
      ...(refusal === undefined ? {} : { problem: refusal.problem(words), status: refusal.status }),
    }),
  );
}

/** Takes what was entered there: then the page comes, or the question again. */
export async function takeSignIn(web: Web, context: WebContext, page: GuardedPage): Promise<Response> {
  const browser = await recognize(web, context);
  const form = await readBodyParameters(context.env.incoming);
  requireOwnForm(web, context, browser, signInPath(page), form.get("form_key"));
  const email = form.get("email").trim();
  try {
    const accountId = accountOf(context);
    const password = form.get("password");
    const input = { accountId, email, password, scopes: SESSION_SCOPES };
    const { sessionToken } = await signIn(web.environment, anonymously(context), input);
    rememberSession(web, context, sessionToken);
    return sendTo(context, page.path + queryOf(context));
  } catch (error) {
    const problem = problemOf(error);
    if (problem === undefined) throw error;
    context.set("failure", error);
    return askToSignIn(web, context, browser, page, { email, ...problem });
  }
}

/** Ends the session, so that somebody else can sign in. */
export async function takeSignOut(web: Web, context: WebContext, page: GuardedPage): Promise<Response> {
  const browser = await recognize(web, context);
  const form = await readBodyParameters(context.env.incoming);
  requireOwnForm(web, context, browser, page.path, form.get("form_key"));
  if (browser.person !== undefined) await signOut(web.environment, browser.person.context);
  rememberSession(web, context, "");
  return sendTo(context, page.path + queryOf(context));
}

/** Where the sign-in form of a page leads. */
function signInPath({ path }: GuardedPage): string {
  return `${path}/sign-in`;
}

/** Where its sign-out leads. */
export function signOutPath({ path }: GuardedPage): string {
  return `${path}/sign-out`;
}

function problemOf(error: unknown): Omit<Refusal, "email"> | undefined {
  if (!(error instanceof Failure)) return undefined;
  const { reason, details } = error;
  if (reason === "SIGN_IN_REFUSED") return { problem: (words) => words.signInRefused, status: 403 };
  if (reason === "FIELD_INVALID") return { problem: (words) => words.signInIncomplete, status: 400 };
  if (reason !== "SIGN_IN_THROTTLED") return undefined;
  const seconds = String(details.retryAfterSeconds ?? 1);
  return { problem: (words) => fillPlainly(words.signInThrottled, { seconds }), status: 429 };
}
