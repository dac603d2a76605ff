import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Answer } from "../../verifier/answer.js";
import { type Clocks, MACHINE_CLOCKS } from "../../verifier/freshness.js";
import { openVerifier, type Verifier, type VerifierOptions } from "../../verifier/verifier.js";
import { eventually } from "../support/eventually.js";
import { basic, type SignedUp, startServer, type TestServer } from "../support/running-server.js";

let server: TestServer;
let admin: SignedUp;
let verifiers: Verifier[] = [];

beforeEach(async () => {
  server = await startServer({ clock: "system", foundations: { flushEveryMs: 3_600_000 } });
  admin = await server.signUp();
  await switchAccess(true);
});
afterEach(async () => {
  for (const verifier of verifiers) verifier.close();
  verifiers = [];
  await server.stop();
});

async function switchAccess(apiTokenAccess: boolean): Promise<void> {
  const request = { settings: { apiTokenAccess }, updateMask: { paths: ["api_token_access"] } };
  await server.calls.settings.UpdateSettings(request, admin.metadata);
}

async function makeToken(choices: { scopes?: string[]; ipAllowList?: string[] } = {}) {
  const { apiToken, secret } = await server.calls.apiTokens.CreateApiToken(
    { apiToken: choices },
    admin.metadata,
  );
  return { id: apiToken?.id ?? "", secret, header: headerOf(secret) };
}

const headerOf = (secret: string, email = admin.adminEmail) =>
  String(basic(email, secret).get("authorization")[0]);

function open(options: Partial<VerifierOptions> = {}): Verifier {
  const verifier = openVerifier({
    server: server.address,
    authorization: `Bearer ${admin.sessionToken}`,
    maxStalenessMs: 60_000,
    whenStale: "refuse",
    heartbeatMs: 100,
    reportUses: false,
    ...options,
  });
  verifiers.push(verifier);
  return verifier;
}

/** What is answered at once. */
function atOnce(answer: Answer | Promise<Answer>): Answer {
  if (answer instanceof Promise) throw new Error("It was not answered at once.");
  return answer;
}

test("it answers at once, by itself, as the server would", async () => {
  const token = await makeToken({ scopes: ["tickets:read", "read"].slice(1) });
  const verifier = open();
  await verifier.ready();
  const calls = server.log.length;
  expect(atOnce(verifier.check({ authorization: token.header, requiredScopes: ["tickets:read"] }))).toEqual({
    status: 200,
    allowed: true,
    principal: {
      accountId: "acme",
      userId: admin.adminUserId,
      email: admin.adminEmail,
      role: "ADMIN",
      clientId: "",
      clientIdentifier: "",
      credentialKind: "API_TOKEN",
      credentialId: token.id,
      scopes: ["read"],
    },
  });
  const lacking = { authorization: token.header, requiredScopes: ["tickets:read", "tickets:write"] };
  expect(atOnce(verifier.check(lacking))).toMatchObject({ status: 403, missingScopes: ["tickets:write"] });
  expect(atOnce(verifier.check({ authorization: `Bearer ${admin.sessionToken}` }))).toMatchObject({
    status: 200,
    principal: { credentialKind: "SESSION" },
  });
  expect(server.log.length).toBe(calls);
});

test.each([
  ["nothing", undefined],
  ["an unknown scheme", "Digest a=b"],
  ["base64 that is cut off", "Basic YWRtaW5AYWNtZS5leGFtcGxlL3Rva2VuOmxrYV8"],
  ["a wrong checksum", `Basic ${Buffer.from(`a@b.c/token:lka_${"x".repeat(36)}`).toString("base64")}`],
  ["a megabyte", `Bearer ${"x".repeat(1_000_000)}`],
  ["bytes", "Basic \u0000\uffff\ud800"],
])("%s is nobody", async (_, authorization) => {
  const verifier = open();
  await verifier.ready();
  expect(atOnce(verifier.check({ authorization }))).toEqual({ status: 401, allowed: false });
});

test("a token of another account is nobody", async () => {
  const other = await server.signUp();
  const on = { settings: { apiTokenAccess: true }, updateMask: { paths: ["api_token_access"] } };
  await server.calls.settings.UpdateSettings(on, other.metadata);
  const { secret } = await server.calls.apiTokens.CreateApiToken({ apiToken: {} }, other.metadata);
  const verifier = open();
  await verifier.ready();
  expect(atOnce(verifier.check({ authorization: headerOf(secret, other.adminEmail) })).status).toBe(401);
});

