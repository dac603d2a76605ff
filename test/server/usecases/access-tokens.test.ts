import { describe, expect, test } from "vitest";
import { accessTokens, accountCounters, auditEvents, oauthGrants } from "../../../server/store/tables.js";
import { batchRevokeAccessTokens } from "../../../server/usecases/batch-revoke-access-tokens.js";
import { createAccessToken } from "../../../server/usecases/create-access-token.js";
import { deleteOAuthClient } from "../../../server/usecases/delete-oauth-client.js";
import { deleteUser } from "../../../server/usecases/delete-user.js";
import { disableOAuthClient } from "../../../server/usecases/disable-oauth-client.js";
import { enableOAuthClient } from "../../../server/usecases/enable-oauth-client.js";
import { exchangeToken } from "../../../server/usecases/exchange-token.js";
import { findToken } from "../../../server/usecases/find-token.js";
import { getAccessToken } from "../../../server/usecases/get-access-token.js";
import { getCurrentAccessToken } from "../../../server/usecases/get-current-access-token.js";
import { getOAuthClient } from "../../../server/usecases/get-oauth-client.js";
import { listAccessTokens } from "../../../server/usecases/list-access-tokens.js";
import { revokeAccessToken } from "../../../server/usecases/revoke-access-token.js";
import { revokeCurrentAccessToken } from "../../../server/usecases/revoke-current-access-token.js";
import { setOAuthClientGlobal } from "../../../server/usecases/set-oauth-client-global.js";
import { updateOAuthClient } from "../../../server/usecases/update-oauth-client.js";
import { updateUser } from "../../../server/usecases/update-user.js";
import { makeOAuthAccount } from "../../support/oauth.js";
import {
  ANONYMOUS,
  addMember,
  basic,
  bearer,
  changeSettings,
  ENGINES,
  type EngineName,
  failureOf,
  isAccepted,
  makeAccessToken,
  makeClient,
  makeToken,
  OPERATOR,
  openTestEnvironment,
  PLAIN_ACCESS_TOKEN,
  PLAIN_CLIENT,
  reasonOf,
  request,
  requestWith,
  START,
  type TestAccount,
  type TestEnvironment,
} from "../../support/test-environment.js";

const FIRST_PAGE = { pageSize: 0, pageToken: "", filter: "", orderBy: "", clientId: "", userId: "" };
const REQUEST_ID = "3f0c6f5e-0b0e-4b54-9e39-0d5c2e3b8f11";

async function open(engine: EngineName = "memory") {
  const environment = await openTestEnvironment(engine);
  const account = await makeOAuthAccount(environment);
  const client = await makeClient(environment, account);
  const agent = await addMember(environment, account, { email: "agent@acme.example" });
  const admin = () => account.admin.request();
  const events = async () => {
    const all = await environment.store.read((reader) =>
      reader.list(auditEvents, [account.id], { limit: 1_000 }),
    );
    return all.map(({ action, resourceId }) => [action, resourceId]);
  };
  const counted = async () =>
    (await environment.store.read((reader) => reader.get(accountCounters, account.id)))?.accessTokens ?? 0;
  const make = (input: Partial<Parameters<typeof makeAccessToken>[2]> = {}) =>
    makeAccessToken(environment, account, { clientId: client.id, ...input });
  const isWorking = (secret: string) => isAccepted(environment, bearer(secret));
  return { environment, account, client, agent, admin, events, counted, make, isWorking };
}

/** A token of the client for itself. */
async function actForItself(
  environment: TestEnvironment,
  account: TestAccount,
  client: { readonly identifier: string; readonly secret: string },
) {
  const tokens = await exchangeToken(environment, request(environment, ANONYMOUS), {
    accountId: account.id,
    client: { clientId: client.identifier, clientSecret: client.secret },
    grantType: "CLIENT_CREDENTIALS",
    code: "",
    redirectUri: "",
    codeVerifier: "",
    refreshToken: "",
    deviceCode: "",
    scope: "read",
    lifetimeSeconds: undefined,
    refreshLifetimeSeconds: undefined,
  });
  return tokens.accessToken;
}

