import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { Hono } from "hono";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { requireCredential as requireWithHono } from "../../verifier/hono.js";
import { requireCredential } from "../../verifier/http.js";
import { openVerifier, type Verifier } from "../../verifier/verifier.js";
import { eventually } from "../support/eventually.js";
import { basic, type SignedUp, startServer, type TestServer } from "../support/running-server.js";

let server: TestServer;
let admin: SignedUp;
beforeAll(async () => {
  server = await startServer({ clock: "system" });
  admin = await server.signUp();
  const settings = { apiTokenAccess: true, observeUse: true };
  const updateMask = { paths: ["api_token_access", "observe_use"] };
  await server.calls.settings.UpdateSettings({ settings, updateMask }, admin.metadata);
});
afterAll(() => server.stop());

const ANSWER = '{"ticket": {"id": 7, "requester": {"name": "Jane", "email": "jane@acme.example"}}}';
const JSON_TYPE = { "content-type": "application/json" };

/** A help desk that answers tickets as JSON, reports as text, and makes what it is sent. */
async function answerWithNode(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  if (request.url?.startsWith("/reports")) response.writeHead(200, { "content-type": "text/csv" }).end("a,b");
  else if (request.method === "DELETE") response.writeHead(204).end();
  else if (request.method === "POST") response.writeHead(201, JSON_TYPE).end(Buffer.concat(chunks));
  else {
    response.setHeader("content-type", "application/json");
    response.write(ANSWER.slice(0, 30));
    response.end(ANSWER.slice(30));
  }
}

function withNode(verifier: Verifier) {
  const guard = requireCredential(verifier);
  return (request: IncomingMessage, response: ServerResponse) =>
    guard(request, response, () => void answerWithNode(request, response));
}

function withHono(verifier: Verifier) {
  const app = new Hono();
  app.use(requireWithHono(verifier));
  app.get("/reports", (context) => context.body("a,b", 200, { "content-type": "text/csv" }));
  app.get("/tickets/:id", (context) => context.body(ANSWER, 200, JSON_TYPE));
  app.post("/tickets", async (context) => context.body(await context.req.text(), 201, JSON_TYPE));
  app.delete("/tickets/:id", (context) => context.body(null, 204));
  return getRequestListener(app.fetch);
}

async function serve(listenerOf: typeof withNode) {
  const { apiToken, secret } = await server.calls.apiTokens.CreateApiToken({ apiToken: {} }, admin.metadata);
  const verifier = openVerifier({
    server: server.address,
    authorization: `Bearer ${admin.sessionToken}`,
    maxStalenessMs: 60_000,
    whenStale: "refuse",
  });
  await verifier.ready();
  const service = createServer(listenerOf(verifier));
  await new Promise<void>((resolve) => service.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void service.close());
  const authorization = String(basic(admin.adminEmail, secret).get("authorization")[0]);
  const ask = async (method: string, path: string, init: RequestInit = {}) => {
    const url = `http://127.0.0.1:${(service.address() as AddressInfo).port}${path}`;
    const headers = { authorization, ...JSON_TYPE, ...(init.headers as Record<string, string>) };
    const response = await fetch(url, { ...init, method, headers });
    return { status: response.status, text: await response.text() };
  };
  return { ask, verifier, tokenId: apiToken?.id ?? "" };
}

async function suggestionFor(credentialId: string) {
  const suggested = await server.calls.accessPolicies.SuggestAccessPolicy({ credentialId }, admin.metadata);
  return suggested.statements.map(({ methods, paths, requestFields, responseFields }, index) => ({
    what: `${methods.join()} ${paths.join()}`,
    requestFields,
    responseFields,
    counts: Object.values(suggested.evidence[index] ?? {}),
  }));
}

