import type { ServiceError } from "@grpc/grpc-js";
import { Metadata, status } from "@grpc/grpc-js";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ExchangeTokenRequest } from "../../../proto/gen/latchkey/v1/ExchangeTokenRequest.js";
import { contract } from "../../../proto/load.js";
import { accessTokens, auditEvents, oauthGrants } from "../../../server/store/tables.js";
import { CHALLENGE, REDIRECT_URI, type TestClient, VERIFIER } from "../../support/oauth.js";
import { type OAuthServer, startOAuthServer } from "../../support/oauth-server.js";
import { basic, bearer, detailsOf, failureOf } from "../../support/running-server.js";

let server: OAuthServer;
let client: TestClient;

beforeAll(async () => {
  server = await startOAuthServer({ foundations: { flushEveryMs: 3_600_000, sweepEveryMs: 3_600_000 } });
  client = await server.makeClient({ name: "Nightly export", company: "Initech", description: "Copies." });
});
afterAll(() => server.stop());

function authorizationRequest() {
  return {
    responseType: "code",
    clientId: client.client.identifier,
    redirectUri: REDIRECT_URI,
    scope: "tickets:read articles:read",
    state: "xyz",
    codeChallenge: CHALLENGE,
    codeChallengeMethod: "S256",
  };
}

async function codeOf(): Promise<string> {
  const answer = { request: authorizationRequest(), approved: true };
  const { redirectTo } = await server.calls.oauth.ApproveAuthorization(answer, server.account.metadata);
  return new URL(redirectTo).searchParams.get("code") ?? "";
}

function exchange(changes: ExchangeTokenRequest) {
  return server.calls.oauth.ExchangeToken({ accountId: "acme", client: client.authentication, ...changes });
}

async function redeemed() {
  return exchange({
    grantType: "GRANT_TYPE_AUTHORIZATION_CODE",
    code: await codeOf(),
    redirectUri: REDIRECT_URI,
    codeVerifier: VERIFIER,
  });
}

