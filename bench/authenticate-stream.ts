/**
 * What AuthenticateStream costs, 64 checks to a message, over a bare grpc-js stream that answers the same messages
 * to the same messages: by bytes, looking into nothing, and by the contract's own codec. Run it with `npx tsx bench/authenticate-stream.ts` after `npm run build`; it prints one line of JSON.
 * `--profile DIRECTORY` writes a CPU profile of the server there.
 */
import { parseArgs } from "node:util";
import { contract } from "../proto/load.js";
import { createApiToken } from "../server/usecases/create-api-token.js";
import { basicOf, type Seeding, seed } from "./data-directory.js";
import { frameOf } from "./grpc-connection.js";
import { describeMachine } from "./machine.js";
import { applyStreamLoad, type StreamFigures } from "./message-stream.js";
import { median, medianRatio, playRounds, round } from "./rounds.js";
import { type ServerProcess, startEcho, startLatchkey } from "./server-process.js";
import { storeTokens } from "./stored-tokens.js";
import { makeTemporaryDirectory } from "./temporary-directory.js";

const ROUNDS = 7;
const ROUND_MILLISECONDS = 1_500;
const CHECKS = 64;
const TOKENS = 1_024;

const { path, requestSerialize, responseSerialize } =
  contract.latchkey.v1.AuthenticationService.service.AuthenticateStream;

async function fill({ environment, addAccount }: Seeding) {
  const account = await addAccount("acme");
  const choices = { scopes: ["authenticate"], ipAllowList: [], requestId: "" };
  const service = await createApiToken(environment, account.admin, { ...choices, description: "A service" });
  const secrets = await storeTokens(environment, account, TOKENS, TOKENS);
  return { service: basicOf(service.secret), headers: secrets.map(basicOf) };
}

const { values } = parseArgs({ options: { profile: { type: "string" } } });
const directory = makeTemporaryDirectory();
const { service, headers } = await seed(directory, fill);
const frames = Array.from({ length: Math.floor(headers.length / CHECKS) }, (_, n) =>
  frameOf(
    requestSerialize({
      checks: headers.slice(n * CHECKS, (n + 1) * CHECKS).map((authorization, id) => ({
        id: n * CHECKS + id + 1,
        question: {
          authorization,
          method: "GET",
          path: "/api/v2/tickets.json",
          sourceIp: "203.0.113.7",
          requiredScopes: ["tickets:read"],
        },
      })),
    }),
  ),
);
// As large as what Latchkey answers.
const answer = responseSerialize({
  answers: Array.from({ length: CHECKS }, (_, n) => ({
    id: n + 500,
    decision: {
      authenticated: true,
      allowed: true,
      accountId: "acme",
      principal: { userId: `usr_${"x".repeat(26)}`, email: "ada@example.com", role: "ROLE_ADMIN" },
      credentialKind: "CREDENTIAL_KIND_API_TOKEN",
      credentialId: `tok_${"x".repeat(26)}`,
      scopes: ["tickets:read"],
    },
  })),
});
const ours = await startLatchkey(directory, values.profile);
const echo = await startEcho(path, answer, "stream");
const codec = await startEcho(path, answer, "codec");

const load =
  ({ address, pid }: ServerProcess) =>
  () =>
    applyStreamLoad({
      ...{ address, serverPid: pid, path, authorization: service, frames },
      ...{ streams: 2, inFlight: 8, milliseconds: ROUND_MILLISECONDS },
    });
const figures = await playRounds(ROUNDS, { echo: load(echo), codec: load(codec), ours: load(ours) });
await Promise.all([ours.stop(), echo.stop(), codec.stop()]);

const all = (rounds: readonly StreamFigures[], figure: keyof StreamFigures) =>
  rounds.map((one) => one[figure]);
const ratioTo = (yardstick: readonly StreamFigures[]) =>
  medianRatio(all(figures.ours, "messagesPerSecond"), all(yardstick, "messagesPerSecond"));
const summarize = (rounds: readonly StreamFigures[]) => ({
  checksPerSecond: round(median(all(rounds, "messagesPerSecond")) * CHECKS),
  cpuMicrosecondsPerCheck: round(median(all(rounds, "cpuMicroseconds")) / CHECKS, 3),
});
process.stdout.write(
  `${JSON.stringify({
    benchmark: "authenticate-stream",
    ratio: ratioTo(figures.codec),
    ratioToBytes: ratioTo(figures.echo),
    ...summarize(figures.ours),
    yardstick: { codec: summarize(figures.codec), bytes: summarize(figures.echo) },
    checksPerMessage: CHECKS,
    machine: describeMachine(),
    rounds: ROUNDS,
  })}\n`,
);
