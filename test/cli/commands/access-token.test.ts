import { afterEach, beforeEach, expect, test } from "vitest";
import { makeShell, objectsOf, type Shell } from "../../support/command-line.js";
import { startServer, type TestServer } from "../../support/running-server.js";

let server: TestServer;
let shell: Shell;
beforeEach(async () => {
  server = await startServer({ clock: "system" });
  shell = await makeShell(server);
  shell.signIn(await server.signUp());
  await shell.run(["settings", "set", "oauth_access=on"]);
  await shell.run(["client", "create", "Nightly Export", "--kind", "confidential"]);
});
afterEach(async () => {
  await server.stop();
  await shell.remove();
});

const CREATE = ["access-token", "create", "nightly-export", "--scope", "users:read"];

async function objects(...argv: string[]): Promise<Record<string, unknown>[]> {
  const result = await shell.run([...argv, "--json"]);
  expect(result.exitCode, result.stderr).toBe(0);
  return objectsOf(result);
}

test("create writes the token alone, and the refresh token on a second line", async () => {
  const made = await shell.run(CREATE);
  expect(made.exitCode, made.stderr).toBe(0);
  expect(made.stdout).toMatch(/^lko_[0-9A-Za-z]{36}\n$/);
  expect(made.stderr).toMatch(/^Made atk_\w+, until .*never shown again\.$/m);
  const both = await shell.run([...CREATE, "--refresh-token"]);
  expect(both.stdout).toMatch(/^lko_[0-9A-Za-z]{36}\nlkr_[0-9A-Za-z]{36}\n$/);
  expect((await shell.run(["access-token", "create", "nightly-export"])).exitCode).toBe(2);
  expect((await shell.run([...CREATE, "--lifetime", "1m"])).exitCode).toBe(1);
  expect((await shell.run(CREATE.with(2, "unknown"))).exitCode).toBe(5);
});

test("list and get show whose a token is, never its secret", async () => {
  const bob = ["--email", "bob@acme.example", "--role", "agent", "--verified", "on"];
  await shell.run(["user", "create", ...bob]);
  const [mine] = await objects(...CREATE, "--lifetime", "1h");
  const [bobs] = await objects(...CREATE, "--user", "bob@acme.example");
  expect(mine).toMatchObject({ userEmail: "admin@acme.example", secret: expect.stringMatching(/^lko_/) });
  expect(await objects("access-token", "list")).toMatchObject([{ id: mine?.["id"] }, { id: bobs?.["id"] }]);
  const bobsOnly = await objects("access-token", "list", "--user", "bob@acme.example");
  expect(bobsOnly.map(({ id }) => id)).toEqual([bobs?.["id"]]);
  expect(await objects("access-token", "list", "--client", "nightly-export")).toHaveLength(2);
  const { stdout } = await shell.run(["access-token", "get", String(bobs?.["id"])]);
  expect(stdout).toMatch(/^acts for +bob@acme\.example$/m);
  expect(stdout).not.toContain(String(bobs?.["secret"]));
  const table = await shell.run(["access-token", "list"]);
  expect(table.stdout).toMatch(/^ID +STATE.*\natk_\w+ +ACTIVE .*nightly-export +admin@acme\.example/);
});

test("find takes the value from standard input, and no argument may hold it", async () => {
  const [made] = await objects(...CREATE);
  const secret = String(made?.["secret"]);
  const found = await shell.run(["access-token", "find", "--json"], `${secret}\n`);
  expect(objectsOf(found)[0]).toMatchObject({
    kind: "ACCESS_TOKEN",
    active: true,
    accessToken: { id: made?.["id"] },
  });
  const words = await shell.run(["access-token", "find"], secret);
  expect(words.stdout).toMatch(/^the access token atk_/);
  expect(words.stdout).not.toContain(secret);
  const refused = await shell.run(["access-token", "find", secret]);
  expect(refused.exitCode).toBe(2);
  expect(refused.stderr).not.toContain(secret);
  expect((await shell.run(["access-token", "find"], "lko_nobodys\n")).exitCode).toBe(5);
});

test("revoke takes those named, or all of a client or user, after asking", async () => {
  const made = await Promise.all([1, 2, 3].map(async () => (await objects(...CREATE))[0]?.["id"] as string));
  const [first = "", second = ""] = made;
  expect((await shell.run(["access-token", "revoke", first])).exitCode).toBe(2);
  expect((await shell.run(["access-token", "revoke", "--yes"])).exitCode).toBe(2);
  expect((await shell.run(["access-token", "revoke", first, "--client", "x", "--yes"])).exitCode).toBe(2);
  expect((await shell.run(["access-token", "revoke", first, "atk_unknown", "--yes"])).exitCode).toBe(5);
  const named = await shell.run(["access-token", "revoke", first, second, "--yes"]);
  expect(named).toMatchObject({ exitCode: 0, stdout: "2 access tokens, 0 grants\n" });
  const rest = await objects("access-token", "revoke", "--client", "nightly-export", "--yes");
  expect(rest).toEqual([{ accessTokens: 1, grants: 0 }]);
  expect(await objects("access-token", "list")).toEqual([]);
});