describe("a whole story over gRPC", () => {
  test("a person is asked, consents, and the client gets, refreshes, looks at and revokes tokens", async () => {
    const { oauth } = server.calls;
    const asked = await oauth.Authorize({ request: authorizationRequest() }, server.account.metadata);
    expect(asked).toEqual({
      client: {
        identifier: client.client.identifier,
        name: "Nightly export",
        description: "Copies.",
        company: "Initech",
        logoUrl: "",
      },
      scopes: ["tickets:read", "articles:read"],
      redirectUri: REDIRECT_URI,
    });
    const tokens = await redeemed();
    expect(tokens).toEqual({
      accessToken: expect.stringMatching(/^lko_/),
      tokenType: "Bearer",
      lifetime: { seconds: 1_800, nanos: 0 },
      refreshToken: expect.stringMatching(/^lkr_/),
      refreshLifetime: { seconds: 2_592_000, nanos: 0 },
      scope: "tickets:read articles:read",
    });
    const next = await exchange({
      grantType: "GRANT_TYPE_REFRESH_TOKEN",
      refreshToken: tokens.refreshToken,
      lifetime: { seconds: 300, nanos: 0 },
      refreshLifetime: { seconds: 604_800, nanos: 0 },
      scope: "tickets:read",
    });
    expect(next).toMatchObject({
      lifetime: { seconds: 300, nanos: 0 },
      refreshLifetime: { seconds: 604_800, nanos: 0 },
      scope: "tickets:read",
    });
    const about = { accountId: "acme", client: client.authentication };
    const worth = await oauth.IntrospectToken({ ...about, token: next.accessToken });
    const seconds = server.clock.now() / 1_000;
    expect(worth).toEqual({
      active: true,
      scope: "tickets:read",
      clientId: client.client.identifier,
      username: server.account.adminEmail,
      tokenType: "access_token",
      issueTime: { seconds, nanos: 0 },
      expireTime: { seconds: seconds + 300, nanos: 0 },
      subject: server.account.adminUserId,
      issuer: server.issuer,
      id: expect.stringMatching(/^atk_/),
    });
    await oauth.RevokeToken({ ...about, token: next.refreshToken, tokenTypeHint: "access_token" });
    expect(await oauth.IntrospectToken({ ...about, token: next.accessToken })).toEqual({
      active: false,
      scope: "",
      clientId: "",
      username: "",
      tokenType: "",
      issueTime: null,
      expireTime: null,
      subject: "",
      issuer: "",
      id: "",
    });
  });

  test("a device is let in by a person", async () => {
    const { oauth } = server.calls;
    const started = await oauth.StartDeviceAuthorization({
      accountId: "acme",
      client: client.authentication,
      scope: "tickets:read",
    });
    expect(started).toMatchObject({
      verificationUri: `${server.issuer}/oauth/device`,
      verificationUriComplete: `${server.issuer}/oauth/device?user_code=${started.userCode}`,
      lifetime: { seconds: 600, nanos: 0 },
      interval: { seconds: 5, nanos: 0 },
    });
    const { userCode, deviceCode } = started;
    const poll = { grantType: "GRANT_TYPE_DEVICE_CODE", deviceCode } as const;
    expect(detailsOf(await failureOf(exchange(poll))).reason).toBe("OAUTH_AUTHORIZATION_PENDING");
    const waiting = await oauth.GetDeviceAuthorization({ userCode }, server.account.metadata);
    expect(waiting).toMatchObject({ client: { name: "Nightly export" }, scopes: ["tickets:read"] });
    expect(waiting.expireTime?.seconds).toBe(server.clock.now() / 1_000 + 600);
    const answered = await oauth.ApproveDevice({ userCode, approved: true }, server.account.metadata);
    expect(answered.client?.identifier).toBe(client.client.identifier);
    expect((await exchange(poll)).scope).toBe("tickets:read");
  });

  test("a client that acts for itself gets no refresh token, and is no user", async () => {
    const tokens = await exchange({ grantType: "GRANT_TYPE_CLIENT_CREDENTIALS", scope: "authenticate" });
    expect(tokens).toMatchObject({ refreshToken: "", refreshLifetime: null });
    const asking = bearer(tokens.accessToken);
    const { accessToken: token } = await redeemed();
    // It may ask about tokens itself, with its scope.
    expect((await server.calls.oauth.IntrospectToken({ token }, asking)).active).toBe(true);
    const failure = await failureOf(server.calls.sessions.GetSession({}, asking));
    expect(detailsOf(failure).reason).toBe("ROLE_INSUFFICIENT");
  });
});

