import { readFile } from "node:fs/promises";
import { request } from "node:http";
import { networkInterfaces } from "node:os";
import { afterEach, beforeEach, expect, test } from "vitest";
import { eventually } from "../../support/eventually.js";
import { bearer, type SignedUp, startServer, type TestServer } from "../../support/running-server.js";

let server: TestServer;
let admin: SignedUp;

beforeEach(async () => {
  server = await startServer({ flags: ["--log-level", "info"] });
  admin = await server.signUp();
});
afterEach(() => server.stop());

const read = async (headers: Record<string, string> = {}) =>
  fetch(`${server.httpAddress}/metrics`, { headers });

async function sampleOf(sample: string): Promise<number> {
  const line = (await (await read()).text()).split("\n").find((one) => one.startsWith(`${sample} `));
  return Number(line?.slice(sample.length + 1) ?? 0);
}

test("calls, refusals, decisions, streams and the cache are counted", async () => {
  const { authentication, sessions } = server.calls;
  const question = { authorization: `Bearer ${admin.sessionToken}` };
  for (let n = 0; n < 3; n++) await authentication.Authenticate(question, admin.metadata);
  await authentication.Authenticate({ authorization: "Bearer x" }, admin.metadata);
  const lacking = { ...question, requiredScopes: [] };
  await authentication.Authenticate(lacking, admin.metadata);
  await authentication.Authenticate(question, bearer("none")).catch(() => undefined);
  await sessions
    .SignIn({ accountId: "acme", email: admin.adminEmail, password: "wrong" })
    .catch(() => undefined);
  expect(await sampleOf('latchkey_calls_total{method="Authenticate",result="OK"}')).toBe(5);
  expect(await sampleOf('latchkey_calls_total{method="Authenticate",result="CREDENTIAL_INVALID"}')).toBe(1);
  expect(await sampleOf('latchkey_calls_total{method="SignIn",result="SIGN_IN_REFUSED"}')).toBe(1);
  expect(await sampleOf('latchkey_call_seconds_count{method="Authenticate"}')).toBe(6);
  expect(await sampleOf('latchkey_checks_total{outcome="allowed"}')).toBe(4);
  expect(await sampleOf('latchkey_checks_total{outcome="not_authenticated"}')).toBe(1);
  expect(await sampleOf("latchkey_credential_cache_entries")).toBeGreaterThan(0);
  expect(await sampleOf("latchkey_credential_cache_hits")).toBeGreaterThan(0);
  expect(await sampleOf("process_cpu_seconds_total")).toBeGreaterThan(0);

  const stream = server.calls.watchRevocations({ heartbeatMilliseconds: 100 }, admin.metadata);
  stream.on("error", () => {});
  stream.resume();
  await eventually(async () => {
    expect(await sampleOf('latchkey_streams{method="WatchRevocations"}')).toBe(1);
    expect([await sampleOf("latchkey_feeds"), await sampleOf("latchkey_feed_lag_commits")]).toEqual([1, 0]);
  });
  stream.cancel();
  await eventually(async () => expect(await sampleOf("latchkey_feeds")).toBe(0));
  expect(await sampleOf('latchkey_streams{method="WatchRevocations"}')).toBe(0);
  expect(await sampleOf("latchkey_position")).toBe(server.environment.store.position());
});

test("nobody elsewhere reads them, and nobody through a proxy", async () => {
  for (const name of ["x-forwarded-for", "forwarded", "via"]) {
    expect((await read({ [name]: "192.0.2.1" })).status).toBe(404);
  }
  expect((await read()).status).toBe(200);
});

test("over an address of the network they are not there", async (context) => {
  const address = Object.values(networkInterfaces())
    .flat()
    .find((one) => one?.family === "IPv4" && !one.internal)?.address;
  if (address === undefined) {
    context.skip("This machine has no address but its own.");
    return;
  }
  await server.stop();
  server = await startServer({
    flags: ["--http-host", "0.0.0.0", "--allow-plaintext-on-network", "--issuer", "https://id.example.com"],
  });
  const port = new URL(server.httpAddress).port;
  const status = await new Promise((resolve, reject) => {
    request({ host: address, port, path: "/metrics" }, (answer) => resolve(answer.statusCode))
      .on("error", reject)
      .end();
  });
  expect(status).toBe(404);
});

test("the dashboard asks for nothing that is not counted", async () => {
  const dashboard = await readFile(new URL("../../../docs/dashboard.json", import.meta.url), "utf8");
  const asked = new Set(dashboard.match(/\b(?:latchkey|process|nodejs)_\w+/g));
  const known = await (await read()).text();
  expect(asked.size).toBeGreaterThan(8);
  for (const name of asked) expect(known).toContain(name.replace(/_(?:bucket|sum|count)$/, ""));
});
