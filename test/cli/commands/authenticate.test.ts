import { afterEach, beforeEach, expect, test } from "vitest";
import { makeShell, objectsOf, type Shell } from "../../support/command-line.js";
import { startServer, type TestServer } from "../../support/running-server.js";

let server: TestServer;
let shell: Shell;
let header: string;
beforeEach(async () => {
  server = await startServer({ clock: "system" });
  shell = await makeShell(server);
  const admin = await server.signUp();
  shell.signIn(admin);
  await shell.run(["settings", "set", "api_token_access=on", "resources=tickets"]);
  const { stdout } = await shell.run(["token", "create", "--scope", "tickets:read", "--ip", "192.0.2.0/24"]);
  header = `Basic ${Buffer.from(`${admin.adminEmail}/token:${stdout.trim()}`).toString("base64")}`;
});
afterEach(async () => {
  await server.stop();
  await shell.remove();
});

const FROM = ["authenticate", "--source-ip", "192.0.2.7", "--json"];

test("0 and who it is, when the request is allowed", async () => {
  const result = await shell.run([...FROM, "--require-scope", "tickets:read"], `${header}\n`);
  expect(result).toMatchObject({ exitCode: 0, stderr: "" });
  expect(objectsOf(result)[0]).toMatchObject({
    authenticated: true,
    allowed: true,
    accountId: "acme",
    principal: { email: "admin@acme.example", role: "ADMIN" },
    credentialKind: "API_TOKEN",
    scopes: ["tickets:read"],
    missingScopes: [],
  });
});

test("the header may come from the environment, or with its name", async () => {
  expect((await shell.run(FROM, "", { LATCHKEY_CHECK_AUTHORIZATION: header })).exitCode).toBe(0);
  expect((await shell.run(FROM, `Authorization: ${header}\n`)).exitCode).toBe(0);
});

test("4 and what is missing, when they may not do this", async () => {
  const result = await shell.run([...FROM, "--require-scope", "tickets:write"], header);
  expect(result.exitCode).toBe(4);
  expect(objectsOf(result)[0]).toMatchObject({
    authenticated: true,
    allowed: false,
    reason: "SCOPE_MISSING",
    missingScopes: ["tickets:write"],
  });
});

test.each([
  ["from elsewhere", ["authenticate", "--source-ip", "198.51.100.1", "--json"], undefined],
  ["from nobody knows where", ["authenticate", "--json"], undefined],
  ["of a wrong token", FROM, "Basic bm9ib2R5"],
  ["of another scheme", FROM, "Digest x"],
])("3 and no word of why, for a header %s", async (_, argv, wrong) => {
  const result = await shell.run(argv, wrong ?? header);
  expect(result).toMatchObject({ exitCode: 3, stderr: "" });
  expect(objectsOf(result)[0]).toMatchObject({
    authenticated: false,
    allowed: false,
    reason: "NOT_AUTHENTICATED",
    accountId: "",
  });
});

test("3 with words and no result, when it is the caller who is refused", async () => {
  const result = await shell.run(FROM, header, { LATCHKEY_SESSION_TOKEN: "lks_gone" });
  expect(result).toMatchObject({ exitCode: 3, stdout: "" });
  expect(JSON.parse(result.stderr)).toMatchObject({ reason: "CREDENTIAL_INVALID" });
});

test("standard input without a header is wrong usage", async () => {
  expect((await shell.run(FROM, "")).exitCode).toBe(2);
});
