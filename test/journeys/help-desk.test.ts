import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { type AddressInfo, createServer as createTcpServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { fieldListsFrom, filterBody, refusalOfBody } from "../../verifier/fields.js";
import { requireCredential } from "../../verifier/http.js";
import { openVerifier, type Verifier } from "../../verifier/verifier.js";
import { makeShell, objectsOf, type Shell } from "../support/command-line.js";
import { eventually } from "../support/eventually.js";
import { basic, type SignedUp, startServer, type TestServer } from "../support/running-server.js";

const JANE = { id: 7, name: "Jane", email: "jane@customer.example" };
const TICKET = {
  id: 1,
  subject: "It burns",
  status: "open",
  requester: JANE,
  comments: [{ body: "Help", author: JANE }],
};

let server: TestServer;
let admin: SignedUp;
let shell: Shell;
let directory: string;
let verifier: Verifier;
const servers: Server[] = [];
let nginx: ChildProcess | undefined;

const HAS_NGINX = spawnSync("nginx", ["-v"]).error === undefined;
if (!HAS_NGINX)
  process.stderr.write("SKIPPED: nginx is not installed, so the help desk is not tested behind it.\n");

/** A small help desk that knows nothing of who may what. */
function answer({ url = "", method }: IncomingMessage, body: string): object {
  const path = new URL(url, "http://x").pathname;
  if (path === "/api/tickets") return { tickets: [TICKET, { ...TICKET, id: 2 }], count: 2 };
  if (path === "/api/tickets/1")
    return { ticket: method === "PUT" ? { ...TICKET, ...JSON.parse(body).ticket } : TICKET };
  if (path === "/api/users/7") return { user: JANE };
  if (path === "/api/reports") return { reports: [{ revenue: 12 }] };
  return { error: "not found" };
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

const JSON_TYPE = { "content-type": "application/json" };

async function serve(
  listener: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<number> {
  const one = createServer(listener).listen(0, "127.0.0.1");
  servers.push(one);
  await once(one, "listening");
  return (one.address() as AddressInfo).port;
}

/** The help desk behind the middleware, which does everything. */
async function startBehindMiddleware(): Promise<string> {
  const guard = requireCredential(verifier);
  const port = await serve((request, response) =>
    guard(request, response, async () => {
      const body = String(await readBody(request));
      response.writeHead(200, JSON_TYPE).end(JSON.stringify(answer(request, body)));
    }),
  );
  return `http://127.0.0.1:${port}`;
}

/** The help desk behind nginx, which keeps back itself what the headers say. */
async function startBehindNginx(): Promise<string> {
  const api = await serve(async (request, response) => {
    const { headers } = request;
    const text = (name: string) => String(headers[name] ?? "");
    const body = await readBody(request);
    const types = { contentType: headers["content-type"], contentEncoding: headers["content-encoding"] };
    const refusal = refusalOfBody(body, types, fieldListsFrom(text("latchkey-request-fields")));
    if (refusal !== undefined) return void response.writeHead(refusal.status, JSON_TYPE).end(refusal.body);
    const whole = Buffer.from(JSON.stringify(answer(request, String(body))));
    const kept = filterBody(whole, fieldListsFrom(text("latchkey-response-fields")));
    return void response.writeHead(200, JSON_TYPE).end(kept);
  });
  const probe = createTcpServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, "close");
  const recipe = await readFile(new URL("../../docs/recipes/nginx.conf", import.meta.url), "utf8");
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(
    (name) => `${name}_temp_path ${directory}/${name};`,
  );
  await writeFile(
    join(directory, "nginx.conf"),
    recipe
      .replaceAll("127.0.0.1:8080", `127.0.0.1:${port}`)
      .replaceAll("127.0.0.1:8081", `127.0.0.1:${api}`)
      .replaceAll("127.0.0.1:50552", server.httpAddress.replace("http://", ""))
      .replace("scope=tickets:read", "fields=enforced")
      .replaceAll("/tmp/latchkey-nginx.pid", join(directory, "nginx.pid"))
      .replace("http {\n", `http {\n  ${temporary.join(" ")}\n`),
  );
  nginx = spawn("nginx", ["-c", join(directory, "nginx.conf")], { stdio: "ignore" });
  await eventually(() => fetch(`http://127.0.0.1:${port}/`));
  return `http://127.0.0.1:${port}`;
}

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "latchkey-help-desk-"));
  server = await startServer({ clock: "system" });
  admin = await server.signUp();
  shell = await makeShell(server);
  shell.signIn(admin);
  await shell.run(["settings", "set", "api_token_access=on", "resources=tickets"]);
  verifier = openVerifier({
    server: server.address,
    authorization: `Bearer ${admin.sessionToken}`,
    maxStalenessMs: 60_000,
    whenStale: "refuse",
    heartbeatMs: 100,
    reportUses: false,
  });
  await verifier.ready();
});
afterAll(async () => {
  for (const one of servers) one.close();
  if (nginx !== undefined) {
    const gone = once(nginx, "exit");
    nginx.kill("SIGTERM");
    await gone;
  }
  verifier.close();
  await server.stop();
  await shell.remove();
  await rm(directory, { recursive: true, force: true });
});

let policies = 0;

/** Puts a policy into a file and into force, as a script does. */
async function apply(yaml: string, ...flags: string[]): Promise<string> {
  const file = join(directory, "policy.yaml");
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

/** The verifier has heard of all that was done. */
const heard = () =>
  eventually(() => expect(verifier.position).toBeGreaterThanOrEqual(server.environment.store.position()));

const FRONTS = [
  { front: "the Node middleware", start: startBehindMiddleware, isThere: true },
  { front: "nginx", start: startBehindNginx, isThere: HAS_NGINX },
];

describe.each(FRONTS)("a help desk behind $front", ({ start, isThere }) => {
  let url: string;
  beforeAll(async () => {
    if (isThere) url = await start();
  });
  beforeEach((context) => context.skip(!isThere, "nginx is not installed"));

  const ask = async (authorization: string, path: string, init: RequestInit = {}) => {
    await heard();
    const response = await fetch(`${url}${path}`, { ...init, headers: { ...init.headers, authorization } });
    const text = await response.text();
    return { status: response.status, text, body: response.status === 200 ? JSON.parse(text) : undefined };
  };

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
