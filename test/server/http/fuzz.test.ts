import { once } from "node:events";
import { connect } from "node:net";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { TestClient } from "../../support/oauth.js";
import { CHALLENGE, REDIRECT_URI, VERIFIER } from "../../support/oauth.js";
import { type OAuthServer, startOAuthServer } from "../../support/oauth-server.js";
import { IS_LONG, SEED } from "../../support/test-environment.js";

let server: OAuthServer;
let client: TestClient;
let open: TestClient;

beforeAll(async () => {
  server = await startOAuthServer();
  client = await server.makeClient({ identifier: "confidential" });
  open = await server.makeClient({ identifier: "public", kind: "PUBLIC" });
  expect([client, open].map((made) => made.client.identifier)).toEqual(["confidential", "public"]);
});
afterAll(() => server.stop());

const RUNS = IS_LONG ? 100_000 : 400;
const TIMEOUT_MS = IS_LONG ? 3_600_000 : 120_000;

/** Every parameter that any endpoint knows. */
const NAMES = [
  "grant_type client_id client_secret code redirect_uri code_verifier refresh_token device_code scope expires_in",
  "refresh_token_expires_in token token_type_hint response_type state code_challenge code_challenge_method user_code",
  "lang ui_locales form_key decision email password __proto__ constructor",
].flatMap((line) => line.split(" "));

/** What makes sense somewhere; no secret that is good. */
const VALUES = [
  "authorization_code refresh_token client_credentials urn:ietf:params:oauth:grant-type:device_code password code token",
  `confidential public nobody ${REDIRECT_URI} ${VERIFIER} ${CHALLENGE} S256 plain tickets:read read allow deny fr en`,
  "lko_000000000000000000000000000000000000 lkr_000000000000000000000000000000000000 BCDF-GHJK 600 -1 1e400 acme",
].flatMap((line) => line.split(" "));

const ATTACKS = [
  "\r\nset-cookie: a=b",
  "https://evil.example/",
  "//evil.example",
  "javascript:alert(1)",
  "<script>alert(1)</script>",
  "%0d%0alocation:x",
  "\u0000",
  "\ud800",
  "é\u202e",
  "../../etc/passwd",
  "a".repeat(5_000),
];

const value = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...VALUES) },
  { weight: 2, arbitrary: fc.constantFrom(...ATTACKS) },
  fc.string({ unit: "binary", maxLength: 60 }),
);
const name = fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...NAMES) }, fc.string({ maxLength: 8 }));
const pairs = fc.array(fc.tuple(name, value), { maxLength: 12 });
const query = fc.oneof(
  pairs.map((list) => new URLSearchParams(list).toString()),
  fc.string({ maxLength: 80 }).map(encodeURI),
);
const path = fc
  .tuple(
    fc.constantFrom("acme", "acme", "acme", "nowhere", "ACME", "a", "%61cme", "acme%00", "acme%2f.."),
    fc.constantFrom(
      ...["oauth/tokens", "oauth/revoke", "oauth/introspect", "oauth/device_authorization", "oauth/device"],
      ...[
        "oauth/authorizations/new",
        "oauth/authorizations/new/sign-in",
        "oauth/authorizations/new/sign-out",
      ],
      ...["oauth/device/sign-in", "oauth/device/approved", "oauth/tokens/", "oauth//tokens", "oauth", ""],
    ),
  )
  .map(([account, rest]) => `/${account}/${rest}`);
const body = fc.oneof(
  { weight: 4, arbitrary: pairs.map((list) => new URLSearchParams(list).toString()) },
  { weight: 2, arbitrary: pairs.map((list) => JSON.stringify(Object.fromEntries(list))) },
  fc.json(),
  fc.string({ unit: "binary", maxLength: 200 }),
);
const basic = fc
  .tuple(value, value)
  .map((pair) => `Basic ${Buffer.from(pair.map(encodeForm).join(":")).toString("base64")}`);
