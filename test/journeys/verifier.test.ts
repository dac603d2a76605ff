import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { credentials } from "@grpc/grpc-js";
import { afterEach, beforeEach, expect, test } from "vitest";
import { eventually } from "../support/eventually.js";
import { type Machine, makeMachine, serveOn } from "../support/latchkey-process.js";
import { basic, connectTo } from "../support/running-server.js";
import { startProxy } from "../support/tcp-proxy.js";

const BOUND_MS = 1_000;
const EMAIL = "ada@acme.example";
const PASSWORD = "correct horse battery staple";
const SERVICE = fileURLToPath(new URL("../support/verifier-process.ts", import.meta.url));

let machine: Machine;
let server: Awaited<ReturnType<Machine["serve"]>>;
let calls: ReturnType<typeof connectTo>;
let proxy: Awaited<ReturnType<typeof startProxy>>;
let admin: ReturnType<typeof basic>;
let service: Service;

/** A service that verifies, in a process of its own. */
class Service {
  readonly child: ChildProcess;
  #asked = 0;

  constructor(address: string, authorization: string) {
    const options = { server: address, authorization, maxStalenessMs: BOUND_MS, whenStale: "refuse" };
    this.child = fork(SERVICE, [], {
      execArgv: ["--import", "tsx"],
      env: { ...process.env, VERIFIER: JSON.stringify({ ...options, heartbeatMs: 100, reportUses: false }) },
    });
    // Many are asked at a time.
    this.child.setMaxListeners(0);
  }

  /** The status for a header; who is stopped answers when it goes on. */
  ask(authorization: string): Promise<number> {
    const id = ++this.#asked;
    this.child.send({ id, authorization });
    return new Promise((resolve) => {
      const take = (message: { id?: number; status: number }) => {
        if (message.id !== id) return;
        this.child.off("message", take);
        resolve(message.status);
      };
      this.child.on("message", take);
    });
  }

  async stop(): Promise<void> {
    const gone = once(this.child, "exit");
    this.child.kill("SIGKILL");
    await gone;
  }
}

beforeEach(async () => {
  machine = await makeMachine();
  server = await machine.serve();
  calls = connectTo(server.address, credentials.createInsecure());
  const made = await calls.accounts.CreateAccount({
    setupCode: server.setupCode,
    accountId: "acme",
    adminEmail: EMAIL,
    adminPassword: PASSWORD,
  });
  const session = basic("", "");
  session.set("authorization", `Bearer ${made.sessionToken}`);
  const on = { settings: { apiTokenAccess: true }, updateMask: { paths: ["api_token_access"] } };
  await calls.settings.UpdateSettings(on, session);
  const { secret } = await calls.apiTokens.CreateApiToken({ apiToken: { description: "admin" } }, session);
  admin = basic(EMAIL, secret);
  proxy = await startProxy(server.address);
  service = new Service(proxy.address, String(admin.get("authorization")[0]));
  await once(service.child, "message");
});
afterEach(async () => {
  await service.stop();
  await proxy.stop();
  calls.client.close();
  await machine.remove();
});

async function makeToken() {
  const { apiToken, secret } = await calls.apiTokens.CreateApiToken({ apiToken: {} }, admin);
  const header = String(basic(EMAIL, secret).get("authorization")[0]);
  return { id: apiToken?.id ?? "", header };
}

/** Revokes; answers the moment by which it was acknowledged. */
async function revoke(id: string): Promise<number> {
  await calls.apiTokens.DeleteApiToken({ id }, admin);
  return Date.now();
}

/** Asks again and again until it is refused; every yes must have been asked for before the bound was over. */
async function expectRefusedInTime(header: string, acknowledged: number): Promise<void> {
  await eventually(async () => {
    const asked = Date.now();
    const status = await service.ask(header);
    if (status === 200) expect(asked - acknowledged).toBeLessThanOrEqual(BOUND_MS);
    expect(status).not.toBe(200);
  });
}

test.each([
  ["dropped", () => proxy.drop()],
  ["silent", () => proxy.silence()],
])(
  "with the connection %s, a revoked token is refused by the bound, and all is well when it is back",
  async (_, cut) => {
    const [revoked, good] = [await makeToken(), await makeToken()];
    await eventually(async () => {
      expect([await service.ask(revoked.header), await service.ask(good.header)]).toEqual([200, 200]);
    });
    cut();
    await expectRefusedInTime(revoked.header, await revoke(revoked.id));
    await eventually(async () => expect(await service.ask(good.header)).toBe(503));
    proxy.restore();
    await eventually(async () => {
      expect([await service.ask(revoked.header), await service.ask(good.header)]).toEqual([401, 200]);
    });
  },
);

test("with the server killed after the revocation, and started again, nothing revoked comes back", async () => {
  const [revoked, good] = [await makeToken(), await makeToken()];
  await eventually(async () => expect(await service.ask(revoked.header)).toBe(200));
  proxy.silence();
  const acknowledged = await revoke(revoked.id);
  server.child.kill("SIGKILL");
  await once(server.child, "exit");
  await expectRefusedInTime(revoked.header, acknowledged);
  const port = server.address.split(":")[1] ?? "";
  server = { ...server, ...(await machine.start(serveOn(port), /listens on/)) };
  proxy.restore();
  await eventually(async () => {
    expect([await service.ask(revoked.header), await service.ask(good.header)]).toEqual([401, 200]);
  });
});

test("with the server stopped, it is trusted no longer than the bound, and again when it goes on", async () => {
  const { header } = await makeToken();
  await eventually(async () => expect(await service.ask(header)).toBe(200));
  server.child.kill("SIGSTOP");
  await eventually(async () => expect(await service.ask(header)).toBe(503));
  server.child.kill("SIGCONT");
  await eventually(async () => expect(await service.ask(header)).toBe(200));
});

test("stopped itself, and full of old signs of life when it goes on, it takes none of them for news", async () => {
  const [revoked, good] = [await makeToken(), await makeToken()];
  await eventually(async () => expect(await service.ask(revoked.header)).toBe(200));
  service.child.kill("SIGSTOP");
  // Signs of life gather; the revocation itself gets lost on the way.
  await new Promise((resolve) => setTimeout(resolve, 500));
  proxy.silence();
  const acknowledged = await revoke(revoked.id);
  await new Promise((resolve) => setTimeout(resolve, acknowledged + BOUND_MS - Date.now() + 1));
  const answers = Array.from({ length: 50 }, () => service.ask(revoked.header));
  service.child.kill("SIGCONT");
  expect(new Set(await Promise.all(answers))).toEqual(new Set([503]));
  for (let time = 0; time < 20; time++) expect(await service.ask(revoked.header)).toBe(503);
  proxy.restore();
  await eventually(async () => {
    expect([await service.ask(revoked.header), await service.ask(good.header)]).toEqual([401, 200]);
  });
});
