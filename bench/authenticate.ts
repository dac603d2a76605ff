/**
 * What Authenticate costs over a bare grpc-js echo of the same bytes: an API token asks about API tokens, drawn at
 * random from those stored. Run it with `npx tsx bench/authenticate.ts` after `npm run build`; it prints one line of
 * JSON. `--tokens N` stores more tokens, `--profile DIRECTORY` writes a CPU profile of the server there.
 */
import { parseArgs } from "node:util";
import { contract } from "../proto/load.js";
import { createApiToken } from "../server/usecases/create-api-token.js";
import { basicOf, type Seeding, seed } from "./data-directory.js";
import { frameOf, GrpcConnection, type WireCall } from "./grpc-connection.js";
import { applyLoad, compare, forMilliseconds } from "./load.js";
import { describeMachine } from "./machine.js";
import { playRounds } from "./rounds.js";
import { type ServerProcess, startEcho, startLatchkey } from "./server-process.js";
import { storeTokens } from "./stored-tokens.js";
import { makeTemporaryDirectory } from "./temporary-directory.js";

const ROUNDS = 7;
const ROUND_MILLISECONDS = 1_500;

/** How many different calls are made beforehand, to be drawn from; each is made once before anything is measured. */
const DIFFERENT_CALLS = 5_000;

const { path, requestSerialize } = contract.latchkey.v1.AuthenticationService.service.Authenticate;

function checkOf(caller: string, secret: string): WireCall {
  const message = requestSerialize({
    authorization: basicOf(secret),
    method: "GET",
    path: "/api/v2/tickets.json",
    sourceIp: "203.0.113.7",
    requiredScopes: ["tickets:read"],
  });
  return { path, authorization: caller, frame: frameOf(message) };
}

async function fill({ environment, addAccount }: Seeding, tokens: number): Promise<WireCall[]> {
  const account = await addAccount("acme");
  const choices = { scopes: ["authenticate"], ipAllowList: [], requestId: "" };
  const service = await createApiToken(environment, account.admin, { ...choices, description: "A service" });
  const secrets = await storeTokens(environment, account, tokens, DIFFERENT_CALLS);
  return secrets.map((secret) => checkOf(basicOf(service.secret), secret));
}

/** Asks about everything once, as a server that has run for a while has been asked. */
async function warmUp(calls: readonly WireCall[], { address, pid }: ServerProcess): Promise<void> {
  const connections = [new GrpcConnection(address)];
  let next = 0;
  await applyLoad({ connections, inFlight: 64, serverPid: pid, next: () => calls[next++] });
  connections[0]?.close();
}

async function measure(
  calls: readonly WireCall[],
  servers: Record<"ours" | "echo", ServerProcess>,
  inFlight: number,
  connectionCount: number,
) {
  const contend = ({ address, pid }: ServerProcess) => {
    const connections = Array.from({ length: connectionCount }, () => new GrpcConnection(address));
    const pick = () => calls[Math.floor(Math.random() * calls.length)] as WireCall;
    return {
      play: () => {
        const next = forMilliseconds(ROUND_MILLISECONDS, pick);
        return applyLoad({ connections, inFlight, serverPid: pid, next });
      },
      close: () => connections.map((connection) => connection.close()),
    };
  };
  const ours = contend(servers.ours);
  const echo = contend(servers.echo);
  const figures = await playRounds(ROUNDS, { echo: echo.play, ours: ours.play });
  ours.close();
  echo.close();
  return compare(figures.ours, figures.echo);
}

const { values } = parseArgs({ options: { tokens: { type: "string" }, profile: { type: "string" } } });
const tokens = Number(values.tokens ?? 1_000);
const directory = makeTemporaryDirectory();
const calls = await seed(directory, (seeding) => fill(seeding, tokens));
const ours = await startLatchkey(directory, values.profile);
const connection = new GrpcConnection(ours.address);
const echo = await startEcho(path, await connection.call(calls[0] as WireCall));
connection.close();

await warmUp(calls, ours);
await warmUp(calls, echo);
const oneConnection = await measure(calls, { ours, echo }, 64, 1);
const fourConnections = await measure(calls, { ours, echo }, 64, 4);
const oneInFlight = await measure(calls, { ours, echo }, 1, 1);
await Promise.all([ours.stop(), echo.stop()]);

process.stdout.write(
  `${JSON.stringify({
    benchmark: "authenticate",
    tokens,
    ...oneConnection,
    fourConnections,
    oneInFlight,
    machine: describeMachine(),
    rounds: ROUNDS,
  })}\n`,
);