const authorization = fc.option(
  fc.oneof(
    basic,
    fc.base64String().map((text) => `Basic ${text}`),
    value.map((text) => `Bearer ${encodeForm(text)}`),
    fc.string({ maxLength: 60 }),
  ),
  { nil: undefined },
);
const requests = fc.record({
  method: fc.constantFrom("GET", "POST", "POST", "POST", "PUT", "OPTIONS", "DELETE", "HEAD"),
  target: fc.tuple(path, query).map(([place, asked]) => `${place}?${asked}`),
  type: fc.constantFrom(
    "application/x-www-form-urlencoded",
    "application/x-www-form-urlencoded; charset=iso-8859-1",
    "application/json",
    "multipart/form-data; boundary=x",
    "",
  ),
  body,
  authorization,
  cookie: fc.option(
    value.map((text) => `latchkey-session-acme=${encodeForm(text)}; latchkey-form-acme=${encodeForm(text)}`),
    { nil: undefined },
  ),
  language: fc.option(fc.string({ maxLength: 40 }), { nil: undefined }),
});

test(
  `whatever is asked, the answer is no 500, gives nothing out and leads nowhere else (seed ${SEED})`,
  async () => {
    await fc.assert(
      fc.asyncProperty(requests, async ({ method, target, type, body, authorization, cookie, language }) => {
        // Whoever guesses is slowed down: here it is always the next day.
        server.clock.advance(86_400_000);
        const headers = Object.entries({
          "content-type": type,
          authorization: authorization?.replaceAll(/[^\x20-\x7e]/g, ""),
          cookie,
          "accept-language": language?.replaceAll(/[^\x20-\x7e]/g, ""),
        }).filter((entry): entry is [string, string] => entry[1] !== undefined);
        const hasBody = !["GET", "HEAD"].includes(method);
        const answer = await fetch(server.httpAddress + target, {
          method,
          headers,
          redirect: "manual",
          ...(hasBody ? { body } : {}),
        });
        const text = await answer.text();
        expect(answer.status).toBeLessThan(500);
        expect(text).not.toMatch(/lk[orz]_[1-9A-Za-z]\w{35}|<script>/);
        const location = answer.headers.get("location");
        if (location !== null)
          expect(location).toMatch(/^(\/acme\/oauth\/|https:\/\/app\.example\.com\/callback\?error=)/);
        expect([...answer.headers.keys()]).not.toContain("a");
        if (answer.headers.get("content-type")?.includes("json") && answer.status >= 400 && text !== "") {
          expect(JSON.parse(text)).toMatchObject({ error: expect.stringMatching(/^[a-z_]+$/) });
        }
      }),
      { numRuns: RUNS, seed: SEED },
    );
  },
  TIMEOUT_MS,
);

test(
  `whatever bytes come instead of a request, the server answers the next one (seed ${SEED})`,
  async () => {
    const whole = [
      "POST /acme/oauth/tokens?x=1 HTTP/1.1",
      "Host: 127.0.0.1",
      "Content-Type: application/x-www-form-urlencoded",
      "Content-Length: 38",
      "",
      "grant_type=client_credentials&scope=x%",
    ].join("\r\n");
    const damage = fc.record({
      at: fc.nat(whole.length - 1),
      length: fc.nat(12),
      put: fc.oneof(
        fc.string({ unit: "binary", maxLength: 20 }),
        fc.constantFrom("\r\n", "\u0000", "Transfer-Encoding: chunked\r\n", "\r\n\r\n", ": "),
      ),
    });
    await fc.assert(
      fc.asyncProperty(damage, async ({ at, length, put }) => {
        const { port } = new URL(server.httpAddress);
        const socket = connect(Number(port), "127.0.0.1");
        socket.on("error", () => {}).resume();
        socket.end(whole.slice(0, at) + put + whole.slice(at + length));
        await once(socket, "close");
        expect((await fetch(`${server.httpAddress}/health`)).status).toBe(200);
      }),
      { numRuns: Math.ceil(RUNS / 4), seed: SEED },
    );
    expect(server.log.filter((line) => line.includes('"level":"error"'))).toEqual([]);
  },
  TIMEOUT_MS,
);

function encodeForm(text: string): string {
  return new URLSearchParams([["", text]]).toString().slice(1);
}
