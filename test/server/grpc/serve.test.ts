import { status } from "@grpc/grpc-js";
import { afterEach, expect, test } from "vitest";
import { failureOf, startServer, type TestServer } from "../../support/running-server.js";

let server: TestServer;

afterEach(() => server.stop());

test("a new account's administrator reads the settings with the session that came with it", async () => {
  server = await startServer();
  const admin = await server.signUp();
  const { settings } = await server.calls.settings.GetSettings({}, admin.metadata);
  expect(settings).toMatchObject({ apiTokenAccess: false, maxApiTokens: 256 });
});

test("a call without a credential is unauthenticated", async () => {
  server = await startServer();
  const failure = await failureOf(server.calls.settings.GetSettings({}));
  expect(failure.code).toBe(status.UNAUTHENTICATED);
});
