import { describe, expect, test } from "vitest";
import { etagOf } from "../../../server/domain/etags.js";
import { MAX_OAUTH_CLIENTS } from "../../../server/domain/oauth-clients.js";
import { usesIn } from "../../../server/domain/oauth-grants.js";
import {
  accountCounters,
  auditEvents,
  clientSecretUses,
  oauthClients,
} from "../../../server/store/tables.js";
import { createOAuthClient } from "../../../server/usecases/create-oauth-client.js";
import { deleteOAuthClient } from "../../../server/usecases/delete-oauth-client.js";
import { disableOAuthClient } from "../../../server/usecases/disable-oauth-client.js";
import { enableOAuthClient } from "../../../server/usecases/enable-oauth-client.js";
import { getOAuthClient } from "../../../server/usecases/get-oauth-client.js";
import { listOAuthClients } from "../../../server/usecases/list-oauth-clients.js";
import { retireOAuthClientSecret } from "../../../server/usecases/retire-oauth-client-secret.js";
import { rotateOAuthClientSecret } from "../../../server/usecases/rotate-oauth-client-secret.js";
import { setOAuthClientGlobal } from "../../../server/usecases/set-oauth-client-global.js";
import { updateOAuthClient } from "../../../server/usecases/update-oauth-client.js";
import {
  basic,
  ENGINES,
  type EngineName,
  failureOf,
  makeAccount,
  makeClient,
  makeOpenAccount,
  makeToken,
  OPERATOR,
  openTestEnvironment,
  PLAIN_CLIENT,
  reasonOf,
  request,
  requestWith,
  START,
} from "../../support/test-environment.js";

const FIRST_PAGE = { pageSize: 0, pageToken: "", filter: "", orderBy: "" };

async function open(engine: EngineName = "memory") {
  const environment = await openTestEnvironment(engine);
  const account = await makeOpenAccount(environment);
  const context = () => account.admin.request();
  const events = async () => {
    const all = await environment.store.read((reader) =>
      reader.list(auditEvents, [account.id], { limit: 1_000 }),
    );
    return all.filter(({ resourceType }) => resourceType === "oauth_client");
  };
  return { environment, account, context, events };
}

describe.each(ENGINES)("on %s", (engine) => {
  test("a client is made with all that was chosen, and its secret is stored as a digest alone", async () => {
    const { environment, context, account, events } = await open(engine);
    const { oauthClient, secret } = await createOAuthClient(environment, await context(), {
      ...PLAIN_CLIENT,
      name: "  Nightly Export ",
      company: "Acme",
      allowedScopes: ["read"],
    });
    const { client } = oauthClient;
    expect(client).toMatchObject({
      accountId: account.id,
      identifier: "nightly-export",
      name: "Nightly Export",
      company: "Acme",
      kind: "CONFIDENTIAL",
      allowedScopes: ["read"],
      allowedGrantTypes: ["AUTHORIZATION_CODE", "REFRESH_TOKEN", "CLIENT_CREDENTIALS"],
      enabled: true,
      global: false,
      creatorEmail: account.admin.email,
      createTime: START,
    });
    expect(secret).toMatch(/^lkc_/);
    expect(client.secrets).toEqual([
      { digest: environment.digest(secret), hint: secret.slice(0, 10), createTime: START },
    ]);
    expect(JSON.stringify(await events())).not.toContain(secret);
    expect((await events()).map(({ action, resourceId }) => [action, resourceId])).toEqual([
      ["oauth_client.create", client.id],
    ]);
    expect(await getOAuthClient(environment, await context(), { id: client.identifier })).toEqual(
      oauthClient,
    );
    expect(await getOAuthClient(environment, await context(), { id: client.id })).toEqual(oauthClient);
  });

  test("of many creates at once with one identifier exactly one succeeds; names give each their own", async () => {
    const { environment, account, context } = await open(engine);
    const admin = await context();
    const wanted = { ...PLAIN_CLIENT, identifier: "the-one" };
    const outcomes = await Promise.all(
      Array.from({ length: 30 }, () => reasonOf(createOAuthClient(environment, admin, wanted))),
    );
    expect(outcomes.filter((reason) => reason === undefined)).toHaveLength(1);
    expect(outcomes.filter((reason) => reason === "RESOURCE_EXISTS")).toHaveLength(29);
    const named = await Promise.all(
      Array.from({ length: 30 }, () => createOAuthClient(environment, admin, PLAIN_CLIENT)),
    );
    const identifiers = named.map(({ oauthClient }) => oauthClient.client.identifier);
    expect(new Set(identifiers).size).toBe(30);
    expect(identifiers).toContain("nightly-export");
    expect(identifiers).toContain("nightly-export-30");
    const counters = await environment.store.read((reader) => reader.get(accountCounters, account.id));
    expect(counters?.oauthClients).toBe(31);
  });

  test("creates that race for the last place leave exactly the limit", async () => {
    const { environment, account, context } = await open(engine);
    const admin = await context();
    await environment.store.write(async (transaction) => {
      const counters = await transaction.get(accountCounters, account.id);
      if (counters !== undefined) {
        await transaction.put(accountCounters, { ...counters, oauthClients: MAX_OAUTH_CLIENTS - 3 });
      }
    });
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, () => reasonOf(createOAuthClient(environment, admin, PLAIN_CLIENT))),
    );
    expect(outcomes.filter((reason) => reason === undefined)).toHaveLength(3);
    expect(outcomes.filter((reason) => reason === "LIMIT_REACHED")).toHaveLength(17);
  });
});

