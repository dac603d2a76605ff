import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, expect, test } from "vitest";
import { makeShell, objectsOf, type Shell } from "../../support/command-line.js";
import { startServer, type TestServer } from "../../support/running-server.js";

const ISO = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);

let server: TestServer;
let shell: Shell;
beforeEach(async () => {
  server = await startServer({ clock: "system" });
  shell = await makeShell(server);
  shell.signIn(await server.signUp());
  await shell.run(["settings", "set", "api_token_access=on"]);
});
afterEach(async () => {
  await server.stop();
  await shell.remove();
});

async function create(...options: string[]) {
  const result = await shell.run(["token", "create", "--json", ...options]);
  expect(result.exitCode, result.stderr).toBe(0);
  return objectsOf<{ id: string; secret: string; etag: string; expireTime: string }>(result)[0] as {
    id: string;
    secret: string;
    etag: string;
    expireTime: string;
  };
}

test("create writes the secret alone, and everything else to stderr", async () => {
  const { exitCode, stdout, stderr } = await shell.run(["token", "create", "--description", "nightly"]);
  expect(exitCode).toBe(0);
  expect(stdout).toMatch(/^lka_[0-9A-Za-z]{36}\n$/);
  expect(stderr).toMatch(/^Made tok_\w+\./);
  expect(stderr).not.toContain(stdout.trim());
});

test("create --json writes one object with the secret and all that was asked for", async () => {
  const options = [
    "--description",
    "nightly",
    "--scope",
    "users:read",
    "--scope",
    "authenticate",
    "--ip",
    "192.0.2.0/24",
  ];
  const token = await create(...options, "--expires-in", "30d", "--bound-user", "admin@acme.example");
  expect(token).toEqual({
    id: expect.stringMatching(/^tok_/),
    secret: expect.stringMatching(/^lka_[0-9A-Za-z]{36}$/),
    secretHint: `${token.secret.slice(0, 10)}…`,
    description: "nightly",
    state: "ACTIVE",
    scopes: ["users:read", "authenticate"],
    ipAllowList: ["192.0.2.0/24"],
    boundUserId: expect.stringMatching(/^usr_/),
    accessPolicyIds: [],
    creatorUserId: expect.stringMatching(/^usr_/),
    creatorEmail: "admin@acme.example",
    createTime: ISO,
    updateTime: ISO,
    expireTime: ISO,
    etag: expect.any(String),
  });
  const days = (Date.parse(token.expireTime) - Date.now()) / 86_400_000;
  expect(days).toBeGreaterThan(29.9);
  expect(days).toBeLessThan(30);
});

test("a request id that was seen before answers the same token without its secret, and another request is refused", async () => {
  const id = randomUUID();
  const first = await create("--description", "a", "--request-id", id);
  const again = await create("--description", "a", "--request-id", id);
  expect(again.id).toBe(first.id);
  expect(again.secret).toBeUndefined();
  expect((await shell.run(["token", "create", "--description", "b", "--request-id", id])).exitCode).toBe(6);
});

test("list --json writes every token of every page on a line of its own, never a secret", async () => {
  const { metadata } = await signedIn();
  const wanted = Array.from({ length: 205 }, (_, index) => `number ${index}`);
  for (const description of wanted)
    await server.calls.apiTokens.CreateApiToken({ apiToken: { description } }, metadata);
  const result = await shell.run(["token", "list", "--json", "--order-by", "create_time"]);
  const rows = objectsOf<{ description: string }>(result);
  expect(rows.map(({ description }) => description).sort()).toEqual([...wanted].sort());
  expect(result.stdout).not.toMatch(/lka_[0-9A-Za-z]{36}/);
});

