import { mkdir, symlink } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { makeShell, objectsOf, type Shell } from "../../support/command-line.js";
import { startServer, type TestServer } from "../../support/running-server.js";

const CREATE = ["client", "create", "Nightly Export", "--kind", "confidential"];
const SECRET = /lkc_[0-9A-Za-z]{36}/;

let server: TestServer;
let shell: Shell;
beforeEach(async () => {
  server = await startServer({ clock: "system" });
  shell = await makeShell(server);
  shell.signIn(await server.signUp());
  await shell.run(["settings", "set", "oauth_access=on"]);
});
afterEach(async () => {
  await server.stop();
  await shell.remove();
});

async function object(...argv: string[]): Promise<Record<string, unknown>> {
  const result = await shell.run([...argv, "--json"]);
  expect(result.exitCode, result.stderr).toBe(0);
  return objectsOf(result)[0] ?? {};
}

test("create writes the secret alone, or of a public client the identifier", async () => {
  const made = await shell.run(CREATE);
  expect(made.exitCode, made.stderr).toBe(0);
  expect(made.stdout).toMatch(new RegExp(`^${SECRET.source}\n$`));
  expect(made.stderr).toMatch(/^Made ocl_\w+, with the client_id nightly-export\. Keep the secret now/);
  expect(made.stderr).not.toContain(made.stdout.trim());
  const phone = await shell.run(["client", "create", "Phone", "--kind", "public"]);
  expect(phone.stdout).toBe("phone\n");
  expect((await shell.run(["client", "create", "Phone"])).exitCode).toBe(2);
});

test("create --json makes all that was asked for", async () => {
  const made = await object(
    ...[...CREATE, "--identifier", "the-export", "--description", "every night", "--company", "Acme"],
    ...["--redirect-uri", "https://a.example/", "--redirect-uri", "http://localhost/done"],
    ...["--scope", "users:read", "--grant-type", "client_credentials", "--grant-type", "device_code"],
  );
  expect(made).toMatchObject({
    identifier: "the-export",
    name: "Nightly Export",
    description: "every night",
    company: "Acme",
    kind: "CONFIDENTIAL",
    redirectUris: ["https://a.example/", "http://localhost/done"],
    allowedScopes: ["users:read"],
    allowedGrantTypes: ["CLIENT_CREDENTIALS", "DEVICE_CODE"],
    secret: expect.stringMatching(SECRET),
  });
  expect((await shell.run([...CREATE, "--grant-type", "password"])).exitCode).toBe(2);
  expect((await shell.run([...CREATE, "--identifier", "the-export"])).exitCode).toBe(6);
});

test("list, get and update, by id or identifier, never with a secret", async () => {
  const { id } = await object(...CREATE);
  await object("client", "create", "Phone", "--kind", "public");
  const listed = await shell.run(["client", "list", "--json", "--order-by", "name desc"]);
  expect(objectsOf(listed).map(({ identifier }) => identifier)).toEqual(["phone", "nightly-export"]);
  expect((await shell.run(["client", "list", "--filter", "kind = PUBLIC"])).stdout).toMatch(
    /^ID.*\nocl_.*phone/,
  );
  expect(listed.stdout).not.toMatch(SECRET);
  const update = ["client", "update", "nightly-export", "--name", "Weekly", "--clear", "redirect-uris"];
  expect(await object(...update)).toMatchObject({ id, name: "Weekly", identifier: "nightly-export" });
  const { stdout } = await shell.run(["client", "get", String(id)]);
  expect(stdout).toMatch(/^name +Weekly$/m);
  expect(stdout).toMatch(/^secret +lkc_\w{6}… used 0 times$/m);
  expect((await shell.run(["client", "update", "nightly-export"])).exitCode).toBe(2);
  expect((await shell.run(["client", "update", "nightly-export", "--clear", "kind"])).exitCode).toBe(2);
  expect((await shell.run(["client", "get", "ocl_unknown"])).exitCode).toBe(5);
});

test("a secret is rotated with an overlap, and the old one retired", async () => {
  await object(...CREATE);
  const rotated = await shell.run(["client", "rotate-secret", "nightly-export", "--overlap", "7d"]);
  expect(rotated.stdout).toMatch(new RegExp(`^${SECRET.source}\n$`));
  expect(rotated.stderr).toMatch(/The old one: lkc_\w{6}… ends .* used 0 times/);
  expect((await object("client", "get", "nightly-export"))["secrets"]).toHaveLength(2);
  expect((await shell.run(["client", "retire-secret", "nightly-export"])).exitCode).toBe(2);
  const retired = await object("client", "retire-secret", "nightly-export", "--yes");
  expect(retired["secrets"]).toHaveLength(1);
  expect((await shell.run(["client", "retire-secret", "nightly-export", "--yes"])).exitCode).toBe(6);
});

test("a client is disabled, enabled and deleted, and what would stop is told beforehand", async () => {
  const { id } = await object(...CREATE);
  await object("access-token", "create", "nightly-export", "--scope", "read");
  const impact = { accessTokens: 1, grants: 0, users: 1, recentlyUsedAccessTokens: 0, recentUsers: 0 };
  expect(await object("client", "disable", "nightly-export", "--what-if")).toMatchObject({
    enabled: true,
    impact,
  });
  const disabled = await shell.run(["client", "disable", "nightly-export"]);
  expect(disabled).toMatchObject({ exitCode: 0, stdout: `${id}\n` });
  expect(disabled.stderr).toContain("1 access tokens and 0 grants of 1 users");
  expect(await object("client", "enable", "nightly-export")).toMatchObject({ enabled: true });
  expect(await object("client", "delete", "nightly-export", "--what-if")).toMatchObject({ impact });
  expect((await shell.run(["client", "delete", "nightly-export"])).exitCode).toBe(2);
  expect(await object("client", "delete", "nightly-export", "--yes")).toMatchObject({ id, impact });
  expect((await shell.run(["client", "get", "nightly-export"])).exitCode).toBe(5);
});

test("the operator shares a client with every account, and takes it back", async () => {
  await object(...CREATE);
  const data = join(shell.home, "d");
  await mkdir(join(data, "operator"), { recursive: true });
  await symlink(server.config.operatorSocket ?? "", join(data, "operator", "latchkey.sock"));
  const operator = { LATCHKEY_SERVER: "", LATCHKEY_DATA_DIRECTORY: data };
  const share = (word: string) =>
    shell.run(["client", word, "nightly-export", "--account", "acme", "--json"], "", operator);
  expect(objectsOf(await share("share"))[0]).toMatchObject({ global: true });
  expect(objectsOf(await share("unshare"))[0]).toMatchObject({ global: false });
  expect((await shell.run(["client", "share", "nightly-export", "--account", "acme"])).exitCode).toBe(3);
  expect((await shell.run(["client", "share", "nightly-export"])).exitCode).toBe(2);
});
