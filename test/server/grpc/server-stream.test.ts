import { status } from "@grpc/grpc-js";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { WatchAuditEventsRequest } from "../../../proto/gen/latchkey/v1/WatchAuditEventsRequest.js";
import type { WatchAuditEventsResponse__Output } from "../../../proto/gen/latchkey/v1/WatchAuditEventsResponse.js";
import { eventually } from "../../support/eventually.js";
import {
  basic,
  bearer,
  detailsOf,
  type SignedUp,
  startServer,
  type TestServer,
} from "../../support/running-server.js";

let server: TestServer;
let admin: SignedUp;

beforeEach(async () => {
  server = await startServer({ foundations: { heartbeatMs: 40 } });
  admin = await server.signUp();
});
afterEach(() => server.stop());

/** A stream, and all that came of it. */
function watch(metadata = admin.metadata, request: WatchAuditEventsRequest = {}) {
  const stream = server.calls.watchAuditEvents(request, metadata);
  const answers: WatchAuditEventsResponse__Output[] = [];
  const failures: unknown[] = [];
  stream.on("data", (answer: WatchAuditEventsResponse__Output) => answers.push(answer));
  stream.on("error", (error) => failures.push(error));
  return {
    stream,
    answers,
    actions: () => answers.flatMap(({ auditEvent }) => auditEvent?.action ?? []),
    failure: () =>
      eventually(() => {
        expect(failures).toHaveLength(1);
        return failures[0];
      }),
  };
}

async function updateName(name: string): Promise<void> {
  const user = { id: admin.adminUserId, name };
  await server.calls.users.UpdateUser({ user, updateMask: { paths: ["name"] } }, admin.metadata);
}

test("a sign of life comes at once, and then again and again", async () => {
  const { answers } = watch();
  await eventually(() => expect(answers.length).toBeGreaterThanOrEqual(3));
  for (const answer of answers) expect(answer).toEqual({ auditEvent: null });
});

test("events come as they happen, in order, without those before", async () => {
  const { answers, actions } = watch();
  await eventually(() => expect(answers.length).toBeGreaterThan(0));
  for (const name of ["One", "Two", "Three"]) await updateName(name);
  await eventually(() => expect(actions()).toHaveLength(3));
  const names = answers.flatMap(({ auditEvent }) => auditEvent?.changes.map(({ after }) => after) ?? []);
  expect(names).toEqual(["One", "Two", "Three"]);
});

test("beginning after an event, nothing is left out", async () => {
  await updateName("One");
  const { answers, actions } = watch(admin.metadata, { afterId: "evt_0000000000000001" });
  await updateName("Two");
  await eventually(() => expect(actions()).toEqual(["user.update", "user.update"]));
  expect(answers.find(({ auditEvent }) => auditEvent !== null)?.auditEvent?.id).toBe("evt_0000000000000002");
});

test("a stream that is refused fails before anything comes", async () => {
  const unknown = watch(admin.metadata, { afterId: "evt_9" });
  expect(await unknown.failure()).toMatchObject({ code: status.NOT_FOUND });
  const anonymous = watch(bearer("none"));
  expect(await anonymous.failure()).toMatchObject({ code: status.UNAUTHENTICATED });
  expect([...unknown.answers, ...anonymous.answers]).toEqual([]);
});

test("it ends when its session does, and the event of that is not told any more", async () => {
  const { adminEmail: email, adminPassword: password } = admin;
  const { sessionToken } = await server.calls.sessions.SignIn({ email, password });
  const { answers, actions, failure } = watch(bearer(sessionToken));
  await eventually(() => expect(answers.length).toBeGreaterThan(0));
  await server.calls.sessions.SignOut({}, bearer(sessionToken));
  expect(detailsOf(await failure()).reason).toBe("CREDENTIAL_INVALID");
  expect(actions()).toEqual([]);
});

test("it ends when its caller loses the right to it", async () => {
  const { settings, users, apiTokens } = server.calls;
  const on = { settings: { apiTokenAccess: true }, updateMask: { paths: ["api_token_access"] } };
  await settings.UpdateSettings(on, admin.metadata);
  const second = { email: "second@acme.example", role: "ROLE_ADMIN", verified: true } as const;
  const { user } = await users.CreateUser({ user: second }, admin.metadata);
  const { secret } = await apiTokens.CreateApiToken({ apiToken: {} }, admin.metadata);
  const { answers, failure } = watch(basic(second.email, secret));
  await eventually(() => expect(answers.length).toBeGreaterThan(0));
  const demoted = { id: user?.id ?? "", role: "ROLE_AGENT" } as const;
  await users.UpdateUser({ user: demoted, updateMask: { paths: ["role"] } }, admin.metadata);
  expect(detailsOf(await failure()).reason).toBe("ROLE_INSUFFICIENT");
});

test("a stream that only stands does not count as a use", async () => {
  const record = vi.spyOn(server.environment.uses, "record");
  const { answers } = watch();
  await eventually(() => expect(answers.length).toBeGreaterThan(3));
  expect(record).toHaveBeenCalledTimes(1);
});

test("a caller who leaves ends it", async () => {
  const { stream, answers } = watch();
  await eventually(() => expect(answers.length).toBeGreaterThan(0));
  stream.cancel();
  await eventually(() => expect(server.log.join("")).toContain("call ended by its caller"));
  await updateName("After");
  const seen = answers.length;
  await updateName("Later");
  expect(answers).toHaveLength(seen);
});

test("a caller who reads late gets everything", async () => {
  const { stream, answers, actions } = watch();
  await eventually(() => expect(answers.length).toBeGreaterThan(0));
  stream.pause();
  for (let change = 0; change < 100; change++) await updateName(`Name ${change}`);
  stream.resume();
  await eventually(() => expect(actions()).toHaveLength(100));
});
