import { describe, expect, test } from "vitest";
import { DAY } from "../../../server/domain/instants.js";
import { openStore } from "../../../server/store/store.js";
import type { Table } from "../../../server/store/table.js";
import {
  accessTokens,
  accessTokenUses,
  accountCounters,
  authorizationCodes,
  clientSecretUses,
  deviceAuthorizations,
  oauthClients,
  oauthCutoffs,
  oauthGrants,
  refreshTokens,
} from "../../../server/store/tables.js";
import { batchRevokeAccessTokens } from "../../../server/usecases/batch-revoke-access-tokens.js";
import { deleteOAuthClient } from "../../../server/usecases/delete-oauth-client.js";
import { deleteUser } from "../../../server/usecases/delete-user.js";
import { findToken } from "../../../server/usecases/find-token.js";
import { listAccessTokens } from "../../../server/usecases/list-access-tokens.js";
import { rotateOAuthClientSecret } from "../../../server/usecases/rotate-oauth-client-secret.js";
import { sweep } from "../../../server/usecases/sweep.js";
import { findInconsistencies } from "../../support/consistency.js";
import { consent, makeOAuthAccount, makeClient as makeSeasonedClient, redeem } from "../../support/oauth.js";
import {
  addMember,
  bearer,
  ENGINES,
  type EngineName,
  environmentOver,
  isAccepted,
  makeAccessToken,
  makeClient,
  openTestEngine,
  request,
  requestWith,
  SYSTEM,
  signInAs,
} from "../../support/test-environment.js";

const FIRST_PAGE = { pageSize: 0, pageToken: "", filter: "", orderBy: "", clientId: "", userId: "" };

async function open(name: EngineName = "memory") {
  const engine = await openTestEngine(name);
  const environment = environmentOver(await openStore(engine));
  const account = await makeOAuthAccount(environment);
  const client = await makeClient(environment, account);
  const agent = await addMember(environment, account, { email: "agent@acme.example" });
  // The administrator's session ends as the days go by: they sign in again.
  const admin = async () =>
    requestWith(environment, bearer(await signInAs(environment, account.id, account.admin.email)));
  const make = async (input: Partial<Parameters<typeof makeAccessToken>[2]> = {}) =>
    makeAccessToken(
      environment,
      { ...account, admin: { ...account.admin, request: admin } },
      { clientId: client.id, ...input },
    );
  const sweepNow = async () => (await sweep(environment, request(environment, SYSTEM, ""))).oauth;
  const left = async <R>(table: Table<R>) =>
    (await environment.store.read((reader) => reader.list(table, [], { limit: 10_000 }))).length;
  const counted = async () =>
    (await environment.store.read((reader) => reader.get(accountCounters, account.id)))?.accessTokens;
  const isWhole = async () => expect(await findInconsistencies(engine)).toEqual([]);
  return { environment, account, client, agent, admin, make, sweepNow, left, counted, isWhole };
}

const NOTHING = {
  accessTokens: 0,
  grants: 0,
  refreshTokens: 0,
  authorizationCodes: 0,
  deviceAuthorizations: 0,
  cutoffs: 0,
  clientSecrets: 0,
};

describe.each(ENGINES)("on %s", (engine) => {
  test("access tokens go when they have expired, with their uses, and are counted down", async () => {
    const { environment, make, sweepNow, left, counted, isWhole } = await open(engine);
    const { secret } = await make({ lifetimeSeconds: 300 });
    await isAccepted(environment, bearer(secret));
    for (let more = 0; more < 250; more++) await make({ lifetimeSeconds: 600 });
    environment.clock.advance(300_000 - 1);
    expect(await sweepNow()).toEqual(NOTHING);
    expect(await left(accessTokenUses)).toBe(1);
    environment.clock.advance(1);
    expect(await sweepNow()).toEqual({ ...NOTHING, accessTokens: 1 });
    expect(await left(accessTokenUses)).toBe(0);
    expect(await counted()).toBe(250);
    environment.clock.advance(300_000);
    expect(await sweepNow()).toEqual({ ...NOTHING, accessTokens: 250 });
    expect(await left(accessTokens)).toBe(0);
    expect(await counted()).toBe(0);
    await isWhole();
    environment.clock.advance(2 * DAY);
    expect(await sweepNow()).toMatchObject({ grants: 251 });
    expect(await left(oauthGrants)).toBe(0);
    await isWhole();
  });

  test("what was ended together goes, and the cut-off a day later", async () => {
    const { environment, client, agent, admin, make, sweepNow, left, isWhole } = await open(engine);
    await make({ userId: agent.userId, withRefreshToken: true });
    await make();
    const nobody = { ids: [], clientId: "", userId: "", validateOnly: false };
    await batchRevokeAccessTokens(environment, await admin(), { ...nobody, userId: agent.userId });
    expect(await sweepNow()).toEqual({ ...NOTHING, accessTokens: 1, grants: 1, refreshTokens: 1 });
    await batchRevokeAccessTokens(environment, await admin(), { ...nobody, clientId: client.id });
    expect(await sweepNow()).toEqual({ ...NOTHING, accessTokens: 1, grants: 1 });
    expect(await left(oauthCutoffs)).toBe(2);
    environment.clock.advance(1);
    const later = await make();
    environment.clock.advance(DAY);
    expect(await sweepNow()).toMatchObject({ cutoffs: 2 });
    expect(await left(oauthCutoffs)).toBe(0);
    const found = await environment.store.read((reader) => reader.list(oauthGrants, [], { limit: 10 }));
    expect(found.map(({ id }) => id)).toEqual([later.view.token.grantId]);
    await isWhole();
  });
});

