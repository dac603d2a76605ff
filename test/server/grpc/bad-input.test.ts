import * as http2 from "node:http2";
import { type Client, Metadata, type ServiceError, status } from "@grpc/grpc-js";
import type { MethodDefinition } from "@grpc/proto-loader";
import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { packageDefinition } from "../../../proto/load.js";
import {
  authorization,
  basic,
  detailsOf,
  type SignedUp,
  startServer,
  type TestServer,
} from "../../support/running-server.js";
import { IS_LONG, SEED } from "../../support/test-environment.js";

type Method = MethodDefinition<object, object>;

const METHODS = Object.entries(packageDefinition)
  .filter(([name]) => /^latchkey\.v1\.\w+Service$/.test(name))
  .flatMap(([, service]) => Object.values(service as Record<string, Method>));

const RUNS = IS_LONG ? Math.ceil(100_000 / METHODS.length) : 60;
const TIMEOUT_MS = IS_LONG ? 3_600_000 : 300_000;
const DEADLINE_MS = 20_000;

/** What nothing that a caller sends may lead to: a fault, or no answer in good time. */
const FAULTS = ["INTERNAL", "UNKNOWN", "DEADLINE_EXCEEDED", "CANCELLED", "DATA_LOSS", "UNIMPLEMENTED"];

let server: TestServer;
let admin: SignedUp;
let tokenId: string;
let etag: string;

beforeAll(async () => {
  server = await startServer({ foundations: { flushEveryMs: 3_600_000, sweepEveryMs: 3_600_000 } });
  admin = await server.signUp();
  await server.calls.settings.UpdateSettings(
    { settings: { apiTokenAccess: true }, updateMask: { paths: ["api_token_access"] } },
    admin.metadata,
  );
  const made = await server.calls.apiTokens.CreateApiToken({ apiToken: {} }, admin.metadata);
  tokenId = made.apiToken?.id ?? "";
  etag = made.apiToken?.etag ?? "";
  const input = { apiToken: { id: tokenId, description: "changed" }, updateMask: { paths: ["description"] } };
  await server.calls.apiTokens.UpdateApiToken(input, admin.metadata);
});
afterAll(() => server.stop());

interface Answer {
  readonly code: string;
  readonly error: ServiceError | undefined;
}

/** Sends bytes to a method, whatever they are; a stream is read up to its first message. */
function send(
  client: Client,
  { path, responseStream }: Method,
  bytes: Buffer,
  metadata: Metadata,
): Promise<Answer> {
  return new Promise((resolve) => {
    const keep = (given: Buffer) => given;
    const options = { deadline: Date.now() + DEADLINE_MS };
    const end = (error: ServiceError | null) =>
      resolve({ code: status[error?.code ?? 0] as string, error: error ?? undefined });
    if (!responseStream) {
      client.makeUnaryRequest(path, keep, keep, bytes, metadata, options, end);
      return;
    }
    const stream = client.makeServerStreamRequest(path, keep, keep, bytes, metadata, options);
    stream.once("data", () => {
      end(null);
      stream.cancel();
    });
    stream.on("error", end);
  });
}

function sendMessage(name: string, request: object, metadata = admin.metadata): Promise<Answer> {
  const method = methodOf(name);
  return send(server.calls.client, method, method.requestSerialize(request), metadata);
}

function methodOf(name: string): Method {
  const method = METHODS.find(({ path }) => path.endsWith(`/${name}`));
  if (method === undefined) throw new Error(`There is no method ${name}.`);
  return method;
}

/** Everything that could have been changed. */
async function readAll() {
  const { calls } = server;
  return [
    await calls.settings.GetSettings({}, admin.metadata),
    await calls.users.ListUsers({ pageSize: 200 }, admin.metadata),
    await calls.apiTokens.ListApiTokens({ pageSize: 200 }, admin.metadata),
    await calls.oauthClients.ListOAuthClients({ pageSize: 200 }, admin.metadata),
  ];
}

function faultsLogged(): string[] {
  return server.log.filter((line) => /"level":"(error|fatal)"/.test(line));
}

const LONG = "x".repeat(300_000);

