import { request } from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { TestClient } from "../../support/oauth.js";
import { REDIRECT_URI, VERIFIER } from "../../support/oauth.js";
import {
  inBody,
  inHeader,
  type OAuthServer,
  postForm,
  startOAuthServer,
} from "../../support/oauth-server.js";

let server: OAuthServer;
let confidential: TestClient;
let open: TestClient;

beforeAll(async () => {
  server = await startOAuthServer();
  confidential = await server.makeClient();
  open = await server.makeClient({ kind: "PUBLIC", identifier: "open-one" });
});
afterAll(() => server.stop());

const OWN = { grant_type: "client_credentials", scope: "tickets:read" };

describe("an answer", () => {
  test("has tokens, and is kept out of caches", async () => {
    const code = await server.code(confidential);
    const fields = {
      grant_type: "authorization_code",
      code,
      redirect_uri: REDIRECT_URI,
      code_verifier: VERIFIER,
    };
    const { status, headers, body } = await server.post("/tokens", fields, inHeader(confidential));
    expect(status).toBe(200);
    expect(body).toEqual({
      access_token: expect.stringMatching(/^lko_\w{36}$/),
      token_type: "Bearer",
      expires_in: 1_800,
      refresh_token: expect.stringMatching(/^lkr_\w{36}$/),
      refresh_token_expires_in: 2_592_000,
      scope: "tickets:read",
    });
    expect(headers.get("cache-control")).toBe("no-store");
    expect(headers.get("pragma")).toBe("no-cache");
    expect(headers.get("content-type")).toMatch(/^application\/json/);
    const again = await server.post("/tokens", {
      grant_type: "refresh_token",
      refresh_token: String(body["refresh_token"]),
      ...inBody(confidential),
    });
    expect(again.status).toBe(200);
    expect(again.body["refresh_token"]).not.toBe(body["refresh_token"]);
  });

  test("of a failure has the code of RFC 6749, ASCII words, and is kept out of caches as well", async () => {
    const { status, headers, body } = await server.post("/tokens", {
      ...OWN,
      scope: 'é"\\',
      ...inBody(confidential),
    });
    expect(status).toBe(400);
    expect(body["error"]).toBe("invalid_scope");
    expect(body["error_description"]).toMatch(/^[\x20-\x21\x23-\x5b\x5d-\x7e]+$/);
    expect(headers.get("cache-control")).toBe("no-store");
  });

  test("lets pages of other origins read it, and never asks for their cookies", async () => {
    const preflight = await fetch(`${server.base}/tokens`, {
      method: "OPTIONS",
      headers: {
        origin: "https://spa.example",
        "access-control-request-method": "POST",
        "access-control-request-headers": "authorization",
      },
    });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get("access-control-allow-origin")).toBe("*");
    expect(preflight.headers.get("access-control-allow-methods")).toBe("POST");
    expect(preflight.headers.get("access-control-allow-headers")).toContain("authorization");
    expect(preflight.headers.get("access-control-allow-credentials")).toBeNull();
    const { headers } = await server.post(
      "/tokens",
      { client_id: "open-one" },
      { origin: "https://spa.example" },
    );
    expect(headers.get("access-control-allow-origin")).toBe("*");
  });
});

describe("a request", () => {
  test("may hold parameters that nobody knows, and empty ones count as left out", async () => {
    const fields = { ...OWN, ...inBody(confidential), audience: "x", code: "", expires_in: "" };
    expect(await server.post("/tokens", fields)).toMatchObject({ status: 200, body: { expires_in: 1_800 } });
  });

  test.each(["GET", "PUT", "DELETE", "PATCH", "HEAD"])("by %s is refused with 405", async (method) => {
    const answer = await fetch(`${server.base}/tokens`, { method });
    expect(answer.status).toBe(405);
    expect(answer.headers.get("allow")).toBe("POST, OPTIONS");
    if (method !== "HEAD") expect(await answer.json()).toMatchObject({ error: "invalid_request" });
  });

  test("may be JSON", async () => {
    const body = JSON.stringify({ ...OWN, ...inBody(confidential), expires_in: 600, audience: null });
    const answer = await postForm(`${server.base}/tokens`, body, { "content-type": "application/json" });
    expect(answer).toMatchObject({ status: 200, body: { expires_in: 600 } });
  });

  test.each([
    ["a repeated parameter", "grant_type=client_credentials&scope=read&scope=read", "form"],
    ["a repeated parameter nobody knows", "grant_type=client_credentials&scope=read&x=1&x=1", "form"],
    ["a key twice in JSON", '{"grant_type":"client_credentials","scope":"read","scope":"read"}', "json"],
    [
      "a key twice, once written otherwise",
      '{"grant_type":"client_credentials","scope":"read","sc\\u006fpe":"read"}',
      "json",
    ],
    ["broken JSON", '{"grant_type":', "json"],
    ["JSON that is no object", '["grant_type"]', "json"],
    ["null", "null", "json"],
    ["an object in JSON", '{"grant_type":"client_credentials","scope":{"a":1}}', "json"],
    ["a list in JSON", '{"grant_type":"client_credentials","scope":["read"]}', "json"],
    ["true in JSON", '{"grant_type":true}', "json"],
    ["a body of another type", "grant_type=client_credentials&scope=read", "text/plain"],
    ["no body", "", "form"],
    ["a lifetime that is no number", "grant_type=client_credentials&scope=read&expires_in=1e3", "form"],
    ["a lifetime out of bounds", "grant_type=client_credentials&scope=read&expires_in=1", "form"],
    ["an empty grant_type", "grant_type=&scope=read", "form"],
  ])("with %s is invalid_request", async (_, body, type) => {
    const types: Record<string, string> = {
      form: "application/x-www-form-urlencoded",
      json: "application/json",
    };
    const headers = { ...inHeader(confidential), "content-type": types[type] ?? type };
    const answer = await postForm(`${server.base}/tokens`, body, headers);
    expect(answer).toMatchObject({ status: 400, body: { error: "invalid_request" } });
  });

  test.each([
    "password",
    "implicit",
    "urn:ietf:params:oauth:grant-type:jwt-bearer",
    "AUTHORIZATION_CODE",
    "__proto__",
  ])("for the grant %s is unsupported_grant_type", async (grantType) => {
    const answer = await server.post("/tokens", { grant_type: grantType }, inHeader(confidential));
    expect(answer).toMatchObject({ status: 400, body: { error: "unsupported_grant_type" } });
  });

  test("that is too large is refused with 413, with or without a length", async () => {
    const large = `grant_type=client_credentials&x=${"x".repeat(100_000)}`;
    const type = { "content-type": "application/x-www-form-urlencoded" };
    const told = await postForm(`${server.base}/tokens`, large, type);
    expect(told).toMatchObject({ status: 413, body: { error: "invalid_request" } });
    expect(await sendInPieces(large)).toBe(413);
  });

  test("that is not UTF-8 is invalid_request", async () => {
    const response = await fetch(`${server.base}/tokens`, {
      method: "POST",
      body: new Uint8Array([0x67, 0xff, 0xfe]),
      headers: { "content-type": "application/x-www-form-urlencoded" },
    });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ error: "invalid_request" });
  });

  test("to an account that is not there is invalid_client, as to one that is", async () => {
    const here = await server.post("/tokens", { ...OWN, client_id: "nobody", client_secret: "x" });
    const there = await postForm(
      `${server.httpAddress}/nowhere/oauth/tokens`,
      new URLSearchParams({ ...OWN, client_id: "nobody", client_secret: "x" }),
    );
    expect([there.status, there.body]).toEqual([here.status, here.body]);
    expect(here).toMatchObject({ status: 401, body: { error: "invalid_client" } });
  });
});