test("list filters, and as a table has one aligned line a token", async () => {
  await create("--description", "nightly");
  await create("--description", "weekly");
  const { stdout } = await shell.run(["token", "list", "--filter", 'description : "week"']);
  const [heading = "", row = "", ...rest] = stdout.trimEnd().split("\n");
  expect(rest).toEqual([]);
  expect(row.indexOf("weekly")).toBe(heading.indexOf("DESCRIPTION"));
});

test("update changes what is named, clears what is cleared, and a stale etag changes nothing", async () => {
  const { id, etag } = await create("--description", "a", "--expires-in", "1d", "--scope", "read");
  const update = ["token", "update", id, "--json"];
  const changed = await shell.run([
    ...update,
    "--description",
    "b",
    "--clear",
    "expiry",
    "--clear",
    "scopes",
  ]);
  expect(objectsOf(changed)[0]).toMatchObject({ id, description: "b", scopes: [] });
  expect(objectsOf(changed)[0]).not.toHaveProperty("expireTime");
  const stale = await shell.run([...update, "--description", "c", "--etag", etag]);
  expect(stale.exitCode).toBe(6);
  expect(JSON.parse(stale.stderr)).toMatchObject({ code: "ABORTED", reason: "ETAG_MISMATCH" });
  expect(objectsOf(await shell.run(["token", "get", id, "--json"]))[0]).toMatchObject({ description: "b" });
});

test("deactivate and reactivate, each once", async () => {
  const { id } = await create();
  const off = await shell.run(["token", "deactivate", id, "--json"]);
  expect(objectsOf(off)[0]).toMatchObject({
    state: "DEACTIVATED",
    deactivationCause: "MANUAL",
    deactivateTime: ISO,
  });
  expect((await shell.run(["token", "deactivate", id])).exitCode).toBe(6);
  const on = await shell.run(["token", "reactivate", id, "--json"]);
  expect(objectsOf(on)[0]).toMatchObject({ state: "ACTIVE" });
});

test("delete takes all that are named, or none", async () => {
  const [a, b] = [await create(), await create()];
  expect((await shell.run(["token", "delete", a.id, "tok_unknown", "--yes"])).exitCode).toBe(5);
  expect(objectsOf(await shell.run(["token", "list", "--json"]))).toHaveLength(2);
  expect(await shell.run(["token", "delete", a.id, b.id, "--yes"])).toEqual({
    exitCode: 0,
    stdout: `${a.id}\n${b.id}\n`,
    stderr: "",
  });
  expect(objectsOf(await shell.run(["token", "list", "--json"]))).toEqual([]);
});

test("an error names the field once, and with --json carries what the server said", async () => {
  const argv = ["token", "create", "--scope", "bogus"];
  const words = await shell.run(argv);
  expect(words).toMatchObject({ exitCode: 1, stdout: "" });
  expect(words.stderr.match(/scopes\[0\]/g)).toHaveLength(1);
  const json = await shell.run([...argv, "--json"]);
  expect(JSON.parse(json.stderr)).toEqual({
    code: "INVALID_ARGUMENT",
    reason: "FIELD_INVALID",
    message: expect.stringContaining("bogus"),
    fieldViolations: [{ field: "api_token.scopes[0]", description: expect.stringContaining("bogus") }],
    requestId: expect.stringMatching(/^req_/),
  });
});

test("while access is off the cure is a command", async () => {
  await shell.run(["settings", "set", "api_token_access=off"]);
  const { exitCode, stderr } = await shell.run(["token", "list"]);
  expect(exitCode).toBe(6);
  expect(stderr).toContain("latchkey settings set api_token_access=on");
});

test("an unknown bound user is not found, and no token is made", async () => {
  expect((await shell.run(["token", "create", "--bound-user", "nobody@acme.example"])).exitCode).toBe(5);
  expect(objectsOf(await shell.run(["token", "list", "--json"]))).toEqual([]);
});

async function signedIn() {
  const { bearer } = await import("../../support/running-server.js");
  return { metadata: bearer(shell.env["LATCHKEY_SESSION_TOKEN"] ?? "") };
}