/** A request, the status it is refused with, and the field that is named. */
const REFUSED: [method: string, request: object, code: string, field: string][] = [
  ["CreateApiToken", {}, "INVALID_ARGUMENT", "api_token"],
  ["CreateApiToken", { apiToken: { description: LONG } }, "INVALID_ARGUMENT", "api_token.description"],
  ["CreateApiToken", { apiToken: { boundUserId: LONG } }, "INVALID_ARGUMENT", "api_token.bound_user_id"],
  ["CreateApiToken", { apiToken: { scopes: [LONG] } }, "INVALID_ARGUMENT", "api_token.scopes[0]"],
  [
    "CreateApiToken",
    { apiToken: { scopes: Array(100_000).fill("x") } },
    "INVALID_ARGUMENT",
    "api_token.scopes",
  ],
  ["CreateApiToken", { apiToken: { ipAllowList: [LONG] } }, "INVALID_ARGUMENT", "api_token.ip_allow_list[0]"],
  [
    "CreateApiToken",
    { apiToken: { expireTime: { seconds: 1, nanos: 0 } } },
    "INVALID_ARGUMENT",
    "api_token.expire_time",
  ],
  [
    "CreateApiToken",
    { apiToken: { expireTime: { seconds: 9e15, nanos: 0 } } },
    "INVALID_ARGUMENT",
    "api_token.expire_time",
  ],
  [
    "CreateApiToken",
    { apiToken: { expireTime: { seconds: 4e9, nanos: -1 } } },
    "INVALID_ARGUMENT",
    "api_token.expire_time",
  ],
  ["CreateApiToken", { apiToken: {}, requestId: LONG }, "INVALID_ARGUMENT", "request_id"],
  ["UpdateApiToken", { updateMask: { paths: ["*"] } }, "INVALID_ARGUMENT", "api_token"],
  ["UpdateApiToken", { apiToken: { id: "tok" } }, "INVALID_ARGUMENT", "update_mask"],
  [
    "UpdateApiToken",
    { apiToken: { id: "tok" }, updateMask: { paths: ["secret_hint"] } },
    "INVALID_ARGUMENT",
    "update_mask",
  ],
  [
    "UpdateApiToken",
    { apiToken: { id: "tok" }, updateMask: { paths: [LONG] } },
    "INVALID_ARGUMENT",
    "update_mask",
  ],
  ["BatchDeleteApiTokens", {}, "INVALID_ARGUMENT", "ids"],
  ["BatchDeleteApiTokens", { ids: ["a", "a"] }, "INVALID_ARGUMENT", "ids"],
  ["BatchDeleteApiTokens", { ids: Array(100_000).fill("a") }, "INVALID_ARGUMENT", "ids"],
  ["ListApiTokens", { pageSize: -1 }, "INVALID_ARGUMENT", "page_size"],
  ["ListApiTokens", { pageToken: "foreign" }, "INVALID_ARGUMENT", "page_token"],
  ["ListApiTokens", { pageToken: LONG }, "INVALID_ARGUMENT", "page_token"],
  ["ListApiTokens", { filter: "(" }, "INVALID_ARGUMENT", "filter"],
  ["ListApiTokens", { filter: LONG }, "INVALID_ARGUMENT", "filter"],
  ["ListApiTokens", { orderBy: "secret" }, "INVALID_ARGUMENT", "order_by"],
  ["ListApiTokens", { orderBy: LONG }, "INVALID_ARGUMENT", "order_by"],
  ["ListUsers", { filter: "password = x" }, "INVALID_ARGUMENT", "filter"],
  ["ListUsers", { pageToken: "MS4wLjA" }, "INVALID_ARGUMENT", "page_token"],
  ["ListAuditEvents", { orderBy: "action" }, "INVALID_ARGUMENT", "order_by"],
  ["ListAuditEvents", { pageToken: "é" }, "INVALID_ARGUMENT", "page_token"],
  ["WatchAuditEvents", { filter: "'" }, "INVALID_ARGUMENT", "filter"],
  ["CreateUser", {}, "INVALID_ARGUMENT", "user"],
  ["CreateUser", { user: { email: "x@y" } }, "INVALID_ARGUMENT", "user.role"],
  ["CreateUser", { user: { email: "x@y", role: 99 } }, "INVALID_ARGUMENT", "user.role"],
  ["CreateUser", { user: { email: "x@y", role: -1 } }, "INVALID_ARGUMENT", "user.role"],
  ["CreateUser", { user: { email: LONG, role: 1 } }, "INVALID_ARGUMENT", "user.email"],
  ["CreateUser", { user: { email: "x@y", role: 1, name: LONG } }, "INVALID_ARGUMENT", "user.name"],
  ["CreateUser", { user: { email: "x@y", role: 1 }, password: LONG }, "INVALID_ARGUMENT", "password"],
  ["CreateUser", { user: { email: "admin@acme.example", role: 1 } }, "ALREADY_EXISTS", "user.email"],
  ["UpdateUser", { user: { role: 77 }, updateMask: { paths: ["role"] } }, "INVALID_ARGUMENT", "user.role"],
  ["SetPassword", { newPassword: LONG }, "INVALID_ARGUMENT", "new_password"],
  [
    "SetPassword",
    { newPassword: "0123456789", currentPassword: LONG },
    "UNAUTHENTICATED",
    "current_password",
  ],
  ["UpdateSettings", { updateMask: { paths: ["*"] } }, "INVALID_ARGUMENT", "settings"],
  ["UpdateSettings", { settings: {} }, "INVALID_ARGUMENT", "update_mask"],
  [
    "UpdateSettings",
    { settings: { etag: '"zz"' }, updateMask: { paths: ["oauth_access"] } },
    "ABORTED",
    "etag",
  ],
  [
    "UpdateSettings",
    { settings: { ipAllowList: ["203.0.113.1"] }, updateMask: { paths: ["ip_allow_list"] } },
    "INVALID_ARGUMENT",
    "settings.ip_allow_list",
  ],
  [
    "UpdateSettings",
    {
      settings: { accessTokenLifetimeSeconds: -1 },
      updateMask: { paths: ["access_token_lifetime_seconds"] },
    },
    "INVALID_ARGUMENT",
    "settings.access_token_lifetime_seconds",
  ],
  ["CreateOAuthClient", {}, "INVALID_ARGUMENT", "oauth_client"],
  ["CreateOAuthClient", { oauthClient: { name: "x" } }, "INVALID_ARGUMENT", "oauth_client.kind"],
  ["CreateOAuthClient", { oauthClient: { name: "x", kind: 9 } }, "INVALID_ARGUMENT", "oauth_client.kind"],
  ["CreateOAuthClient", { oauthClient: { name: LONG, kind: 1 } }, "INVALID_ARGUMENT", "oauth_client.name"],
  [
    "CreateOAuthClient",
    { oauthClient: { name: "x", kind: 1, identifier: LONG } },
    "INVALID_ARGUMENT",
    "oauth_client.identifier",
  ],
  [
    "CreateOAuthClient",
    { oauthClient: { name: "x", kind: 1, redirectUris: Array(100_000).fill("x") } },
    "INVALID_ARGUMENT",
    "oauth_client.redirect_uris",
  ],
  [
    "CreateOAuthClient",
    { oauthClient: { name: "x", kind: 1, redirectUris: [LONG] } },
    "INVALID_ARGUMENT",
    "oauth_client.redirect_uris[0]",
  ],
  [
    "CreateOAuthClient",
    { oauthClient: { name: "x", kind: 1, allowedGrantTypes: [77] } },
    "INVALID_ARGUMENT",
    "oauth_client.allowed_grant_types[0]",
  ],
  ["UpdateOAuthClient", { oauthClient: { id: "ocl" } }, "INVALID_ARGUMENT", "update_mask"],
  ["RotateOAuthClientSecret", { overlap: { seconds: -1, nanos: 0 } }, "INVALID_ARGUMENT", "overlap"],
  ["RotateOAuthClientSecret", { overlap: { seconds: 1, nanos: 5 } }, "INVALID_ARGUMENT", "overlap"],
  ["RotateOAuthClientSecret", { overlap: { seconds: 9e15, nanos: 0 } }, "INVALID_ARGUMENT", "overlap"],
  ["ListOAuthClients", { filter: "secret = x" }, "INVALID_ARGUMENT", "filter"],
  ["CreateAccessToken", { lifetime: { seconds: 600, nanos: 1 } }, "INVALID_ARGUMENT", "lifetime"],
  ["ListAccessTokens", { orderBy: "scopes" }, "INVALID_ARGUMENT", "order_by"],
  ["BatchRevokeAccessTokens", {}, "INVALID_ARGUMENT", "ids"],
  ["BatchRevokeAccessTokens", { ids: ["a"], userId: "b" }, "INVALID_ARGUMENT", "ids"],
  ["BatchRevokeAccessTokens", { ids: Array(100_000).fill("a") }, "INVALID_ARGUMENT", "ids"],
  ["Authenticate", { requiredScopes: Array(101).fill("read") }, "INVALID_ARGUMENT", "required_scopes"],
  ["Authenticate", { method: LONG }, "INVALID_ARGUMENT", "method"],
  ["Authenticate", { path: LONG }, "INVALID_ARGUMENT", "path"],
  ["Authenticate", { sourceIp: LONG }, "INVALID_ARGUMENT", "source_ip"],
];

