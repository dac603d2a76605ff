import { mkdir, rm, symlink } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { makeShell, objectsOf, type Shell } from "../../support/command-line.js";
import { startServer, type TestServer } from "../../support/running-server.js";

const CREATE = ["account", "create", "acme", "--admin-email", "ada@example.com", "--password-stdin"];
const PASSWORD = "correct horse battery";

let server: TestServer;
let shell: Shell;
beforeEach(async () => {
  server = await startServer({ clock: "system" });
  shell = await makeShell(server);
});
afterEach(async () => {
  await server.stop();
  await shell.remove();
});

test("the setup code and a password make the first account, and sign its administrator in", async () => {
  const stdin = `${server.setupCode}\n${PASSWORD}\n`;
  const created = await shell.run([...CREATE, "--setup-code-stdin", "--name", "Acme Ltd", "--json"], stdin);
  expect(created.exitCode, created.stderr).toBe(0);
  expect(objectsOf(created)[0]).toMatchObject({
    id: "acme",
    displayName: "Acme Ltd",
    adminUserId: expect.stringMatching(/^usr_/),
  });
  expect(`${created.stdout}${created.stderr}`).not.toMatch(/lk[si]_\w{36}/);
  expect(objectsOf(await shell.run(["whoami", "--json"]))[0]).toMatchObject({ email: "ada@example.com" });
  expect((await shell.run([...CREATE, "--setup-code-stdin"], stdin)).exitCode).toBe(4);
});

test("an account that is carried over may hold 2,048 API tokens", async () => {
  const stdin = `${server.setupCode}\n${PASSWORD}\n`;
  const created = await shell.run([...CREATE, "--setup-code-stdin", "--carried-over"], stdin);
  expect(created.exitCode, created.stderr).toBe(0);
  expect(objectsOf(await shell.run(["settings", "get", "--json"]))[0]).toMatchObject({ maxApiTokens: 2_048 });
});

test("a wrong setup code is not allowed, and makes nothing", async () => {
  const wrong = await shell.run([...CREATE, "--setup-code-stdin"], `lki_wrong\n${PASSWORD}\n`);
  expect(wrong.exitCode).toBe(4);
  expect(await server.calls.accounts.GetSetupState({})).toEqual({ setupRequired: true });
});

test("the operator's socket in the data directory needs no code, and makes and lists any number", async () => {
  const data = join(shell.home, "d");
  await mkdir(join(data, "operator"), { recursive: true });
  await symlink(server.config.operatorSocket ?? "", join(data, "operator", "latchkey.sock"));
  const operator = { LATCHKEY_SERVER: "", LATCHKEY_DATA_DIRECTORY: data };
  expect((await shell.run([...CREATE, "--no-sign-in"], `${PASSWORD}\n`, operator)).exitCode).toBe(0);
  const second = CREATE.with(2, "globex");
  expect((await shell.run([...second, "--no-sign-in"], `${PASSWORD}\n`, operator)).exitCode).toBe(0);
  expect((await shell.run([...second, "--no-sign-in"], `${PASSWORD}\n`, operator)).exitCode).toBe(6);
  const listed = objectsOf(await shell.run(["account", "list", "--json"], "", operator));
  expect(listed.map(({ id }) => id)).toEqual(["acme", "globex"]);
  const later = await shell.run(
    ["account", "list", "--json", "--order-by", "create_time desc"],
    "",
    operator,
  );
  expect(objectsOf(later).map(({ id }) => id)).toEqual(["globex", "acme"]);
  const one = await shell.run(["account", "list", "--json", "--filter", 'id = "globex"'], "", operator);
  expect(objectsOf(one).map(({ id }) => id)).toEqual(["globex"]);
  await expect(rm(shell.credentialsFile)).rejects.toThrow("ENOENT");
  const { stdout } = await shell.run(["account", "list", "--data", data], "", { LATCHKEY_SERVER: "" });
  expect(stdout).toContain("globex");
});

test("listing accounts from the network is not allowed", async () => {
  const { exitCode } = await shell.run(["account", "list"]);
  expect([3, 4]).toContain(exitCode);
});
