import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { makeShell, objectsOf, type Shell } from "../../support/command-line.js";
import { basic, type SignedUp, startServer, type TestServer } from "../../support/running-server.js";

let server: TestServer;
let shell: Shell;
let admin: SignedUp;
beforeEach(async () => {
  server = await startServer({ clock: "system" });
  shell = await makeShell(server);
  admin = await server.signUp();
  shell.signIn(admin);
  await shell.run(["settings", "set", "api_token_access=on", "resources=tickets"]);
});
afterEach(async () => {
  await server.stop();
  await shell.remove();
});

const POLICY = `# Tickets, but no reports.
name: tickets-only
description: For the nightly export
statements:
  - effect: allow
    methods: [GET]
    paths: ["/api/tickets/**"]
  - effect: deny
    response_fields: ["**.email"]
tests:
  - name: tickets can be read
    method: GET
    path: /api/tickets/7
    hidden_fields: [ticket.requester.email]
    expect: allow
  - name: reports cannot
    method: GET
    path: /api/reports
    expect: deny
`;

async function write(text: string, name = "policy.yaml"): Promise<string> {
  const file = join(shell.home, name);
  await writeFile(file, text);
  return file;
}

/** Makes a token and asks, as a service would, whether it may. */
async function makeToken() {
  const made = await shell.run(["token", "create", "--json"]);
  const { id = "", secret = "" } = objectsOf<{ id: string; secret: string }>(made)[0] ?? {};
  const authorization = String(basic(admin.adminEmail, secret).get("authorization")[0]);
  const ask = async (path: string, method = "GET") => {
    const question = { authorization, method, path, sourceIp: "192.0.2.7" };
    return (await server.calls.authentication.Authenticate(question, admin.metadata)).allowed;
  };
  return { id, ask };
}

describe("policy apply", () => {
  test("makes, changes and leaves alone, and says with --diff what it would do", async () => {
    const file = await write(POLICY);
    const shown = await shell.run(["policy", "apply", "-f", file, "--diff"]);
    expect(shown).toMatchObject({ exitCode: 0, stderr: "" });
    expect(shown.stdout).toContain("+ name: tickets-only\n");
    expect((await shell.run(["policy", "list", "--json"])).stdout).toBe("");
    const made = await shell.run(["policy", "apply", "-f", file]);
    expect(made).toMatchObject({ exitCode: 0, stderr: "tickets-only: made; version 1, enforced none.\n" });
    const again = await shell.run(["policy", "apply", "-f", file, "--enforce"]);
    expect(again.stderr).toBe("tickets-only: changed; version 1, enforced 1.\n");
    expect((await shell.run(["policy", "apply", "-f", file, "--enforce"])).stderr).toContain("unchanged");
    const changed = await write(POLICY.replace("[GET]", "[GET, PUT]"));
    const diff = await shell.run(["policy", "apply", "-f", changed, "--diff"]);
    expect(diff.stdout).toContain("+       - PUT\n");
    expect((await shell.run(["policy", "apply", "-f", changed])).stderr).toContain("version 2, enforced 1.");
  });

  test("takes what policy get writes, and JSON, and several documents", async () => {
    await shell.run(["policy", "apply", "-f", await write(POLICY)]);
    const { stdout } = await shell.run(["policy", "get", "tickets-only"]);
    const back = await shell.run(["policy", "apply", "-f", "-", "--diff"], stdout);
    expect(back).toMatchObject({ exitCode: 0, stdout: "", stderr: "tickets-only is as the file says.\n" });
    const json = JSON.stringify({ name: "as-json", statements: [{ effect: "deny", paths: ["/x"] }] });
    expect((await shell.run(["policy", "apply", "-f", await write(json, "p.json")])).exitCode).toBe(0);
    const two = await shell.run(["policy", "apply", "-f", "-"], "name: one\n---\nname: two\n");
    expect(two.stderr).toMatch(/^one: made.*\ntwo: made/);
  });

  test.each<[string, string, string]>([
    ["an unknown key", "name: x\nstatments: []\n", 'policy.yaml:2:1: "statments" is not known here'],
    ["no list", "name: x\nstatements: 7\n", "policy.yaml:2:13: statements: Must be a list."],
    [
      "no effect",
      "name: x\nstatements:\n  - paths: [/a]\n",
      "policy.yaml:3:5: statements.0.effect: Must be allow or deny.",
    ],
    ["a key twice", "name: x\nname: y\n", "policy.yaml:2:1: Map keys must be unique"],
    ["broken YAML", "name: [x\n", "policy.yaml:2:1: "],
    [
      "what the server finds",
      "name: x\nstatements:\n  - effect: allow\n    paths:\n      - /ok\n      - /a/../b\n",
      "policy.yaml:6:9: access_policy.statements[0].paths[1]: ",
    ],
    [
      "a test that fails",
      `${POLICY}  - name: wrong\n    method: GET\n    path: /api/users\n    expect: allow\n`,
      "policy.yaml:20:5: access_policy.test_cases[2]: Is denied; to be allowed was expected.",
    ],
  ])("names file, line and column: %s", async (_, text, message) => {
    const result = await shell.run(["policy", "apply", "-f", await write(text), "--enforce"]);
    expect(result.exitCode).toBe(1);
    expect(result.stderr).toContain(message);
  });
});