describe("a request that is wrong", () => {
  test.each(REFUSED.map((row, index) => [row[0], row[3], index] as const))(
    "%s is refused, naming %s (%d)",
    async (name, field, index) => {
      const [, request, code] = REFUSED[index] as (typeof REFUSED)[number];
      const before = await readAll();
      const answer = await sendMessage(name, request);
      expect([answer.code, detailsOf(answer.error).fields]).toEqual([code, [field]]);
      const { details, metadata } = answer.error as ServiceError;
      const trailers = JSON.stringify(metadata.toJSON()).length + details.length;
      // Some clients take no more than 8 KiB of trailers.
      expect(trailers).toBeLessThan(8_192);
      expect(await readAll()).toEqual(before);
    },
  );

  test("a stale etag is refused by every call that takes one", async () => {
    const stale = { id: tokenId, etag };
    const oauthClient = { name: "made", kind: "CLIENT_KIND_CONFIDENTIAL" } as const;
    const made = await server.calls.oauthClients.CreateOAuthClient({ oauthClient }, admin.metadata);
    const staleClient = { id: made.oauthClient?.id ?? "", etag: "stale" };
    for (const [name, request] of [
      ["UpdateApiToken", { apiToken: stale, updateMask: { paths: ["description"] } }],
      ["DeactivateApiToken", stale],
      ["ReactivateApiToken", stale],
      ["DeleteApiToken", stale],
      ["UpdateOAuthClient", { oauthClient: staleClient, updateMask: { paths: ["name"] } }],
      ["RotateOAuthClientSecret", staleClient],
      ["RetireOAuthClientSecret", staleClient],
      ["EnableOAuthClient", staleClient],
      ["DisableOAuthClient", staleClient],
      ["DeleteOAuthClient", staleClient],
      ["DeleteUser", { id: admin.adminUserId, etag: "stale" }],
      ["UpdateUser", { user: { id: admin.adminUserId, etag: "stale" }, updateMask: { paths: ["name"] } }],
    ] as const) {
      const before = await readAll();
      const answer = await sendMessage(name, request);
      expect([name, answer.code, detailsOf(answer.error).fields]).toEqual([name, "ABORTED", ["etag"]]);
      expect(await readAll()).toEqual(before);
    }
  });

  test("an id that is none, however long, is not found, in an answer that any client takes", async () => {
    for (const id of [
      "",
      "x",
      LONG,
      "/",
      "%",
      "\u{1f600}".repeat(50_000),
      "tok_\u0000",
      "../settings/acme",
    ]) {
      for (const [name, request] of [
        ["GetUser", { id }],
        ["DeleteUser", { id }],
        ["GetApiToken", { id }],
        ["DeleteApiToken", { id }],
        ["DeactivateApiToken", { id }],
        ["BatchDeleteApiTokens", { ids: [id] }],
        ["GetOAuthClient", { id }],
        ["DisableOAuthClient", { id }],
        ["DeleteOAuthClient", { id, validateOnly: true }],
        ["GetAccessToken", { id }],
        ["RevokeAccessToken", { id }],
        ["BatchRevokeAccessTokens", { ids: [id] }],
        ["BatchRevokeAccessTokens", { clientId: id || "x" }],
        ["BatchRevokeAccessTokens", { userId: id || "x" }],
        ["ListAccessTokens", { clientId: id || "x" }],
        ["FindToken", { value: id }],
        ["UpdateUser", { user: { id, name: "x" }, updateMask: { paths: ["name"] } }],
        ["WatchAuditEvents", { afterId: id || "x" }],
        ["GetAccount", { accountId: id || "x" }],
      ] as const) {
        const answer = await sendMessage(name, request);
        expect([name, answer.code]).toEqual([name, "NOT_FOUND"]);
        expect(JSON.stringify(answer.error?.metadata.toJSON()).length).toBeLessThan(8_192);
      }
    }
  });

  test("a wrong password is refused, and told apart from nothing", async () => {
    const answers: unknown[] = [];
    for (const request of [
      { accountId: "acme", email: "admin@acme.example", password: "wrong" },
      { accountId: "acme", email: "nobody@acme.example", password: "wrong" },
      { accountId: "nowhere", email: "admin@acme.example", password: "wrong" },
      { accountId: "acme", email: "\u{1f600}".repeat(120), password: "wrong" },
    ]) {
      const { code, error } = await sendMessage("SignIn", request, new Metadata());
      answers.push([code, error?.details, detailsOf(error).reason]);
    }
    expect(answers[0]).toEqual(["UNAUTHENTICATED", expect.any(String), "SIGN_IN_REFUSED"]);
    for (const answer of answers) expect(answer).toEqual(answers[0]);
  });
});