describe.each(ENGINES)("on %s", (engine) => {
  test("a token is made without a flow, works, and is stored as a digest alone", async () => {
    const { account, client, agent, events, counted, make, isWorking } = await open(engine);
    const { secret, refreshToken, view } = await make({
      userId: agent.userId,
      scopes: ["tickets:read"],
      lifetimeSeconds: 600,
    });
    expect(view).toMatchObject({
      state: "ACTIVE",
      client: { id: client.id },
      user: { email: agent.email },
      scopes: ["tickets:read"],
      token: { accountId: account.id, origin: "DIRECT", createTime: START, expireTime: START + 600_000 },
      refreshExpireTime: undefined,
      lastUse: undefined,
    });
    expect(secret).toMatch(/^lko_/);
    expect(refreshToken).toBe("");
    expect(await isWorking(secret)).toBe(true);
    expect(await counted()).toBe(1);
    expect((await events()).slice(-2)).toEqual([
      ["oauth_grant.create", view.token.grantId],
      ["access_token.create", view.token.id],
    ]);
  });

  test("ends with its revocation, its grant with it, and is counted down", async () => {
    const { environment, admin, events, counted, make, isWorking } = await open(engine);
    const { id, secret, refreshToken, view } = await make({ withRefreshToken: true });
    const other = await make();
    expect(refreshToken).toMatch(/^lkr_/);
    const asked = await revokeAccessToken(environment, await admin(), { id, validateOnly: true });
    expect(asked.token).toEqual(view.token);
    expect(await isWorking(secret)).toBe(true);
    await revokeAccessToken(environment, await admin(), { id, validateOnly: false });
    expect(await isWorking(secret)).toBe(false);
    expect(await isWorking(other.secret)).toBe(true);
    expect((await events()).slice(-2)).toEqual([
      ["oauth_grant.revoke", view.token.grantId],
      ["access_token.revoke", id],
    ]);
    expect(await counted()).toBe(1);
    const again = revokeAccessToken(environment, await admin(), { id, validateOnly: false });
    expect(await reasonOf(again)).toBe("RESOURCE_NOT_FOUND");
    expect(await reasonOf(getAccessToken(environment, await admin(), { id }))).toBe("RESOURCE_NOT_FOUND");
    expect(await reasonOf(findToken(environment, await admin(), { value: refreshToken }))).toBe(
      "RESOURCE_NOT_FOUND",
    );
  });

  test("of many revocations at once of one token one succeeds", async () => {
    const { environment, admin, counted, make } = await open(engine);
    const { id } = await make();
    const context = await admin();
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, () =>
        reasonOf(revokeAccessToken(environment, context, { id, validateOnly: false })),
      ),
    );
    expect(outcomes.filter((reason) => reason === undefined)).toHaveLength(1);
    expect(outcomes.filter((reason) => reason === "RESOURCE_NOT_FOUND")).toHaveLength(19);
    expect(await counted()).toBe(0);
  });
});

