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
  shell.signIn(admin);
});
afterEach(async () => {
  await server.stop();
  await shell.remove();
});

const BOB = [
  "user",
  "create",
  "--email",
  "bob@example.com",
  "--name",
  "Bob",
  "--role",
  "agent",
  "--verified",
  "on",
];

test("create, get by e-mail, update, list and delete", async () => {
  const bob = objectsOf<{ id: string }>(await shell.run([...BOB, "--json"]))[0];
  expect(bob).toEqual({
    id: expect.stringMatching(/^usr_/),
    email: "bob@example.com",
    name: "Bob",
    role: "AGENT",
    verified: true,
    suspended: false,
    hasPassword: false,
    etag: expect.any(String),
    createTime: expect.any(String),
    updateTime: expect.any(String),
  });
  expect(objectsOf(await shell.run(["user", "get", "bob@example.com", "--json"]))[0]).toEqual(bob);
  const updated = await shell.run([
    "user",
    "update",
    "bob@example.com",
    "--role",
    "END_USER",
    "--suspended",
    "on",
    "--json",
  ]);
  expect(objectsOf(updated)[0]).toMatchObject({ role: "END_USER", suspended: true });
  const filtered = await shell.run(["user", "list", "--filter", "suspended = true", "--json"]);
  expect(objectsOf(filtered).map(({ id }) => id)).toEqual([bob?.id]);
  const deleted = await shell.run(["user", "delete", "bob@example.com", "--yes", "--json"]);
  expect(objectsOf(deleted)[0]).toEqual({
    id: bob?.id,
    endedSessions: 0,
    unusableApiTokens: 0,
    endedAccessTokens: 0,
  });
  expect((await shell.run(["user", "get", bob?.id ?? ""])).exitCode).toBe(5);
  expect((await shell.run(["user", "get", "bob@example.com"])).exitCode).toBe(5);
});

test("an e-mail that is taken, and the last administrator, are conflicts", async () => {
  await shell.run(BOB);
  expect((await shell.run(BOB)).exitCode).toBe(6);
  expect((await shell.run(["user", "delete", admin.adminEmail, "--yes"])).exitCode).toBe(6);
});

test("a password set for somebody lets them sign in, and ends their sessions", async () => {
  await shell.run([...BOB, "--password-stdin"], "the first password\n");
  const signIn = (password: string) =>
    shell.run(["sign-in", "--email", "bob@example.com", "--password-stdin"], `${password}\n`);
  expect((await signIn("the first password")).exitCode).toBe(0);
  const set = await shell.run(
    ["user", "set-password", "bob@example.com", "--password-stdin"],
    "the second password\n",
  );
  expect(set).toMatchObject({ exitCode: 0, stderr: "1 session ended.\n" });
  expect((await signIn("the second password")).exitCode).toBe(0);
});

test("one's own password takes the present one first", async () => {
  const set = (lines: string) => shell.run(["user", "set-password", "--password-stdin"], lines);
  expect((await set("not the password\na new password\n")).exitCode).toBe(3);
  expect((await set(`${admin.adminPassword}\na new password\n`)).exitCode).toBe(0);
  const { exitCode, stderr } = await set("a new password\n");
  expect(exitCode).toBe(2);
  expect(stderr).toContain("Standard input ended before new password came");
});
