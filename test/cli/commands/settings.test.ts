import { afterEach, beforeEach, expect, test } from "vitest";
import { makeShell, objectsOf, type Shell } from "../../support/command-line.js";
import { startServer, type TestServer } from "../../support/running-server.js";

let server: TestServer;
let shell: Shell;
beforeEach(async () => {
  server = await startServer();
  shell = await makeShell(server);
  shell.signIn(await server.signUp());
});
afterEach(async () => {
  await server.stop();
  await shell.remove();
});

test("every setting that get shows can be set to what it shows", async () => {
  const { stdout } = await shell.run(["settings", "get"]);
  const pairs = stdout
    .trimEnd()
    .split("\n")
    .map((line) => line.split(/ {2,}/))
    .filter(([name]) => !["max_api_tokens", "update_time", "etag"].includes(name ?? ""))
    .map(([name, value]) => `${name}=${value === "none" ? "" : value}`);
  expect(pairs).toHaveLength(11);
  expect((await shell.run(["settings", "set", ...pairs])).exitCode).toBe(0);
});

test("set changes all that is named in one call, and nothing else", async () => {
  const before = objectsOf(await shell.run(["settings", "get", "--json"]))[0];
  const changed = await shell.run([
    "settings",
    "set",
    "api_token_access=on",
    "resources=tickets,articles",
    "inactivity_policy.enabled=on",
    "inactivity_policy.purge_after_days=7",
    "access_token_lifetime_seconds=600",
    "--json",
  ]);
  expect(objectsOf(changed)[0]).toEqual({
    ...before,
    apiTokenAccess: true,
    resources: ["tickets", "articles"],
    inactivityPolicy: { enabled: true, deactivateAfterDays: 30, purgeAfterDays: 7 },
    accessTokenLifetimeSeconds: 600,
    etag: expect.not.stringMatching(String(before?.["etag"])),
    updateTime: expect.any(String),
  });
});

test("a value out of bounds names the setting, and changes none of them", async () => {
  const { exitCode, stderr } = await shell.run([
    ...["settings", "set", "api_token_access=on"],
    "access_token_lifetime_seconds=1",
  ]);
  expect(exitCode).toBe(1);
  expect(stderr).toContain("access_token_lifetime_seconds");
  expect(objectsOf(await shell.run(["settings", "get", "--json"]))[0]).toMatchObject({
    apiTokenAccess: false,
  });
});

test("a stale etag is a conflict", async () => {
  const { etag } = objectsOf<{ etag: string }>(await shell.run(["settings", "get", "--json"]))[0] ?? {
    etag: "",
  };
  await shell.run(["settings", "set", "oauth_access=on"]);
  expect((await shell.run(["settings", "set", "oauth_access=off", "--etag", etag])).exitCode).toBe(6);
});