describe("a client", () => {
  test("in the header is form-encoded, whichever characters are", async () => {
    const { clientId, clientSecret } = confidential.authentication;
    const encode = (text: string) => Buffer.from(text).toString("hex").replaceAll(/../g, "%$&");
    for (const pair of [`${clientId}:${clientSecret}`, `${encode(clientId)}:${encode(clientSecret)}`]) {
      const authorization = `basic ${Buffer.from(pair).toString("base64")}`;
      expect((await server.post("/tokens", OWN, { authorization })).status).toBe(200);
    }
  });

  test("that proves itself in two ways at once is refused", async () => {
    const both = await server.post("/tokens", { ...OWN, ...inBody(confidential) }, inHeader(confidential));
    expect(both).toMatchObject({ status: 400, body: { error: "invalid_request" } });
    const other = await server.post("/tokens", { ...OWN, client_id: "open-one" }, inHeader(confidential));
    expect(other).toMatchObject({ status: 400, body: { error: "invalid_request" } });
    const same = await server.post(
      "/tokens",
      { ...OWN, client_id: confidential.client.identifier },
      inHeader(confidential),
    );
    expect(same.status).toBe(200);
  });

  test.each([
    ["with a wrong secret", `Basic ${Buffer.from("client:wrong").toString("base64")}`],
    ["with a Bearer token", "Bearer lko_000000000000000000000000000000000000"],
    ["without a colon", `Basic ${Buffer.from("client").toString("base64")}`],
    ["with broken percent signs", `Basic ${Buffer.from("client:%zz").toString("base64")}`],
    ["with broken base64", "Basic ****"],
    ["with nothing", "Basic"],
  ])("in the header %s gets 401 and a challenge", async (_, authorization) => {
    const { status, headers, body } = await server.post("/tokens", OWN, { authorization });
    expect(status).toBe(401);
    expect(body["error"]).toBe("invalid_client");
    expect(headers.get("www-authenticate")).toMatch(/^Basic realm=/);
  });

  test("in the query is not looked at", async () => {
    const secret = new URLSearchParams(inBody(confidential));
    const answer = await postForm(`${server.base}/tokens?${secret}`, new URLSearchParams(OWN));
    expect(answer).toMatchObject({ status: 401, body: { error: "invalid_client" } });
  });

  test("that is public cannot use its own credentials, having none", async () => {
    const answer = await server.post("/tokens", { ...OWN, ...inBody(open) });
    expect(answer).toMatchObject({ status: 400, body: { error: "unauthorized_client" } });
  });
});

test("whoever guesses secrets is told to wait", async () => {
  const victim = await server.makeClient();
  let answer = await guess(victim, 0);
  for (let tries = 1; tries < 60 && answer.status !== 429; tries++) answer = await guess(victim, tries);
  expect(answer).toMatchObject({ status: 429, body: { error: "temporarily_unavailable" } });
  expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
});

function guess({ client }: TestClient, tries: number) {
  return server.post("/tokens", { ...OWN, client_id: client.identifier, client_secret: `guess-${tries}` });
}

/** The status of a request whose body comes in pieces, without a length. */
function sendInPieces(body: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const sending = request(`${server.base}/tokens`, {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded" },
    });
    sending.once("response", (response) => {
      resolve(response.statusCode);
      sending.destroy();
    });
    sending.once("error", reject);
    for (let start = 0; start < body.length; start += 10_000)
      sending.write(body.slice(start, start + 10_000));
    sending.end();
  });
}