describe("a credential that is none", () => {
  const good = () => admin.metadata.get("authorization")[0] as string;

  test("is refused, whatever it looks like", async () => {
    const shapes = [
      "",
      " ",
      "Bearer",
      "Bearer ",
      "Basic",
      "Basic Og==",
      "Basic !!!!",
      "Digest x",
      `Bearer${good().slice(7)}`,
      `${good()}x`,
      good().slice(0, -1),
      good().replace("lks_", "lka_"),
      `${good()}, ${good()}`,
      `${good()},`,
      `Basic ${Buffer.from(`admin@acme.example:${admin.adminPassword}`).toString("base64")}`,
      `Basic ${Buffer.from(`admin@acme.example/token:${good().slice(7)}`).toString("base64")}`,
      "x".repeat(7_000),
    ];
    for (const value of shapes) {
      const answer = await sendMessage("GetSettings", {}, authorization(value));
      expect([value, answer.code]).toEqual([value, "UNAUTHENTICATED"]);
    }
  });

  test("is refused by open calls too", async () => {
    expect((await sendMessage("GetSetupState", {}, authorization("Bearer x"))).code).toBe("UNAUTHENTICATED");
  });

  test(
    "never is a fault, whatever its characters",
    async () => {
      const text = fc.string({ unit: fc.constantFrom(...printable()), maxLength: 200 });
      const scheme = fc.constantFrom("Bearer ", "Basic ", "basic  ", "");
      await fc.assert(
        fc.asyncProperty(scheme, text, async (start, rest) => {
          const { code } = await sendMessage("GetSettings", {}, authorization(start + rest));
          expect(code).toBe("UNAUTHENTICATED");
        }),
        { seed: SEED, numRuns: IS_LONG ? 20_000 : 300 },
      );
      expect(faultsLogged()).toEqual([]);
    },
    TIMEOUT_MS,
  );
});

