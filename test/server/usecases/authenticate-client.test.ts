import { describe, expect, test } from "vitest";
import { hintOf } from "../../../server/domain/credentials.js";
import { SECOND } from "../../../server/domain/instants.js";
import { auditEvents, clientSecretUses } from "../../../server/store/tables.js";
import { digest } from "../../../server/system/digest.js";
import {
  actionsIn,
  beginOAuth,
  changeClient,
  exchange,
  makeClient,
  makeOAuthAccount,
  type TestClient,
} from "../../support/oauth.js";
import {
  changeSettings,
  failureOf,
  HOME_IP,
  reasonOf,
  type TestEnvironment,
} from "../../support/test-environment.js";

function ask(
  environment: TestEnvironment,
  client: TestClient,
  clientSecret = client.authentication.clientSecret,
  sourceIp = HOME_IP,
) {
  const { clientId } = client.authentication;
  const input = {
    grantType: "CLIENT_CREDENTIALS",
    scope: "read",
    client: { clientId, clientSecret },
  } as const;
  return exchange(environment, client, input, sourceIp);
}

const REFUSED = "oauth_client.authentication_refused";

describe("a client is refused", () => {
  test.each([
    ["without its secret", ""],
    ["with a secret of nobody", "lkc_000000000000000000000000000000000000"],
    ["with a long one", "x".repeat(100_000)],
  ])("%s", async (_, secret) => {
    const { environment, client } = await beginOAuth();
    expect(await reasonOf(ask(environment, client, secret))).toBe("OAUTH_INVALID_CLIENT");
  });

  test("with another client's secret, and with a well-formed one that is wrong", async () => {
    const { environment, account, client } = await beginOAuth();
    const other = await makeClient(environment, account);
    for (const secret of [other.authentication.clientSecret, environment.newSecret("CLIENT_SECRET")]) {
      expect(await reasonOf(ask(environment, client, secret))).toBe("OAUTH_INVALID_CLIENT");
    }
  });

  test("when it is disabled, unknown, of another account or nowhere", async () => {
    const { environment, client } = await beginOAuth();
    await makeOAuthAccount(environment, "globex");
    const input = { grantType: "CLIENT_CREDENTIALS", scope: "read" } as const;
    for (const changes of [
      { accountId: "globex" },
      { accountId: "nowhere" },
      { accountId: "" },
      { client: { ...client.authentication, clientId: "nobody" } },
      { client: { ...client.authentication, clientId: "" } },
      { client: { ...client.authentication, clientId: "x".repeat(10_000) } },
      { client: { ...client.authentication, clientId: client.client.id } },
    ]) {
      expect(await reasonOf(exchange(environment, client, { ...input, ...changes }))).toBe(
        "OAUTH_INVALID_CLIENT",
      );
    }
    await changeClient(environment, client.client, { enabled: false });
    expect(await reasonOf(ask(environment, client))).toBe("OAUTH_INVALID_CLIENT");
  });

  test("from an address that the account does not let in", async () => {
    const { environment, account, client } = await beginOAuth();
    await changeSettings(environment, account, { ipAllowList: [`${HOME_IP}/32`] }, ["ip_allow_list"]);
    expect(await reasonOf(ask(environment, client, undefined, "198.51.100.1"))).toBe("OAUTH_INVALID_CLIENT");
    expect(await reasonOf(ask(environment, client))).toBeUndefined();
  });
});

test("two secrets work while they overlap, and it is told which is used, from where and how often", async () => {
  const { environment, client } = await beginOAuth();
  const fresh = environment.newSecret("CLIENT_SECRET");
  const { now } = environment.clock;
  const [old] = client.client.secrets;
  if (old === undefined) throw new Error("It has no secret.");
  await changeClient(environment, client.client, {
    secrets: [
      { digest: digest(fresh), hint: hintOf(fresh), createTime: now },
      { ...old, expireTime: now + 60 * SECOND },
    ],
  });
  await ask(environment, client);
  await ask(environment, client);
  await ask(environment, client, fresh, "192.0.2.99");
  // A secret is used also where nothing comes of it.
  await reasonOf(exchange(environment, client, { grantType: "CLIENT_CREDENTIALS", scope: "nonsense" }));
  await environment.uses.flush(environment.store);
  const uses = await environment.store.read((reader) =>
    reader.list(clientSecretUses, ["acme", client.client.id], { limit: 100 }),
  );
  expect(uses).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ secretHint: old.hint, sourceIp: HOME_IP, count: 3, time: now }),
      expect.objectContaining({ secretHint: hintOf(fresh), sourceIp: "192.0.2.99", count: 1 }),
    ]),
  );
  environment.clock.advance(60 * SECOND);
  expect(await reasonOf(ask(environment, client))).toBe("OAUTH_INVALID_CLIENT");
  expect(await reasonOf(ask(environment, client, fresh))).toBeUndefined();
});

