import { afterAll, beforeAll, expect, test } from "vitest";
import { IDENTITY_HEADERS } from "../../../server/domain/identity-headers.js";
import { basic, type SignedUp, startServer, type TestServer } from "../../support/running-server.js";

let server: TestServer;
let admin: SignedUp;

beforeAll(async () => {
  server = await startServer();
  admin = await server.signUp();
  await open(admin);
});
afterAll(() => server.stop());

async function open({ metadata }: SignedUp): Promise<void> {
  const request = { settings: { apiTokenAccess: true }, updateMask: { paths: ["api_token_access"] } };
  await server.calls.settings.UpdateSettings(request, metadata);
}

async function makeToken(choices: object = {}, { adminEmail, metadata } = admin) {
  const { apiToken, secret } = await server.calls.apiTokens.CreateApiToken({ apiToken: choices }, metadata);
  return { id: apiToken?.id ?? "", authorization: String(basic(adminEmail, secret).get("authorization")[0]) };
}

const check = (query: string, headers: Record<string, string> = {}) =>
  fetch(`${server.httpAddress}/authz/check${query}`, { headers });

test("who may is 200, with headers that say who it is, all of them there", async () => {
  const { id, authorization } = await makeToken({ scopes: ["read", "tickets:write"].slice(0, 1) });
  const answer = await check("?account=acme&scope=tickets:read&scope=users:read", { authorization });
  expect(answer.status).toBe(200);
  expect(Object.fromEntries(IDENTITY_HEADERS.map((name) => [name, answer.headers.get(name)]))).toEqual({
    "latchkey-account": "acme",
    "latchkey-user-id": admin.adminUserId,
    "latchkey-email": admin.adminEmail,
    "latchkey-role": "ADMIN",
    "latchkey-client-id": "",
    "latchkey-client-identifier": "",
    "latchkey-credential-kind": "API_TOKEN",
    "latchkey-credential-id": id,
    "latchkey-scopes": "read",
    "latchkey-request-fields": "",
    "latchkey-response-fields": "",
  });
  expect(answer.headers.get("cache-control")).toBe("no-store");
});

test.each([
  ["without a credential", {}, 'Bearer realm="acme", Basic realm="acme", charset="UTF-8"'],
  [
    "with one that is none",
    { authorization: "Bearer x" },
    'Bearer realm="acme", error="invalid_token", Basic realm="acme", charset="UTF-8"',
  ],
])("%s it is 401, with a challenge, and no header says who it is", async (_, headers, challenge) => {
  const answer = await check("?account=acme", { ...headers, "latchkey-email": "mallory@acme.example" });
  expect([answer.status, answer.headers.get("www-authenticate")]).toEqual([401, challenge]);
  for (const name of IDENTITY_HEADERS) expect(answer.headers.get(name)).toBe("");
});

test("a missing scope is 403, and says which", async () => {
  const { authorization } = await makeToken({ scopes: ["read"] });
  const answer = await check("?account=acme&scope=tickets:write&scope=tickets:read", { authorization });
  expect(answer.status).toBe(403);
  expect(answer.headers.get("www-authenticate")).toBe(
    'Bearer realm="acme", error="insufficient_scope", scope="tickets:write"',
  );
  for (const name of IDENTITY_HEADERS) expect(answer.headers.get(name)).toBe("");
});

test("another account's credential is 401; without an account it is a mistake, whatever is presented", async () => {
  const other = await server.signUp();
  await open(other);
  const { authorization } = await makeToken({}, other);
  expect((await check(`?account=${other.accountId}`, { authorization })).status).toBe(200);
  expect((await check("?account=acme", { authorization })).status).toBe(401);
  expect((await check("?account=nobody", { authorization })).status).toBe(401);
  const mistaken = await check("", { authorization });
  expect([mistaken.status, await mistaken.json()]).toEqual([
    400,
    { error: "invalid_request", error_description: expect.stringContaining("?account=ACCOUNT") },
  ]);
});

test("the address is the one the proxy saw, the last one; without one, an allow-list holds", async () => {
  const { authorization } = await makeToken({ ipAllowList: ["192.0.2.1"] });
  const from = async (addresses?: string) =>
    (
      await check("?account=acme", {
        authorization,
        ...(addresses === undefined ? {} : { "x-forwarded-for": addresses }),
      })
    ).status;
  expect(await from("192.0.2.1")).toBe(200);
  expect(await from("203.0.113.9, 192.0.2.1")).toBe(200);
  expect(await from("192.0.2.1, 203.0.113.9")).toBe(401);
  expect(await from()).toBe(401);
});

test("what is revoked is refused at once", async () => {
  const { id, authorization } = await makeToken();
  expect((await check("?account=acme", { authorization })).status).toBe(200);
  await server.calls.apiTokens.DeleteApiToken({ id }, admin.metadata);
  expect((await check("?account=acme", { authorization })).status).toBe(401);
});

test("what is too long is refused, and nothing gets out of the quotes of a challenge", async () => {
  const path = `/${"x".repeat(9_000)}`;
  expect((await check("?account=acme", { "x-forwarded-uri": path })).status).toBe(400);
  const answer = await check(`?account=${encodeURIComponent('a", x="\r\ny')}`);
  expect(answer.headers.get("www-authenticate")).toBe(
    'Bearer realm="a, x=y", Basic realm="a, x=y", charset="UTF-8"',
  );
});