function printable(): string[] {
  return Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index));
}

describe("bytes", () => {
  const wild = fc.uint8Array({ maxLength: 120 }).map((bytes) => Buffer.from(bytes));
  /** Fields with numbers, wire types and lengths of every kind, true and untrue. */
  const fieldish = fc
    .array(
      fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 0, max: 7 }), fc.nat({ max: 40 }), wild),
      { maxLength: 6 },
    )
    .map((fields) =>
      Buffer.concat(
        fields.map(([number, type, length, bytes]) =>
          Buffer.concat([Buffer.from([(number << 3) | type, length]), bytes.subarray(0, length)]),
        ),
      ),
    );

  // Signing out takes any bytes for its empty message, and would end the session the others need.
  const methods = METHODS.filter(({ path }) => !path.endsWith("/SignOut"));
  /** A password that is refused is an event, and so is a call that an administrator may not make. */
  const toldWhenRefused = [
    ...["SignIn", "SetPassword", "CreateAccount", "ListAccounts", "SetOAuthClientGlobal"],
    ...["GetCurrentAccessToken", "RevokeCurrentAccessToken"],
  ];

  test.each(methods.map((method) => [method.path.split("/").at(-1) as string, method] as const))(
    "of any kind never are a fault of %s, and change nothing where they are refused",
    async (name, method) => {
      const { store } = server.environment;
      await fc.assert(
        fc.asyncProperty(fc.oneof(wild, fieldish), async (bytes) => {
          const position = store.position();
          const { code } = await send(server.calls.client, method, bytes, admin.metadata);
          expect(FAULTS).not.toContain(code);
          if (code !== "OK" && !toldWhenRefused.includes(name)) expect(store.position()).toBe(position);
        }),
        { seed: SEED, numRuns: RUNS },
      );
      expect(faultsLogged()).toEqual([]);
    },
    TIMEOUT_MS,
  );

  test("that are no message are refused as such", async () => {
    for (const bytes of [[0x08], [0x0a, 0xff], [0x0a, 0xff, 0xff, 0xff, 0xff, 0x0f], [0x0f], [0x0b, 0x0b]]) {
      const answer = await send(
        server.calls.client,
        methodOf("CreateApiToken"),
        Buffer.from(bytes),
        admin.metadata,
      );
      expect([bytes, answer.code]).toEqual([bytes, "INVALID_ARGUMENT"]);
    }
  });

  test("of a message nested a thousand deep are no fault", async () => {
    let bytes = Buffer.alloc(0);
    for (let depth = 0; depth < 1_000; depth++) {
      const length = [(bytes.length & 0x7f) | 0x80, bytes.length >> 7];
      bytes = Buffer.concat([Buffer.from([0x0a, ...length]), bytes]);
    }
    const answer = await send(server.calls.client, methodOf("CreateUser"), bytes, admin.metadata);
    expect(FAULTS).not.toContain(answer.code);
  });

  test("beyond the limit of a message are refused", async () => {
    const request = { filter: "x".repeat(server.config.maxMessageBytes + 1) };
    expect((await sendMessage("ListApiTokens", request)).code).toBe("RESOURCE_EXHAUSTED");
    expect((await sendMessage("GetSettings", {})).code).toBe("OK");
  });
});