test("a public client has no secret, and none can be made for it", async () => {
  const { environment, account, context } = await open();
  const { id, secret, view } = await makeClient(environment, account, { kind: "PUBLIC" });
  expect(secret).toBe("");
  expect(view.secrets).toEqual([]);
  expect(view.client.allowedGrantTypes).toEqual(["AUTHORIZATION_CODE", "REFRESH_TOKEN"]);
  const rotation = rotateOAuthClientSecret(environment, await context(), { id, etag: "", overlapSeconds: 0 });
  expect(await reasonOf(rotation)).toBe("STATE_CONFLICT");
});

test.each([
  [{ kind: undefined }, "oauth_client.kind"],
  [{ name: "" }, "oauth_client.name"],
  [{ name: "x".repeat(121) }, "oauth_client.name"],
  [{ description: "x".repeat(501) }, "oauth_client.description"],
  [{ identifier: "usr_1" }, "oauth_client.identifier"],
  [{ identifier: "Upper" }, "oauth_client.identifier"],
  [{ identifier: "ab" }, "oauth_client.identifier"],
  [{ logoUrl: "http://x.example/a.png" }, "oauth_client.logo_url"],
  [{ redirectUris: ["https://x.example/a#b"] }, "oauth_client.redirect_uris[0]"],
  [{ redirectUris: ["http://x.example/a"] }, "oauth_client.redirect_uris[0]"],
  [{ allowedScopes: ["tickets:read"] }, "oauth_client.allowed_scopes[0]"],
  [{ kind: "PUBLIC", allowedGrantTypes: ["CLIENT_CREDENTIALS"] }, "oauth_client.allowed_grant_types[0]"],
  [{ requestId: "no uuid" }, "request_id"],
] as const)("%j is refused, naming %s", async (wrong, field) => {
  const { environment, context } = await open();
  const position = environment.store.position();
  const input = { ...PLAIN_CLIENT, ...wrong };
  const failure = await failureOf(createOAuthClient(environment, await context(), input));
  expect(failure?.reason).toBe("FIELD_INVALID");
  expect(failure?.details.violations?.[0]?.field).toBe(field);
  expect(environment.store.position()).toBe(position);
});

