import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { TestClient } from "../../support/oauth.js";
import { REDIRECT_URI, VERIFIER } from "../../support/oauth.js";
import { inBody, inHeader, type OAuthServer, startOAuthServer } from "../../support/oauth-server.js";

let server: OAuthServer;
let client: TestClient;
let other: TestClient;

beforeAll(async () => {
  server = await startOAuthServer();
  client = await server.makeClient({ redirectUris: [REDIRECT_URI, "https://app.example.com/other"] });
  other = await server.makeClient();
});
afterAll(() => server.stop());

function redeem(code: string, changes: Record<string, string> = {}, as = client) {
  const fields = {
    grant_type: "authorization_code",
    code,
    redirect_uri: REDIRECT_URI,
    code_verifier: VERIFIER,
    ...changes,
  };
  return server.post("/tokens", fields, inHeader(as));
}

function refresh(token: string | undefined, as = client) {
  return server.post("/tokens", { grant_type: "refresh_token", refresh_token: token ?? "", ...inBody(as) });
}

function countOf(answers: readonly { status: number; body: Record<string, unknown> }[]) {
  const counts: Record<string, number> = {};
  for (const { status, body } of answers) {
    const outcome = `${status} ${body["error"] ?? "tokens"}`;
    counts[outcome] = (counts[outcome] ?? 0) + 1;
  }
  return counts;
}

describe("a code", () => {
  test("is redeemed once, however many come at once, and nobody is told of a fault", async () => {
    const code = await server.code(client);
    const answers = await Promise.all(Array.from({ length: 50 }, () => redeem(code)));
    expect(countOf(answers)).toEqual({ "200 tokens": 1, "400 invalid_grant": 49 });
  });

  test("that comes a second time ends what it gave", async () => {
    const code = await server.code(client);
    const tokens = (await redeem(code)).body;
    expect(await redeem(code)).toMatchObject({ status: 400, body: { error: "invalid_grant" } });
    expect(await refresh(String(tokens["refresh_token"]))).toMatchObject({
      body: { error: "invalid_grant" },
    });
    const about = await server.post(
      "/introspect",
      { token: String(tokens["access_token"]) },
      inHeader(client),
    );
    expect(about.body).toEqual({ active: false });
  });

  test.each([
    ["another client", {}, () => other, "invalid_grant"],
    ["a wrong verifier", { code_verifier: "x".repeat(43) }, () => client, "invalid_grant"],
    ["no verifier", { code_verifier: "" }, () => client, "invalid_grant"],
    [
      "another redirect URI of the client",
      { redirect_uri: "https://app.example.com/other" },
      () => client,
      "invalid_grant",
    ],
    ["no redirect URI", { redirect_uri: "" }, () => client, "invalid_grant"],
  ])("with %s is refused, and still good for whoever has it right", async (_, changes, clientOf, error) => {
    const code = await server.code(client);
    const refused = await redeem(code, changes, clientOf());
    expect(refused.status).toBe(400);
    expect([error, "invalid_request"]).toContain(refused.body["error"]);
    expect((await redeem(code)).status).toBe(200);
  });

  test("is over after two minutes", async () => {
    const code = await server.code(client);
    server.clock.advance(121_000);
    expect(await redeem(code)).toMatchObject({ status: 400, body: { error: "invalid_grant" } });
  });

  test("of a request without PKCE takes no verifier", async () => {
    const code = await server.code(client, { code_challenge: "", code_challenge_method: "" });
    expect((await redeem(code)).status).toBe(400);
    expect((await redeem(code, { code_verifier: "" })).status).toBe(200);
  });

  test.each(["", "x", "lkz_000000000000000000000000000000000000", "é\u0000", "a".repeat(10_000)])(
    "that is none (%j) is refused",
    async (code) => {
      const { status, body } = await redeem(code);
      expect(status).toBe(400);
      expect(["invalid_grant", "invalid_request"]).toContain(body["error"]);
    },
  );
});

describe("a refresh token", () => {
  test("has one successor, however many refresh at once", async () => {
    const tokens = await server.tokens(client);
    const answers = await Promise.all(Array.from({ length: 50 }, () => refresh(tokens["refresh_token"])));
    expect(countOf(answers)).toEqual({ "200 tokens": 50 });
    expect(new Set(answers.map(({ body }) => body["refresh_token"])).size).toBe(1);
    expect(new Set(answers.map(({ body }) => body["access_token"])).size).toBe(1);
  });

  test("that was stolen ends everything when it is used later", async () => {
    const tokens = await server.tokens(client);
    const next = (await refresh(tokens["refresh_token"])).body;
    server.clock.advance(120_000);
    expect(await refresh(tokens["refresh_token"])).toMatchObject({ body: { error: "invalid_grant" } });
    expect(await refresh(String(next["refresh_token"]))).toMatchObject({ body: { error: "invalid_grant" } });
    const { auditEvents } = await server.calls.auditEvents.ListAuditEvents(
      { filter: 'action = "oauth_grant.reuse_detected"' },
      server.account.metadata,
    );
    expect(auditEvents?.length).toBeGreaterThan(0);
  });

  test("of another client is refused", async () => {
    const tokens = await server.tokens(client);
    expect(await refresh(tokens["refresh_token"], other)).toMatchObject({ body: { error: "invalid_grant" } });
    expect((await refresh(tokens["refresh_token"])).status).toBe(200);
  });
});

test("with OAuth access off nothing is given out, and people are sent back", async () => {
  const code = await server.code(client);
  const set = (oauthAccess: boolean) =>
    server.calls.settings.UpdateSettings(
      { settings: { oauthAccess }, updateMask: { paths: ["oauth_access"] } },
      server.account.metadata,
    );
  await set(false);
  expect(await redeem(code)).toMatchObject({ status: 400, body: { error: "unauthorized_client" } });
  const answer = await fetch(server.authorizeUrl(client), { redirect: "manual" });
  const to = new URL(answer.headers.get("location") ?? "");
  expect(to.searchParams.get("error")).toBe("access_denied");
  await set(true);
  expect((await redeem(code)).status).toBe(200);
});
