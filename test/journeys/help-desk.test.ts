import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { makeShell, objectsOf, type Shell } from "../support/command-line.js";
import { HAS_NGINX, HelpDesk, JANE, JSON_TYPE, TICKET } from "../support/help-desk.js";
import { basic, type SignedUp, startServer, type TestServer } from "../support/running-server.js";

let server: TestServer;
let admin: SignedUp;
let shell: Shell;
let desk: HelpDesk;

beforeAll(async () => {
  server = await startServer({ clock: "system" });
  admin = await server.signUp();
  shell = await makeShell(server);
  shell.signIn(admin);
  await shell.run(["settings", "set", "api_token_access=on", "resources=tickets"]);
  desk = await HelpDesk.open(server, admin);
});
afterAll(async () => {
  await desk.close();
  await server.stop();
  await shell.remove();
});

let policies = 0;

/** Puts a policy into a file and into force, as a script does. */
async function apply(yaml: string, ...flags: string[]): Promise<string> {
  const file = join(desk.directory, "policy.yaml");
  policies += 1;
  const name = /^name: (.*)$/m.exec(yaml)?.[1] ?? `policy-${policies}`;
  await writeFile(file, yaml.startsWith("name:") ? yaml : `name: ${name}\n${yaml}`);
  const applied = await shell.run(["policy", "apply", "-f", file, ...flags]);
  expect(applied.exitCode, applied.stderr).toBe(0);
  return name;
}

async function makeToken(policy: string) {
  const made = await shell.run(["token", "create", "--json"]);
  const { id = "", secret = "" } = objectsOf<{ id: string; secret: string }>(made)[0] ?? {};
  expect((await shell.run(["policy", "attach", policy, "--token", id])).exitCode).toBe(0);
  return { id, secret, authorization: String(basic(admin.adminEmail, secret).get("authorization")[0]) };
}

const FRONTS = [
  { front: "the Node middleware", start: () => desk.behindMiddleware(), isThere: true },
  { front: "nginx", start: () => desk.behindNginx(), isThere: HAS_NGINX },
];

