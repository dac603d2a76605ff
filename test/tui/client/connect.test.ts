import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { authorizeByApiToken, authorizeBySession } from "../../../tui/client/authorization.js";
import { type Client, connect } from "../../../tui/client/connect.js";
import { CallFailure } from "../../../tui/client/failure.js";
import { addApiToken, addUser, type FakeServer, startFakeServer } from "../../support/fake-server.js";

let server: FakeServer;
let client: Client;
let token: string | undefined;

beforeEach(async () => {
  server = await startFakeServer({ setupRequired: false });
  addUser(server.state, { password: "correct horse" });
  token = undefined;
  client = connect({
    address: server.address,
    authorization: () => (token === undefined ? undefined : authorizeBySession(token)),
  });
});

afterEach(async () => {
  client.close();
  await server.stop();
});

async function signIn(): Promise<void> {
  ({ sessionToken: token } = await client.sessions.signIn({
    email: "ada@example.com",
    password: "correct horse",
  }));
}

async function failureOf(call: Promise<unknown>): Promise<CallFailure> {
  const cause = await call.then(
    () => undefined,
    (error: unknown) => error,
  );
  expect(cause).toBeInstanceOf(CallFailure);
  return cause as CallFailure;
}

describe("connect", () => {
  test("sends the credential it is given, asked for before each call", async () => {
    await signIn();
    expect(server.state.authorization).toBe("");
    expect((await client.sessions.get()).role).toBe("ADMIN");
    expect(server.state.authorization).toBe(`Bearer ${token}`);
    expect(authorizeByApiToken("ada@example.com", "lka_x")).toBe(
      `Basic ${Buffer.from("ada@example.com/token:lka_x").toString("base64")}`,
    );
  });

  test("changes only what it is told to change, with the moments and enums of the wire", async () => {
    server.state.settings.apiTokenAccess = true;
    await signIn();
    const expireTime = new Date("2030-01-02T03:04:05.678Z");
    const { apiToken, secret } = await client.apiTokens.create({
      description: "ci",
      expireTime,
      scopes: ["read"],
    });
    expect(secret).toHaveLength(40);
    expect(apiToken).toMatchObject({ description: "ci", expireTime, scopes: ["read"], state: "ACTIVE" });
    const cleared = await client.apiTokens.update(apiToken.id, { expireTime: null }, apiToken.etag);
    expect(cleared).toMatchObject({ description: "ci", expireTime: undefined });
    const off = await client.apiTokens.deactivate(apiToken.id);
    expect(off).toMatchObject({ state: "DEACTIVATED", deactivationCause: "MANUAL" });
    expect(off.deactivateTime).toBeInstanceOf(Date);
    const settings = await client.settings.update({ inactivityPolicy: { deactivateAfterDays: 7 } });
    expect(settings.inactivityPolicy).toEqual({ enabled: false, deactivateAfterDays: 7, purgeAfterDays: 60 });
    expect(settings.apiTokenAccess).toBe(true);
  });

  test("hands over pages", async () => {
    server.state.settings.apiTokenAccess = true;
    for (let count = 0; count < 3; count += 1) addApiToken(server.state);
    await signIn();
    const first = await client.apiTokens.list({ pageSize: 2 });
    expect(first).toMatchObject({ totalSize: 3, maxSize: 256, nextPageToken: "2" });
    const last = await client.apiTokens.list({ pageSize: 2, pageToken: "2" });
    expect(last.nextPageToken).toBeUndefined();
    expect(first.apiTokens.length + last.apiTokens.length).toBe(3);
  });

  test("follows the audit log until it is let go", async () => {
    await signIn();
    const controller = new AbortController();
    const seen: (string | undefined)[] = [];
    for await (const { auditEvent } of client.auditEvents.watch({}, { signal: controller.signal })) {
      seen.push(auditEvent?.action);
      if (seen.length === 1) await client.settings.update({ oauthAccess: true });
      else controller.abort();
    }
    expect(seen).toEqual([undefined, "settings.update"]);
  });
});

describe("a failed call", () => {
  test("tells everything the server said", async () => {
    server.state.refuse.set("SignIn", {
      code: "RESOURCE_EXHAUSTED",
      reason: "SIGN_IN_THROTTLED",
      message: "slow down",
      retrySeconds: 7,
      fields: [{ field: "email", description: "bad" }],
      metadata: { scope: "read" },
    });
    const failure = await failureOf(client.sessions.signIn({ email: "a", password: "b" }));
    expect(failure).toMatchObject({
      code: "RESOURCE_EXHAUSTED",
      reason: "SIGN_IN_THROTTLED",
      message: "slow down",
      retryDelaySeconds: 7,
      requestId: "req-1",
      fieldViolations: [{ field: "email", description: "bad" }],
      metadata: { scope: "read" },
    });
  });

  test("with a reason of a newer server keeps its status", async () => {
    server.state.refuse.set("GetSetupState", { code: "ABORTED", reason: "SOMETHING_NEW" });
    const failure = await failureOf(client.accounts.isSetupRequired());
    expect(failure).toMatchObject({ code: "ABORTED", reason: undefined });
  });

  test("of a watch is thrown where it is read", async () => {
    const read = async () => {
      for await (const _ of client.auditEvents.watch()) expect.unreachable();
    };
    expect(await failureOf(read())).toMatchObject({ code: "UNAUTHENTICATED", reason: "CREDENTIAL_INVALID" });
  });

  test("without a server is UNAVAILABLE, and cancelled is CANCELLED", async () => {
    await server.stop();
    expect(await failureOf(client.accounts.isSetupRequired())).toMatchObject({
      code: "UNAVAILABLE",
      reason: undefined,
    });
    const aborted = AbortSignal.abort();
    expect(await failureOf(client.accounts.isSetupRequired({ signal: aborted }))).toMatchObject({
      code: "CANCELLED",
    });
  });
});
