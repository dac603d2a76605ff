import { describe, expect, test } from "vitest";
import { SECOND } from "../../../server/domain/instants.js";
import { oauthCutoffs } from "../../../server/store/tables.js";
import { approveAuthorization } from "../../../server/usecases/approve-authorization.js";
import {
  actionsIn,
  authorizationRequest,
  beginOAuth,
  changeClient,
  consent,
  makeClient,
  makeOAuthAccount,
  REDIRECT_URI,
  redeem,
  tokensOf,
  VERIFIER,
} from "../../support/oauth.js";
import { bearer, changeSettings, ENGINES, isAccepted, reasonOf } from "../../support/test-environment.js";

describe.each(ENGINES)("on %s", (engine) => {
  test("a code gives tokens that act for whoever consented, within what they consented to", async () => {
    const { environment, person, client } = await beginOAuth(engine);
    const tokens = await tokensOf(environment, person, client);
    expect(tokens).toMatchObject({ lifetimeSeconds: 1_800, scopes: ["tickets:read", "tickets:write"] });
    expect(tokens.refresh?.lifetimeSeconds).toBe(2_592_000);
    expect(await isAccepted(environment, bearer(tokens.accessToken))).toBe(true);
    expect(await actionsIn(environment)).toEqual(
      expect.arrayContaining(["oauth_grant.approve", "oauth_grant.create", "access_token.create"]),
    );
  });

  test("of 50 who redeem one code at once, one wins, the others are told invalid_grant, and the replay ends it", async () => {
    const { environment, person, client } = await beginOAuth(engine);
    const code = await consent(environment, person, client);
    const outcomes = await Promise.all(
      Array.from({ length: 50 }, () =>
        redeem(environment, client, code).then(
          ({ accessToken }) => accessToken,
          (error: { reason?: string }) => error.reason,
        ),
      ),
    );
    const won = outcomes.filter((outcome) => outcome?.startsWith("lko_"));
    expect(won).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === "OAUTH_INVALID_GRANT")).toHaveLength(49);
    expect(await isAccepted(environment, bearer(won[0] ?? ""))).toBe(false);
    const events = await actionsIn(environment);
    expect(events.filter((action) => action === "oauth_grant.create")).toHaveLength(1);
    expect(events.filter((action) => action === "oauth_grant.reuse_detected")).toHaveLength(1);
  });
});

test("a replay that is not right otherwise ends nothing: whoever sees a code cannot end what it gave", async () => {
  const { environment, account, person, client } = await beginOAuth();
  const stranger = await makeClient(environment, account);
  const code = await consent(environment, person, client);
  const { accessToken } = await redeem(environment, client, code);
  const wrongVerifier = "x".repeat(43);
  expect(await reasonOf(redeem(environment, stranger, code))).toBe("OAUTH_INVALID_GRANT");
  expect(await reasonOf(redeem(environment, client, code, { codeVerifier: wrongVerifier }))).toBe(
    "OAUTH_INVALID_GRANT",
  );
  expect(
    await reasonOf(
      redeem(environment, client, code, { client: { ...client.authentication, clientSecret: "" } }),
    ),
  ).toBe("OAUTH_INVALID_CLIENT");
  expect(await isAccepted(environment, bearer(accessToken))).toBe(true);
  expect(await reasonOf(redeem(environment, client, code))).toBe("OAUTH_INVALID_GRANT");
  expect(await isAccepted(environment, bearer(accessToken))).toBe(false);
});

