import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { type AddressInfo, createServer as createTcpServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "vitest";
import { fieldListsFrom, filterBody, refusalOfBody } from "../../verifier/fields.js";
import { requireCredential } from "../../verifier/http.js";
import { openVerifier, type Verifier } from "../../verifier/verifier.js";
import { eventually } from "./eventually.js";
import type { SignedUp, TestServer } from "./running-server.js";

/** Somebody who asked for help, as the help desk knows them. */
export const JANE = { id: 7, name: "Jane", email: "jane@customer.example" };

/** What she asked. */
export const TICKET = {
  id: 1,
  subject: "It burns",
  status: "open",
  requester: JANE,
  comments: [{ body: "Help", author: JANE }],
};

/** The type of what the help desk sends and takes. */
export const JSON_TYPE = { "content-type": "application/json" };

/** Whether the help desk can be put behind nginx here. */
export const HAS_NGINX = spawnSync("nginx", ["-v"]).error === undefined;
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

/** A help desk's API, behind what asks Latchkey about each request. */
export class HelpDesk {
  /** Where its files are, nginx's among them. */
  readonly directory: string;
  readonly #server: TestServer;
  readonly #verifier: Verifier;
  readonly #listening: Server[] = [];
  #nginx: ChildProcess | undefined;

  private constructor(server: TestServer, verifier: Verifier, directory: string) {
    this.#server = server;
    this.#verifier = verifier;
    this.directory = directory;
  }

  /** Opens one that asks a server. */
  static async open(server: TestServer, admin: SignedUp): Promise<HelpDesk> {
    const verifier = openVerifier({
      server: server.address,
      authorization: `Bearer ${admin.sessionToken}`,
      maxStalenessMs: 60_000,
      whenStale: "refuse",
      heartbeatMs: 100,
      reportUses: false,
    });
    await verifier.ready();
    return new HelpDesk(server, verifier, await mkdtemp(join(tmpdir(), "latchkey-help-desk-")));
  }

  /** Puts it behind the middleware, which does everything. */
  async behindMiddleware(): Promise<string> {
    const guard = requireCredential(this.#verifier);
    const port = await this.#serve((request, response) =>
      guard(request, response, async () => {
        const body = String(await readBody(request));
        response.writeHead(200, JSON_TYPE).end(JSON.stringify(answer(request, body)));
      }),
    );
    return `http://127.0.0.1:${port}`;
  }

  /** Puts it behind nginx, and keeps back itself what the headers say. */
  async behindNginx(): Promise<string> {
    const api = await this.#serve(async (request, response) => {
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
      (name) => `${name}_temp_path ${this.directory}/${name};`,
    );
    await writeFile(
      join(this.directory, "nginx.conf"),
      recipe
        .replaceAll("127.0.0.1:8080", `127.0.0.1:${port}`)
        .replaceAll("127.0.0.1:8081", `127.0.0.1:${api}`)
        .replaceAll("127.0.0.1:50552", this.#server.httpAddress.replace("http://", ""))
        .replace("scope=tickets:read", "fields=enforced")
        .replaceAll("/tmp/latchkey-nginx.pid", join(this.directory, "nginx.pid"))
        .replace("http {\n", `http {\n  ${temporary.join(" ")}\n`),
    );
    this.#nginx = spawn("nginx", ["-c", join(this.directory, "nginx.conf")], { stdio: "ignore" });
    await eventually(() => fetch(`http://127.0.0.1:${port}/`));
    return `http://127.0.0.1:${port}`;
  }

  /** Asks it for something, once whoever guards it has heard of all that was done. */
  async ask(url: string, authorization: string, init: RequestInit = {}) {
    await eventually(() =>
      expect(this.#verifier.position).toBeGreaterThanOrEqual(this.#server.environment.store.position()),
    );
    const response = await fetch(url, { ...init, headers: { ...init.headers, authorization } });
    const text = await response.text();
    return { status: response.status, text, body: response.status === 200 ? JSON.parse(text) : undefined };
  }

  async close(): Promise<void> {
    for (const one of this.#listening) one.close();
    if (this.#nginx !== undefined) {
      const gone = once(this.#nginx, "exit");
      this.#nginx.kill("SIGTERM");
      await gone;
    }
    this.#verifier.close();
    await rm(this.directory, { recursive: true, force: true });
  }

  async #serve(listener: (request: IncomingMessage, response: ServerResponse) => void): Promise<number> {
    const one = createServer(listener).listen(0, "127.0.0.1");
    this.#listening.push(one);
    await once(one, "listening");
    return (one.address() as AddressInfo).port;
  }
}