test("a revocation arrives by itself, and what is switched off at once is off at once", async () => {
  const [one, two] = [await makeToken(), await makeToken()];
  const verifier = open();
  await verifier.ready();
  const statusOf = (header: string) => atOnce(verifier.check({ authorization: header })).status;
  expect([one, two].map(({ header }) => statusOf(header))).toEqual([200, 200]);
  await server.calls.apiTokens.DeleteApiToken({ id: one.id }, admin.metadata);
  await eventually(() => expect([one, two].map(({ header }) => statusOf(header))).toEqual([401, 200]));
  await switchAccess(false);
  await eventually(() => expect(statusOf(two.header)).toBe(401));
  await switchAccess(true);
  await eventually(() => expect(statusOf(two.header)).toBe(200));
  const three = await makeToken({ ipAllowList: ["192.0.2.1"] });
  await eventually(() =>
    expect(atOnce(verifier.check({ authorization: three.header, sourceIp: "192.0.2.1" })).status).toBe(200),
  );
  expect(statusOf(three.header)).toBe(401);
});

describe("past its bound", () => {
  /** Clocks that go on by themselves, and can be moved ahead. */
  class MovingClocks implements Clocks {
    #ahead = 0;
    monotonic = () => MACHINE_CLOCKS.monotonic() + this.#ahead;
    wall = () => MACHINE_CLOCKS.wall() + this.#ahead;
    move(milliseconds: number): void {
      this.#ahead += milliseconds;
    }
  }

  test("it refuses, or asks, as it was told; and answers by itself again when it has heard", async () => {
    const token = await makeToken();
    const clocks = new MovingClocks();
    const [refusing, asking] = [open({ clocks }), open({ clocks, whenStale: "ask" })];
    await Promise.all([refusing.ready(), asking.ready()]);
    const question = { authorization: token.header };
    expect([refusing, asking].map((one) => atOnce(one.check(question)).status)).toEqual([200, 200]);
    clocks.move(60_001);
    expect(refusing.stalenessMs).toBeGreaterThan(60_000);
    expect(atOnce(refusing.check(question))).toEqual({ status: 503, allowed: false });
    const asked = asking.check(question);
    expect(asked).toBeInstanceOf(Promise);
    expect(await asked).toMatchObject({ status: 200, principal: { email: admin.adminEmail, role: "ADMIN" } });
    // By the next sign of life what was told is a minute old, so the call is made anew.
    await eventually(() => expect([refusing.isFresh, asking.isFresh]).toEqual([true, true]));
    expect(atOnce(refusing.check(question)).status).toBe(200);
  });

  test("nobody being reachable is 503, not 401", async () => {
    const token = await makeToken();
    const clocks = new MovingClocks();
    const verifier = open({ clocks, whenStale: "ask", askTimeoutMs: 300 });
    await verifier.ready();
    await server.stop();
    clocks.move(60_001);
    expect(await verifier.check({ authorization: token.header })).toEqual({ status: 503, allowed: false });
    server = await startServer();
  });
});

test("a service whose own credential goes stops answering at once, and forgets what it knew", async () => {
  const own = await makeToken({ scopes: ["authenticate"] });
  const token = await makeToken();
  const failures: (Error | undefined)[] = [];
  const verifier = open({ authorization: own.header, onConnection: (failure) => failures.push(failure) });
  await verifier.ready();
  expect(failures).toEqual([undefined]);
  await server.calls.apiTokens.DeleteApiToken({ id: own.id }, admin.metadata);
  await eventually(() => expect(verifier.size).toBe(0));
  expect(atOnce(verifier.check({ authorization: token.header })).status).toBe(503);
  expect(failures[1]?.message).toContain("UNAUTHENTICATED");
});

test("what is chosen badly is refused in words", () => {
  expect(() => open({ maxStalenessMs: 0 })).toThrow(/maxStalenessMs/);
  expect(() => open({ whenStale: "hope" as "ask" })).toThrow(/"ask" or "refuse"/);
  expect(() => open({ server: "latchkey.example:443" })).toThrow(/createSsl/);
});
