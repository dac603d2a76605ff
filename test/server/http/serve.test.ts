import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request as httpsRequest } from "node:https";
import { connect, createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TLSSocket } from "node:tls";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { eventually } from "../../support/eventually.js";
import { startServer, type TestServer } from "../../support/running-server.js";
import { canMakeCertificates, makeAuthority } from "../grpc/certificates.js";

let server: TestServer | undefined;
let occupied: Server | undefined;
let directory: string;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "latchkey-http-"));
});
afterEach(async () => {
  await server?.stop();
  server = undefined;
  occupied?.close();
  rmSync(directory, { recursive: true });
});

test("it answers beside gRPC, names the request, and stops", async () => {
  server = await startServer();
  expect(server.httpAddress).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  const answer = await fetch(`${server.httpAddress}/health`);
  expect(answer.status).toBe(200);
  expect(answer.headers.get("request-id")).toMatch(/^req_\w{26}$/);
  expect(await answer.json()).toEqual({ status: "SERVING" });
  const { httpAddress } = server;
  await server.stop();
  server = undefined;
  await expect(fetch(`${httpAddress}/health`)).rejects.toThrow();
});

test("what is not there is a plain 404", async () => {
  server = await startServer();
  for (const path of ["/", "/nowhere", "/%2e%2e/%2e%2e/etc/passwd", "/%00", "/%E0%A4%A", "//health"]) {
    const answer = await fetch(server.httpAddress + path);
    expect([path, answer.status]).toEqual([path, 404]);
    expect(await answer.json()).toEqual({ error: "not_found" });
  }
});

test("what is no HTTP, or has no sensible host or path, is refused with 400", async () => {
  server = await startServer();
  for (const head of [
    "nonsense",
    "GET /health HTTP/1.1\r\nHost: a b\r\n\r\n",
    "GET /health HTTP/1.1\r\nHost: id.example/x?y\r\n\r\n",
    "GET /health HTTP/1.1\r\n\r\n",
    "GET /\\evil HTTP/1.1\r\nHost: id.example\r\n\r\n",
    "GET * HTTP/1.1\r\nHost: id.example\r\n\r\n",
  ]) {
    expect([head, await sayRaw(server.httpAddress, `${head}\r\n`)]).toEqual([
      head,
      expect.stringMatching(/^HTTP\/1\.1 400 /),
    ]);
  }
});

test("headers that are too large are refused with 431", async () => {
  server = await startServer();
  const head = `GET /health HTTP/1.1\r\nHost: id.example\r\nX: ${"x".repeat(20_000)}\r\n\r\n`;
  expect(await sayRaw(server.httpAddress, head)).toMatch(/^HTTP\/1\.1 431 /);
});

test("the log tells of a request, but not its query nor who it says it is", async () => {
  server = await startServer();
  await fetch(`${server.httpAddress}/health?code=hush-hush`, {
    headers: { authorization: "Bearer hush-hush" },
  });
  await eventually(() => expect(server?.log.join("")).toContain('"path":"/health"'));
  expect(server.log.join("")).toContain("request answered");
  expect(server.log.join("")).not.toContain("hush-hush");
});

test("a trusted proxy says where a request came from, and nobody else does", async () => {
  for (const [flags, source] of [
    [["--trusted-proxies", "127.0.0.0/8"], "192.0.2.1"],
    [[], "127.0.0.1"],
  ] as const) {
    server = await startServer({ flags });
    await fetch(`${server.httpAddress}/health`, {
      headers: { "x-forwarded-for": "198.51.100.1, 192.0.2.1" },
    });
    await eventually(() => expect(server?.log.join("")).toContain(`"sourceIp":"${source}"`));
    await server.stop();
  }
  server = undefined;
});

test("a port that is taken refuses the start and says what to do, and gRPC does not stay behind", async () => {
  occupied = createServer().listen(0, "127.0.0.1");
  await once(occupied, "listening");
  const { port } = occupied.address() as { port: number };
  await expect(startServer({ flags: ["--http-port", String(port)] })).rejects.toThrow(
    `127.0.0.1:${port} is taken: another Latchkey may be running there. Stop it, or choose another port with --http-port`,
  );
});