describe("messages made up from the contract", () => {
  interface Field {
    readonly name: string;
    readonly type: string;
    readonly label: string;
    readonly typeName: string;
  }
  const messages = new Map<string, readonly Field[]>();
  const collect = (prefix: string, type: { name: string; field: Field[]; nestedType?: never[] }) => {
    messages.set(`${prefix}.${type.name}`, type.field);
  };
  for (const [name, definition] of Object.entries(packageDefinition)) {
    if (!("type" in definition) || !("field" in (definition.type as object))) continue;
    collect(name.split(".").slice(0, -1).join("."), definition.type as { name: string; field: Field[] });
  }

  const texts = fc.oneof(
    fc.string({ unit: "binary", maxLength: 40 }),
    fc.constantFrom(
      ..."acme|admin@acme.example|*|name|role|read|users:read|create_time desc|10.0.0.0/8|état|ROLE_ADMIN".split(
        "|",
      ),
      "state = ACTIVE",
      "3f0c6f5e-0b0e-4b54-9e39-0d5c2e3b8f11",
    ),
  );
  const numbers = fc.constantFrom(0, 1, -1, 2, 3, 200, 2_147_483_647, -2_147_483_648);

  function fieldValue(field: Field, scope: string, depth: number): fc.Arbitrary<unknown> {
    const kind = field.type;
    if (kind === "TYPE_STRING") return texts;
    if (kind === "TYPE_BOOL") return fc.boolean();
    if (kind !== "TYPE_MESSAGE") return numbers;
    const name = field.typeName.includes(".")
      ? field.typeName.replace(/^\./, "")
      : `${scope}.${field.typeName}`;
    return messageOf(name, depth + 1);
  }

  function messageOf(name: string, depth = 0): fc.Arbitrary<object> {
    const fields = messages.get(name) ?? [];
    if (depth > 3) return fc.constant({});
    const scope = name.split(".").slice(0, -1).join(".");
    const model = Object.fromEntries(
      fields.map((field) => {
        const value = fieldValue(field, scope, depth);
        return [field.name, field.label === "LABEL_REPEATED" ? fc.array(value, { maxLength: 4 }) : value];
      }),
    );
    return fc.record(model, { requiredKeys: [] });
  }

  test("the contract's messages are known here", () => {
    expect(messages.get("latchkey.v1.CreateUserRequest")?.map(({ name }) => name)).toEqual([
      "user",
      "password",
      "requestId",
    ]);
    expect(messages.has("google.protobuf.Timestamp")).toBe(true);
  });

  test.each(METHODS.map((method) => [method.path.split("/").at(-1) as string, method] as const))(
    "never are a fault of %s",
    async (_, method) => {
      const requestName = `latchkey.v1.${(method.requestType.type as { name: string }).name}`;
      await fc.assert(
        fc.asyncProperty(messageOf(requestName), async (request) => {
          const bytes = method.requestSerialize(request);
          // Another session each time would be as good: what is left of it does not matter here.
          const { code } = await send(server.calls.client, method, bytes, throwaway);
          expect(FAULTS).not.toContain(code);
        }),
        { seed: SEED, numRuns: RUNS },
      );
      expect(faultsLogged()).toEqual([]);
    },
    TIMEOUT_MS,
  );

  let throwaway: Metadata;
  beforeAll(async () => {
    // An administrator of another account, which may be changed beyond recognition.
    const { metadata, adminEmail } = await server.signUp({ accountId: "scratch" });
    const request = { settings: { apiTokenAccess: true }, updateMask: { paths: ["api_token_access"] } };
    await server.calls.settings.UpdateSettings(request, metadata);
    const { secret } = await server.calls.apiTokens.CreateApiToken({ apiToken: {} }, metadata);
    throwaway = basic(adminEmail, secret);
  });
});

