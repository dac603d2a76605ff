import { describe, expect, test } from "vitest";
import type { AuthorizationRequestInput } from "../../../server/domain/oauth-requests.js";
import { approveAuthorization } from "../../../server/usecases/approve-authorization.js";
import { authorize } from "../../../server/usecases/authorize.js";
import { checkAuthorizationRequest } from "../../../server/usecases/check-authorization-request.js";
import {
  actionsIn,
  authorizationRequest,
  beginOAuth,
  CHALLENGE,
  changeClient,
  makeClient,
  REDIRECT_URI,
  type TestClient,
  VERIFIER,
} from "../../support/oauth.js";
import {
  addMember,
  changeSettings,
  failureOf,
  reasonOf,
  type TestEnvironment,
} from "../../support/test-environment.js";

function check(
  environment: TestEnvironment,
  client: TestClient,
  changes: Partial<AuthorizationRequestInput>,
  accountId = "acme",
) {
  return checkAuthorizationRequest(environment, { accountId }, authorizationRequest(client, changes));
}

async function redirectOf(
  environment: TestEnvironment,
  client: TestClient,
  changes: Partial<AuthorizationRequestInput>,
) {
  const failure = await failureOf(check(environment, client, changes));
  const to = failure?.details.metadata?.["redirect_to"];
  return to === undefined ? failure?.reason : new URL(to);
}

test("a request with nothing wrong says who asks, for what, and where to go", async () => {
  const { environment, person, client } = await beginOAuth();
  const asked = await authorize(environment, await person.request(), authorizationRequest(client));
  expect(asked).toMatchObject({
    client: { id: client.client.id },
    scopes: ["tickets:read", "tickets:write"],
    redirectUri: REDIRECT_URI,
  });
});

describe("what must not redirect (RFC 6749 section 4.1.2.1)", () => {
  test.each([
    ["no client", { clientId: "" }, "OAUTH_CLIENT_UNKNOWN"],
    ["an unknown client", { clientId: "nobody" }, "OAUTH_CLIENT_UNKNOWN"],
    ["a redirect URI of nobody", { redirectUri: "https://evil.example/" }, "OAUTH_REDIRECT_URI_INVALID"],
    ["one that goes on", { redirectUri: `${REDIRECT_URI}/../x` }, "OAUTH_REDIRECT_URI_INVALID"],
    ["one with a query", { redirectUri: `${REDIRECT_URI}?x` }, "OAUTH_REDIRECT_URI_INVALID"],
    ["one with a fragment", { redirectUri: `${REDIRECT_URI}#x` }, "OAUTH_REDIRECT_URI_INVALID"],
    ["one in other letters", { redirectUri: REDIRECT_URI.toUpperCase() }, "OAUTH_REDIRECT_URI_INVALID"],
    ["one with a line break", { redirectUri: `${REDIRECT_URI}\r\nX: y` }, "OAUTH_REDIRECT_URI_INVALID"],
    ["a script", { redirectUri: "javascript:alert(1)" }, "OAUTH_REDIRECT_URI_INVALID"],
  ])("%s", async (_, changes, reason) => {
    const { environment, client } = await beginOAuth();
    // Whatever else is wrong comes after.
    expect(await redirectOf(environment, client, { ...changes, responseType: "token" })).toBe(reason);
  });

  test("a disabled client, and an account that is none", async () => {
    const { environment, client } = await beginOAuth();
    expect(await reasonOf(check(environment, client, {}, "nowhere"))).toBe("OAUTH_CLIENT_UNKNOWN");
    await changeClient(environment, client.client, { enabled: false });
    expect(await redirectOf(environment, client, {})).toBe("OAUTH_CLIENT_UNKNOWN");
  });

  test("no redirect URI, for a client with none or several", async () => {
    const { environment, account } = await beginOAuth();
    for (const redirectUris of [[], [REDIRECT_URI, "https://app.example.com/other"]]) {
      const client = await makeClient(environment, account, { redirectUris });
      expect(await redirectOf(environment, client, { redirectUri: "" })).toBe("OAUTH_REDIRECT_URI_INVALID");
    }
  });
});