describe("making one", () => {
  test.each([
    [{ scopes: [] }, "scopes"],
    [{ scopes: ["nonsense"] }, "scopes[0]"],
    [{ scopes: ["tickets:read", "articles:read"] }, "scopes[1]"],
    [{ scopes: ["tickets:read"], lifetimeSeconds: 299 }, "lifetime"],
    [{ scopes: ["tickets:read"], lifetimeSeconds: 172_801 }, "lifetime"],
    [{ scopes: ["tickets:read"], withRefreshToken: true }, "with_refresh_token"],
    [{ scopes: ["tickets:read"], requestId: "x" }, "request_id"],
  ] as const)("with %j is refused, naming %s", async (wrong, field) => {
    const { environment, account, admin } = await open();
    const { id } = await makeClient(environment, account, {
      allowedScopes: ["tickets:read"],
      allowedGrantTypes: ["CLIENT_CREDENTIALS"],
    });
    const position = environment.store.position();
    const input = { ...PLAIN_ACCESS_TOKEN, clientId: id, ...wrong };
    const failure = await failureOf(createAccessToken(environment, await admin(), input));
    expect(failure?.reason).toBe("FIELD_INVALID");
    expect(failure?.details.violations?.[0]?.field).toBe(field);
    expect(environment.store.position()).toBe(position);
  });

  test("needs OAuth access, a client at work, and a user for whom it would work", async () => {
    const { environment, account, client, admin, agent } = await open();
    const create = async (input: object) =>
      reasonOf(
        createAccessToken(environment, await admin(), {
          ...PLAIN_ACCESS_TOKEN,
          clientId: client.id,
          ...input,
        }),
      );
    expect(await create({ clientId: "ocl_none" })).toBe("RESOURCE_NOT_FOUND");
    expect(await create({ clientId: "none" })).toBe("RESOURCE_NOT_FOUND");
    expect(await create({ userId: "usr_none" })).toBe("RESOURCE_NOT_FOUND");
    expect(await create({ clientId: client.identifier, userId: agent.userId })).toBeUndefined();
    const unverified = await addMember(environment, account, { email: "new@acme.example", verified: false });
    expect(await create({ userId: unverified.userId })).toBe("STATE_CONFLICT");
    await disableOAuthClient(environment, await admin(), { id: client.id, etag: "" });
    expect(await create({})).toBe("STATE_CONFLICT");
    await enableOAuthClient(environment, await admin(), { id: client.id, etag: "" });
    await changeSettings(environment, account, { oauthAccess: false }, ["oauth_access"]);
    expect(await create({})).toBe("OAUTH_ACCESS_OFF");
  });

  test("by a credential restricted to scopes gives no more than it holds", async () => {
    const { environment, account, client } = await open();
    await changeSettings(environment, account, { apiTokenAccess: true }, ["api_token_access"]);
    const { secret } = await makeToken(environment, account, {
      scopes: ["access_tokens:write", "tickets:read"],
    });
    const script = await requestWith(environment, basic(account.admin.email, secret));
    const create = (scopes: string[]) =>
      createAccessToken(environment, script, { ...PLAIN_ACCESS_TOKEN, clientId: client.id, scopes });
    expect(await reasonOf(create(["tickets:write"]))).toBe("SCOPE_INSUFFICIENT");
    expect(await reasonOf(create(["read"]))).toBe("SCOPE_INSUFFICIENT");
    expect(await reasonOf(create(["tickets:read"]))).toBeUndefined();
  });

  test("sent again makes no second one, and tells no secret; when the first has ended, says so", async () => {
    const { environment, client, admin, counted } = await open();
    const input = {
      ...PLAIN_ACCESS_TOKEN,
      clientId: client.id,
      withRefreshToken: true,
      requestId: REQUEST_ID,
    };
    const first = await createAccessToken(environment, await admin(), input);
    const again = await createAccessToken(environment, await admin(), input);
    expect(again).toEqual({ accessToken: first.accessToken, secret: "", refreshToken: "" });
    expect(await counted()).toBe(1);
    const other = createAccessToken(environment, await admin(), { ...input, scopes: ["write"] });
    expect(await reasonOf(other)).toBe("REQUEST_ID_REUSED");
    const { id } = first.accessToken.token;
    await revokeAccessToken(environment, await admin(), { id, validateOnly: false });
    expect(await reasonOf(createAccessToken(environment, await admin(), input))).toBe("RESOURCE_NOT_FOUND");
  });
});

describe("who is no administrator", () => {
  test("sees, finds and ends no tokens but their own", async () => {
    const { environment, agent, make, isWorking, client } = await open();
    const theirs = await make();
    const own = await make({ userId: agent.userId });
    const context = () => agent.request();
    const list = async (input: object = {}) =>
      listAccessTokens(environment, await context(), { ...FIRST_PAGE, ...input });
    const ids = async (input: object = {}) => (await list(input)).items.map(({ token }) => token.id);
    expect(await ids()).toEqual([own.id]);
    expect((await list()).totalSize).toBe(1);
    expect(await ids({ clientId: client.id })).toEqual([own.id]);
    expect(await ids({ userId: agent.userId })).toEqual([own.id]);
    expect(await ids({ userId: theirs.view.token.userId })).toEqual([]);
    const batch = async (input: object) =>
      batchRevokeAccessTokens(environment, await context(), {
        ids: [],
        clientId: "",
        userId: "",
        validateOnly: false,
        ...input,
      });
    const { id } = theirs;
    for (const attempt of [
      getAccessToken(environment, await context(), { id }),
      revokeAccessToken(environment, await context(), { id, validateOnly: false }),
      findToken(environment, await context(), { value: theirs.secret }),
      batch({ ids: [own.id, id] }),
      batch({ userId: theirs.view.token.userId }),
    ]) {
      expect(await reasonOf(attempt)).toBe("RESOURCE_NOT_FOUND");
    }
    expect((await getAccessToken(environment, await context(), { id: own.id })).token.id).toBe(own.id);
    expect(await findToken(environment, await context(), { value: own.secret })).toMatchObject({
      isActive: true,
    });
    expect(await batch({ clientId: client.identifier })).toEqual({ accessTokens: 1, grants: 0 });
    expect(await isWorking(own.secret)).toBe(false);
    expect(await isWorking(theirs.secret)).toBe(true);
  });
});

