import { Failure, type Reason } from "../domain/failure.js";
import { oauthFailure } from "../domain/oauth-errors.js";
import { mayUseCredentials } from "../domain/users.js";
import { approveDevice } from "../usecases/approve-device.js";
import { getDeviceAuthorization } from "../usecases/get-device-authorization.js";
import { ACCOUNT, accountOf } from "./account-path.js";
import { accountNameOf, type Browser, formKeyOf, type Person, recognize, requireOwnForm } from "./browser.js";
import { codePage, deviceConsentPage, deviceDonePage } from "./device-page.js";
import { answerPage, fill } from "./page.js";
import { pageEndpoint, queryOf, sendTo } from "./page-endpoint.js";
import type { PageWords } from "./page-words-en.js";
import { readBodyParameters, readQuery } from "./parameters.js";
import { askToSignIn, type GuardedPage, signOutPath, takeSignIn, takeSignOut } from "./sign-in.js";
import type { RouteGroup, Web, WebContext } from "./web.js";

/**
 * The pages on which a person types the code of a device and decides (RFC 8628 section 3.3). They sign in first: codes
 * are short, and nobody unknown may try any.
 */
export const deviceRoutes: RouteGroup = (app, web) => {
  const path = `/${ACCOUNT}/oauth/device`;
  app.get(
    path,
    pageEndpoint((context) => askAboutDevice(web, context)),
  );
  app.post(
    path,
    pageEndpoint((context) => takeDecision(web, context)),
  );
  app.post(
    `${path}/sign-in`,
    pageEndpoint((context) => takeSignIn(web, context, guardedPage(context))),
  );
  app.post(
    `${path}/sign-out`,
    pageEndpoint((context) => takeSignOut(web, context, guardedPage(context))),
  );
  for (const outcome of ["approved", "denied"] as const) {
    app.get(
      `${path}/${outcome}`,
      pageEndpoint(async (context) =>
        answerPage(context, (words) => deviceDonePage(words, outcome === "approved")),
      ),
    );
  }
};

/** Why a person must enter another code. */
interface CodeProblem {
  readonly words: keyof PageWords;
  readonly status: number;
}

const PROBLEMS: Partial<Readonly<Record<Reason, CodeProblem>>> = {
  RESOURCE_NOT_FOUND: { words: "deviceUnknown", status: 404 },
  STATE_CONFLICT: { words: "deviceDecided", status: 409 },
};

/** A token would not work for such a user, so the device is not told that it may go on. */
const UNVERIFIED: CodeProblem = { words: "deviceUnverified", status: 403 };

function guardedPage(context: WebContext): GuardedPage {
  const account = accountOf(context);
  return {
    path: `/${account}/oauth/device`,
    reason: (words) => fill(words.signInForDevice, { account }),
  };
}

async function askAboutDevice(web: Web, context: WebContext): Promise<Response> {
  const browser = await recognize(web, context);
  const { person } = browser;
  if (person === undefined) return askToSignIn(web, context, browser, guardedPage(context));
  const userCode = readQuery(context).once().get("user_code");
  if (userCode === "") return askForCode(web, context, browser, person);
  try {
    const { client, device } = await getDeviceAuthorization(web.environment, person.context, { userCode });
    const page = guardedPage(context);
    const account = await accountNameOf(web, person);
    return answerPage(context, (words) =>
      deviceConsentPage(words, {
        account,
        client,
        scopes: device.scopes,
        userCode,
        action: page.path + queryOf(context),
        otherCode: page.path + languageQuery(context),
        ...personOf(web, context, browser, person),
        formKey: formKeyOf(web, browser, purposeOf(page, userCode)),
      }),
    );
  } catch (error) {
    return askForCode(web, context, browser, person, { userCode, problem: problemOf(context, error) });
  }
}

async function takeDecision(web: Web, context: WebContext): Promise<Response> {
  const browser = await recognize(web, context);
  const page = guardedPage(context);
  const userCode = readQuery(context).once().get("user_code");
  const form = await readBodyParameters(context.env.incoming);
  requireOwnForm(web, context, browser, purposeOf(page, userCode), form.get("form_key"));
  const { person } = browser;
  if (person === undefined) return askToSignIn(web, context, browser, page);
  const decision = form.get("decision");
  if (decision !== "allow" && decision !== "deny") {
    throw oauthFailure("OAUTH_INVALID_REQUEST", "The decision must be allow or deny.");
  }
  const approved = decision === "allow";
  if (approved && !mayUseCredentials(person.caller.user)) {
    return askForCode(web, context, browser, person, { userCode, problem: UNVERIFIED });
  }
  try {
    await approveDevice(web.environment, person.context, { userCode, approved });
    return sendTo(context, `${page.path}/${approved ? "approved" : "denied"}${languageQuery(context)}`);
  } catch (error) {
    return askForCode(web, context, browser, person, { userCode, problem: problemOf(context, error) });
  }
}

/** Asks for a code: at first, or again after one that leads nowhere. */
function askForCode(
  web: Web,
  context: WebContext,
  browser: Browser,
  person: Person,
  refused?: { readonly userCode: string; readonly problem: CodeProblem },
): Response | Promise<Response> {
  return answerPage(context, (words) =>
    codePage(words, {
      path: guardedPage(context).path,
      lang: readQuery(context).get("lang"),
      userCode: refused?.userCode ?? "",
      ...(refused && { problem: words[refused.problem.words], status: refused.problem.status }),
      ...personOf(web, context, browser, person),
    }),
  );
}

function personOf(web: Web, context: WebContext, browser: Browser, { caller }: Person) {
  const page = guardedPage(context);
  return {
    email: caller.user.email,
    signOutAction: signOutPath(page) + queryOf(context),
    signOutKey: formKeyOf(web, browser, page.path),
  };
}

/** What is wrong with a code. Throws what has nothing to do with it. */
function problemOf(context: WebContext, error: unknown): CodeProblem {
  const problem = error instanceof Failure ? PROBLEMS[error.reason] : undefined;
  if (problem === undefined) throw error;
  context.set("failure", error);
  return problem;
}

/** The language alone, for addresses that carry nothing else on. */
function languageQuery(context: WebContext): string {
  const lang = readQuery(context).get("lang");
  return lang === "" ? "" : `?${new URLSearchParams({ lang })}`;
}

function purposeOf({ path }: GuardedPage, userCode: string): string {
  return `${path}\0${userCode}`;
}