test("of the addresses that use a secret, the ten latest are kept", async () => {
  const { environment, client } = await beginOAuth();
  for (let host = 1; host <= 14; host++) {
    environment.clock.advance(SECOND);
    await ask(environment, client, undefined, `192.0.2.${host}`);
    await environment.uses.flush(environment.store);
  }
  const uses = await environment.store.read((reader) =>
    reader.list(clientSecretUses, ["acme", client.client.id], { limit: 100 }),
  );
  const hosts = uses.map(({ sourceIp }) => Number(sourceIp.split(".")[3]));
  expect(hosts.sort((a, b) => a - b)).toEqual([5, 6, 7, 8, 9, 10, 11, 12, 13, 14]);
});

test("a refusal is an audit event, one a minute for a client and network", async () => {
  const { environment, client } = await beginOAuth();
  for (const secret of ["a", "b", "c"]) await reasonOf(ask(environment, client, secret));
  await reasonOf(ask(environment, client, "d", "198.51.100.1"));
  const told = (await actionsIn(environment)).filter((action) => action === REFUSED);
  expect(told).toHaveLength(2);
  environment.clock.advance(60 * SECOND);
  await reasonOf(ask(environment, client, "e"));
  const [event] = await environment.store.read((reader) =>
    reader.list(auditEvents, ["acme"], { reverse: true, limit: 1 }),
  );
  expect(event).toMatchObject({
    action: REFUSED,
    resourceId: client.client.id,
    actor: { kind: "OAUTH_CLIENT", clientId: client.client.id },
    sourceIp: HOME_IP,
  });
});

test("made-up identifiers do not fill the audit log, nor do made-up accounts", async () => {
  const { environment, client } = await beginOAuth();
  for (let index = 0; index < 5; index++) {
    const authentication = { clientId: `made-up-${index}`, clientSecret: "" };
    const made = { ...client, authentication };
    await reasonOf(ask(environment, made, ""));
    await reasonOf(
      exchange(environment, made, { grantType: "CLIENT_CREDENTIALS", accountId: `no-${index}` }),
    );
  }
  expect((await actionsIn(environment)).filter((action) => action === REFUSED)).toHaveLength(1);
});

describe("guessing secrets is slowed down (RFC 6749 section 2.3.1)", () => {
  const guessUntilSlowed = async (environment: TestEnvironment, client: TestClient) => {
    for (const secret of ["a", "b", "c", "d", "e"]) {
      expect(await reasonOf(ask(environment, client, secret))).toBe("OAUTH_INVALID_CLIENT");
    }
    const failure = await failureOf(ask(environment, client, "f"));
    expect(failure).toMatchObject({ reason: "SIGN_IN_THROTTLED", details: { retryAfterSeconds: 1 } });
  };

  test("for that client from that network: others, and it from elsewhere, go on", async () => {
    const { environment, account, client } = await beginOAuth();
    await guessUntilSlowed(environment, client);
    expect(await reasonOf(ask(environment, client))).toBe("SIGN_IN_THROTTLED");
    expect(await reasonOf(ask(environment, client, undefined, "198.51.100.1"))).toBeUndefined();
    expect(await reasonOf(ask(environment, await makeClient(environment, account)))).toBeUndefined();
    environment.clock.advance(SECOND);
    expect(await reasonOf(ask(environment, client))).toBeUndefined();
  });

  test("but a forgotten program with one old secret shuts nobody out", async () => {
    const { environment, client } = await beginOAuth();
    const old = environment.newSecret("CLIENT_SECRET");
    for (let index = 0; index < 100; index++) {
      expect(await reasonOf(ask(environment, client, old))).toBe("OAUTH_INVALID_CLIENT");
    }
    expect(await reasonOf(ask(environment, client))).toBeUndefined();
  });

  test("and guessing codes, too", async () => {
    const { environment, client } = await beginOAuth();
    const guess = () =>
      reasonOf(
        exchange(environment, client, {
          grantType: "AUTHORIZATION_CODE",
          code: environment.newSecret("AUTHORIZATION_CODE"),
        }),
      );
    for (let index = 0; index < 5; index++) expect(await guess()).toBe("OAUTH_INVALID_GRANT");
    expect(await guess()).toBe("SIGN_IN_THROTTLED");
  });
});

test("an account's own client comes before a global one of the same identifier", async () => {
  const { environment, account } = await beginOAuth();
  const globex = await makeOAuthAccount(environment, "globex");
  const everywhere = await makeClient(environment, account, { identifier: "sync", global: true });
  const own = await makeClient(environment, globex, { identifier: "sync" });
  const at = (accountId: string, { authentication }: TestClient) =>
    reasonOf(
      exchange(environment, everywhere, {
        accountId,
        client: authentication,
        grantType: "AUTHORIZATION_CODE",
        code: "x",
      }),
    );
  expect(await at("globex", own)).toBe("OAUTH_INVALID_GRANT");
  expect(await at("globex", everywhere)).toBe("OAUTH_INVALID_CLIENT");
  expect(await at("acme", everywhere)).toBe("OAUTH_INVALID_GRANT");
  expect(await at("acme", own)).toBe("OAUTH_INVALID_CLIENT");
});
