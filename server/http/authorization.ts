import { withRedirect } from "../domain/authorization-requests.js";
import { Failure } from "../domain/failure.js";
import { oauthFailure } from "../domain/oauth-errors.js";
import type { AuthorizationRequestInput, CheckedAuthorization } from "../domain/oauth-requests.js";
import { approveAuthorization } from "../usecases/approve-authorization.js";
import { checkAuthorizationRequest } from "../usecases/check-authorization-request.js";
import { ACCOUNT, accountOf } from "./account-path.js";
import { accountNameOf, formKeyOf, recognize, requireOwnForm } from "./browser.js";
import { consentPage } from "./consent-page.js";
import { answerPage, fill } from "./page.js";
import { pageEndpoint, queryOf, sendTo } from "./page-endpoint.js";
import { readBodyParameters, readQuery } from "./parameters.js";
import { answerProblem } from "./problem-page.js";
import { askToSignIn, type GuardedPage, signOutPath, takeSignIn, takeSignOut } from "./sign-in.js";
import type { RouteGroup, Web, WebContext } from "./web.js";

/**
 * The authorization endpoint (RFC 6749 section 3.1): a person signs in, and says whether the client may act for them.
 * The request stays in the address, so that its pages need no memory; what is wrong with it is told before anything.
 */
export const authorizationRoutes: RouteGroup = (app, web) => {
  const path = `/${ACCOUNT}/oauth/authorizations/new`;
  app.get(path, checked(web, askForConsent));
  app.post(path, checked(web, takeDecision));
  app.post(`${path}/sign-in`, checked(web, takeSignInFor));
  app.post(`${path}/sign-out`, checked(web, takeSignOutFor));
};

/** A request with nothing wrong with it, and what it is made of. */
interface Asked {
  readonly request: AuthorizationRequestInput;
  readonly authorization: CheckedAuthorization;
  readonly page: GuardedPage;
}

/** Checks the request; what is wrong with it is told to the person, or where it may be, to the client. */
function checked(
  web: Web,
  answer: (web: Web, context: WebContext, asked: Asked) => Promise<Response>,
): (context: WebContext) => Promise<Response> {
  return pageEndpoint(async (context) => {
    try {
      return await answer(web, context, await readRequest(web, context));
    } catch (error) {
      const redirectTo = error instanceof Failure ? error.details.metadata?.["redirect_to"] : undefined;
      if (redirectTo === undefined) return answerProblem(context, error);
      context.set("failure", error);
      return sendTo(context, redirectTo);
    }
  });
}

async function readRequest({ environment }: Web, context: WebContext): Promise<Asked> {
  const accountId = accountOf(context);
  const query = readQuery(context);
  const { repeated } = query;
  // By these it is known where an error may be sent to (RFC 6749 section 4.1.2.1).
  if (repeated === "client_id" || repeated === "redirect_uri") query.once();
  const request = {
    responseType: query.get("response_type"),
    clientId: query.get("client_id"),
    redirectUri: query.get("redirect_uri"),
    scope: query.get("scope"),
    state: query.get("state"),
    codeChallenge: query.get("code_challenge"),
    codeChallengeMethod: query.get("code_challenge_method"),
  };
  const authorization = await checkAuthorizationRequest(environment, { accountId }, request);
  if (repeated !== undefined) {
    const failure = oauthFailure("OAUTH_INVALID_REQUEST", "A parameter came more than once.");
    throw withRedirect(failure, request, authorization.redirectUri, environment.issuerOf(accountId));
  }
  return { request, authorization, page: guardedPage(accountId, authorization) };
}

function guardedPage(accountId: string, { client }: CheckedAuthorization): GuardedPage {
  return {
    path: `/${accountId}/oauth/authorizations/new`,
    reason: (words) => fill(words.signInForClient, { client: client.name, account: accountId }),
  };
}

async function askForConsent(web: Web, context: WebContext, asked: Asked): Promise<Response> {
  const { authorization, page } = asked;
  const browser = await recognize(web, context);
  const { person } = browser;
  if (person === undefined) return askToSignIn(web, context, browser, page);
  const account = await accountNameOf(web, person);
  return answerPage(context, (words) =>
    consentPage(words, {
      ...authorization,
      account,
      email: person.caller.user.email,
      action: page.path + queryOf(context),
      signOutAction: signOutPath(page) + queryOf(context),
      formKey: formKeyOf(web, browser, purposeOf(asked)),
      signOutKey: formKeyOf(web, browser, page.path),
    }),
  );
}

async function takeDecision(web: Web, context: WebContext, asked: Asked): Promise<Response> {
  const browser = await recognize(web, context);
  const form = await readBodyParameters(context.env.incoming);
  requireOwnForm(web, context, browser, purposeOf(asked), form.get("form_key"));
  // The session may have ended while the page stood open.
  if (browser.person === undefined) return askToSignIn(web, context, browser, asked.page);
  const decision = form.get("decision");
  if (decision !== "allow" && decision !== "deny") {
    throw oauthFailure("OAUTH_INVALID_REQUEST", "The decision must be allow or deny.");
  }
  const { redirectTo } = await approveAuthorization(web.environment, browser.person.context, {
    request: asked.request,
    approved: decision === "allow",
  });
  return sendTo(context, redirectTo);
}

function takeSignInFor(web: Web, context: WebContext, { page }: Asked): Promise<Response> {
  return takeSignIn(web, context, page);
}

function takeSignOutFor(web: Web, context: WebContext, { page }: Asked): Promise<Response> {
  return takeSignOut(web, context, page);
}

/** Consent is for what was shown and nothing else: a form for one request does not answer another. */
function purposeOf({ request, page }: Asked): string {
  return `${page.path}\0${JSON.stringify(request)}`;
}
