import { describe, expect, test } from "vitest";
import { accessTokens } from "../../../server/store/tables.js";
import { revokeToken } from "../../../server/usecases/revoke-token.js";
import {
  actionsIn,
  beginOAuth,
  exchange,
  makeClient,
  makeOAuthAccount,
  redeem,
  refresh,
  type TestClient,
  tokensOf,
} from "../../support/oauth.js";
import {
  ANONYMOUS,
  bearer,
  changeSettings,
  ENGINES,
  isAccepted,
  reasonOf,
  request,
  type TestEnvironment,
} from "../../support/test-environment.js";

function revoke(
  environment: TestEnvironment,
  { authentication }: TestClient,
  token: string,
  accountId = "acme",
) {
  const input = { accountId, client: authentication, token };
  return revokeToken(environment, request(environment, ANONYMOUS), input);
}

describe.each(ENGINES)("on %s", (engine) => {
  test("an access token ends at once, and alone (RFC 7009 section 2.1)", async () => {
    const { environment, person, client } = await beginOAuth(engine);
    const tokens = await tokensOf(environment, person, client);
    expect(await isAccepted(environment, bearer(tokens.accessToken))).toBe(true);
    await revoke(environment, client, tokens.accessToken);
    expect(await isAccepted(environment, bearer(tokens.accessToken))).toBe(false);
    expect(await reasonOf(refresh(environment, client, tokens.refreshToken))).toBeUndefined();
    const stored = await environment.store.read((reader) => reader.list(accessTokens, [], { limit: 10 }));
    expect(stored).toHaveLength(1);
    expect(await actionsIn(environment)).toContain("access_token.revoke");
  });

  test("a refresh token ends with everything of its grant", async () => {
    const { environment, person, client } = await beginOAuth(engine);
    const first = await tokensOf(environment, person, client);
    const second = await refresh(environment, client, first.refreshToken);
    await revoke(environment, client, second.refresh?.token ?? "");
    for (const { accessToken } of [first, second]) {
      expect(await isAccepted(environment, bearer(accessToken))).toBe(false);
    }
    expect(await reasonOf(refresh(environment, client, second.refresh?.token ?? ""))).toBe(
      "OAUTH_INVALID_GRANT",
    );
    expect(await actionsIn(environment)).toContain("oauth_grant.revoke");
  });

  test("of 50 at once, all are answered, and it is told once", async () => {
    const { environment, person, client } = await beginOAuth(engine);
    const { refreshToken } = await tokensOf(environment, person, client);
    await Promise.all(Array.from({ length: 50 }, () => revoke(environment, client, refreshToken)));
    const told = (await actionsIn(environment)).filter((action) => action === "oauth_grant.revoke");
    expect(told).toHaveLength(1);
  });
});

test("what is no token, or none any more, is no error (RFC 7009 section 2.2)", async () => {
  const { environment, person, client } = await beginOAuth();
  const { accessToken } = await tokensOf(environment, person, client);
  await revoke(environment, client, accessToken);
  for (const token of [accessToken, "nonsense", "lko_", environment.newSecret("REFRESH_TOKEN")]) {
    expect(await reasonOf(revoke(environment, client, token))).toBeUndefined();
  }
  expect(await reasonOf(revoke(environment, client, ""))).toBe("OAUTH_INVALID_REQUEST");
});

test("another client's token is refused, and goes on working (RFC 7009 section 2.1)", async () => {
  const { environment, account, person, client } = await beginOAuth();
  const stranger = await makeClient(environment, account);
  const { accessToken, refreshToken } = await tokensOf(environment, person, client);
  for (const token of [accessToken, refreshToken]) {
    expect(await reasonOf(revoke(environment, stranger, token))).toBe("OAUTH_UNAUTHORIZED_CLIENT");
  }
  expect(await isAccepted(environment, bearer(accessToken))).toBe(true);
});

test("a client must prove itself, and in the account of the token", async () => {
  const { environment, person, client } = await beginOAuth();
  await makeOAuthAccount(environment, "globex");
  const { accessToken } = await tokensOf(environment, person, client);
  const liar = { ...client, authentication: { ...client.authentication, clientSecret: "" } };
  expect(await reasonOf(revoke(environment, liar, accessToken))).toBe("OAUTH_INVALID_CLIENT");
  expect(await reasonOf(revoke(environment, client, accessToken, "globex"))).toBe("OAUTH_INVALID_CLIENT");
  expect(await isAccepted(environment, bearer(accessToken))).toBe(true);
});

test("a client ends its own tokens also while OAuth access is off", async () => {
  const { environment, account, client } = await beginOAuth();
  const { accessToken } = await exchange(environment, client, {
    grantType: "CLIENT_CREDENTIALS",
    scope: "read",
  });
  await changeSettings(environment, account, { oauthAccess: false }, ["oauth_access"]);
  await revoke(environment, client, accessToken);
  await changeSettings(environment, account, { oauthAccess: true }, ["oauth_access"]);
  expect(await isAccepted(environment, bearer(accessToken))).toBe(false);
});

test("a public client ends what it holds", async () => {
  const { environment, account, person } = await beginOAuth();
  const client = await makeClient(environment, account, { kind: "PUBLIC" });
  const { accessToken } = await tokensOf(environment, person, client);
  await revoke(environment, client, accessToken);
  expect(await isAccepted(environment, bearer(accessToken))).toBe(false);
  expect(await reasonOf(redeem(environment, client, "lkz_x"))).toBe("OAUTH_INVALID_GRANT");
});