test("what ended with its client or user goes", async () => {
  const { environment, account, client, agent, admin, make, sweepNow, isWhole } = await open();
  const other = await makeClient(environment, account, { name: "Other" });
  await make({ userId: agent.userId, clientId: other.id, withRefreshToken: true });
  await make({ clientId: other.id });
  await make();
  await deleteUser(environment, await admin(), { id: agent.userId, etag: "", validateOnly: false });
  expect(await sweepNow()).toEqual({ ...NOTHING, accessTokens: 1, grants: 1, refreshTokens: 1 });
  await deleteOAuthClient(environment, await admin(), { id: other.id, etag: "" });
  expect(await sweepNow()).toEqual({ ...NOTHING, accessTokens: 1, grants: 1 });
  await deleteOAuthClient(environment, await admin(), { id: client.id, etag: "" });
  expect(await sweepNow()).toEqual({ ...NOTHING, accessTokens: 1, grants: 1 });
  await isWhole();
});

test("of a grant that can be refreshed the newest access token stays in sight, and goes with it", async () => {
  const { environment, account, admin, sweepNow, left, isWhole } = await open();
  const person = await addMember(environment, account, { email: "ada@acme.example" });
  const client = await makeSeasonedClient(environment, account);
  const tokens = await redeem(environment, client, await consent(environment, person, client));
  const refreshed = await redeem(environment, client, "", {
    grantType: "REFRESH_TOKEN",
    refreshToken: tokens.refresh?.token ?? "",
    redirectUri: "",
    codeVerifier: "",
  });
  environment.clock.advance(1_800_000);
  expect(await sweepNow()).toEqual({ ...NOTHING, accessTokens: 1 });
  const list = async () => (await listAccessTokens(environment, await admin(), FIRST_PAGE)).items;
  expect(await list()).toMatchObject([{ state: "EXPIRED", token: { origin: "REFRESH_TOKEN" } }]);
  const value = refreshed.refresh?.token ?? "";
  expect(await findToken(environment, await admin(), { value })).toMatchObject({
    kind: "ACCESS_TOKEN",
    isActive: true,
  });
  environment.clock.advance(30 * DAY);
  expect(await sweepNow()).toMatchObject({ accessTokens: 1, refreshTokens: 2 });
  expect(await list()).toEqual([]);
  environment.clock.advance(2 * DAY);
  expect(await sweepNow()).toMatchObject({ grants: 1 });
  expect([await left(accessTokens), await left(oauthGrants), await left(refreshTokens)]).toEqual([0, 0, 0]);
  await isWhole();
});

test("a used refresh token is kept while its grant lives, so that its theft is noticed", async () => {
  const { environment, account, sweepNow, left } = await open();
  const person = await addMember(environment, account, { email: "ada@acme.example" });
  const client = await makeSeasonedClient(environment, account);
  const tokens = await redeem(environment, client, await consent(environment, person, client));
  const refreshToken = tokens.refresh?.token ?? "";
  const refresh = () =>
    redeem(environment, client, "", {
      grantType: "REFRESH_TOKEN",
      refreshToken,
      redirectUri: "",
      codeVerifier: "",
    });
  const second = await refresh();
  environment.clock.advance(DAY);
  await sweepNow();
  expect(await left(refreshTokens)).toBe(2);
  await expect(refresh()).rejects.toMatchObject({ reason: "OAUTH_INVALID_GRANT" });
  expect(await isAccepted(environment, bearer(second.accessToken))).toBe(false);
  expect(await sweepNow()).toMatchObject({ refreshTokens: 2 });
});

test("codes go a day after their end", async () => {
  const { environment, account, sweepNow, left } = await open();
  const person = await addMember(environment, account, { email: "ada@acme.example" });
  const client = await makeSeasonedClient(environment, account);
  await consent(environment, person, client);
  environment.clock.advance(120_000 + DAY - 1);
  expect(await sweepNow()).toMatchObject({ authorizationCodes: 0 });
  environment.clock.advance(1);
  expect(await sweepNow()).toMatchObject({ authorizationCodes: 1 });
  expect([await left(authorizationCodes), await left(deviceAuthorizations)]).toEqual([0, 0]);
});

test("secrets that were rotated out go when their overlap is over, and no client changes by it", async () => {
  const { environment, account, client, admin, sweepNow, left, isWhole } = await open();
  const input = { id: client.id, etag: "", overlapSeconds: 600 };
  const { oauthClient } = await rotateOAuthClientSecret(environment, await admin(), input);
  const secretHint = oauthClient.secrets[1]?.hint ?? "";
  const use = { accountId: account.id, clientId: client.id, secretHint, sourceIp: "", time: 1, count: 1 };
  await environment.store.write((transaction) => transaction.put(clientSecretUses, use));
  environment.clock.advance(600_000 - 1);
  expect(await sweepNow()).toEqual(NOTHING);
  environment.clock.advance(1);
  expect(await sweepNow()).toEqual({ ...NOTHING, clientSecrets: 1 });
  const stored = await environment.store.read((reader) => reader.get(oauthClients, account.id, client.id));
  expect(stored).toEqual({ ...oauthClient.client, secrets: oauthClient.client.secrets.slice(0, 1) });
  expect(await left(clientSecretUses)).toBe(0);
  await isWhole();
});
