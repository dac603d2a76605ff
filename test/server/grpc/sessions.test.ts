import { status } from "@grpc/grpc-js";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  bearer,
  failureOf,
  type SignedUp,
  startServer,
  type TestServer,
} from "../../support/running-server.js";

let server: TestServer;
let admin: SignedUp;

beforeAll(async () => {
  server = await startServer();
  admin = await server.signUp();
});
afterAll(() => server.stop());

test("a session begins, tells whose it is, and ends", async () => {
  const { sessions } = server.calls;
  const { adminEmail: email, adminPassword: password, accountId } = admin;
  const begun = await sessions.SignIn({ accountId, email, password, scopes: ["read"] });
  const seconds = Date.parse("2026-11-01T08:00:00Z") / 1_000;
  expect(begun.session).toEqual({
    id: expect.stringMatching(/^ses_/),
    userId: admin.adminUserId,
    scopes: ["read"],
    createTime: { seconds, nanos: 0 },
    expireTime: { seconds: seconds + 43_200, nanos: 0 },
  });
  const metadata = bearer(begun.sessionToken);
  expect(await sessions.GetSession({}, metadata)).toEqual({
    session: begun.session,
    accountId: "acme",
    accountDisplayName: "acme",
    email,
    name: "Ada Admin",
    role: "ROLE_ADMIN",
  });
  expect(await sessions.SignOut({}, metadata)).toEqual({});
  expect((await failureOf(sessions.GetSession({}, metadata))).code).toBe(status.UNAUTHENTICATED);
});
