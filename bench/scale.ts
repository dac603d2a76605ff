/**
 * What a thousand times the tokens change: the time until a server is ready, the memory it needs with its cache full, and
 * what Authenticate costs, each at 1,000,000 tokens over the same at 1,000, the two servers side by side. Run it with
 * `npx tsx bench/scale.ts` after `npm run build`; storing a million tokens takes some minutes. It prints one line of JSON.
 * `--tokens N` stores another number; `--data DIRECTORY` keeps what was stored, or takes what lies there.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { contract } from "../proto/load.js";
import { newSecret } from "../server/system/random.js";
import { createApiToken } from "../server/usecases/create-api-token.js";
import { basicOf, type Seeding, seed } from "./data-directory.js";
import { frameOf, GrpcConnection, type WireCall } from "./grpc-connection.js";
import { applyLoad, compare, forMilliseconds } from "./load.js";
import { describeMachine, memoryOf } from "./machine.js";
import { median, medianRatio, playRounds, round } from "./rounds.js";
import { type ServerProcess, startLatchkey } from "./server-process.js";
import { storeTokens } from "./stored-tokens.js";
import { makeTemporaryDirectory } from "./temporary-directory.js";

const ROUNDS = 7;
const ROUND_MILLISECONDS = 1_500;
const STARTS = 7;
const FEW = 1_000;

/** As many headers as the cache remembers, and some more. */
const FILLING = 30_000;
const DIFFERENT_CALLS = 1_000;

const { path, requestSerialize } = contract.latchkey.v1.AuthenticationService.service.Authenticate;

interface Stored {
  readonly service: string;
  /** Some of the secrets, evenly spread over all. */
  readonly secrets: readonly string[];
}

function callOf(service: string, secret: string): WireCall {
  const message = requestSerialize({
    authorization: basicOf(secret),
    method: "GET",
    path: "/api/v2/tickets.json",
    sourceIp: "203.0.113.7",
    requiredScopes: ["tickets:read"],
  });
  return { path, authorization: basicOf(service), frame: frameOf(message) };
}

async function fill({ environment, addAccount }: Seeding, tokens: number): Promise<Stored> {
  const account = await addAccount("acme");
  const choices = { scopes: ["authenticate"], ipAllowList: [], requestId: "" };
  const made = await createApiToken(environment, account.admin, { ...choices, description: "A service" });
  const secrets = await storeTokens(environment, account, tokens, Math.min(tokens, FILLING));
  return { service: made.secret, secrets };
}

async function prepare(root: string, tokens: number) {
  const directory = join(root, `${tokens}-tokens`);
  const notes = `${directory}.json`;
  if (!existsSync(notes)) {
    writeFileSync(notes, JSON.stringify(await seed(directory, (seeding) => fill(seeding, tokens))));
  }
  const stored = JSON.parse(readFileSync(notes, "utf8")) as Stored;
  // Whatever the account does not hold fills the cache as well.
  const others = Array.from({ length: Math.max(0, FILLING - stored.secrets.length) }, () =>
    newSecret("API_TOKEN"),
  );
  const calls = stored.secrets.slice(0, DIFFERENT_CALLS).map((secret) => callOf(stored.service, secret));
  return { directory, stored, others, calls };
}

type Prepared = Awaited<ReturnType<typeof prepare>>;

async function timeStart({ directory }: Prepared): Promise<number> {
  const begin = performance.now();
  const server = await startLatchkey(directory);
  const milliseconds = performance.now() - begin;
  await server.stop();
  return milliseconds;
}

async function fillCache({ stored, others }: Prepared, { address, pid }: ServerProcess): Promise<void> {
  const connections = [new GrpcConnection(address)];
  const secrets = [...others, ...stored.secrets].slice(0, FILLING);
  let next = 0;
  const pick = () => {
    const secret = secrets[next++];
    return secret === undefined ? undefined : callOf(stored.service, secret);
  };
  await applyLoad({ connections, inFlight: 64, serverPid: pid, next: pick });
  connections[0]?.close();
}

const { values } = parseArgs({ options: { tokens: { type: "string" }, data: { type: "string" } } });
const many = Number(values.tokens ?? 1_000_000);
const root = values.data ?? makeTemporaryDirectory();
const few = await prepare(root, FEW);
const lots = await prepare(root, many);

const starts = await playRounds(STARTS, { few: () => timeStart(few), lots: () => timeStart(lots) });
const servers = { few: await startLatchkey(few.directory), lots: await startLatchkey(lots.directory) };
await fillCache(few, servers.few);
await fillCache(lots, servers.lots);
const memory = { few: memoryOf(servers.few.pid), lots: memoryOf(servers.lots.pid) };

const contend = ({ calls }: Prepared, { address, pid }: ServerProcess) => {
  const connections = [new GrpcConnection(address)];
  const pick = () => calls[Math.floor(Math.random() * calls.length)] as WireCall;
  return {
    play: () =>
      applyLoad({
        connections,
        inFlight: 64,
        serverPid: pid,
        next: forMilliseconds(ROUND_MILLISECONDS, pick),
      }),
    close: () => connections[0]?.close(),
  };
};
const [atFew, atLots] = [contend(few, servers.few), contend(lots, servers.lots)];
const figures = await playRounds(ROUNDS, { few: atFew.play, lots: atLots.play });
atFew.close();
atLots.close();
await Promise.all([servers.few.stop(), servers.lots.stop()]);

const { ratio, cpuRatio, p99Ratio } = compare(figures.lots, figures.few);
process.stdout.write(
  `${JSON.stringify({
    benchmark: "scale",
    tokens: many,
    yardstickTokens: FEW,
    // How much dearer a call is.
    costRatio: round(1 / ratio, 3),
    cpuRatio,
    p99Ratio,
    startRatio: medianRatio(starts.lots, starts.few),
    startMilliseconds: round(median(starts.lots)),
    memoryRatio: round(memory.lots.ownMegabytes / memory.few.ownMegabytes, 3),
    memoryMegabytes: { few: memory.few, lots: memory.lots },
    machine: describeMachine(),
    rounds: ROUNDS,
  })}\n`,
);
