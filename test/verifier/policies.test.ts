import type { Metadata } from "@grpc/grpc-js";
import * as fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type EnvoyCheckResponse, envoyAuthorization } from "../../proto/envoy.js";
import type { AuthenticateResponse__Output } from "../../proto/gen/latchkey/v1/AuthenticateResponse.js";
import type { AuthenticateStreamResponse__Output } from "../../proto/gen/latchkey/v1/AuthenticateStreamResponse.js";
import { openVerifier, type Verifier } from "../../verifier/verifier.js";
import { eventually } from "../support/eventually.js";
import { basic, type SignedUp, startServer, type TestServer } from "../support/running-server.js";

let server: TestServer;
let admin: SignedUp;
let verifier: Verifier;
let authorization: string;
let asker: Metadata;

const someOf = <T>(...items: T[]) => fc.subarray(items, { maxLength: Math.min(2, items.length) });
const anyStatement = fc.record({
  effect: fc.constantFrom(
    "ACCESS_POLICY_EFFECT_ALLOW",
    "ACCESS_POLICY_EFFECT_ALLOW",
    "ACCESS_POLICY_EFFECT_DENY",
  ),
  methods: someOf("GET", "POST"),
  paths: fc.subarray(["/tickets/**", "/tickets/{id}", "/**/reports", "/users/*"], {
    minLength: 1,
    maxLength: 3,
  }),
  grpcMethods: someOf("helpdesk.v1.Tickets/*"),
  scopes: someOf("read", "users:write"),
  ipRanges: someOf("192.0.2.0/24", "2001:db8::/32"),
  requestFields: someOf("ticket.status", "ticket.subject"),
  responseFields: someOf("ticket.requester", "count"),
});
const anyQuestion = fc.record({
  method: fc.constantFrom("GET", "POST", "DELETE", ""),
  path: fc.constantFrom(
    "/tickets/7",
    "/Tickets/7",
    "/tickets/7/reports?a=b",
    "/tickets/../users/1",
    "/users/%6aane",
    "/helpdesk.v1.Tickets/GetTicket",
    "/tickets?_method=DELETE",
    "",
  ),
  sourceIp: fc.constantFrom("192.0.2.7", "203.0.113.9", "2001:db8::1"),
});
const policiesToTry = fc.sample(fc.array(anyStatement, { minLength: 1, maxLength: 4 }), 40);
const questions = fc.sample(anyQuestion, 25);

beforeAll(async () => {
  server = await startServer({ clock: "system" });
  admin = await server.signUp();
  const on = { settings: { apiTokenAccess: true }, updateMask: { paths: ["api_token_access"] } };
  await server.calls.settings.UpdateSettings(on, admin.metadata);
  asker = admin.metadata;
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
  verifier.close();
  await server.stop();
});

interface Told {
  readonly status: number;
  readonly fields: string;
}

/** Asks by every way there is. */
async function askEveryWay(question: (typeof questions)[number]): Promise<Record<string, Told>> {
  const { calls } = server;
  const asked = { authorization, requiredScopes: [], ...question };
  const unary = ofResponse(await calls.authentication.Authenticate(asked, asker));
  const streamed = await new Promise<Told>((resolve, reject) => {
    const stream = calls.authenticateStream(asker);
    stream.on("error", reject);
    stream.on("data", ({ answers }: AuthenticateStreamResponse__Output) => {
      stream.end();
      resolve(ofResponse(answers[0]?.decision as AuthenticateResponse__Output));
    });
    stream.write({ checks: [{ id: 1, question: asked }] });
  });
  const answer = await verifier.check(asked);
  const local = {
    status: answer.status,
    fields: answer.allowed ? fieldsOf(answer.requestFields ?? null, answer.responseFields ?? null) : "",
  };
  return { unary, streamed, local, proxy: await askAsProxy(question), envoy: await askAsEnvoy(question) };
}

function ofResponse({
  authenticated,
  allowed,
  requestFields,
  responseFields,
}: AuthenticateResponse__Output): Told {
  const lists = (told: AuthenticateResponse__Output["requestFields"]) =>
    told && { allowed: told.allowed.map(({ paths }) => paths), removed: told.removed };
  const fields = fieldsOf(lists(requestFields), lists(responseFields));
  return { status: allowed ? 200 : authenticated ? 403 : 401, fields: allowed ? fields : "" };
}

