import { describe, expect, test } from "vitest";
import { SECOND } from "../../../server/domain/instants.js";
import { hourlyUsage } from "../../../server/store/tables.js";
import { introspectToken } from "../../../server/usecases/introspect-token.js";
import { revokeToken } from "../../../server/usecases/revoke-token.js";
import {
  beginOAuth,
  changeClient,
  exchange,
  makeClient,
  makeOAuthAccount,
  refresh,
  type TestClient,
  tokensOf,
} from "../../support/oauth.js";
import {
  ANONYMOUS,
  basic,
  changeSettings,
  ENGINES,
  makeToken,
  reasonOf,
  request,
  requestWith,
  switchAccess,
  type TestAccount,
  type TestEnvironment,
} from "../../support/test-environment.js";

/** Asks as a client. */
async function ask(
  environment: TestEnvironment,
  { authentication }: TestClient,
  token: string,
  accountId = "acme",
) {
  const input = { accountId, client: authentication, token };
  return introspectToken(environment, request(environment, ANONYMOUS), input);
}

/** Asks as a service with an API token of these scopes. */
async function askAsService(
  environment: TestEnvironment,
  account: TestAccount,
  token: string,
  scopes = ["authenticate"],
) {
  await switchAccess(environment, account, true);
  const { secret } = await makeToken(environment, account, { scopes });
  const context = await requestWith(environment, basic(account.admin.email, secret));
  return introspectToken(environment, context, { accountId: "", client: undefined, token });
}

const INACTIVE = { active: false };

describe.each(ENGINES)("on %s", (engine) => {
  test("a service and the client itself are told what an access token is worth", async () => {
    const { environment, account, person, client } = await beginOAuth(engine);
    const { accessToken } = await tokensOf(environment, person, client);
    const worth = {
      active: true,
      tokenType: "access_token",
      scopes: ["tickets:read", "tickets:write"],
      clientId: client.client.identifier,
      subject: person.userId,
      username: person.email,
      issueTime: environment.clock.now,
      expireTime: environment.clock.now + 1_800 * SECOND,
      issuer: "https://latchkey.example/acme",
    };
    expect(await ask(environment, client, accessToken)).toMatchObject(worth);
    expect(await askAsService(environment, account, accessToken)).toMatchObject(worth);
  });
});

test("a client that acts for itself is no user: the subject is the client's id", async () => {
  const { environment, client } = await beginOAuth();
  const { accessToken } = await exchange(environment, client, {
    grantType: "CLIENT_CREDENTIALS",
    scope: "read",
  });
  const worth = await ask(environment, client, accessToken);
  expect(worth).toMatchObject({ active: true, subject: client.client.id, username: "" });
  expect(client.client.id).toMatch(/^ocl_/);
});

test("a refresh token is told to its client alone, and only while it is good", async () => {
  const { environment, account, person, client } = await beginOAuth();
  const { refreshToken } = await tokensOf(environment, person, client);
  expect(await ask(environment, client, refreshToken)).toMatchObject({
    active: true,
    tokenType: "refresh_token",
    subject: person.userId,
  });
  // A service that took one for an access token would err.
  expect(await askAsService(environment, account, refreshToken)).toEqual(INACTIVE);
  const stranger = await makeClient(environment, account);
  expect(await ask(environment, stranger, refreshToken)).toEqual(INACTIVE);
  await refresh(environment, client, refreshToken);
  expect(await ask(environment, client, refreshToken)).toEqual(INACTIVE);
});

test("what a service asks counts as use, or as a refusal; what a client asks about its own does not", async () => {
  const { environment, account, person, client } = await beginOAuth();
  const { accessToken } = await tokensOf(environment, person, client);
  await ask(environment, client, accessToken);
  await ask(environment, client, "x");
  await askAsService(environment, account, accessToken);
  await askAsService(environment, account, "x");
  await environment.uses.flush(environment.store);
  const hours = await environment.store.read((reader) => reader.list(hourlyUsage, ["acme"], { limit: 10 }));
  expect(hours).toEqual([expect.objectContaining({ accessTokenUses: 1, refusals: 1 })]);
});

describe("a token is not active, and nothing more is told (RFC 7662 section 2.2)", () => {
  test("when it is over, revoked, unknown, no token, or another kind of secret", async () => {
    const { environment, account, person, client } = await beginOAuth();
    const { accessToken } = await tokensOf(environment, person, client);
    const revoked = await tokensOf(environment, person, client);
    const input = { accountId: "acme", client: client.authentication, token: revoked.accessToken };
    await revokeToken(environment, request(environment, ANONYMOUS), input);
    const strange = [
      "x",
      environment.newSecret("ACCESS_TOKEN"),
      account.admin.sessionToken,
      `${accessToken}x`,
    ];
    for (const token of [revoked.accessToken, ...strange]) {
      expect(await ask(environment, client, token)).toEqual(INACTIVE);
      expect(await askAsService(environment, account, token)).toEqual(INACTIVE);
    }
    environment.clock.advance(1_800 * SECOND - 1);
    expect(await ask(environment, client, accessToken)).toMatchObject({ active: true });
    environment.clock.advance(1);
    expect(await ask(environment, client, accessToken)).toEqual(INACTIVE);
  });

  test("to another client, and to another account", async () => {
    const { environment, account, person, client } = await beginOAuth();
    const globex = await makeOAuthAccount(environment, "globex");
    const { accessToken } = await tokensOf(environment, person, client);
    const stranger = await makeClient(environment, account);
    expect(await ask(environment, stranger, accessToken)).toEqual(INACTIVE);
    expect(await askAsService(environment, globex, accessToken)).toEqual(INACTIVE);
    await changeClient(environment, client.client, { global: true });
    expect(await ask(environment, client, accessToken, "globex")).toEqual(INACTIVE);
  });

  test("once OAuth access is off", async () => {
    const { environment, account, person, client } = await beginOAuth();
    const { accessToken, refreshToken } = await tokensOf(environment, person, client);
    await changeSettings(environment, account, { oauthAccess: false }, ["oauth_access"]);
    expect(await ask(environment, client, accessToken)).toEqual(INACTIVE);
    expect(await ask(environment, client, refreshToken)).toEqual(INACTIVE);
  });
});

describe("who may not ask is refused (RFC 7662 sections 2.1 and 2.3)", () => {
  test("a client that does not prove itself, a public one, nobody, and a credential without the scope", async () => {
    const { environment, account, person, client } = await beginOAuth();
    const { accessToken } = await tokensOf(environment, person, client);
    const liar = { ...client, authentication: { ...client.authentication, clientSecret: "wrong" } };
    const open = await makeClient(environment, account, { kind: "PUBLIC" });
    expect(await reasonOf(ask(environment, liar, accessToken))).toBe("OAUTH_INVALID_CLIENT");
    expect(await reasonOf(ask(environment, open, accessToken))).toBe("OAUTH_INVALID_CLIENT");
    const nobody = async () =>
      introspectToken(environment, request(environment, ANONYMOUS), {
        accountId: "acme",
        client: undefined,
        token: accessToken,
      });
    expect(await reasonOf(nobody())).toBe("CREDENTIAL_INVALID");
    expect(await reasonOf(askAsService(environment, account, accessToken, ["read"]))).toBe(
      "SCOPE_INSUFFICIENT",
    );
  });

  test("and whoever does not say what about", async () => {
    const { environment, account, client } = await beginOAuth();
    expect(await reasonOf(ask(environment, client, ""))).toBe("OAUTH_INVALID_REQUEST");
    expect(await reasonOf(askAsService(environment, account, ""))).toBe("OAUTH_INVALID_REQUEST");
  });
});
