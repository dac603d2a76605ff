/**
 * How long a revoked token lives: from the acknowledgement of DeleteApiToken (and from its request) until the last of
 * three services, each with latchkey/verifier in a process of its own, refuses it, and until Authenticate does; at rest, and
 * while Authenticate is asked 16 at a time. Run it with `npx tsx bench/revocation.ts` after `npm run build`; it prints one line
 * of JSON.
 */
import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { contract } from "../proto/load.js";
import { basicOf, type Seeding, seed } from "./data-directory.js";
import { frameOf, GrpcConnection, type WireCall } from "./grpc-connection.js";
import { applyLoad } from "./load.js";
import { describeMachine } from "./machine.js";
import { quantile, round } from "./rounds.js";
import { startLatchkey } from "./server-process.js";
import { storeTokens } from "./stored-tokens.js";
import { makeTemporaryDirectory } from "./temporary-directory.js";

const SERVICES = 3;
const REVOCATIONS = 150;

const { CreateApiToken, DeleteApiToken } = contract.latchkey.v1.ApiTokenService.service;
const { Authenticate } = contract.latchkey.v1.AuthenticationService.service;

async function fill({ environment, addAccount }: Seeding) {
  const account = await addAccount("acme");
  const secrets = await storeTokens(environment, account, 200, 200);
  return { authorization: account.authorization, headers: secrets.map(basicOf) };
}

/** A service in a process of its own: its verifier is asked every millisecond. */
async function startService(server: string, authorization: string) {
  const program = fileURLToPath(new URL("../test/support/verifier-process.ts", import.meta.url));
  const options = { server, authorization, maxStalenessMs: 60_000, whenStale: "refuse", reportUses: false };
  const child = fork(program, [], {
    execArgv: ["--import", "tsx"],
    env: { ...process.env, VERIFIER: JSON.stringify(options) },
  });
  await once(child, "message");
  let asked = 0;
  const when = (status: number, header: string) =>
    new Promise<number>((resolve) => {
      const id = ++asked;
      const take = (message: { id: number; time: number }) => {
        if (message.id !== id) return;
        child.off("message", take);
        resolve(message.time);
      };
      child.on("message", take);
      child.send({ id, authorization: header, until: status });
    });
  return { when, stop: () => child.kill() };
}

const directory = makeTemporaryDirectory();
const { authorization, headers } = await seed(directory, fill);
const server = await startLatchkey(directory);
const connection = new GrpcConnection(server.address);
const services = await Promise.all(
  Array.from({ length: SERVICES }, () => startService(server.address, authorization)),
);
const call = (path: string, message: Buffer) =>
  connection.call({ path, authorization, frame: frameOf(message) });
const questionOf = (header: string): WireCall => ({
  path: Authenticate.path,
  authorization,
  frame: frameOf(Authenticate.requestSerialize({ authorization: header })),
});

async function revokeOne() {
  const made = await call(CreateApiToken.path, CreateApiToken.requestSerialize({ apiToken: {} }));
  const { apiToken, secret } = CreateApiToken.responseDeserialize(made);
  const header = basicOf(secret);
  await Promise.all(services.map(({ when }) => when(200, header)));
  const refused = services.map(({ when }) => when(401, header));
  const requested = Date.now();
  await call(DeleteApiToken.path, DeleteApiToken.requestSerialize({ id: apiToken?.id ?? "" }));
  const acknowledged = Date.now();
  const answer = await connection.call(questionOf(header));
  if (Authenticate.responseDeserialize(answer).authenticated)
    throw new Error("It was good after its revocation.");
  const last = Math.max(...(await Promise.all(refused)));
  return { sinceAcknowledged: Math.max(0, last - acknowledged), sinceRequested: last - requested };
}

async function measure() {
  const told: Awaited<ReturnType<typeof revokeOne>>[] = [];
  for (let n = 0; n < REVOCATIONS; n++) told.push(await revokeOne());
  const figures = (which: "sinceAcknowledged" | "sinceRequested") => {
    const sorted = told.map((one) => one[which]).sort((a, b) => a - b);
    return {
      p50: round(quantile(sorted, 0.5), 2),
      p99: round(quantile(sorted, 0.99), 2),
      max: round(sorted.at(-1) ?? 0, 2),
    };
  };
  return { sinceAcknowledged: figures("sinceAcknowledged"), sinceRequested: figures("sinceRequested") };
}

const atRest = await measure();
let isOver = false;
const loading = applyLoad({
  connections: [new GrpcConnection(server.address)],
  inFlight: 16,
  serverPid: server.pid,
  next: () =>
    isOver ? undefined : questionOf(headers[Math.floor(Math.random() * headers.length)] as string),
});
const underLoad = await measure();
isOver = true;
const { callsPerSecond } = await loading;
for (const service of services) service.stop();
await server.stop();

process.stdout.write(
  `${JSON.stringify({
    benchmark: "revocation",
    services: SERVICES,
    milliseconds: { atRest, underLoad },
    loadCallsPerSecond: round(callsPerSecond),
    revocations: REVOCATIONS,
    machine: describeMachine(),
  })}\n`,
);
process.exit();