test.each([
  ["node:http", withNode],
  ["Hono", withHono],
])("%s: a suggestion names the fields that were sent and seen", async (_, listenerOf) => {
  const { ask, verifier, tokenId } = await serve(listenerOf);
  for (let n = 0; n < 5; n++)
    expect(await ask("GET", `/tickets/${n}`)).toEqual({ status: 200, text: ANSWER });
  const made = JSON.stringify({ ticket: { subject: "It burns", tags: [{ name: "secret" }] } });
  expect(await ask("POST", "/tickets", { body: made })).toEqual({ status: 201, text: made });
  expect(await ask("DELETE", "/tickets/7")).toEqual({ status: 204, text: "" });
  expect(await ask("GET", "/reports")).toEqual({ status: 200, text: "a,b" });
  await verifier.close();
  const answered = ["ticket.id", "ticket.requester.email", "ticket.requester.name"];
  const sent = ["ticket.subject", "ticket.tags.name"];
  const suggestion = await suggestionFor(tokenId);
  expect(suggestion).toEqual([
    { what: "GET /reports", requestFields: [], responseFields: [], counts: [1, 1, 0] },
    { what: "POST /tickets", requestFields: sent, responseFields: sent, counts: [1, 1, 1] },
    { what: "DELETE /tickets/{id}", requestFields: [], responseFields: [], counts: [1, 1, 1] },
    { what: "GET /tickets/{id}", requestFields: [], responseFields: answered, counts: [5, 5, 5] },
  ]);
  expect(JSON.stringify(suggestion)).not.toMatch(/secret|burns|Jane/);
});

test("what a policy keeps back was not seen, and a request that it refuses is no use", async () => {
  const { ask, verifier, tokenId } = await serve(withNode);
  const statements = [
    { effect: "ACCESS_POLICY_EFFECT_ALLOW" as const },
    {
      effect: "ACCESS_POLICY_EFFECT_DENY" as const,
      responseFields: ["**.email"],
      requestFields: ["ticket.secret"],
    },
  ];
  const { accessPolicies } = server.calls;
  const accessPolicy = { name: "no-email", statements };
  const id =
    (await accessPolicies.CreateAccessPolicy({ accessPolicy }, admin.metadata)).accessPolicy?.id ?? "";
  await accessPolicies.AttachAccessPolicy({ id, target: { apiTokenId: tokenId } }, admin.metadata);
  await accessPolicies.EnforceAccessPolicy({ id, version: 1 }, admin.metadata);
  const { store } = server.environment;
  await eventually(() => expect(verifier.position).toBeGreaterThanOrEqual(store.position()));
  expect((await ask("GET", "/tickets/7")).text).not.toContain("email");
  expect((await ask("POST", "/tickets", { body: '{"ticket": {"secret": 1}}' })).status).toBe(403);
  await verifier.close();
  expect(await suggestionFor(tokenId)).toEqual([
    {
      what: "GET /tickets/{id}",
      requestFields: [],
      responseFields: ["ticket.id", "ticket.requester.name"],
      counts: [1, 1, 1],
    },
  ]);
});

test("an account that does not want it has nothing looked at", async () => {
  const { ask, verifier, tokenId } = await serve(withNode);
  const update = (observeUse: boolean) =>
    server.calls.settings.UpdateSettings(
      { settings: { observeUse }, updateMask: { paths: ["observe_use"] } },
      admin.metadata,
    );
  await update(false);
  await eventually(() => expect(verifier.isObserving).toBe(false));
  await ask("GET", "/tickets/7");
  await verifier.close();
  await update(true);
  expect(await suggestionFor(tokenId)).toEqual([]);
});

test("a body that was read before its fields were looked at is not let through", async () => {
  const { verifier } = await serve(withNode);
  const guarded = {
    isObserving: false,
    check: () => ({
      status: 200,
      allowed: true,
      principal: {},
      requestFields: { allowed: [["a"]], removed: [] },
    }),
  } as unknown as Verifier;
  await verifier.close();
  const guard = requireCredential(guarded);
  const service = createServer(async (request, response) => {
    for await (const _ of request);
    guard(request, response, () => response.end("passed"));
  });
  await new Promise<void>((resolve) => service.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void service.close());
  const url = `http://127.0.0.1:${(service.address() as AddressInfo).port}/`;
  const response = await fetch(url, { method: "POST", body: '{"b": 1}', headers: JSON_TYPE });
  expect([response.status, await response.text()]).toEqual([500, expect.stringContaining("read_before")]);
});