describe("an error", () => {
  test.each<[string, ExchangeTokenRequest, string, keyof typeof status, string]>([
    ["without a grant type", {}, "OAUTH_INVALID_REQUEST", "INVALID_ARGUMENT", "invalid_request"],
    [
      "with a grant type of nobody",
      { grantType: 99 as never },
      "OAUTH_UNSUPPORTED_GRANT_TYPE",
      "INVALID_ARGUMENT",
      "unsupported_grant_type",
    ],
    [
      "of a client that is none",
      { client: null, grantType: "GRANT_TYPE_CLIENT_CREDENTIALS" },
      "OAUTH_INVALID_CLIENT",
      "UNAUTHENTICATED",
      "invalid_client",
    ],
    [
      "with a code of nobody",
      { grantType: "GRANT_TYPE_AUTHORIZATION_CODE", code: "lkz_x" },
      "OAUTH_INVALID_GRANT",
      "INVALID_ARGUMENT",
      "invalid_grant",
    ],
    [
      "for a scope of nobody",
      { grantType: "GRANT_TYPE_CLIENT_CREDENTIALS", scope: "x" },
      "OAUTH_INVALID_SCOPE",
      "INVALID_ARGUMENT",
      "invalid_scope",
    ],
  ])("%s says the RFC's code in its metadata", async (_, changes, reason, code, error) => {
    const failure = await failureOf(exchange(changes));
    expect(failure.code).toBe(status[code]);
    expect(detailsOf(failure)).toMatchObject({ reason, metadata: { error } });
  });

  test("does not tell where a browser would go next: nobody is redirected here", async () => {
    const request = { ...authorizationRequest(), scope: "nonsense", state: "x".repeat(2_000) };
    const failure = await failureOf(server.calls.oauth.Authorize({ request }, server.account.metadata));
    expect(detailsOf(failure)).toMatchObject({
      reason: "OAUTH_INVALID_SCOPE",
      metadata: { error: "invalid_scope" },
    });
    expect(detailsOf(failure).metadata).not.toHaveProperty("redirect_to");
  });

  test("of spans names the field", async () => {
    const grantType = "GRANT_TYPE_CLIENT_CREDENTIALS";
    const parts = await failureOf(
      exchange({ grantType, scope: "read", lifetime: { seconds: 300, nanos: 1 } }),
    );
    expect(detailsOf(parts)).toMatchObject({ reason: "FIELD_INVALID", fields: ["lifetime"] });
    for (const seconds of [-1, 0, 299, 172_801, 9e15]) {
      const failure = await failureOf(
        exchange({ grantType, scope: "read", lifetime: { seconds, nanos: 0 } }),
      );
      expect(detailsOf(failure).reason).toBe("OAUTH_INVALID_REQUEST");
    }
  });
});

/** Texts that nobody has a use for. */
const NASTY = [
  "x".repeat(300_000),
  "\u0000",
  "\r\nSet-Cookie: a=b",
  "../../etc/passwd",
  "%00%0d%0a",
  "é".repeat(300),
  "\u{1f511}",
  "'; --",
  '"\\',
  " ",
];

/** For each method a request that is answered, and the fields that may hold anything. */
const REQUESTS: Record<string, { request: () => Promise<object>; free?: string[]; asPerson?: boolean }> = {
  Authorize: {
    request: async () => ({ request: authorizationRequest() }),
    free: ["request.state"],
    asPerson: true,
  },
  ApproveAuthorization: {
    request: async () => ({ request: authorizationRequest(), approved: true }),
    free: ["request.state"],
    asPerson: true,
  },
  StartDeviceAuthorization: {
    request: async () => ({ accountId: "acme", client: client.authentication, scope: "read" }),
  },
  GetDeviceAuthorization: { request: async () => ({ userCode: "BBBB-BBBB" }), asPerson: true },
  ApproveDevice: { request: async () => ({ userCode: "BBBB-BBBB" }), asPerson: true },
  ExchangeToken: {
    request: async () => ({
      accountId: "acme",
      client: client.authentication,
      grantType: "GRANT_TYPE_AUTHORIZATION_CODE",
      code: "lkz_x",
      redirectUri: REDIRECT_URI,
      codeVerifier: VERIFIER,
    }),
    free: [],
  },
  RevokeToken: {
    request: async () => ({
      accountId: "acme",
      client: client.authentication,
      token: "x",
      tokenTypeHint: "",
    }),
    free: ["token", "tokenTypeHint"],
  },
  IntrospectToken: {
    request: async () => ({
      accountId: "acme",
      client: client.authentication,
      token: "x",
      tokenTypeHint: "",
    }),
    free: ["token", "tokenTypeHint"],
  },
};

function textsIn(request: object, path = ""): string[] {
  return Object.entries(request).flatMap(([name, value]) => {
    const at = path === "" ? name : `${path}.${name}`;
    if (typeof value === "object" && value !== null) return textsIn(value, at);
    return typeof value === "string" && name !== "grantType" ? [at] : [];
  });
}