describe("below gRPC", () => {
  /** Sends a raw HTTP/2 request; answers the status and grpc-status that came, once the stream has closed. */
  function sendRaw(headers: http2.OutgoingHttpHeaders, body: Buffer): Promise<Record<string, unknown>> {
    return new Promise((resolve, reject) => {
      const session = http2.connect(`http://${server.address}`);
      session.once("error", reject);
      const stream = session.request({
        ":method": "POST",
        ":path": "/latchkey.v1.SettingsService/GetSettings",
        "content-type": "application/grpc",
        te: "trailers",
        ...headers,
      });
      const told: Record<string, unknown> = {};
      stream.on("response", (given) => Object.assign(told, given));
      stream.on("trailers", (given) => Object.assign(told, given));
      stream.on("data", () => undefined);
      stream.on("error", () => undefined);
      stream.once("close", () => {
        session.destroy();
        resolve(told);
      });
      stream.end(body);
    });
  }

  const EMPTY_MESSAGE = Buffer.from([0, 0, 0, 0, 0]);

  test("odd headers and torn frames end in an answer, and the server goes on", async () => {
    const good = admin.metadata.get("authorization")[0] as string;
    const tries: [http2.OutgoingHttpHeaders, Buffer, string | undefined][] = [
      [{ authorization: good }, EMPTY_MESSAGE, "0"],
      [{ authorization: `${good}\u00ff` }, EMPTY_MESSAGE, "16"],
      [{ authorization: "\u00e9".repeat(500) }, EMPTY_MESSAGE, "16"],
      [{ authorization: good, "grpc-timeout": "banana" }, EMPTY_MESSAGE, undefined],
      [{ authorization: good, "grpc-encoding": "nonsense" }, Buffer.from([1, 0, 0, 0, 1, 0]), undefined],
      [{ authorization: good, "content-type": "text/plain" }, EMPTY_MESSAGE, undefined],
      [{ authorization: good, ":path": "/latchkey.v1.SettingsService/Nothing" }, EMPTY_MESSAGE, "12"],
      [{ authorization: good, ":path": `/${"x".repeat(5_000)}` }, EMPTY_MESSAGE, "12"],
      [{ authorization: good }, Buffer.from([0, 0, 0, 0, 9, 1]), undefined],
      [{ authorization: good }, Buffer.from([0, 255, 255, 255, 255]), undefined],
      [{ authorization: good }, Buffer.alloc(0), undefined],
      [{ authorization: good }, Buffer.concat([EMPTY_MESSAGE, EMPTY_MESSAGE]), undefined],
    ];
    for (const [index, [headers, body, expected]] of tries.entries()) {
      const told = await sendRaw(headers, body);
      if (expected !== undefined) expect([index, told["grpc-status"]]).toEqual([index, expected]);
    }
    expect((await sendMessage("GetSettings", {})).code).toBe("OK");
    expect(faultsLogged()).toEqual([]);
  });
});
