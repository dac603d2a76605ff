import { afterEach, beforeEach, expect, test } from "vitest";
import { authorizeBySession } from "../../../tui/client/authorization.js";
import { type Client, connect } from "../../../tui/client/connect.js";
import { callOAuth } from "../../../tui/state/effect-oauth.js";
import { readPage } from "../../../tui/state/effect-pages.js";
import { addAccessToken, addOAuthClient } from "../../support/fake-oauth.js";
import { addUser, type FakeServer, startFakeServer } from "../../support/fake-server.js";

let server: FakeServer;
let client: Client;

beforeEach(async () => {
  server = await startFakeServer({ setupRequired: false });
  addUser(server.state, { password: "correct horse" });
  let session: string | undefined;
  client = connect({
    address: server.address,
    authorization: () => (session === undefined ? undefined : authorizeBySession(session)),
  });
  const signedIn = await client.sessions.signIn({ email: "ada@example.com", password: "correct horse" });
  session = signedIn.sessionToken;
});

afterEach(async () => {
  client.close();
  await server.stop();
});

test("a client is made, weighed, rotated, disabled and deleted", async () => {
  const values = {
    name: "Shop",
    identifier: "shop",
    kind: "CONFIDENTIAL",
    redirectUris: ["https://shop.example.com/done"],
    allowedScopes: ["read"],
    allowedGrantTypes: ["AUTHORIZATION_CODE"],
    description: "",
    company: "",
    logoUrl: "",
  } as const;
  const lists = { redirectUris: [...values.redirectUris], allowedScopes: [...values.allowedScopes] };
  const created = await callOAuth(client, {
    type: "create-oauth-client",
    values: { ...values, ...lists, allowedGrantTypes: [...values.allowedGrantTypes] },
  });
  if (created.type !== "oauth-client-created") return expect.unreachable();
  expect(created.oauthClient).toMatchObject({ identifier: "shop", kind: "CONFIDENTIAL", ...lists });
  expect(created.secret).toMatch(/^lkc_/);
  const { id } = created.oauthClient;

  const rotated = await callOAuth(client, {
    type: "rotate-client-secret",
    id,
    overlapSeconds: 3600,
    etag: "",
  });
  expect(rotated).toMatchObject({ type: "client-secret-rotated", secret: expect.stringMatching(/^lkc_/) });
  const weighed = await callOAuth(client, { type: "weigh-old-secret", id });
  if (weighed.type !== "old-secret-weighed") return expect.unreachable();
  expect(weighed.oauthClient.secrets.map(({ expireTime }) => expireTime === undefined)).toEqual([
    true,
    false,
  ]);
  const retired = await callOAuth(client, { type: "retire-client-secret", id, etag: "" });
  expect(retired).toMatchObject({ by: "retire-client-secret", oauthClient: { secrets: [{}] } });

  const changed = await callOAuth(client, {
    type: "update-oauth-client",
    id,
    values: { company: "Example" },
    etag: "",
  });
  expect(changed).toMatchObject({ oauthClient: { company: "Example", name: "Shop" } });
  await expect(
    callOAuth(client, { type: "disable-oauth-client", id, etag: "long ago" }),
  ).rejects.toMatchObject({ reason: "ETAG_MISMATCH" });
  const off = await callOAuth(client, { type: "disable-oauth-client", id, etag: "" });
  expect(off).toMatchObject({ by: "disable-oauth-client", oauthClient: { enabled: false } });
  const on = await callOAuth(client, { type: "enable-oauth-client", id, etag: "" });
  expect(on).toMatchObject({ oauthClient: { enabled: true } });

  const impact = await callOAuth(client, { type: "weigh-oauth-client-end", id, by: "delete" });
  expect(impact).toMatchObject({ id, by: "delete", impact: { accessTokens: 0 } });
  expect(server.state.oauthClients.size).toBe(1);
  await callOAuth(client, { type: "delete-oauth-client", id, etag: "" });
  expect(server.state.oauthClients.size).toBe(0);
});

test("an access token is made for a user named by e-mail, found by its value, and revoked once for all", async () => {
  addOAuthClient(server.state, { identifier: "shop" });
  const values = {
    client: "shop",
    user: "ada@example.com",
    scopes: ["read"],
    lifetimeSeconds: 600,
    withRefreshToken: true,
  };
  const created = await callOAuth(client, { type: "create-access-token", values });
  if (created.type !== "access-token-created") return expect.unreachable();
  expect(created).toMatchObject({
    secret: expect.stringMatching(/^lko_/),
    refreshToken: expect.stringMatching(/^lkr_/),
  });
  const nobody = { ...values, user: "nobody@example.com" };
  await expect(callOAuth(client, { type: "create-access-token", values: nobody })).rejects.toMatchObject({
    fieldViolations: [{ field: "user_id" }],
  });

  const found = await callOAuth(client, { type: "find-token", value: created.secret ?? "" });
  expect(found).toMatchObject({
    found: { kind: "ACCESS_TOKEN", accessToken: { id: created.accessToken.id } },
  });
  const { id } = created.accessToken;
  expect(await callOAuth(client, { type: "revoke-access-token", id })).toMatchObject({
    id,
    accessToken: { id },
  });
  // It is gone already, as one that ended with another one's grant: that is what was wanted.
  expect(await callOAuth(client, { type: "revoke-access-token", id })).toEqual({
    type: "access-token-revoked",
    id,
    accessToken: undefined,
  });
});

test("tokens are listed and revoked by client and by user", async () => {
  const [shop, app] = [addOAuthClient(server.state), addOAuthClient(server.state)];
  const bob = addUser(server.state, { email: "bob@example.com" });
  addAccessToken(server.state, shop);
  addAccessToken(server.state, shop, { userId: bob.id ?? "", userEmail: "bob@example.com" });
  addAccessToken(server.state, app, { userId: bob.id ?? "" });
  const read = async (filter: string) => {
    const page = {
      type: "read-page",
      list: "access-tokens",
      reading: 1,
      pageToken: undefined,
      filter,
    } as const;
    const event = await readPage(client, page);
    return event.type === "page-read" ? event.page.items.length : undefined;
  };
  expect(await read("")).toBe(3);
  expect(await read(`client_id = "${shop.id}"`)).toBe(2);
  expect(await read(`user_id = "${bob.id}"`)).toBe(2);

  const owner = { clientId: shop.id ?? "", userId: bob.id ?? "" };
  const weighed = await callOAuth(client, { type: "weigh-access-tokens-end", owner });
  expect(weighed).toEqual({
    type: "access-tokens-end-weighed",
    owner,
    ended: { accessTokens: 1, grants: 1 },
  });
  expect(server.state.accessTokens.size).toBe(3);
  await callOAuth(client, { type: "revoke-access-tokens", owner, label: "" });
  expect(server.state.accessTokens.size).toBe(2);
});

test("a device is found by its code and answered", async () => {
  server.state.devices.set("WDJBMJHT", { client: { name: "TV" }, scopes: ["read"] });
  const found = await callOAuth(client, { type: "find-device", userCode: "wdjb-mjht" });
  expect(found).toMatchObject({
    userCode: "wdjb-mjht",
    device: { client: { name: "TV" }, scopes: ["read"] },
  });
  const answered = await callOAuth(client, { type: "answer-device", userCode: "wdjb-mjht", approved: true });
  expect(answered).toMatchObject({ type: "device-answered", approved: true, client: { name: "TV" } });
  expect(server.state.answers).toEqual([{ userCode: "wdjb-mjht", approved: true }]);
});
