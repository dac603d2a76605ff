import { timingSafeEqual } from "node:crypto";
import { getCookie, setCookie } from "hono/cookie";
import type { RequestContext, UserCaller } from "../domain/callers.js";
import { Failure } from "../domain/failure.js";
import { authenticateCaller } from "../usecases/authenticate-caller.js";
import { getSession } from "../usecases/get-session.js";
import { accountOf } from "./account-path.js";
import { circumstancesOf } from "./circumstances.js";
import { FormRefused } from "./problem-page.js";
import type { Web, WebContext } from "./web.js";

/** A person's browser, as far as its cookies tell. */
export interface Browser {
  /** The person who is signed in to the account of this path; undefined for nobody. */
  readonly person: Person | undefined;
  /** What only this browser knows: the forms sent to it are tied to it. */
  readonly secret: string;
}

/** A person who is signed in, and the request as theirs. */
export interface Person {
  readonly caller: UserCaller;
  readonly context: RequestContext;
}

/** Who comes, by the cookies of the account; a session that is over is none. A browser without any gets one. */
export async function recognize({ environment, origin }: Web, context: WebContext): Promise<Browser> {
  const session = readCookie(context, origin(), "session");
  const person = session === undefined ? undefined : await findPerson(environment, context, session);
  if (person !== undefined && session !== undefined) return { person, secret: session };
  const known = readCookie(context, origin(), "form");
  const secret = known ?? environment.newSecret("FORM_KEY");
  if (known === undefined) writeCookie(context, origin(), "form", secret);
  return { person: undefined, secret };
}

async function findPerson(
  environment: Web["environment"],
  context: WebContext,
  session: string,
): Promise<Person | undefined> {
  const circumstances = circumstancesOf(context);
  try {
    const authorization = `Bearer ${session}`;
    const caller = await authenticateCaller(environment, { ...circumstances, authorization });
    const isHere = caller.kind === "SESSION" && caller.accountId === accountOf(context);
    return isHere && caller.user !== undefined
      ? { caller: caller as UserCaller, context: { ...circumstances, caller } }
      : undefined;
  } catch (error) {
    if (error instanceof Failure && error.reason === "CREDENTIAL_INVALID") return undefined;
    throw error;
  }
}

/** What the account is called that the person is signed in to. */
export async function accountNameOf({ environment }: Web, { context }: Person): Promise<string> {
  const { account } = await getSession(environment, context);
  return account.displayName || account.id;
}

/** Lets the browser carry a session from now on, or none any more. */
export function rememberSession({ origin }: Web, context: WebContext, sessionToken: string): void {
  writeCookie(context, origin(), "session", sessionToken);
  // Whatever was known of the browser before must not tie forms to it any more.
  writeCookie(context, origin(), "form", "");
}

/**
 * What a form carries so that it is known as ours: it follows from the browser's secret, what the form does and for
 * what, and gives none of them away.
 */
export function formKeyOf({ environment }: Web, { secret }: Browser, purpose: string): string {
  return environment.digest(`form\0${purpose}\0${secret}`);
}

/** Throws FormRefused unless the form was sent from a page of ours, by the browser that got it, for this purpose. */
export function requireOwnForm(
  web: Web,
  context: WebContext,
  browser: Browser,
  purpose: string,
  formKey: string,
): void {
  const [wanted, given] = [formKeyOf(web, browser, purpose), formKey].map((text) => Buffer.from(text));
  const isOwn = wanted !== undefined && given?.length === wanted.length && timingSafeEqual(wanted, given);
  if (!isOwn || !comesFromHere(context, web.origin())) throw new FormRefused();
}

/** Whether the browser says that one of our own pages sent it; what does not say so, is trusted by its key alone. */
function comesFromHere(context: WebContext, origin: string): boolean {
  const site = context.req.header("sec-fetch-site");
  if (site !== undefined && site !== "same-origin" && site !== "none") return false;
  const from = context.req.header("origin");
  if (from === undefined) return true;
  const scheme = origin.startsWith("https:") ? "https" : "http";
  return from === origin || from === `${scheme}://${context.req.header("host")}`;
}

type CookieName = "session" | "form";

// RFC 6265bis section 4.1.3.2: with __Host-, no other host and no plain text can set it.
function cookieName(context: WebContext, isSecure: boolean, name: CookieName): string {
  return `${isSecure ? "__Host-" : ""}latchkey-${name}-${accountOf(context)}`;
}

function readCookie(context: WebContext, origin: string, name: CookieName): string | undefined {
  const value = getCookie(context, cookieName(context, origin.startsWith("https:"), name));
  return value === "" ? undefined : value;
}

/** Lax, because a person comes from the client's site with a GET; empty to forget it. */
function writeCookie(context: WebContext, origin: string, name: CookieName, value: string): void {
  const isSecure = origin.startsWith("https:");
  setCookie(context, cookieName(context, isSecure, name), value, {
    path: "/",
    httpOnly: true,
    secure: isSecure,
    sameSite: "Lax",
    ...(value === "" ? { maxAge: 0 } : {}),
  });
}