test("a request sent again makes no second client, and tells no secret; another one with its id is refused", async () => {
  const { environment, context } = await open();
  const input = { ...PLAIN_CLIENT, requestId: "3f0c6f5e-0b0e-4b54-9e39-0d5c2e3b8f11" };
  const first = await createOAuthClient(environment, await context(), input);
  const again = await createOAuthClient(environment, await context(), input);
  expect(again).toEqual({ oauthClient: first.oauthClient, secret: "" });
  const other = createOAuthClient(environment, await context(), { ...input, name: "Other" });
  expect(await reasonOf(other)).toBe("REQUEST_ID_REUSED");
  await deleteOAuthClient(environment, await context(), { id: first.oauthClient.client.id, etag: "" });
  expect(await reasonOf(createOAuthClient(environment, await context(), input))).toBe("RESOURCE_NOT_FOUND");
});

describe("a credential restricted to scopes", () => {
  test("lets no client have more than it holds itself", async () => {
    const { environment, account } = await open();
    const { secret } = await makeToken(environment, account, {
      scopes: ["oauth_clients:write", "users:read"],
    });
    const script = await requestWith(environment, basic(account.admin.email, secret));
    const create = (allowedScopes: string[]) =>
      createOAuthClient(environment, script, { ...PLAIN_CLIENT, allowedScopes });
    expect(await reasonOf(create([]))).toBe("SCOPE_INSUFFICIENT");
    expect(await reasonOf(create(["users:write"]))).toBe("SCOPE_INSUFFICIENT");
    const { oauthClient } = await create(["users:read"]);
    const { id } = oauthClient.client;
    const update = (allowedScopes: string[]) =>
      updateOAuthClient(environment, script, {
        id,
        etag: "",
        choices: { ...PLAIN_CLIENT, allowedScopes },
        updateMask: ["allowed_scopes"],
      });
    expect(await reasonOf(update([]))).toBe("SCOPE_INSUFFICIENT");
    await rotateOAuthClientSecret(environment, script, { id, etag: "", overlapSeconds: 0 });
  });

  test("gets at no client that may have more: neither at its secret nor at where its codes go", async () => {
    const { environment, account } = await open();
    const { secret } = await makeToken(environment, account, { scopes: ["oauth_clients:write"] });
    const script = await requestWith(environment, basic(account.admin.email, secret));
    const { id } = await makeClient(environment, account);
    const rotation = rotateOAuthClientSecret(environment, script, { id, etag: "", overlapSeconds: 0 });
    expect(await reasonOf(rotation)).toBe("SCOPE_INSUFFICIENT");
    const update = (updateMask: string[]) =>
      updateOAuthClient(environment, script, {
        id,
        etag: "",
        choices: { ...PLAIN_CLIENT, name: "x", redirectUris: ["https://evil.example/"] },
        updateMask,
      });
    expect(await reasonOf(update(["redirect_uris"]))).toBe("SCOPE_INSUFFICIENT");
    expect(await reasonOf(update(["name"]))).toBeUndefined();
  });
});

test("an update changes what the mask names, once, and tells of it", async () => {
  const { environment, account, context, events } = await open();
  const { id, view } = await makeClient(environment, account);
  environment.clock.advance(1_000);
  const input = {
    id,
    etag: etagOf(view.client),
    choices: { ...PLAIN_CLIENT, name: " New ", company: "ignored", redirectUris: [] },
    updateMask: ["name", "redirect_uris"],
  };
  const { client } = await updateOAuthClient(environment, await context(), input);
  expect(client).toEqual({
    ...view.client,
    name: "New",
    redirectUris: [],
    updateTime: START + 1_000,
    revision: 2,
  });
  expect((await events()).at(-1)).toMatchObject({
    action: "oauth_client.update",
    changes: [
      { field: "name", before: "Nightly Export", after: "New" },
      { field: "redirect_uris", before: "https://app.example.com/callback", after: "" },
    ],
  });
  expect(await reasonOf(updateOAuthClient(environment, await context(), input))).toBe("ETAG_MISMATCH");
  const position = environment.store.position();
  await updateOAuthClient(environment, await context(), { ...input, etag: "" });
  expect(environment.store.position()).toBe(position);
  const unnamed = { ...input, etag: "", updateMask: ["identifier"] };
  expect(await reasonOf(updateOAuthClient(environment, await context(), unnamed))).toBe(
    "UPDATE_MASK_INVALID",
  );
});

