import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { TestClient } from "../../support/oauth.js";
import { inBody, inHeader, type OAuthServer, startOAuthServer } from "../../support/oauth-server.js";

let server: OAuthServer;
let client: TestClient;
let other: TestClient;
/** A service's API token, as an `Authorization` header. */
let service: string;

beforeAll(async () => {
  server = await startOAuthServer();
  client = await server.makeClient();
  other = await server.makeClient();
  service = await apiToken(["authenticate"]);
});
afterAll(() => server.stop());

async function apiToken(scopes: string[]): Promise<string> {
  const { account } = server;
  const request = { apiToken: { description: "service", scopes } };
  const { secret } = await server.calls.apiTokens.CreateApiToken(request, account.metadata);
  return `Basic ${Buffer.from(`${account.adminEmail}/token:${secret}`).toString("base64")}`;
}

describe("introspection", () => {
  test("tells a service of a token, and of nothing about a bad one", async () => {
    const tokens = await server.tokens(client);
    const { status, headers, body } = await server.post(
      "/introspect",
      { token: tokens["access_token"] ?? "", token_type_hint: "refresh_token" },
      { authorization: service },
    );
    expect(status).toBe(200);
    expect(headers.get("cache-control")).toBe("no-store");
    expect(body).toEqual({
      active: true,
      scope: "tickets:read",
      client_id: client.client.identifier,
      username: server.account.adminEmail,
      token_type: "Bearer",
      exp: expect.any(Number),
      iat: expect.any(Number),
      sub: server.account.adminUserId,
      iss: server.issuer,
      jti: expect.stringMatching(/^atk_/),
    });
    expect(Number(body["exp"]) - Number(body["iat"])).toBe(1_800);
    for (const token of [
      "x",
      "lko_000000000000000000000000000000000000",
      "é",
      tokens["refresh_token"] ?? "",
    ]) {
      const bad = await server.post("/introspect", { token }, { authorization: service });
      expect([bad.status, bad.body]).toEqual([200, { active: false }]);
    }
  });

  test("tells a client of its own tokens only", async () => {
    const tokens = await server.tokens(client);
    const own = await server.post("/introspect", { token: tokens["refresh_token"] ?? "" }, inHeader(client));
    expect(own.body).toMatchObject({ active: true, client_id: client.client.identifier });
    expect(own.body).not.toHaveProperty("token_type");
    const foreign = await server.post("/introspect", {
      token: tokens["access_token"] ?? "",
      ...inBody(other),
    });
    expect([foreign.status, foreign.body]).toEqual([200, { active: false }]);
  });

  test("is for nobody unknown", async () => {
    const token = "lko_000000000000000000000000000000000000";
    const nobody = await server.post("/introspect", { token });
    expect(nobody).toMatchObject({ status: 401, body: { error: "invalid_client" } });
    expect(nobody.headers.get("www-authenticate")).toMatch(/^Basic/);
    const bad = await server.post("/introspect", { token }, { authorization: "Bearer nonsense" });
    expect(bad).toMatchObject({ status: 401, body: { error: "invalid_token" } });
    expect(bad.headers.get("www-authenticate")).toBe('Bearer realm="latchkey", error="invalid_token"');
    const narrow = await server.post("/introspect", { token }, { authorization: await apiToken(["read"]) });
    expect(narrow).toMatchObject({ status: 403, body: { error: "insufficient_scope" } });
    expect(narrow.headers.get("www-authenticate")).toMatch(
      /error="insufficient_scope", scope="authenticate"/,
    );
    expect(nobody.headers.get("access-control-allow-origin")).toBeNull();
  });

  test("asks for a token, once", async () => {
    expect(await server.post("/introspect", {}, { authorization: service })).toMatchObject({
      status: 400,
      body: { error: "invalid_request" },
    });
    const twice = new URLSearchParams("token=a&token=b");
    expect(await server.post("/introspect", twice, { authorization: service })).toMatchObject({
      status: 400,
      body: { error: "invalid_request" },
    });
    expect((await fetch(`${server.base}/introspect?token=x`)).status).toBe(405);
  });
});