function fieldsOf(...lists: (object | null | undefined)[]): string {
  return lists.map((one) => (one ? JSON.stringify(one) : "")).join(" ");
}

type Asked = Readonly<Record<"method" | "path" | "sourceIp", string>>;

async function askAsProxy(
  { method, path, sourceIp }: Asked,
  more: Readonly<Record<string, string>> = {},
): Promise<Told> {
  const headers = {
    ...more,
    authorization,
    "x-forwarded-method": method,
    "x-forwarded-uri": path,
    "x-forwarded-for": sourceIp,
  };
  const response = await fetch(`${server.httpAddress}/authz/check?account=acme&fields=enforced`, { headers });
  const { status } = response;
  const told = ["latchkey-request-fields", "latchkey-response-fields"].map((name) =>
    response.headers.get(name),
  );
  return { status, fields: status === 200 ? told.join(" ") : "" };
}

function askAsEnvoy(
  { method, path, sourceIp }: Asked,
  more: Readonly<Record<string, string>> = {},
): Promise<Told> {
  const { Check } = envoyAuthorization;
  if (Check === undefined) throw new Error("There is no Check.");
  const request = {
    attributes: {
      source: { address: { socketAddress: { address: sourceIp, portValue: 1 } } },
      request: { http: { method, path, headers: { authorization, ...more } } },
      contextExtensions: { "latchkey-fields": "enforced" },
    },
  };
  return new Promise((resolve, reject) => {
    server.calls.client.makeUnaryRequest(
      Check.path,
      Check.requestSerialize,
      Check.responseDeserialize as (bytes: Buffer) => EnvoyCheckResponse,
      request,
      asker,
      (error, answer) => {
        if (error !== null || answer === undefined) return reject(error);
        const told =
          answer.okResponse?.headers.map(({ header }) => [header.key, header.value] as const) ?? [];
        const value = (key: string) => told.find(([known]) => known === key)?.[1] ?? "";
        const fields = `${value("latchkey-request-fields")} ${value("latchkey-response-fields")}`;
        return resolve(
          answer.okResponse
            ? { status: 200, fields }
            : { status: answer.deniedResponse?.status?.code ?? 0, fields: "" },
        );
      },
    );
  });
}

test("all five ways of asking agree, whatever the policy and the request", async () => {
  const { accessPolicies, apiTokens } = server.calls;
  const { apiToken, secret } = await apiTokens.CreateApiToken(
    { apiToken: { scopes: ["read"] } },
    admin.metadata,
  );
  authorization = String(basic(admin.adminEmail, secret).get("authorization")[0]);
  const made = await accessPolicies.CreateAccessPolicy({ accessPolicy: { name: "tried" } }, admin.metadata);
  const id = made.accessPolicy?.id ?? "";
  const target = { apiTokenId: apiToken?.id ?? "" };
  await accessPolicies.AttachAccessPolicy({ id, target }, admin.metadata);
  const seen = new Set<number>();
  for (const statements of policiesToTry) {
    const update = { accessPolicy: { id, statements }, updateMask: { paths: ["statements"] } };
    const version = (await accessPolicies.UpdateAccessPolicy(update, admin.metadata)).accessPolicy
      ?.latestVersion;
    await accessPolicies.EnforceAccessPolicy({ id, version: version ?? 0 }, admin.metadata);
    const { store } = server.environment;
    await eventually(() => expect(verifier.position).toBeGreaterThanOrEqual(store.position()));
    for (const question of questions) {
      const told = await askEveryWay(question);
      const { unary } = told;
      expect(told, JSON.stringify({ statements, question })).toEqual(
        Object.fromEntries(Object.keys(told).map((way) => [way, unary])),
      );
      seen.add(unary?.status ?? 0);
    }
  }
  expect([...seen].sort()).toEqual([200, 403]);
}, 120_000);

