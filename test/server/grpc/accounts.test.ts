import { afterAll, beforeAll, expect, test } from "vitest";
import { startServer, type TestServer } from "../../support/running-server.js";

let server: TestServer;

beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

test("accounts are made, read and listed", async () => {
  const { accounts } = server.operator;
  expect(await server.calls.accounts.GetSetupState({})).toEqual({ setupRequired: true });
  const { metadata, adminUserId } = await server.signUp({ accountId: "acme" });
  expect(adminUserId).toMatch(/^usr_/);
  expect(await server.calls.accounts.GetSetupState({})).toEqual({ setupRequired: false });
  const account = {
    id: "acme",
    displayName: "acme",
    createTime: { seconds: Date.parse("2026-11-01T08:00:00Z") / 1_000, nanos: 0 },
  };
  expect(await server.calls.accounts.GetAccount({}, metadata)).toEqual({ account });
  expect(await accounts.GetAccount({ accountId: "acme" })).toEqual({ account });
  expect(await accounts.ListAccounts({})).toEqual({ accounts: [account], nextPageToken: "" });
});