describe("listing", () => {
  test("by client, by user and by both; filtered, in order, page by page", async () => {
    const { environment, account, agent, make, client, admin } = await open();
    const second = await makeClient(environment, account, { name: "Second" });
    const made: string[] = [];
    for (let round = 0; round < 3; round++) {
      for (const clientId of [client.id, second.id]) {
        environment.clock.advance(1_000);
        const scopes = clientId === second.id ? ["write"] : ["read"];
        made.push((await make({ clientId, scopes, userId: round === 0 ? agent.userId : "" })).id);
      }
    }
    const list = async (input: object) =>
      listAccessTokens(environment, await admin(), { ...FIRST_PAGE, ...input });
    const ids = async (input: object) => (await list(input)).items.map(({ token }) => token.id);
    expect(await ids({})).toEqual(made);
    expect(await ids({ orderBy: "create_time desc" })).toEqual(made.toReversed());
    expect(await ids({ clientId: second.id })).toEqual([made[1], made[3], made[5]]);
    expect(await ids({ clientId: second.identifier, orderBy: "create_time desc" })).toEqual([
      made[5],
      made[3],
      made[1],
    ]);
    expect(await ids({ userId: agent.userId })).toEqual([made[0], made[1]]);
    expect(await ids({ userId: agent.userId, clientId: client.id })).toEqual([made[0]]);
    expect(await ids({ filter: "scopes : write" })).toEqual([made[1], made[3], made[5]]);
    expect(await ids({ filter: `user_email = "${agent.email}"` })).toEqual([made[0], made[1]]);
    for (const input of [{}, { clientId: second.id }, { userId: account.admin.userId }]) {
      const whole = await ids(input);
      const paged: string[] = [];
      let pageToken = "";
      do {
        const page = await list({ ...input, pageSize: 2, pageToken });
        paged.push(...page.items.map(({ token }) => token.id));
        expect(page.totalSize).toBe(6);
        pageToken = page.nextPageToken;
      } while (pageToken !== "");
      expect(paged).toEqual(whole);
    }
    expect(await reasonOf(list({ clientId: "ocl_none" }))).toBe("RESOURCE_NOT_FOUND");
    expect(await reasonOf(list({ pageToken: "x" }))).toBe("PAGE_TOKEN_INVALID");
    expect(await reasonOf(list({ orderBy: "scopes" }))).toBe("FILTER_INVALID");
    const { nextPageToken } = await list({ pageSize: 1 });
    expect(await reasonOf(list({ clientId: client.id, pageToken: nextPageToken }))).toBe(
      "PAGE_TOKEN_INVALID",
    );
  });

  test("tells the state and the use, and leaves out what has ended", async () => {
    const { environment, client, admin, make } = await open();
    const { id, secret } = await make({ lifetimeSeconds: 600 });
    await isAccepted(environment, bearer(secret));
    await environment.uses.flush(environment.store);
    const list = async (filter = "") =>
      (await listAccessTokens(environment, await admin(), { ...FIRST_PAGE, filter })).items;
    expect(await list()).toMatchObject([{ state: "ACTIVE", lastUse: { time: START, count: 1 } }]);
    expect(await list('last_use.time < "2026-11-01T00:00:00Z"')).toEqual([]);
    await disableOAuthClient(environment, await admin(), { id: client.id, etag: "" });
    expect(await list()).toMatchObject([{ state: "STOPPED" }]);
    await enableOAuthClient(environment, await admin(), { id: client.id, etag: "" });
    environment.clock.advance(600_000);
    expect(await list("state = EXPIRED")).toMatchObject([{ token: { id } }]);
    await deleteOAuthClient(environment, await admin(), { id: client.id, etag: "" });
    expect(await list()).toEqual([]);
  });
});