describe("secrets", () => {
  const OVERLAP = 600;

  async function rotated(overlapSeconds: number) {
    const world = await open();
    const { environment, account, context } = world;
    const { id, secret: old } = await makeClient(environment, account);
    environment.clock.advance(1_000);
    const input = { id, etag: "", overlapSeconds };
    const { oauthClient, secret } = await rotateOAuthClientSecret(environment, await context(), input);
    return { ...world, id, old, fresh: secret, oauthClient };
  }

  test("a rotation gives a new one, and the old one works for the overlap", async () => {
    const { environment, context, id, old, fresh, oauthClient, events } = await rotated(OVERLAP);
    expect(fresh).not.toBe(old);
    const told = oauthClient.secrets.map(({ digest, expireTime }) => [digest, expireTime]);
    const expireTime = START + 1_000 + OVERLAP * 1_000;
    expect(told).toEqual([
      [environment.digest(fresh), undefined],
      [environment.digest(old), expireTime],
    ]);
    expect((await events()).at(-1)?.action).toBe("oauth_client.rotate_secret");
    expect(JSON.stringify(await events())).not.toContain(fresh);
    environment.clock.advance(OVERLAP * 1_000);
    const later = await getOAuthClient(environment, await context(), { id });
    expect(later.secrets.map(({ digest }) => digest)).toEqual([environment.digest(fresh)]);
  });

  test("without an overlap the old one ends at once; of three the oldest does", async () => {
    const { oauthClient, environment, fresh, id, context } = await rotated(0);
    expect(oauthClient.secrets.map(({ digest }) => digest)).toEqual([environment.digest(fresh)]);
    const again = { id, etag: "", overlapSeconds: OVERLAP };
    const second = await rotateOAuthClientSecret(environment, await context(), again);
    const third = await rotateOAuthClientSecret(environment, await context(), again);
    expect(third.oauthClient.secrets.map(({ digest }) => digest)).toEqual([
      environment.digest(third.secret),
      environment.digest(second.secret),
    ]);
  });

  test("an old one is retired, having been asked about before; then there is none", async () => {
    const { environment, context, id, fresh, events } = await rotated(OVERLAP);
    const retire = async (validateOnly: boolean) =>
      retireOAuthClientSecret(environment, await context(), { id, etag: "", validateOnly });
    expect((await retire(true)).secrets).toHaveLength(2);
    expect((await events()).at(-1)?.action).toBe("oauth_client.rotate_secret");
    expect((await retire(false)).secrets.map(({ digest }) => digest)).toEqual([environment.digest(fresh)]);
    expect((await events()).at(-1)?.action).toBe("oauth_client.retire_secret");
    expect(await reasonOf(retire(false))).toBe("STATE_CONFLICT");
    expect(await reasonOf(retire(true))).toBe("STATE_CONFLICT");
  });

  test.each([-1, 0.5, 90 * 86_400 + 1])("an overlap of %d seconds is refused", async (overlapSeconds) => {
    const { environment, account, context } = await open();
    const { id } = await makeClient(environment, account);
    const rotation = rotateOAuthClientSecret(environment, await context(), { id, etag: "", overlapSeconds });
    expect(await reasonOf(rotation)).toBe("FIELD_INVALID");
  });

  test("who used which is told, the latest first, and forgotten with the secret", async () => {
    const { environment, account, context, id, old, fresh } = await rotated(OVERLAP);
    const use = (secret: string, sourceIp: string, time: number, count: number) => ({
      accountId: account.id,
      clientId: id,
      secretHint: secret.slice(0, 10),
      sourceIp,
      time,
      count,
    });
    await environment.store.write(async (transaction) => {
      await transaction.put(clientSecretUses, use(old, "192.0.2.1", START, 3));
      await transaction.put(clientSecretUses, use(old, "192.0.2.2", START + 5, 1));
      await transaction.put(clientSecretUses, use(fresh, "192.0.2.1", START + 9, 2));
    });
    const { secrets } = await getOAuthClient(environment, await context(), { id });
    const told = secrets.map(({ uses }) => uses.map(({ sourceIp, count }) => [sourceIp, count]));
    expect(told).toEqual([
      [["192.0.2.1", 2]],
      [
        ["192.0.2.2", 1],
        ["192.0.2.1", 3],
      ],
    ]);
    const usesLeft = () =>
      environment.store.read((reader) => reader.list(clientSecretUses, [account.id], { limit: 100 }));
    await retireOAuthClientSecret(environment, await context(), { id, etag: "" });
    expect(await usesLeft()).toEqual([use(fresh, "192.0.2.1", START + 9, 2)]);
    await deleteOAuthClient(environment, await context(), { id, etag: "" });
    expect(await usesLeft()).toEqual([]);
  });
});