function withText(request: object, path: string, text: string): object {
  const [first = "", ...rest] = path.split(".");
  const inner = (request as Record<string, object>)[first] ?? {};
  return { ...request, [first]: rest.length === 0 ? text : withText(inner, rest.join("."), text) };
}

describe("nonsense in every parameter is refused, and leaves nothing behind", () => {
  test("every method is tried", () => {
    const { service } = contract.latchkey.v1.OAuthService;
    expect(Object.keys(REQUESTS).sort()).toEqual(Object.keys(service).sort());
  });

  test.each(Object.entries(REQUESTS))("%s", async (name, { request, free = [], asPerson = false }) => {
    const method = server.calls.oauth[name as keyof typeof server.calls.oauth] as (
      request: object,
      metadata?: Metadata,
    ) => Promise<unknown>;
    const whole = await request();
    for (const path of textsIn(whole)) {
      for (const text of NASTY) {
        const before = await issued();
        const metadata = asPerson ? server.account.metadata : new Metadata();
        const failure = await method(withText(whole, path, text), metadata).then(
          () => undefined,
          (error: ServiceError) => error,
        );
        const told = `${path} = ${JSON.stringify(text.slice(0, 30))}`;
        if (failure === undefined) expect(free, told).toContain(path);
        else {
          const { reason } = detailsOf(failure);
          expect(reason, told).toMatch(/^(OAUTH_|RESOURCE_NOT_FOUND|SIGN_IN_THROTTLED|CREDENTIAL_INVALID)/);
          expect(failure.details, told).toMatch(/^[\x20-\x7e]{1,500}$/);
        }
        if (name !== "ApproveAuthorization") expect(await issued(), told).toEqual(before);
        // So that the next is not slowed down: that is tested elsewhere.
        server.clock.advance(16 * 60_000);
        await keepSignedIn();
      }
    }
    expect(server.log.filter((line) => /"level":"(error|fatal)"/.test(line))).toEqual([]);
  });
});

test("what is refused for its client is told in the audit log, without the secret", async () => {
  const secret = server.environment.newSecret("CLIENT_SECRET");
  const { clientId } = client.authentication;
  server.clock.advance(120_000);
  await failureOf(
    exchange({ client: { clientId, clientSecret: secret }, grantType: "GRANT_TYPE_CLIENT_CREDENTIALS" }),
  );
  const [event] = await server.environment.store.read((reader) =>
    reader.list(auditEvents, ["acme"], { reverse: true, limit: 1 }),
  );
  expect(event).toMatchObject({
    action: "oauth_client.authentication_refused",
    resourceId: client.client.id,
    sourceIp: "127.0.0.1",
  });
  expect(JSON.stringify(event)).not.toContain(secret.slice(10));
  expect(server.log.join("\n")).not.toContain(secret);
});

test("an API token may not consent for its user, nor a token for whoever gave it", async () => {
  const { apiToken, secret } = await server.calls.apiTokens.CreateApiToken(
    { apiToken: { description: "x" } },
    server.account.metadata,
  );
  expect(apiToken?.id).toBeDefined();
  const { accessToken } = await redeemed();
  for (const metadata of [basic(server.account.adminEmail, secret), bearer(accessToken)]) {
    const answer = { request: authorizationRequest(), approved: true };
    const failure = await failureOf(server.calls.oauth.ApproveAuthorization(answer, metadata));
    expect(detailsOf(failure).reason).toBe("ROLE_INSUFFICIENT");
  }
});

/** How many grants and access tokens there are. */
function issued(): Promise<number[]> {
  return server.environment.store.read(async (reader) => [
    (await reader.list(oauthGrants, ["acme"], { limit: 10_000 })).length,
    (await reader.list(accessTokens, ["acme"], { limit: 10_000 })).length,
  ]);
}

/** A session ends after twelve hours without use. */
async function keepSignedIn(): Promise<void> {
  await server.calls.sessions.GetSession({}, server.account.metadata);
  await server.environment.uses.flush(server.environment.store);
}