describe("finding by value", () => {
  test("tells whose each kind of secret is, and whether it is good", async () => {
    const { environment, account, client, admin, agent, make } = await open();
    await changeSettings(environment, account, { apiTokenAccess: true }, ["api_token_access"]);
    const apiToken = await makeToken(environment, account);
    const token = await make({ withRefreshToken: true });
    const find = async (value: string) => findToken(environment, await admin(), { value });
    const isActive = true;
    expect(await find(` ${token.secret}\n`)).toMatchObject({
      kind: "ACCESS_TOKEN",
      accessToken: { token: { id: token.id } },
      isActive,
    });
    expect(await find(token.refreshToken)).toMatchObject({
      kind: "ACCESS_TOKEN",
      accessToken: { token: { id: token.id }, refreshExpireTime: START + 2_592_000_000 },
      isActive,
    });
    expect(await find(apiToken.secret)).toEqual({ kind: "API_TOKEN", apiTokenId: apiToken.id, isActive });
    expect(await find(client.secret)).toEqual({ kind: "CLIENT_SECRET", oauthClientId: client.id, isActive });
    expect(await find(agent.sessionToken)).toEqual({ kind: "SESSION", userId: agent.userId, isActive });
    await changeSettings(environment, account, { oauthAccess: false }, ["oauth_access"]);
    for (const secret of [token.secret, token.refreshToken, client.secret]) {
      expect((await find(secret)).isActive).toBe(false);
    }
    for (const nobodys of [
      "",
      "x",
      environment.newSecret("ACCESS_TOKEN"),
      environment.newSecret("SETUP_CODE"),
    ]) {
      const failure = await failureOf(find(nobodys));
      expect(failure?.reason).toBe("RESOURCE_NOT_FOUND");
      if (nobodys.length > 1)
        expect(JSON.stringify([failure?.message, failure?.details])).not.toContain(nobodys);
    }
  });

  test("finds nothing of another account", async () => {
    const { environment, make, client, agent } = await open();
    const globex = await makeOAuthAccount(environment, "globex");
    const token = await make({ withRefreshToken: true });
    for (const value of [token.secret, token.refreshToken, client.secret, agent.sessionToken]) {
      const search = findToken(environment, await globex.admin.request(), { value });
      expect(await reasonOf(search)).toBe("RESOURCE_NOT_FOUND");
    }
  });

  test("tells the grant of a refresh token whose access token is gone", async () => {
    const { environment, admin, make } = await open();
    const { refreshToken, view } = await make({ withRefreshToken: true });
    await environment.store.write((transaction) => transaction.delete(accessTokens, view.token));
    expect(await findToken(environment, await admin(), { value: refreshToken })).toEqual({
      kind: "OAUTH_GRANT",
      grantId: view.token.grantId,
      isActive: true,
    });
  });
});