describe("revocation", () => {
  async function isActive(token: string): Promise<unknown> {
    return (await server.post("/introspect", { token }, { authorization: service })).body["active"];
  }

  test("ends an access token, and with a refresh token all that came of it, whatever the hint", async () => {
    const tokens = await server.tokens(client);
    const access = tokens["access_token"] ?? "";
    expect(await isActive(access)).toBe(true);
    const hinted = { token: access, token_type_hint: "refresh_token" };
    const ended = await server.post("/revoke", hinted, inHeader(client));
    expect([ended.status, ended.body]).toEqual([200, {}]);
    expect(await isActive(access)).toBe(false);
    const second = await server.tokens(client);
    await server.post("/revoke", { token: second["refresh_token"] ?? "", ...inBody(client) });
    expect(await isActive(second["access_token"] ?? "")).toBe(false);
  });

  test("of an unknown token is no error, of another client's is refused", async () => {
    for (const token of ["x", "lko_000000000000000000000000000000000000"]) {
      expect((await server.post("/revoke", { token, ...inBody(client) })).status).toBe(200);
    }
    const tokens = await server.tokens(client);
    const access = tokens["access_token"] ?? "";
    const refused = await server.post("/revoke", { token: access, ...inBody(other) });
    expect(refused).toMatchObject({ status: 400, body: { error: "unauthorized_client" } });
    expect(await isActive(access)).toBe(true);
  });

  test("is for clients that prove themselves, and asks for a token", async () => {
    const nobody = await server.post("/revoke", { token: "x", client_id: client.client.identifier });
    expect(nobody).toMatchObject({ status: 401, body: { error: "invalid_client" } });
    const nothing = await server.post("/revoke", { token: "" }, inHeader(client));
    expect(nothing).toMatchObject({ status: 400, body: { error: "invalid_request" } });
  });
});

describe("metadata", () => {
  test("says where everything is and what it can do", async () => {
    const url = `${server.httpAddress}/.well-known/oauth-authorization-server/acme`;
    const answer = await fetch(url);
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-type")).toMatch(/^application\/json/);
    expect(answer.headers.get("access-control-allow-origin")).toBe("*");
    const metadata = (await answer.json()) as Record<string, unknown>;
    expect(metadata).toMatchObject({
      issuer: server.issuer,
      response_types_supported: ["code"],
      code_challenge_methods_supported: ["S256"],
      authorization_response_iss_parameter_supported: true,
      grant_types_supported: expect.arrayContaining(["authorization_code", "refresh_token"]),
    });
    const endpoints = Object.entries(metadata).filter(([key]) => key.endsWith("_endpoint"));
    expect(endpoints).toHaveLength(5);
    // Whatever a document promises is there: not a 404.
    for (const [, endpoint] of endpoints) {
      expect((await fetch(String(endpoint), { method: "OPTIONS" })).status, String(endpoint)).not.toBe(500);
      expect((await fetch(String(endpoint))).status, String(endpoint)).not.toBe(404);
    }
  });

  test("is the same for an account that is not there, and absent for what is no account", async () => {
    const at = (path: string) => fetch(`${server.httpAddress}/.well-known/oauth-authorization-server${path}`);
    expect((await at("/nowhere")).status).toBe(200);
    for (const path of ["", "/", "/A", "/acme/", "/acme/x", "/-x", "/%61%00"]) {
      expect([path, (await at(path)).status]).toEqual([path, 404]);
    }
  });
});

describe("with an issuer of its own", () => {
  test("every address and the session's cookie follow it", async () => {
    const behind = await startOAuthServer({ flags: ["--issuer", "https://id.example.com"] });
    try {
      const app = await behind.makeClient();
      const url = `${behind.httpAddress}/.well-known/oauth-authorization-server/acme`;
      expect(await (await fetch(url)).json()).toMatchObject({
        issuer: "https://id.example.com/acme",
        token_endpoint: "https://id.example.com/acme/oauth/tokens",
      });
      const { headers } = await fetch(behind.authorizeUrl(app));
      expect(headers.get("set-cookie")).toMatch(
        /^__Host-latchkey-form-acme=\w+; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
      );
    } finally {
      await behind.stop();
    }
  });
});
