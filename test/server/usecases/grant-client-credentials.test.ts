import { expect, test } from "vitest";
import { beginOAuth, changeClient, exchange, makeClient, makeOAuthAccount } from "../../support/oauth.js";
import { bearer, ENGINES, isAccepted, reasonOf, requestWith } from "../../support/test-environment.js";

const CLIENT_CREDENTIALS = { grantType: "CLIENT_CREDENTIALS", scope: "tickets:read" } as const;

test.each(ENGINES)("a client acts for itself, told apart from every user (on %s)", async (engine) => {
  const { environment, client } = await beginOAuth(engine);
  const tokens = await exchange(environment, client, CLIENT_CREDENTIALS);
  // RFC 6749 section 4.4.3.
  expect(tokens.refresh).toBeUndefined();
  expect(tokens).toMatchObject({ scopes: ["tickets:read"], lifetimeSeconds: 1_800 });
  const { caller } = await requestWith(environment, bearer(tokens.accessToken));
  expect(caller).toMatchObject({ kind: "ACCESS_TOKEN", client: { id: client.client.id } });
  expect("user" in caller && caller.user).toBeFalsy();
});

test("a public client has nothing to prove itself with, so it gets nothing (RFC 6749 section 4.4)", async () => {
  const { environment, account } = await beginOAuth();
  const allowedGrantTypes = ["CLIENT_CREDENTIALS"] as const;
  const client = await makeClient(environment, account, { kind: "PUBLIC", allowedGrantTypes });
  expect(await reasonOf(exchange(environment, client, CLIENT_CREDENTIALS))).toBe("OAUTH_UNAUTHORIZED_CLIENT");
});

test("a client that may not use this grant is told so", async () => {
  const { environment, account } = await beginOAuth();
  const client = await makeClient(environment, account, { allowedGrantTypes: ["AUTHORIZATION_CODE"] });
  expect(await reasonOf(exchange(environment, client, CLIENT_CREDENTIALS))).toBe("OAUTH_UNAUTHORIZED_CLIENT");
});

test("a global client acts for itself at home only: nobody elsewhere has let it in", async () => {
  const { environment, client } = await beginOAuth();
  await makeOAuthAccount(environment, "globex");
  await changeClient(environment, client.client, { global: true });
  const abroad = { ...CLIENT_CREDENTIALS, accountId: "globex" };
  expect(await reasonOf(exchange(environment, client, abroad))).toBe("OAUTH_UNAUTHORIZED_CLIENT");
  expect(await reasonOf(exchange(environment, client, CLIENT_CREDENTIALS))).toBeUndefined();
});

test("scopes are those asked for, or the client's, and never unknown or too many", async () => {
  const { environment, account } = await beginOAuth();
  const free = await makeClient(environment, account);
  const bound = await makeClient(environment, account, { allowedScopes: ["tickets:read", "write"] });
  const ask = (client: typeof free, scope: string) =>
    exchange(environment, client, { grantType: "CLIENT_CREDENTIALS", scope });
  expect((await ask(bound, "")).scopes).toEqual(["tickets:read", "write"]);
  expect((await ask(bound, "articles:write articles:write")).scopes).toEqual(["articles:write"]);
  expect((await ask(free, "write read")).scopes).toEqual(["write", "read"]);
  for (const [client, scope] of [
    [free, ""],
    [free, "nonsense"],
    [free, "tickets:delete"],
    [free, " read"],
    [free, "read  write"],
    [free, "re\nad"],
    [free, 'read"'],
    [free, "lésé"],
    [free, "x".repeat(100_000)],
    [bound, "read"],
    [bound, "articles:read"],
  ] as const) {
    expect(await reasonOf(ask(client, scope))).toBe("OAUTH_INVALID_SCOPE");
  }
});

test("lifetimes are those asked for, within their bounds", async () => {
  const { environment, client } = await beginOAuth();
  for (const lifetimeSeconds of [300, 172_800]) {
    const tokens = await exchange(environment, client, { ...CLIENT_CREDENTIALS, lifetimeSeconds });
    expect(tokens.lifetimeSeconds).toBe(lifetimeSeconds);
    environment.clock.advance(lifetimeSeconds * 1_000 - 1);
    expect(await isAccepted(environment, bearer(tokens.accessToken))).toBe(true);
    environment.clock.advance(1);
    expect(await isAccepted(environment, bearer(tokens.accessToken))).toBe(false);
  }
  for (const lifetimeSeconds of [0, -1, 299, 172_801, Number.MAX_SAFE_INTEGER, Number.NaN, 300.5]) {
    expect(await reasonOf(exchange(environment, client, { ...CLIENT_CREDENTIALS, lifetimeSeconds }))).toBe(
      "OAUTH_INVALID_REQUEST",
    );
  }
});

test("without a grant type there is nothing to do", async () => {
  const { environment, client } = await beginOAuth();
  expect(await reasonOf(exchange(environment, client, {}))).toBe("OAUTH_INVALID_REQUEST");
});