describe("revoking many", () => {
  const NOTHING = { ids: [], clientId: "", userId: "", validateOnly: false };

  async function openMany() {
    const world = await open();
    const { environment, account, agent, make, admin, isWorking } = world;
    const second = await makeClient(environment, account, { name: "Second" });
    const tokens = {
      adminFirst: await make({ withRefreshToken: true }),
      agentFirst: await make({ userId: agent.userId }),
      adminSecond: await make({ clientId: second.id }),
      agentSecond: await make({ clientId: second.id, userId: agent.userId, withRefreshToken: true }),
    };
    const batch = async (input: object) =>
      batchRevokeAccessTokens(environment, await admin(), { ...NOTHING, ...input });
    const left = async () => {
      const names: string[] = [];
      for (const [name, { secret }] of Object.entries(tokens)) if (await isWorking(secret)) names.push(name);
      return names;
    };
    return { ...world, second, tokens, batch, left };
  }

  test("by id: all or none, and each event with it", async () => {
    const { tokens, batch, left, events } = await openMany();
    const ids = [tokens.adminFirst.id, tokens.agentSecond.id];
    expect(await reasonOf(batch({ ids: [...ids, "atk_none"] }))).toBe("RESOURCE_NOT_FOUND");
    expect(await batch({ ids, validateOnly: true })).toEqual({ accessTokens: 2, grants: 2 });
    expect(await left()).toHaveLength(4);
    expect(await batch({ ids })).toEqual({ accessTokens: 2, grants: 2 });
    expect(await left()).toEqual(["agentFirst", "adminSecond"]);
    const told = (await events()).filter(([action]) => action === "access_token.revoke");
    expect(told.map(([, id]) => id)).toEqual(ids);
  });

  test.each([
    [{}, "ids"],
    [{ ids: ["a", "a"] }, "ids"],
    [{ ids: Array.from({ length: 501 }, (_, index) => `atk_${index}`) }, "ids"],
    [{ ids: ["a"], clientId: "b" }, "ids"],
  ])("with %j is refused", async (input, field) => {
    const { batch } = await openMany();
    const failure = await failureOf(batch(input));
    expect(failure?.details.violations?.[0]?.field).toBe(field);
  });

  test("of a client, with those of the client itself; what comes later lives", async () => {
    const { environment, account, second, batch, left, isWorking, make, events } = await openMany();
    const own = await actForItself(environment, account, second);
    environment.clock.advance(1);
    expect(await batch({ clientId: second.id, validateOnly: true })).toEqual({ accessTokens: 3, grants: 1 });
    expect(await batch({ clientId: second.identifier })).toEqual({ accessTokens: 3, grants: 1 });
    expect(await left()).toEqual(["adminFirst", "agentFirst"]);
    expect(await isWorking(own)).toBe(false);
    expect((await events()).at(-1)).toEqual(["access_token.revoke_all", second.id]);
    environment.clock.advance(1);
    expect(await isWorking((await make({ clientId: second.id })).secret)).toBe(true);
    expect(await isWorking(await actForItself(environment, account, second))).toBe(true);
    expect(await reasonOf(batch({ clientId: "none" }))).toBe("RESOURCE_NOT_FOUND");
  });

  test("of a user", async () => {
    const { agent, batch, left, events } = await openMany();
    expect(await batch({ userId: agent.userId })).toEqual({ accessTokens: 2, grants: 1 });
    expect(await left()).toEqual(["adminFirst", "adminSecond"]);
    expect((await events()).at(-1)).toEqual(["access_token.revoke_all", agent.userId]);
    expect(await reasonOf(batch({ userId: "usr_none" }))).toBe("RESOURCE_NOT_FOUND");
  });

  test("of a client for a user", async () => {
    const { environment, account, agent, second, batch, left } = await openMany();
    expect(await batch({ userId: agent.userId, clientId: second.id })).toEqual({
      accessTokens: 1,
      grants: 1,
    });
    expect(await left()).toEqual(["adminFirst", "agentFirst", "adminSecond"]);
    const grants = await environment.store.read((reader) =>
      reader.list(oauthGrants, [account.id], { limit: 100 }),
    );
    expect(grants).toHaveLength(3);
  });

  test("holds even when the clock was put back meanwhile", async () => {
    const { environment, client, batch, left } = await openMany();
    environment.clock.advance(-5_000);
    await batch({ clientId: client.id });
    expect(await left()).toEqual(["adminSecond", "agentSecond"]);
  });
});