test("a client is disabled and enabled, each once", async () => {
  const { environment, account, context, events } = await open();
  const { id } = await makeClient(environment, account);
  const disable = async (validateOnly: boolean) =>
    disableOAuthClient(environment, await context(), { id, etag: "", validateOnly });
  const enable = async () => enableOAuthClient(environment, await context(), { id, etag: "" });
  expect(await reasonOf(enable())).toBe("STATE_CONFLICT");
  expect((await disable(true)).oauthClient.client.enabled).toBe(true);
  expect((await disable(false)).oauthClient.client.enabled).toBe(false);
  expect(await reasonOf(disable(false))).toBe("STATE_CONFLICT");
  expect((await enable()).client.enabled).toBe(true);
  expect((await events()).map(({ action }) => action)).toEqual([
    "oauth_client.create",
    "oauth_client.disable",
    "oauth_client.enable",
  ]);
});

test("a deleted client is gone, counted down, and its identifier is free", async () => {
  const { environment, account, context, events } = await open();
  const { id, view } = await makeClient(environment, account);
  const remove = async (validateOnly: boolean) =>
    deleteOAuthClient(environment, await context(), { id, etag: "", validateOnly });
  expect((await remove(true)).oauthClient).toEqual(view);
  await getOAuthClient(environment, await context(), { id });
  expect((await remove(false)).oauthClient).toEqual(view);
  expect(await reasonOf(getOAuthClient(environment, await context(), { id }))).toBe("RESOURCE_NOT_FOUND");
  expect(await reasonOf(remove(false))).toBe("RESOURCE_NOT_FOUND");
  expect((await events()).at(-1)?.action).toBe("oauth_client.delete");
  const counters = await environment.store.read((reader) => reader.get(accountCounters, account.id));
  expect(counters?.oauthClients).toBe(0);
  expect((await makeClient(environment, account)).identifier).toBe("nightly-export");
});

describe("listing", () => {
  test("pages, filters and orders", async () => {
    const { environment, account, context } = await open();
    for (const name of ["Beta", "alpha", "Gamma"]) {
      environment.clock.advance(1_000);
      await makeClient(environment, account, { name, kind: name === "Beta" ? "PUBLIC" : "CONFIDENTIAL" });
    }
    const list = async (page: Partial<typeof FIRST_PAGE>) =>
      listOAuthClients(environment, await context(), { ...FIRST_PAGE, ...page });
    const names = async (page: Partial<typeof FIRST_PAGE>) =>
      (await list(page)).items.map(({ client }) => client.name);
    expect(await names({})).toEqual(["Beta", "alpha", "Gamma"]);
    expect(await names({ orderBy: "name" })).toEqual(["alpha", "Beta", "Gamma"]);
    expect(await names({ orderBy: "create_time desc" })).toEqual(["Gamma", "alpha", "Beta"]);
    expect(await names({ filter: "kind = PUBLIC" })).toEqual(["Beta"]);
    expect(await names({ filter: "enabled = true AND alph" })).toEqual(["alpha"]);
    const first = await list({ pageSize: 2, orderBy: "name" });
    expect(first).toMatchObject({ totalSize: 3, maxSize: MAX_OAUTH_CLIENTS });
    expect(await names({ pageSize: 2, orderBy: "name", pageToken: first.nextPageToken })).toEqual(["Gamma"]);
    expect(await reasonOf(list({ pageToken: "x" }))).toBe("PAGE_TOKEN_INVALID");
    expect(await reasonOf(list({ filter: "secret = x" }))).toBe("FILTER_INVALID");
    expect(await reasonOf(list({ orderBy: "secret" }))).toBe("FILTER_INVALID");
  });
});