test("a header that asks for another method counts against a request, through whichever proxy it comes", async () => {
  const { accessPolicies, apiTokens } = server.calls;
  const statements = [
    { effect: "ACCESS_POLICY_EFFECT_ALLOW" as const },
    { effect: "ACCESS_POLICY_EFFECT_DENY" as const, methods: ["DELETE"] },
  ];
  const accessPolicy = { name: "no-delete", statements };
  const id =
    (await accessPolicies.CreateAccessPolicy({ accessPolicy }, admin.metadata)).accessPolicy?.id ?? "";
  await accessPolicies.EnforceAccessPolicy({ id, version: 1 }, admin.metadata);
  const { secret } = await apiTokens.CreateApiToken({ apiToken: { accessPolicyIds: [id] } }, admin.metadata);
  authorization = String(basic(admin.adminEmail, secret).get("authorization")[0]);
  const question = { method: "POST", path: "/tickets/1", sourceIp: "192.0.2.7" };
  for (const [headers, status] of [
    [{}, 200],
    [{ "x-http-method-override": "POST" }, 200],
    [{ "x-http-method-override": "DELETE" }, 403],
    [{ "x-method-override": "DELETE" }, 403],
    [{ x_http_method: "DELETE" }, 403],
  ] as const) {
    expect((await askAsProxy(question, headers)).status, JSON.stringify(headers)).toBe(status);
    expect((await askAsEnvoy(question, headers)).status, JSON.stringify(headers)).toBe(status);
  }
});

test("a policy that is enforced, changed or detached holds at once for a verifier", async () => {
  const { accessPolicies, apiTokens } = server.calls;
  const statements = [{ effect: "ACCESS_POLICY_EFFECT_ALLOW" as const, paths: ["/tickets/**"] }];
  const accessPolicy = { name: "fed", statements };
  const made = await accessPolicies.CreateAccessPolicy({ accessPolicy }, admin.metadata);
  const id = made.accessPolicy?.id ?? "";
  const { apiToken, secret } = await apiTokens.CreateApiToken(
    { apiToken: { accessPolicyIds: [id] } },
    admin.metadata,
  );
  const header = String(basic(admin.adminEmail, secret).get("authorization")[0]);
  const ask = () =>
    verifier.check({ authorization: header, method: "GET", path: "/reports", sourceIp: "192.0.2.1" });
  await eventually(() => expect(ask()).toMatchObject({ status: 200 }));
  await accessPolicies.EnforceAccessPolicy({ id, version: 1 }, admin.metadata);
  await eventually(() =>
    expect(ask()).toMatchObject({
      status: 403,
      missingScopes: [],
      policyDenial: { accessPolicyId: id, description: "No statement allows it." },
    }),
  );
  await accessPolicies.DetachAccessPolicy({ id, target: { apiTokenId: apiToken?.id ?? "" } }, admin.metadata);
  await eventually(() => expect(ask()).toMatchObject({ status: 200 }));
  await accessPolicies.AttachAccessPolicy({ id, target: { role: "ROLE_END_USER" } }, admin.metadata);
  await eventually(() => expect(ask()).toMatchObject({ status: 200 }));
});

test("a proxy whose service does not keep fields back gets no request passed that fields are to be kept back from", async () => {
  const { accessPolicies, apiTokens } = server.calls;
  const statements = [{ effect: "ACCESS_POLICY_EFFECT_ALLOW" as const, responseFields: ["ticket.id"] }];
  const made = await accessPolicies.CreateAccessPolicy(
    { accessPolicy: { name: "partly", statements } },
    admin.metadata,
  );
  const id = made.accessPolicy?.id ?? "";
  await accessPolicies.EnforceAccessPolicy({ id, version: 1 }, admin.metadata);
  const { secret } = await apiTokens.CreateApiToken({ apiToken: { accessPolicyIds: [id] } }, admin.metadata);
  const headers = {
    authorization: String(basic(admin.adminEmail, secret).get("authorization")[0]),
    "x-forwarded-method": "GET",
    "x-forwarded-uri": "/tickets/1",
  };
  const check = (query: string) =>
    fetch(`${server.httpAddress}/authz/check?account=acme${query}`, { headers });
  expect((await check("")).status).toBe(403);
  const told = await check("&fields=enforced");
  expect(told.status).toBe(200);
  expect(told.headers.get("latchkey-response-fields")).toBe('{"allowed":[["ticket.id"]],"removed":[]}');
});