describe("the token of the call", () => {
  test("is told and ended, whether a user or a client stands behind it", async () => {
    const { environment, account, client, make, isWorking } = await open();
    const made = await make({ scopes: ["authenticate"] });
    const own = await actForItself(environment, account, client);
    const told: unknown[] = [];
    for (const secret of [made.secret, own]) {
      const context = await requestWith(environment, bearer(secret));
      const current = await getCurrentAccessToken(environment, context);
      told.push([current.token.origin, current.user?.email]);
      await revokeCurrentAccessToken(environment, context);
      expect(await isWorking(secret)).toBe(false);
      expect(await reasonOf(revokeCurrentAccessToken(environment, context))).toBe("CREDENTIAL_INVALID");
    }
    expect(told).toEqual([
      ["DIRECT", account.admin.email],
      ["CLIENT_CREDENTIALS", undefined],
    ]);
  });

  test("there is none of a session", async () => {
    const { environment, admin } = await open();
    expect(await reasonOf(getCurrentAccessToken(environment, await admin()))).toBe("ROLE_INSUFFICIENT");
  });

  test("a client that acts for itself manages nothing", async () => {
    const { environment, account, client } = await open();
    const context = await requestWith(environment, bearer(await actForItself(environment, account, client)));
    expect(await reasonOf(listAccessTokens(environment, context, FIRST_PAGE))).toBe("ROLE_INSUFFICIENT");
  });
});

describe("with its client", () => {
  test("a token stops, works again and ends, and what would happen is told exactly", async () => {
    const { environment, account, client, agent, admin, make, isWorking } = await open();
    const own = await actForItself(environment, account, client);
    const { secret } = await make({ withRefreshToken: true });
    await make({ userId: agent.userId });
    await make({ lifetimeSeconds: 300 });
    const { id } = await make();
    await revokeAccessToken(environment, await admin(), { id, validateOnly: false });
    environment.clock.advance(300_000);
    const stillThere = await make({ userId: agent.userId, lifetimeSeconds: 3_600 });
    expect(await isWorking(secret)).toBe(true);
    await environment.uses.flush(environment.store);
    const impact = {
      accessTokens: 4,
      grants: 1,
      users: 2,
      recentlyUsedAccessTokens: 1,
      recentUsers: 1,
    };
    const input = { id: client.id, etag: "", validateOnly: true };
    expect((await disableOAuthClient(environment, await admin(), input)).impact).toEqual(impact);
    expect((await deleteOAuthClient(environment, await admin(), input)).impact).toEqual(impact);
    expect(await isWorking(own)).toBe(true);
    const done = { ...input, validateOnly: false };
    await environment.uses.flush(environment.store);
    expect((await disableOAuthClient(environment, await admin(), done)).impact).toEqual({
      ...impact,
      recentlyUsedAccessTokens: 2,
    });
    expect(await isWorking(own)).toBe(false);
    expect(await isWorking(secret)).toBe(false);
    // What would end with a disabled client is what would work if it were enabled.
    expect((await deleteOAuthClient(environment, await admin(), input)).impact.accessTokens).toBe(4);
    await enableOAuthClient(environment, await admin(), { id: client.id, etag: "" });
    expect(await isWorking(secret)).toBe(true);
    environment.clock.advance(3_600_000);
    expect((await deleteOAuthClient(environment, await admin(), input)).impact).toMatchObject({
      accessTokens: 0,
      grants: 1,
      users: 1,
    });
    environment.clock.advance(-3_600_000);
    await deleteOAuthClient(environment, await admin(), done);
    expect(await isWorking(stillThere.secret)).toBe(false);
    expect(await isWorking(own)).toBe(false);
  });

  test("a token has no more than the client may have by now", async () => {
    const { environment, client, admin, make, isWorking } = await open();
    const { id, secret } = await make({ scopes: ["read"] });
    const allow = async (allowedScopes: string[]) =>
      updateOAuthClient(environment, await admin(), {
        id: client.id,
        etag: "",
        choices: { ...PLAIN_CLIENT, allowedScopes },
        updateMask: ["allowed_scopes"],
      });
    await allow(["tickets:read"]);
    expect((await getAccessToken(environment, await admin(), { id })).scopes).toEqual(["tickets:read"]);
    expect(await isWorking(secret)).toBe(true);
    await allow(["tickets:write"]);
    expect((await getAccessToken(environment, await admin(), { id })).state).toBe("STOPPED");
    expect(await isWorking(secret)).toBe(false);
  });

  test("tokens of other accounts end when it ceases to be global, and do not come back", async () => {
    const { environment, account, client, admin } = await open();
    const globex = await makeOAuthAccount(environment, "globex");
    const setGlobal = (global: boolean) =>
      setOAuthClientGlobal(environment, request(environment, OPERATOR, ""), {
        accountId: account.id,
        id: client.id,
        global,
      });
    const makeForeign = () => makeAccessToken(environment, globex, { clientId: client.identifier });
    expect(await reasonOf(makeForeign())).toBe("RESOURCE_NOT_FOUND");
    await setGlobal(true);
    const { secret } = await makeForeign();
    expect(await isAccepted(environment, bearer(secret))).toBe(true);
    const list = async (clientId: string) =>
      listAccessTokens(environment, await globex.admin.request(), { ...FIRST_PAGE, clientId });
    expect((await list(client.id)).items).toHaveLength(1);
    expect((await list(client.identifier)).items).toHaveLength(1);
    const asked = { id: client.id, etag: "", validateOnly: true };
    expect((await deleteOAuthClient(environment, await admin(), asked)).impact).toMatchObject({
      accessTokens: 1,
      users: 1,
    });
    await setGlobal(false);
    expect(await isAccepted(environment, bearer(secret))).toBe(false);
    environment.clock.advance(1_000);
    await setGlobal(true);
    expect(await isAccepted(environment, bearer(secret))).toBe(false);
    expect(await isAccepted(environment, bearer((await makeForeign()).secret))).toBe(true);
  });
});