test("requests sent behind one another without waiting are answered in their order", async () => {
  server = await startServer();
  const head = "Host: id.example\r\n";
  const token = `POST /acme/oauth/tokens HTTP/1.1\r\n${head}Content-Type: application/json\r\nContent-Length: 2\r\n\r\n{}`;
  const metadata = `GET /.well-known/oauth-authorization-server/acme HTTP/1.1\r\n${head}\r\n`;
  const health = `GET /health HTTP/1.1\r\n${head}Connection: close\r\n\r\n`;
  const said = await sayRaw(server.httpAddress, token + metadata + token + health);
  expect(said.match(/HTTP\/1\.1 \d+|"error":"\w+"|"issuer"|SERVING/g)).toEqual([
    "HTTP/1.1 400",
    '"error":"invalid_request"',
    "HTTP/1.1 200",
    '"issuer"',
    "HTTP/1.1 400",
    '"error":"invalid_request"',
    "HTTP/1.1 200",
    "SERVING",
  ]);
});

test("whoever hangs up in the middle of a request leaves a refusal in the log, and nothing else behind", async () => {
  server = await startServer();
  const { port } = new URL(server.httpAddress);
  const socket = connect(Number(port), "127.0.0.1");
  socket.write(
    "POST /acme/oauth/tokens HTTP/1.1\r\nHost: id.example\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 100\r\n\r\ngrant_type=",
  );
  await once(socket, "ready");
  socket.destroy();
  await eventually(() => expect(server?.log.join("")).toContain("OAUTH_INVALID_REQUEST"));
  const refusals = server.log.filter((line) => line.includes("request refused"));
  expect(refusals).toHaveLength(1);
  expect((await fetch(`${server.httpAddress}/health`)).status).toBe(200);
});

test("a connection that is kept does not keep the server", async () => {
  server = await startServer();
  const { port } = new URL(server.httpAddress);
  const socket = connect(Number(port), "127.0.0.1");
  socket.write("GET /health HTTP/1.1\r\nHost: id.example\r\n\r\n");
  await once(socket, "data");
  const closed = once(socket, "close");
  await server.stop();
  server = undefined;
  await closed;
});

describe.skipIf(!canMakeCertificates)("with TLS", () => {
  test("it serves with the certificate of gRPC, and with the new one once that has changed", async () => {
    const authority = makeAuthority(directory, "authority");
    const { certFile, keyFile, cert } = authority.issue("server");
    server = await startServer({ flags: ["--tls-cert", certFile, "--tls-key", keyFile] });
    expect(server.httpAddress).toMatch(/^https:/);
    const before = await certificateOf(server.httpAddress, authority.pem);
    const next = authority.issue("next");
    expect(next.cert).not.toEqual(cert);
    writeFileSync(certFile, next.cert);
    writeFileSync(keyFile, next.key);
    server.reloadCertificate();
    const after = await certificateOf(server.httpAddress, authority.pem);
    expect(after).not.toBe(before);
  });

  test("where clients must show a certificate, browsers must, too", async () => {
    const [authority, theirs] = ["authority", "theirs"].map((name) => makeAuthority(directory, name));
    const { certFile, keyFile } = authority?.issue("server") ?? {};
    const flags = ["--tls-cert", certFile, "--tls-key", keyFile, "--tls-client-ca", theirs?.file];
    server = await startServer({ flags: flags.map(String) });
    const ca = authority?.pem ?? Buffer.of();
    await expect(certificateOf(server.httpAddress, ca)).rejects.toThrow();
    const { cert, key } = theirs?.issue("browser") ?? {};
    expect(await certificateOf(server.httpAddress, ca, { cert, key })).toMatch(/^[0-9A-F:]+$/);
  });
});

/** The fingerprint of the certificate that a new connection gets. */
function certificateOf(
  address: string,
  ca: Buffer,
  own: { cert?: Buffer | undefined; key?: Buffer | undefined } = {},
): Promise<string> {
  return new Promise((resolve, reject) => {
    const request = httpsRequest(`${address}/health`, { ca, agent: false, ...own }, (response) => {
      resolve((response.socket as TLSSocket).getPeerCertificate().fingerprint256);
      response.resume();
    });
    request.once("error", reject).end();
  });
}

/** What the server says to these bytes before it closes the connection. */
async function sayRaw(address: string, bytes: string): Promise<string> {
  const { port } = new URL(address);
  const socket = connect(Number(port), "127.0.0.1");
  let said = "";
  socket.setEncoding("utf8").on("data", (text: string) => {
    said += text;
    if (said.includes("\r\n\r\n")) socket.end();
  });
  socket.on("error", () => {});
  socket.write(bytes);
  await once(socket, "close");
  return said;
}