describe("global clients", () => {
  async function openTwo() {
    const world = await open();
    const { environment } = world;
    const globex = await makeAccount(environment, "globex");
    const setGlobal = (accountId: string, id: string, global: boolean) =>
      setOAuthClientGlobal(environment, request(environment, OPERATOR, ""), { accountId, id, global });
    return { ...world, globex, setGlobal };
  }

  test("the operator makes them, by id or identifier, and the event tells of it", async () => {
    const { environment, account, setGlobal, events } = await openTwo();
    const { id, identifier } = await makeClient(environment, account);
    expect((await setGlobal(account.id, identifier, true)).client.global).toBe(true);
    const position = environment.store.position();
    expect((await setGlobal(account.id, id, true)).client.global).toBe(true);
    expect(environment.store.position()).toBe(position);
    expect((await events()).at(-1)).toMatchObject({
      action: "oauth_client.set_global",
      actor: { kind: "OPERATOR" },
      changes: [{ field: "global", before: "false", after: "true" }],
    });
    expect(await reasonOf(setGlobal("nobody", id, true))).toBe("RESOURCE_NOT_FOUND");
  });

  test("two of them never have one identifier", async () => {
    const { environment, account, globex, setGlobal } = await openTwo();
    const mine = await makeClient(environment, account);
    const theirs = await makeClient(environment, globex);
    expect(mine.identifier).toBe(theirs.identifier);
    const outcomes = await Promise.all([
      reasonOf(setGlobal(account.id, mine.id, true)),
      reasonOf(setGlobal(globex.id, theirs.id, true)),
    ]);
    expect(outcomes.toSorted()).toEqual(["RESOURCE_EXISTS", undefined]);
    await setGlobal(account.id, mine.id, false);
    expect(await reasonOf(setGlobal(globex.id, theirs.id, true))).toBeUndefined();
  });

  test("an administrator is no operator", async () => {
    const { environment, account, context } = await openTwo();
    const { id } = await makeClient(environment, account);
    const input = { accountId: account.id, id, global: true };
    expect(await reasonOf(setOAuthClientGlobal(environment, await context(), input))).toBe(
      "ROLE_INSUFFICIENT",
    );
    const stored = await environment.store.read((reader) => reader.get(oauthClients, account.id, id));
    expect(stored?.global).toBe(false);
  });
});

test("a secret that is used from many addresses tells of the latest ten, and counts all", async () => {
  const { environment, account, context } = await open();
  const { id, secret } = await makeClient(environment, account);
  const secretHint = secret.slice(0, 10);
  for (let round = 0; round < 2; round++) {
    for (let host = 1; host <= 15; host++) {
      environment.clock.advance(1_000);
      const sourceIp = `192.0.2.${host}`;
      const time = environment.clock.now;
      const use = { accountId: account.id, clientId: id, secretHint, sourceIp, time, count: 1 };
      environment.uses.recordSecret(use);
      await environment.uses.flush(environment.store);
    }
  }
  const { secrets } = await getOAuthClient(environment, await context(), { id });
  const uses = secrets[0]?.uses ?? [];
  expect(uses.map(({ sourceIp }) => sourceIp)).toEqual(
    Array.from({ length: 10 }, (_, index) => `192.0.2.${15 - index}`),
  );
  expect(uses.reduce((sum, use) => sum + usesIn(use), 0)).toBe(30);
});
