import { readFile, stat } from "node:fs/promises";
import { afterEach, beforeEach, expect, test } from "vitest";
import { makeShell, objectsOf, type Shell } from "../../support/command-line.js";
import { type SignedUp, startServer, type TestServer } from "../../support/running-server.js";

let server: TestServer;
let shell: Shell;
let admin: SignedUp;
beforeEach(async () => {
  server = await startServer({ clock: "system" });
  shell = await makeShell(server);
  admin = await server.signUp();
});
afterEach(async () => {
  await server.stop();
  await shell.remove();
});

function signIn(password: string, ...options: string[]) {
  return shell.run(["sign-in", "--email", admin.adminEmail, "--password-stdin", ...options], `${password}\n`);
}

test("sign-in keeps the session where only its owner can read it; sign-out ends and forgets it", async () => {
  const result = await signIn(admin.adminPassword);
  expect(result).toMatchObject({ exitCode: 0, stdout: "" });
  expect((await stat(shell.credentialsFile)).mode & 0o777).toBe(0o600);
  const kept = await readFile(shell.credentialsFile, "utf8");
  const [token = ""] = /lks_\w{36}/.exec(kept) ?? [];
  expect(objectsOf(await shell.run(["whoami", "--json"]))[0]).toMatchObject({
    email: admin.adminEmail,
    role: "ADMIN",
    accountId: "acme",
    session: { id: expect.stringMatching(/^ses_/), scopes: [] },
  });
  expect((await shell.run(["sign-out"])).exitCode).toBe(0);
  expect(await readFile(shell.credentialsFile, "utf8")).not.toContain("lks_");
  expect((await shell.run(["whoami"], "", { LATCHKEY_SESSION_TOKEN: token })).exitCode).toBe(3);
  expect((await shell.run(["whoami"])).exitCode).toBe(3);
});

test("the password and the session are in no output", async () => {
  const { stdout, stderr } = await signIn(admin.adminPassword, "--json");
  expect(`${stdout}${stderr}`).not.toMatch(/lks_\w{36}/);
  expect(`${stdout}${stderr}`).not.toContain(admin.adminPassword);
  expect(JSON.parse(stdout)).toMatchObject({ id: expect.stringMatching(/^ses_/) });
});

test("a wrong password ends with 3 and keeps nothing", async () => {
  expect((await signIn("not the password")).exitCode).toBe(3);
  await expect(stat(shell.credentialsFile)).rejects.toThrow("ENOENT");
});

test("a read-only session can look but not change", async () => {
  await signIn(admin.adminPassword, "--read-only");
  expect((await shell.run(["settings", "get"])).exitCode).toBe(0);
  expect((await shell.run(["settings", "set", "api_token_access=on"])).exitCode).toBe(4);
});

test("signing out of a session that has ended already forgets it", async () => {
  await signIn(admin.adminPassword);
  const kept = await readFile(shell.credentialsFile, "utf8");
  const [token = ""] = /lks_\w{36}/.exec(kept) ?? [];
  await shell.run(["sign-out"], "", { LATCHKEY_SESSION_TOKEN: token });
  expect((await shell.run(["sign-out"])).exitCode).toBe(0);
  expect((await shell.run(["whoami"])).stderr).toContain("There is no credential");
});

test("whoami of an API token, from standard input, and of one that is none", async () => {
  shell.signIn(admin);
  await shell.run(["settings", "set", "api_token_access=on"]);
  const secret = (await shell.run(["token", "create", "--scope", "authenticate"])).stdout;
  const whoami = ["whoami", "--json", "--token-stdin", "--as", admin.adminEmail];
  expect(objectsOf(await shell.run(whoami, secret))[0]).toMatchObject({
    principal: { email: admin.adminEmail, role: "ADMIN" },
    scopes: ["authenticate"],
  });
  expect((await shell.run(whoami, "lka_000000000000000000000000000000000000\n")).exitCode).toBe(3);
});

test("a credentials file that others can read is refused before anything is sent", async () => {
  const { chmod } = await import("node:fs/promises");
  await signIn(admin.adminPassword);
  await chmod(shell.credentialsFile, 0o644);
  const { exitCode, stderr } = await shell.run(["whoami"]);
  expect(exitCode).toBe(2);
  expect(stderr).toContain(`chmod 600 ${shell.credentialsFile}`);
});
