import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import { type AddressInfo, createServer as createTcpServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { IDENTITY_HEADERS } from "../../server/domain/identity-headers.js";
import { eventually } from "../support/eventually.js";
import { basic, type SignedUp, startServer, type TestServer } from "../support/running-server.js";

const RECIPES = new URL("../../docs/recipes/", import.meta.url);

let server: TestServer;
let admin: SignedUp;
/** The API behind the proxy, which answers what it was told of whoever calls. */
let api: Server;
let directory: string;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "latchkey-proxies-"));
  server = await startServer({ clock: "system" });
  admin = await server.signUp();
  const on = { settings: { apiTokenAccess: true }, updateMask: { paths: ["api_token_access"] } };
  await server.calls.settings.UpdateSettings(on, admin.metadata);
  api = createServer(({ headers, url }, response) => response.end(JSON.stringify({ headers, url })));
  api.listen(0, "127.0.0.1");
  await once(api, "listening");
});
afterAll(async () => {
  api.close();
  await server.stop();
  await rm(directory, { recursive: true, force: true });
});

async function freePort(): Promise<number> {
  const probe = createTcpServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, "close");
  return port;
}

/** The recipe as it stands, but for the ports and where it may write. */
async function configure(recipe: string, port: number): Promise<string> {
  const text = await readFile(new URL(recipe, RECIPES), "utf8");
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
    .map((name) => `${name}_temp_path ${directory}/${name};`)
    .join(" ");
  const path = join(directory, recipe);
  await writeFile(
    path,
    text
      .replaceAll("127.0.0.1:8080", `127.0.0.1:${port}`)
      .replaceAll("127.0.0.1:8081", `127.0.0.1:${(api.address() as AddressInfo).port}`)
      .replaceAll("127.0.0.1:50552", server.httpAddress.replace("http://", ""))
      .replaceAll("/tmp/latchkey-nginx.pid", join(directory, "nginx.pid"))
      .replace("http {\n", `http {\n  ${temporary}\n`),
  );
  return path;
}

const PROXIES = [
  { program: "nginx", recipe: "nginx.conf", version: ["-v"], run: (path: string) => ["-c", path] },
  {
    program: "caddy",
    recipe: "Caddyfile",
    version: ["version"],
    run: (path: string) => ["run", "--config", path, "--adapter", "caddyfile"],
  },
];

describe.each(PROXIES)("$program, by docs/recipes/$recipe", ({ program, recipe, version, run }) => {
  const isThere = spawnSync(program, version).error === undefined;
  if (!isThere) process.stderr.write(`SKIPPED: ${program} is not installed, so its recipe is not tested.\n`);

  let proxy: ChildProcess;
  let url: string;
  let said = "";

  beforeAll(async () => {
    if (!isThere) return;
    const port = await freePort();
    url = `http://127.0.0.1:${port}/tickets?page=2`;
    proxy = spawn(program, run(await configure(recipe, port)), {
      env: { ...process.env, HOME: directory },
      stdio: ["ignore", "pipe", "pipe"],
    });
    for (const stream of [proxy.stdout, proxy.stderr]) stream?.on("data", (text) => (said += String(text)));
    await eventually(async () => {
      if (proxy.exitCode !== null) throw new Error(`${program} ended:\n${said}`);
      await fetch(url);
    });
  });
  afterAll(async () => {
    if (!isThere) return;
    const gone = once(proxy, "exit");
    proxy.kill("SIGTERM");
    await gone;
  });

  async function makeToken(scopes: string[]) {
    const { apiToken, secret } = await server.calls.apiTokens.CreateApiToken(
      { apiToken: { scopes } },
      admin.metadata,
    );
    return {
      id: apiToken?.id ?? "",
      authorization: String(basic(admin.adminEmail, secret).get("authorization")[0]),
    };
  }

  test.skipIf(!isThere)(
    "lets through who may, and says who it is, whatever they say themselves",
    async () => {
      const { id, authorization } = await makeToken(["read"]);
      const claims = Object.fromEntries(IDENTITY_HEADERS.map((name) => [name, "mallory"]));
      const answer = await fetch(url, { headers: { ...claims, authorization } });
      expect(answer.status, said).toBe(200);
      const told = (await answer.json()) as { headers: IncomingHttpHeaders; url: string };
      expect(told.url).toBe("/tickets?page=2");
      const identity = Object.fromEntries(IDENTITY_HEADERS.map((name) => [name, told.headers[name] ?? ""]));
      expect(identity).toEqual({
        "latchkey-account": "acme",
        "latchkey-user-id": admin.adminUserId,
        "latchkey-email": admin.adminEmail,
        "latchkey-role": "ADMIN",
        "latchkey-client-id": "",
        "latchkey-client-identifier": "",
        "latchkey-credential-kind": "API_TOKEN",
        "latchkey-credential-id": id,
        "latchkey-scopes": "read",
        "latchkey-request-fields": "",
        "latchkey-response-fields": "",
      });
    },
  );

  test.skipIf(!isThere)(
    "refuses nobody with 401, a missing scope with 403, and a revoked token at once",
    async () => {
      const nobody = await fetch(url);
      expect(nobody.status).toBe(401);
      expect(nobody.headers.get("www-authenticate")).toContain('Bearer realm="acme"');
      const narrow = await makeToken(["settings:read"]);
      expect((await fetch(url, { headers: { authorization: narrow.authorization } })).status).toBe(403);
      const { id, authorization } = await makeToken(["read"]);
      const ask = async () =>
        (await fetch(url, { method: "POST", body: "x", headers: { authorization } })).status;
      expect(await ask()).toBe(200);
      await server.calls.apiTokens.DeleteApiToken({ id }, admin.metadata);
      expect(await ask()).toBe(401);
    },
  );
});