describe.each(FRONTS)("a help desk behind $front", ({ start, isThere }) => {
  let url: string;
  beforeAll(async () => {
    if (isThere) url = await start();
  });
  beforeEach((context) => context.skip(!isThere, "nginx is not installed"));

  const ask = (authorization: string, path: string, init?: RequestInit) =>
    desk.ask(`${url}${path}`, authorization, init);

  test("a token reads tickets, and no reports, however it asks for them", async () => {
    const name = await apply(
      'statements:\n  - effect: allow\n    methods: [GET]\n    paths: ["/api/tickets/**"]\n',
      "--enforce",
    );
    const { authorization } = await makeToken(name);
    expect((await ask(authorization, "/api/tickets/1")).body).toEqual({ ticket: TICKET });
    for (const path of [
      "/api/reports",
      "/api/Reports",
      "/api/tickets/%2e%2e/reports",
      "/api/tickets/..%2freports",
      "/api//reports",
    ]) {
      const { status, text } = await ask(authorization, path);
      expect([400, 403], path).toContain(status);
      expect(text).not.toContain("revenue");
    }
    expect((await ask(authorization, "/api/tickets/1", { method: "DELETE" })).status).toBe(403);
    const override = { method: "POST", headers: { "x-http-method-override": "GET" } };
    expect((await ask(authorization, "/api/tickets/1", override)).status).toBe(403);
  });

  test("a token sees tickets without the requester's e-mail: one, in a list, and nested", async () => {
    const name = await apply(
      'statements:\n  - effect: allow\n    paths: ["/api/tickets/**", "/api/users/*"]\n  - effect: deny\n    response_fields: ["**.email"]\n',
      "--enforce",
    );
    const { authorization } = await makeToken(name);
    const { email: _, ...jane } = JANE;
    const ticket = { ...TICKET, requester: jane, comments: [{ body: "Help", author: jane }] };
    expect((await ask(authorization, "/api/tickets/1")).body).toEqual({ ticket });
    expect((await ask(authorization, "/api/tickets")).body).toEqual({
      tickets: [ticket, { ...ticket, id: 2 }],
      count: 2,
    });
    expect((await ask(authorization, "/api/users/7")).body).toEqual({ user: jane });
    // Whoever calls cannot say themselves what they may see.
    const claim = { headers: { "latchkey-response-fields": "" } };
    expect((await ask(authorization, "/api/users/7", claim)).text).not.toContain("@");
  });

  test("a token changes a ticket's status, and nothing else of it", async () => {
    const name = await apply(
      'statements:\n  - effect: allow\n    methods: [PUT]\n    paths: ["/api/tickets/{id}"]\n    request_fields: [ticket.status]\n    response_fields: [ticket.id, ticket.status]\n',
      "--enforce",
    );
    const { authorization } = await makeToken(name);
    const put = (body: string) =>
      ask(authorization, "/api/tickets/1", { method: "PUT", body, headers: JSON_TYPE });
    expect((await put('{"ticket":{"status":"closed"}}')).body).toEqual({
      ticket: { id: 1, status: "closed" },
    });
    for (const [body, status] of [
      ['{"ticket":{"status":"closed","subject":"mine"}}', 403],
      ['{"ticket":{"status":"a","status":"b"}}', 400],
      ['{"ticket":{"__proto__":{"subject":"mine"}}}', 400],
      [`${"[".repeat(5_000)}`, 400],
    ] as const) {
      expect((await put(body)).status, body.slice(0, 60)).toBe(status);
    }
  });

  test("a token made through the API by a token may no more than that", async () => {
    const name = await apply(
      'statements:\n  - effect: allow\n    paths: ["/api/tickets"]\n  - effect: allow\n    grpc_methods: [latchkey.v1.ApiTokenService/CreateApiToken]\n',
      "--enforce",
    );
    const parent = await makeToken(name);
    const metadata = basic(admin.adminEmail, parent.secret);
    const made = await server.calls.apiTokens.CreateApiToken(
      { apiToken: { description: "child" } },
      metadata,
    );
    const child = String(basic(admin.adminEmail, made.secret).get("authorization")[0]);
    expect((await ask(child, "/api/tickets")).status).toBe(200);
    expect((await ask(child, "/api/reports")).status).toBe(403);
    await expect(
      server.calls.apiTokens.DeleteApiToken({ id: made.apiToken?.id ?? "" }, metadata),
    ).rejects.toThrow(/access policy/);
  });

  test("a token works from the addresses it is meant for", async () => {
    const rule = (range: string) =>
      `name: range-${policies}\nstatements:\n  - effect: allow\n    ip_ranges: ["${range}"]\n`;
    const elsewhere = rule("203.0.113.0/24");
    const name = await apply(elsewhere, "--enforce");
    const { authorization } = await makeToken(name);
    expect((await ask(authorization, "/api/tickets")).status).toBe(403);
    await apply(elsewhere.replace("203.0.113.0/24", "127.0.0.0/8"), "--enforce");
    expect((await ask(authorization, "/api/tickets")).status).toBe(200);
  });

  test("a policy is tried first, and then enforced", async () => {
    const name = await apply('statements:\n  - effect: allow\n    paths: ["/api/tickets/**"]\n');
    const { id, authorization } = await makeToken(name);
    await shell.run(["policy", "dry-run", name]);
    expect((await ask(authorization, "/api/reports")).status).toBe(200);
    // What a verifier answers by itself is not counted; what asks the server is.
    const question = { authorization, method: "GET", path: "/api/reports", sourceIp: "127.0.0.1" };
    await server.calls.authentication.Authenticate(question, admin.metadata);
    const report = objectsOf<{ denials: object[] }>(await shell.run(["policy", "report", name, "--json"]))[0];
    expect(report?.denials).toEqual([
      expect.objectContaining({ credentialId: id, method: "GET", path: "/api/reports" }),
    ]);
    await shell.run(["policy", "enforce", name]);
    expect((await ask(authorization, "/api/reports")).status).toBe(403);
    const explained = await shell.run(["policy", "explain", id, "GET", "/api/reports"]);
    expect(explained.stderr).toBe("Denied by policy.\n");
  });
});