describe("with its user", () => {
  const USER = { email: "", name: "", role: "END_USER", verified: true, etag: "" } as const;

  test.each([
    ["demoted", { suspended: false, updateMask: ["role"] }],
    ["suspended", { suspended: true, updateMask: ["suspended"] }],
  ] as const)("who is %s a token ends for good, and they are told how many", async (_, change) => {
    const { environment, agent, admin, make, isWorking } = await open();
    const { secret, refreshToken } = await make({ userId: agent.userId, withRefreshToken: true });
    const mine = await make();
    environment.clock.advance(1);
    const input = { ...USER, id: agent.userId, ...change };
    const { endedAccessTokens } = await updateUser(environment, await admin(), input);
    expect(endedAccessTokens).toBe(1);
    expect(await isWorking(secret)).toBe(false);
    expect(await isWorking(mine.secret)).toBe(true);
    const back = { ...USER, id: agent.userId, role: "AGENT", suspended: false } as const;
    await updateUser(environment, await admin(), { ...back, updateMask: ["role", "suspended"] });
    expect(await isWorking(secret)).toBe(false);
    expect(await reasonOf(findToken(environment, await admin(), { value: refreshToken }))).toBe(
      "RESOURCE_NOT_FOUND",
    );
    environment.clock.advance(1);
    expect(await isWorking((await make({ userId: agent.userId })).secret)).toBe(true);
  });

  test("who is deleted it ends, as was told beforehand", async () => {
    const { environment, agent, admin, make, isWorking } = await open();
    const { secret } = await make({ userId: agent.userId });
    const remove = async (validateOnly: boolean) =>
      deleteUser(environment, await admin(), { id: agent.userId, etag: "", validateOnly });
    expect(await remove(true)).toMatchObject({ endedAccessTokens: 1 });
    expect(await isWorking(secret)).toBe(true);
    expect(await remove(false)).toMatchObject({ endedAccessTokens: 1 });
    expect(await isWorking(secret)).toBe(false);
  });

  test("whose name changes it lives on", async () => {
    const { environment, agent, admin, make, isWorking } = await open();
    const { secret } = await make({ userId: agent.userId });
    const input = { ...USER, id: agent.userId, name: "Ada", suspended: false, updateMask: ["name"] };
    expect(await updateUser(environment, await admin(), input)).toMatchObject({ endedAccessTokens: 0 });
    expect(await isWorking(secret)).toBe(true);
  });
});

test("the last use of any token is told of its client, as soon as it is written", async () => {
  const { environment, client, admin, make, isWorking } = await open();
  const { secret } = await make();
  const lastUse = async () =>
    (await getOAuthClient(environment, await admin(), { id: client.id })).lastUseTime;
  expect(await lastUse()).toBeUndefined();
  environment.clock.advance(5_000);
  await isWorking(secret);
  await environment.uses.flush(environment.store);
  expect(await lastUse()).toBe(START + 5_000);
});