describe("what redirects with an error", () => {
  test.each<[string, Partial<AuthorizationRequestInput>, string]>([
    ["no response type", { responseType: "" }, "invalid_request"],
    ["the implicit grant", { responseType: "token" }, "unsupported_response_type"],
    ["a hybrid one", { responseType: "code id_token" }, "unsupported_response_type"],
    ["an unknown scope", { scope: "nonsense" }, "invalid_scope"],
    ["a malformed scope", { scope: "read  write" }, "invalid_scope"],
    ["no scope, of a client without any", { scope: "" }, "invalid_scope"],
    [
      "the challenge in the clear",
      { codeChallenge: VERIFIER, codeChallengeMethod: "plain" },
      "invalid_request",
    ],
    ["a challenge without its method, which would be plain", { codeChallengeMethod: "" }, "invalid_request"],
    ["a method without a challenge", { codeChallenge: "" }, "invalid_request"],
    ["an unknown method", { codeChallengeMethod: "S512" }, "invalid_request"],
    ["a challenge that is none", { codeChallenge: "x" }, "invalid_request"],
    ["a challenge with padding", { codeChallenge: `${CHALLENGE}=` }, "invalid_request"],
  ])("%s", async (_, changes, error) => {
    const { environment, client } = await beginOAuth();
    const to = (await redirectOf(environment, client, changes)) as URL;
    expect(to.origin + to.pathname).toBe(REDIRECT_URI);
    expect(Object.fromEntries(to.searchParams)).toMatchObject({
      error,
      state: "xyz",
      iss: "https://latchkey.example/acme",
    });
    // RFC 6749 section 4.1.2.1.
    expect(to.searchParams.get("error_description")).toMatch(/^[\x20-\x21\x23-\x5b\x5d-\x7e]+$/);
  });

  test("a public client without a challenge (RFC 9700 section 2.1.1)", async () => {
    const { environment, account } = await beginOAuth();
    const client = await makeClient(environment, account, { kind: "PUBLIC" });
    const to = await redirectOf(environment, client, { codeChallenge: "", codeChallengeMethod: "" });
    expect((to as URL).searchParams.get("error")).toBe("invalid_request");
  });

  test("a client that may not use codes, a scope it may not have, and an account without OAuth access", async () => {
    const { environment, account, client } = await beginOAuth();
    await changeClient(environment, client.client, { allowedScopes: ["tickets:read"] });
    const scope = await redirectOf(environment, client, {});
    expect((scope as URL).searchParams.get("error")).toBe("invalid_scope");
    await changeClient(environment, client.client, { allowedGrantTypes: ["CLIENT_CREDENTIALS"] });
    const grant = await redirectOf(environment, client, {});
    expect((grant as URL).searchParams.get("error")).toBe("unauthorized_client");
    await changeSettings(environment, account, { oauthAccess: false }, ["oauth_access"]);
    const off = await redirectOf(environment, client, {});
    expect((off as URL).searchParams.get("error")).toBe("access_denied");
  });

  test("a state that cannot be one is not given back", async () => {
    const { environment, client } = await beginOAuth();
    for (const state of ["é", "a\r\nLocation: https://evil.example/", "x".repeat(2_001)]) {
      const to = (await redirectOf(environment, client, { state })) as URL;
      expect(to.searchParams.get("error")).toBe("invalid_request");
      expect(to.searchParams.has("state")).toBe(false);
      expect(to.href).toMatch(/^[!-~]+$/);
    }
  });
});

test("the state comes back exactly, and the query of the redirect URI stays", async () => {
  const { environment, account, person } = await beginOAuth();
  const redirectUri = "https://app.example.com/callback?tenant=a%20b";
  const client = await makeClient(environment, account, { redirectUris: [redirectUri] });
  const state = "a b&c=d+%20;'\"<>\\~";
  const { redirectTo } = await approveAuthorization(environment, await person.request(), {
    request: authorizationRequest(client, { redirectUri, state }),
    approved: true,
  });
  expect(redirectTo.startsWith(`${redirectUri}&code=lkz_`)).toBe(true);
  const { searchParams } = new URL(redirectTo);
  expect(searchParams.get("state")).toBe(state);
  expect(searchParams.get("tenant")).toBe("a b");
  // RFC 9207 section 2.
  expect(searchParams.get("iss")).toBe("https://latchkey.example/acme");
});

test("a native app may come back to any port of its machine (RFC 8252 section 7.3)", async () => {
  const { environment, account, person } = await beginOAuth();
  const client = await makeClient(environment, account, {
    kind: "PUBLIC",
    redirectUris: ["http://127.0.0.1/done", "com.example.app:/done"],
  });
  for (const redirectUri of ["http://127.0.0.1:50123/done", "com.example.app:/done"]) {
    const { redirectTo } = await approveAuthorization(environment, await person.request(), {
      request: authorizationRequest(client, { redirectUri }),
      approved: true,
    });
    expect(redirectTo.startsWith(`${redirectUri}?code=lkz_`)).toBe(true);
  }
});

test("nothing is approved for a request that is wrong, nor by a person whose tokens would not work", async () => {
  const { environment, account, person, client } = await beginOAuth();
  const before = await actionsIn(environment);
  const wrong = { request: authorizationRequest(client, { scope: "nonsense" }), approved: true };
  const failure = await failureOf(approveAuthorization(environment, await person.request(), wrong));
  expect(failure?.reason).toBe("OAUTH_INVALID_SCOPE");
  expect(failure?.details.metadata?.["redirect_to"]).toContain("error=invalid_scope");
  expect(await actionsIn(environment)).toEqual(before);
  const newcomer = await addMember(environment, account, { email: "new@acme.example", verified: false });
  const right = { request: authorizationRequest(client), approved: true };
  const denied = await failureOf(approveAuthorization(environment, await newcomer.request(), right));
  expect(denied?.reason).toBe("OAUTH_ACCESS_DENIED");
  expect(denied?.details.metadata?.["redirect_to"]).toContain("error=access_denied");
  expect(await actionsIn(environment)).not.toContain("oauth_grant.approve");
});
