import { once } from "node:events";
import { status } from "@grpc/grpc-js";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { AuthenticateStreamResponse__Output } from "../../../proto/gen/latchkey/v1/AuthenticateStreamResponse.js";
import { eventually } from "../../support/eventually.js";
import {
  basic,
  detailsOf,
  type SignedUp,
  startServer,
  type TestServer,
} from "../../support/running-server.js";

let server: TestServer;
let admin: SignedUp;
let token: { id: string; secret: string };

beforeEach(async () => {
  // As in production: with the log on debug, no call takes the quick way.
  server = await startServer({ flags: ["--log-level", "info"], foundations: { heartbeatMs: 50 } });
  admin = await server.signUp();
  const on = { settings: { apiTokenAccess: true }, updateMask: { paths: ["api_token_access"] } };
  await server.calls.settings.UpdateSettings(on, admin.metadata);
  token = await makeToken();
});
afterEach(() => server.stop());

async function makeToken(scopes: string[] = []) {
  const { apiToken, secret } = await server.calls.apiTokens.CreateApiToken(
    { apiToken: { scopes } },
    admin.metadata,
  );
  return { id: apiToken?.id ?? "", secret };
}

const headerOf = (secret: string) => String(basic(admin.adminEmail, secret).get("authorization")[0]);

function open(metadata = admin.metadata) {
  const stream = server.calls.authenticateStream(metadata);
  const messages: AuthenticateStreamResponse__Output[] = [];
  const failures: unknown[] = [];
  stream.on("data", (message: AuthenticateStreamResponse__Output) => messages.push(message));
  stream.on("error", (error) => failures.push(error));
  const answered = (count: number) => eventually(() => expect(messages).toHaveLength(count));
  const failure = () =>
    eventually(() => {
      expect(failures).toHaveLength(1);
      return failures[0];
    });
  return { stream, messages, answered, failure };
}

test("each message is answered by one, whose answers are those of Authenticate, by their ids", async () => {
  const narrow = await makeToken(["read"]);
  const questions = [
    { authorization: headerOf(token.secret), method: "GET", path: "/tickets", sourceIp: "192.0.2.1" },
    { authorization: headerOf(narrow.secret), requiredScopes: ["tickets:read", "tickets:write"] },
    { authorization: headerOf(narrow.secret), requiredScopes: ["tickets:read"] },
    { authorization: `Bearer ${admin.sessionToken}` },
    { authorization: "Bearer nobody" },
    {},
  ];
  const { stream, messages, answered } = open();
  stream.write({ checks: questions.map((question, n) => ({ id: 2 ** 40 + n, question })) });
  stream.write({ checks: [{ id: 0, question: questions[0] ?? null }, { id: 7 }] });
  await answered(2);
  const unary = await Promise.all(
    questions.map((question) => server.calls.authentication.Authenticate(question, admin.metadata)),
  );
  expect(messages[0]?.answers).toEqual(unary.map((decision, n) => ({ id: 2 ** 40 + n, decision })));
  expect(messages[1]?.answers.map(({ id, decision }) => [id, decision?.authenticated])).toEqual([
    [0, true],
    [7, false],
  ]);
  stream.end();
  const [ended] = await once(stream, "status");
  expect(ended.code).toBe(status.OK);
});

test("a token that is revoked between two messages is refused in the second", async () => {
  const { stream, messages, answered } = open();
  const ask = () =>
    stream.write({ checks: [{ id: 1, question: { authorization: headerOf(token.secret) } }] });
  ask();
  await answered(1);
  await server.calls.apiTokens.DeleteApiToken({ id: token.id }, admin.metadata);
  ask();
  await answered(2);
  expect(messages.map(({ answers }) => answers[0]?.decision?.authenticated)).toEqual([true, false]);
});

test("it ends when its own credential goes, whether something is asked or not", async () => {
  const own = await makeToken(["authenticate"]);
  const [asking, silent] = [
    open(basic(admin.adminEmail, own.secret)),
    open(basic(admin.adminEmail, own.secret)),
  ];
  asking.stream.write({ checks: [] });
  silent.stream.write({ checks: [] });
  await Promise.all([asking.answered(1), silent.answered(1)]);
  await server.calls.apiTokens.DeleteApiToken({ id: own.id }, admin.metadata);
  asking.stream.write({ checks: [{ id: 1, question: { authorization: headerOf(token.secret) } }] });
  expect(detailsOf(await asking.failure()).reason).toBe("CREDENTIAL_INVALID");
  expect(detailsOf(await silent.failure()).reason).toBe("CREDENTIAL_INVALID");
  expect(asking.messages).toHaveLength(1);
});

test.each([
  ["too many checks", { checks: Array.from({ length: 1_001 }, (_, id) => ({ id })) }],
  ["a method that is too long", { checks: [{ id: 1, question: { method: "x".repeat(101) } }] }],
])("%s end it with words", async (_, request) => {
  const { stream, failure } = open();
  stream.write(request);
  const error = await failure();
  expect(error).toMatchObject({ code: status.INVALID_ARGUMENT });
  expect(detailsOf(error).reason).toBe("FIELD_INVALID");
});

test("who may not ask is refused before anything is answered", async () => {
  const { stream, failure, messages } = open(basic(admin.adminEmail, (await makeToken(["read"])).secret));
  stream.write({ checks: [{ id: 1, question: {} }] });
  expect(await failure()).toMatchObject({ code: status.PERMISSION_DENIED });
  expect(messages).toEqual([]);
});

test("a caller who reads late gets every answer, and is not read from meanwhile", async () => {
  const answer = vi.spyOn(server.environment.uses, "record");
  const { stream, messages, answered } = open();
  stream.write({ checks: [] });
  await answered(1);
  stream.pause();
  const checks = Array.from({ length: 500 }, (_, id) => ({
    id,
    question: { authorization: headerOf(token.secret) },
  }));
  const before = answer.mock.calls.length;
  for (let message = 0; message < 100; message++) stream.write({ checks });
  await eventually(() => expect(answer.mock.calls.length).toBeGreaterThan(before));
  let seen = -1;
  // Until nothing moves any more: what lies between the two ends is full.
  await eventually(() => {
    const now = answer.mock.calls.length;
    const isStill = now === seen;
    seen = now;
    expect(isStill).toBe(true);
  });
  expect(seen - before).toBeLessThan(100 * 500);
  stream.resume();
  await eventually(() => expect(messages).toHaveLength(101));
});

test("the quick way gives the answers of the whole way, and leaves refusals to it", async () => {
  const ask = (authorization: string, metadata = admin.metadata) =>
    server.calls.authentication.Authenticate({ authorization, requiredScopes: ["tickets:read"] }, metadata);
  const answer = await ask(headerOf(token.secret));
  expect(answer).toMatchObject({ authenticated: true, allowed: true, credentialId: token.id });
  expect(await ask(headerOf(token.secret))).toEqual(answer);
  const refused = await ask("Bearer x", basic(admin.adminEmail, "none")).catch((error: unknown) => error);
  expect(detailsOf(refused)).toMatchObject({
    reason: "CREDENTIAL_INVALID",
    requestId: expect.stringMatching(/^req_/),
  });
});
