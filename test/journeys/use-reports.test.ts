import { once } from "node:events";
import { credentials } from "@grpc/grpc-js";
import { expect, test } from "vitest";
import { openVerifier } from "../../verifier/verifier.js";
import { eventually } from "../support/eventually.js";
import { makeMachine, serveOn } from "../support/latchkey-process.js";
import { basic, connectTo } from "../support/running-server.js";
import { startProxy } from "../support/tcp-proxy.js";

const EMAIL = "ada@acme.example";

test("what a service decided by itself is counted once, though answers get lost and the server is killed", async () => {
  const machine = await makeMachine();
  const server = await machine.serve();
  const calls = connectTo(server.address, credentials.createInsecure());
  const proxy = await startProxy(server.address);
  const made = await calls.accounts.CreateAccount({
    setupCode: server.setupCode,
    accountId: "acme",
    adminEmail: EMAIL,
    adminPassword: "correct horse battery staple",
  });
  const admin = basic("", "");
  admin.set("authorization", `Bearer ${made.sessionToken}`);
  const on = { settings: { apiTokenAccess: true }, updateMask: { paths: ["api_token_access"] } };
  await calls.settings.UpdateSettings(on, admin);
  const { apiToken, secret } = await calls.apiTokens.CreateApiToken({ apiToken: {} }, admin);
  const tokenId = apiToken?.id ?? "";
  const policy = await calls.accessPolicies.CreateAccessPolicy({ accessPolicy: { name: "tried" } }, admin);
  const id = policy.accessPolicy?.id ?? "";
  await calls.accessPolicies.AttachAccessPolicy({ id, target: { apiTokenId: tokenId } }, admin);
  await calls.accessPolicies.DryRunAccessPolicy({ id, version: 1 }, admin);
  const counted = async () => (await calls.accessPolicies.GetDryRunReport({ id }, admin)).deniedCount;

  const verifier = openVerifier({
    server: proxy.address,
    authorization: `Bearer ${made.sessionToken}`,
    maxStalenessMs: 120_000,
    whenStale: "refuse",
    // Longer than a report waits: a connection whose answers are lost is given up after so long.
    askTimeoutMs: 2_500,
  });
  await verifier.ready();
  const authorization = String(basic(EMAIL, secret).get("authorization")[0]);
  let asked = 0;
  const ask = (times: number) => {
    for (let n = 0; n < times; n++) {
      const answer = verifier.check({ authorization, method: "GET", path: `/tickets/${asked}` });
      expect(answer).toMatchObject({ status: 200 });
      asked += 1;
    }
  };

  ask(100);
  await eventually(async () => expect(await counted()).toBe(100));
  // Counted, and the service does not hear of it: it tells it again.
  proxy.loseAnswers();
  ask(50);
  await eventually(async () => expect(await counted()).toBe(150));
  ask(25);
  proxy.restore();
  await eventually(async () => expect(await counted()).toBe(175));
  server.child.kill("SIGKILL");
  await once(server.child, "exit");
  ask(10);
  const port = server.address.split(":")[1] ?? "";
  await machine.start(serveOn(port), /listens on/);
  ask(5);
  await eventually(async () => expect(await counted()).toBe(190));
  await verifier.close();
  expect(await counted()).toBe(asked);
  const read = await calls.apiTokens.GetApiToken({ id: tokenId }, admin);
  expect(read.apiToken?.lastUse?.count).toBe(asked);
  await proxy.stop();
  calls.client.close();
  await machine.remove();
});
