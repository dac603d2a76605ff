/**
 * What it takes to issue an API token over gRPC, durable before the reply, 64 creates under way: against a bare grpc-js
 * echo of the same messages, and against bare LevelDB that makes the same bytes durable in groups. The slower of the
 * two in each round is the yardstick. Run it with `npx tsx bench/create-api-token.ts` after `npm run build`; it prints
 * one line of JSON. `--profile DIRECTORY` writes a CPU profile of the server there.
 */
import { join } from "node:path";
import { parseArgs } from "node:util";
import { contract } from "../proto/load.js";
import { createApiToken } from "../server/usecases/create-api-token.js";
import { type SeededAccount, type Seeding, seed } from "./data-directory.js";
import { frameOf, GrpcConnection, type WireCall } from "./grpc-connection.js";
import { applyLoad, type LoadFigures, summarize } from "./load.js";
import { describeMachine } from "./machine.js";
import { makeDurable, openRawLevel } from "./raw-level.js";
import { median, medianRatio, playRounds, round } from "./rounds.js";
import { type ServerProcess, startEcho, startLatchkey } from "./server-process.js";
import { makeTemporaryDirectory } from "./temporary-directory.js";

const ROUNDS = 7;
const IN_FLIGHT = 64;
const CONNECTIONS = 4;

/** How many each of those under way creates in a round, in an account of its own, which holds no more than 256. */
const CREATES_EACH = 100;

const { CreateApiToken, BatchDeleteApiTokens } = contract.latchkey.v1.ApiTokenService.service;

const CHOICES = { description: "Reads tickets into the warehouse", scopes: ["read"], ipAllowList: [] };

const CREATE_FRAME = frameOf(CreateApiToken.requestSerialize({ apiToken: CHOICES }));

function createIn({ authorization }: SeededAccount): WireCall {
  return { path: CreateApiToken.path, authorization, frame: CREATE_FRAME };
}

/** An account for each create under way, and what a create writes. */
async function fill({ environment, addAccount, writesOf }: Seeding) {
  const accounts: SeededAccount[] = [];
  for (let n = 0; n < IN_FLIGHT; n++) accounts.push(await addAccount(`account-${n}`));
  const trial = await addAccount("trial");
  const input = { ...CHOICES, requestId: "" };
  const writes = await writesOf(() => createApiToken(environment, trial.admin, input));
  return { accounts, trial, writes: writes.map(({ key, value = "" }) => ({ key, value })) };
}

/** Rounds of creates, the tokens of each deleted before the next. */
function creating(accounts: readonly SeededAccount[], { address, pid }: ServerProcess) {
  const connections = Array.from({ length: CONNECTIONS }, () => new GrpcConnection(address));
  const deleteAll = async (account: SeededAccount, answers: readonly Buffer[]): Promise<void> => {
    const ids = answers.map((answer) => CreateApiToken.responseDeserialize(answer).apiToken?.id ?? "");
    const frame = frameOf(BatchDeleteApiTokens.requestSerialize({ ids }));
    const { authorization } = account;
    await connections[0]?.call({ path: BatchDeleteApiTokens.path, authorization, frame });
  };
  const create = async (): Promise<readonly [LoadFigures, Buffer[][]]> => {
    const answers: Buffer[][] = accounts.map(() => []);
    const left = accounts.map(() => CREATES_EACH);
    const figures = await applyLoad({
      connections,
      inFlight: IN_FLIGHT,
      serverPid: pid,
      next: (worker) =>
        (left[worker] as number)-- > 0 ? createIn(accounts[worker] as SeededAccount) : undefined,
      onAnswer: (worker, answer) => answers[worker]?.push(answer),
    });
    return [figures, answers];
  };
  return {
    echo: async () => (await create())[0],
    ours: async () => {
      const [figures, answers] = await create();
      for (const [n, account] of accounts.entries()) await deleteAll(account, answers[n] ?? []);
      return figures;
    },
    close: () => connections.map((connection) => connection.close()),
  };
}

const { values } = parseArgs({ options: { profile: { type: "string" } } });
const directory = makeTemporaryDirectory();
const { accounts, trial, writes } = await seed(join(directory, "data"), fill);
const server = await startLatchkey(join(directory, "data"), values.profile);
const connection = new GrpcConnection(server.address);
const echo = await startEcho(CreateApiToken.path, await connection.call(createIn(trial)));
connection.close();
const raw = await openRawLevel(join(directory, "raw"));

const ours = creating(accounts, server);
const bare = creating(accounts, echo);
const figures = await playRounds(ROUNDS, {
  echo: bare.echo,
  raw: (turn) => makeDurable(raw, { writes, turn, inFlight: IN_FLIGHT, total: IN_FLIGHT * CREATES_EACH }),
  ours: ours.ours,
});
ours.close();
bare.close();
await Promise.all([server.stop(), echo.stop(), raw.close()]);

const oursPerSecond = figures.ours.map(({ callsPerSecond }) => callsPerSecond);
const echoPerSecond = figures.echo.map(({ callsPerSecond }) => callsPerSecond);
const slowerPerSecond = figures.raw.map((perSecond, n) => Math.min(perSecond, echoPerSecond[n] as number));
process.stdout.write(
  `${JSON.stringify({
    benchmark: "create-api-token",
    ratio: medianRatio(oursPerSecond, slowerPerSecond),
    ratioToEcho: medianRatio(oursPerSecond, echoPerSecond),
    ratioToLevel: medianRatio(oursPerSecond, figures.raw),
    ...summarize(figures.ours),
    yardstick: { echo: summarize(figures.echo), level: { commitsPerSecond: round(median(figures.raw)) } },
    keysPerCreate: writes.length,
    bytesPerCreate: writes.reduce((sum, { key, value }) => sum + Buffer.byteLength(key + value), 0),
    machine: describeMachine(),
    rounds: ROUNDS,
  })}\n`,
);