describe("a code is refused", () => {
  test.each([
    ["without its verifier", { codeVerifier: "" }, "OAUTH_INVALID_REQUEST"],
    ["with another verifier", { codeVerifier: `${VERIFIER}x` }, "OAUTH_INVALID_GRANT"],
    ["with a verifier too short to be one", { codeVerifier: "short" }, "OAUTH_INVALID_GRANT"],
    ["without the redirect URI that the request named", { redirectUri: "" }, "OAUTH_INVALID_GRANT"],
    ["with another redirect URI", { redirectUri: `${REDIRECT_URI}/` }, "OAUTH_INVALID_GRANT"],
    ["in another account", { accountId: "globex" }, "OAUTH_INVALID_CLIENT"],
    ["when it is missing", { code: "" }, "OAUTH_INVALID_REQUEST"],
    ["when nobody made it", { code: "lkz_0000" }, "OAUTH_INVALID_GRANT"],
    ["with a lifetime out of bounds", { lifetimeSeconds: 299 }, "OAUTH_INVALID_REQUEST"],
    ["with a refresh lifetime out of bounds", { refreshLifetimeSeconds: 60 }, "OAUTH_INVALID_REQUEST"],
  ])("%s", async (_, changes, reason) => {
    const { environment, person, client } = await beginOAuth();
    await makeOAuthAccount(environment, "globex");
    const code = await consent(environment, person, client);
    expect(await reasonOf(redeem(environment, client, code, changes))).toBe(reason);
    // And nothing was used up by it.
    expect(await reasonOf(redeem(environment, client, code))).toBeUndefined();
  });

  test("by another client", async () => {
    const { environment, account, person, client } = await beginOAuth();
    const other = await makeClient(environment, account);
    const code = await consent(environment, person, client);
    expect(await reasonOf(redeem(environment, other, code))).toBe("OAUTH_INVALID_GRANT");
  });

  test("when its time is over, to the millisecond", async () => {
    const { environment, person, client } = await beginOAuth();
    const [early, late] = [
      await consent(environment, person, client),
      await consent(environment, person, client),
    ];
    environment.clock.advance(120 * SECOND - 1);
    expect(await reasonOf(redeem(environment, client, early))).toBeUndefined();
    environment.clock.advance(1);
    expect(await reasonOf(redeem(environment, client, late))).toBe("OAUTH_INVALID_GRANT");
  });

  test("with a verifier when the request had no challenge (RFC 9700 section 4.8.2)", async () => {
    const { environment, person, client } = await beginOAuth();
    const code = await consent(environment, person, client, { codeChallenge: "", codeChallengeMethod: "" });
    expect(await reasonOf(redeem(environment, client, code))).toBe("OAUTH_INVALID_REQUEST");
    expect(await reasonOf(redeem(environment, client, code, { codeVerifier: "" }))).toBeUndefined();
  });

  test("when the client has become public since, and the request had no challenge", async () => {
    const { environment, person, client } = await beginOAuth();
    const code = await consent(environment, person, client, { codeChallenge: "", codeChallengeMethod: "" });
    await changeClient(environment, client.client, { kind: "PUBLIC" });
    const asPublic = { client: { ...client.authentication, clientSecret: "" }, codeVerifier: "" };
    expect(await reasonOf(redeem(environment, client, code, asPublic))).toBe("OAUTH_INVALID_GRANT");
  });

  test.each(["CLIENT", "USER"] as const)("when all of its %s was ended meanwhile", async (kind) => {
    const { environment, account, person, client } = await beginOAuth();
    const code = await consent(environment, person, client);
    const id = kind === "CLIENT" ? client.client.id : person.userId;
    const cutoff = { accountId: account.id, kind, id, time: environment.clock.now };
    await environment.store.write((transaction) => transaction.put(oauthCutoffs, cutoff));
    environment.clock.advance(1);
    expect(await reasonOf(redeem(environment, client, code))).toBe("OAUTH_INVALID_GRANT");
    expect(await reasonOf(tokensOf(environment, person, client))).toBeUndefined();
  });

  test("when OAuth access is off by now, and works when it is on again", async () => {
    const { environment, account, person, client } = await beginOAuth();
    const code = await consent(environment, person, client);
    await changeSettings(environment, account, { oauthAccess: false }, ["oauth_access"]);
    expect(await reasonOf(redeem(environment, client, code))).toBe("OAUTH_ACCESS_OFF");
    await changeSettings(environment, account, { oauthAccess: true }, ["oauth_access"]);
    expect(await reasonOf(redeem(environment, client, code))).toBeUndefined();
  });
});

test("the redirect URI may be left out by a client with one, and is then not needed again", async () => {
  const { environment, person, client } = await beginOAuth();
  const request = { redirectUri: "" };
  const code = await consent(environment, person, client, request);
  expect(
    await reasonOf(redeem(environment, client, code, { redirectUri: "https://elsewhere.example/" })),
  ).toBe("OAUTH_INVALID_GRANT");
  expect(await reasonOf(redeem(environment, client, code, request))).toBeUndefined();
});

test("a client that may not refresh gets no refresh token", async () => {
  const { environment, account, person } = await beginOAuth();
  const client = await makeClient(environment, account, { allowedGrantTypes: ["AUTHORIZATION_CODE"] });
  expect((await tokensOf(environment, person, client)).refresh).toBeUndefined();
});

test("a person who says no sends the client away with access_denied, and it is told", async () => {
  const { environment, person, client } = await beginOAuth();
  const { redirectTo } = await approveAuthorization(environment, await person.request(), {
    request: authorizationRequest(client),
    approved: false,
  });
  const { searchParams } = new URL(redirectTo);
  expect(Object.fromEntries(searchParams)).toMatchObject({
    error: "access_denied",
    state: "xyz",
    iss: "https://latchkey.example/acme",
  });
  expect(searchParams.has("code")).toBe(false);
  expect(await actionsIn(environment)).toContain("oauth_grant.deny");
});

test("a public client proves itself by its verifier alone", async () => {
  const { environment, account, person } = await beginOAuth();
  const client = await makeClient(environment, account, { kind: "PUBLIC" });
  const { accessToken } = await tokensOf(environment, person, client);
  expect(await isAccepted(environment, bearer(accessToken))).toBe(true);
  const code = await consent(environment, person, client);
  const withSecret = {
    client: { ...client.authentication, clientSecret: environment.newSecret("CLIENT_SECRET") },
  };
  expect(await reasonOf(redeem(environment, client, code, withSecret))).toBe("OAUTH_INVALID_CLIENT");
});
