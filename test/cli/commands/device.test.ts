import { afterAll, beforeAll, expect, test } from "vitest";
import { makeShell, objectsOf, type Shell } from "../../support/command-line.js";
import type { TestClient } from "../../support/oauth.js";
import { type OAuthServer, startOAuthServer } from "../../support/oauth-server.js";

let server: OAuthServer;
let shell: Shell;
let client: TestClient;
beforeAll(async () => {
  server = await startOAuthServer();
  shell = await makeShell(server);
  shell.signIn(server.account);
  client = await server.makeClient({ name: "Living room", company: "Initech", identifier: "tv" });
});
afterAll(async () => {
  await server.stop();
  await shell.remove();
});

async function startDevice() {
  const { authentication } = client;
  const request = { accountId: "acme", client: authentication, scope: "tickets:read" };
  return server.calls.oauth.StartDeviceAuthorization(request);
}

function poll({ deviceCode }: { deviceCode: string }) {
  const { authentication } = client;
  const grantType = "GRANT_TYPE_DEVICE_CODE";
  return server.calls.oauth.ExchangeToken({
    accountId: "acme",
    client: authentication,
    grantType,
    deviceCode,
  });
}

test("a device is let in by its code, however it is typed", async () => {
  const device = await startDevice();
  const typed = device.userCode.toLowerCase().replace("-", "");
  const result = await shell.run(["device", "approve", typed, "--yes"]);
  expect(result).toMatchObject({ exitCode: 0, stdout: "Living room (tv, Initech)\n" });
  expect((await poll(device)).accessToken).toMatch(/^lko_/);
  // The audit log names the client that did it, which has no e-mail.
  const told = await shell.run(["audit", "list", "--filter", 'action = "oauth_grant.create"']);
  expect(told.stdout).toContain(client.client.id);
  const again = await shell.run(["device", "approve", typed, "--yes"]);
  expect(again.exitCode).not.toBe(0);
  expect(again.stderr).toContain("answered already");
});

test("a device is kept out", async () => {
  const device = await startDevice();
  const result = await shell.run(["device", "deny", device.userCode, "--json"]);
  expect(objectsOf(result)[0]).toMatchObject({ identifier: "tv", name: "Living room" });
  await expect(poll(device)).rejects.toMatchObject({ details: "The person said no." });
});

test("nobody is let in unseen: without --yes somebody must be there to ask", async () => {
  const device = await startDevice();
  const result = await shell.run(["device", "approve", device.userCode]);
  expect(result.exitCode).not.toBe(0);
  expect(result.stderr).toContain("--yes");
  await expect(poll(device)).rejects.toMatchObject({ details: expect.stringContaining("not decided yet") });
});

test("a code that leads nowhere is told", async () => {
  const result = await shell.run(["device", "approve", "BBBB-BBBB", "--yes"]);
  expect(result.exitCode).not.toBe(0);
  expect(result.stderr).toContain("There is no such code");
});