test("a policy is tried, attached, explained, enforced and taken away again", async () => {
  const { id, ask } = await makeToken();
  await shell.run(["policy", "apply", "-f", await write(POLICY)]);
  await shell.run(["policy", "attach", "tickets-only", "--token", id]);
  await shell.run(["policy", "dry-run", "tickets-only"]);
  expect(await ask("/api/reports")).toBe(true);
  const report = await shell.run(["policy", "report", "tickets-only"]);
  expect(report.stdout).toMatch(/1 +tok_.*GET \/api\/reports/);
  expect(report.stderr).toMatch(/^Version 1 would have denied 1 requests since /);
  const before = new Date(Date.now() - 1).toISOString();
  expect((await shell.run(["policy", "enforce", "tickets-only"])).exitCode).toBe(0);
  expect(await ask("/api/reports")).toBe(false);
  const explained = await shell.run(["policy", "explain", id, "GET", "/api/reports"]);
  expect(explained).toMatchObject({ exitCode: 4, stderr: "Denied by policy.\n" });
  expect(explained.stdout).toContain("No statement allows it.");
  const earlier = await shell.run(["policy", "explain", id, "GET", "/api/reports", "--at", before]);
  expect(earlier).toMatchObject({ exitCode: 0, stderr: "Allowed.\n" });
  const refused = await shell.run(["policy", "delete", "tickets-only", "--yes"]);
  expect(refused.exitCode).toBe(6);
  expect(refused.stderr).toContain(`the API token ${id}`);
  await shell.run(["policy", "detach", "tickets-only", "--token", id]);
  expect((await shell.run(["policy", "delete", "tickets-only", "--yes"])).exitCode).toBe(0);
});

test("a suggestion is shown as a difference, and accepted", async () => {
  const { id, ask } = await makeToken();
  await shell.run(["settings", "set", "observe_use=on"]);
  await ask("/api/tickets/17");
  await ask("/api/tickets/18", "PUT");
  const file = await shell.run(["policy", "suggest", id]);
  expect(file.stdout).toContain("/api/tickets/{id}");
  expect(file.stderr).toContain(
    "Statement 1 names no response_fields: the fields seen in the answers were not reported for 2 of 2 requests.",
  );
  await shell.run(["policy", "apply", "-f", await write(POLICY)]);
  const accepted = await shell.run(["policy", "suggest", id, "--policy", "tickets-only", "--accept"]);
  expect(accepted.stdout).toContain("+ ALLOW GET,PUT /api/tickets/{id}\n");
  expect(accepted.stderr).toContain("Version 2 of tickets-only says so now; it is not enforced.");
  const tested = await shell.run(["policy", "test", "tickets-only"]);
  expect(tested).toMatchObject({ exitCode: 1 });
  expect(tested.stdout).toMatch(/^FAIL tickets can be read: The response field .*\nok {3}reports cannot\n$/);
});
