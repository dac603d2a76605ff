/**
 * What an access policy of 100 statements costs a decision: an API token that is under one against the same without,
 * asked by Authenticate over the wire, and of a verifier in this process. Requests are drawn from 1,000 paths. Run it with
 * `npx tsx bench/policies.ts` after `npm run build`; it prints one line of JSON.
 */
import { contract } from "../proto/load.js";
import type { PolicyStatement } from "../server/domain/policy-statements.js";
import { createAccessPolicy } from "../server/usecases/create-access-policy.js";
import { createApiToken } from "../server/usecases/create-api-token.js";
import { enforceAccessPolicy } from "../server/usecases/enforce-access-policy.js";
import { openVerifier } from "../verifier/verifier.js";
import { basicOf, type Seeding, seed } from "./data-directory.js";
import { frameOf, GrpcConnection, type WireCall } from "./grpc-connection.js";
import { applyLoad, compare, forMilliseconds } from "./load.js";
import { describeMachine } from "./machine.js";
import { median, medianRatio, playRounds, round } from "./rounds.js";
import { startLatchkey } from "./server-process.js";
import { makeTemporaryDirectory } from "./temporary-directory.js";

const ROUNDS = 7;
const ROUND_MILLISECONDS = 1_200;
const LOCAL_CHECKS = 300_000;
const PATHS = Array.from({ length: 1_000 }, (_, n) => `/api/v2/resource${n % 50}/${n}`);

const { path, requestSerialize } = contract.latchkey.v1.AuthenticationService.service.Authenticate;

/** Half of them allow what is asked about, a quarter something else; the rest deny what nobody asks about. */
function statements(): PolicyStatement[] {
  return Array.from({ length: 100 }, (_, n) => ({
    description: "",
    effect: n % 4 === 3 ? "DENY" : "ALLOW",
    methods: n % 4 === 3 ? [] : ["GET"],
    paths:
      n % 4 === 3 ? [`/api/v2/secret${n}/**`] : [`/api/v2/resource${n % 50}/{id}`, `/api/v1/**/part${n}`],
    grpcMethods: [],
    scopes: [],
    ipRanges: [],
    requestFields: [],
    responseFields: [],
  }));
}

async function fill({ environment, addAccount }: Seeding) {
  const { admin } = await addAccount("acme");
  const choices = {
    name: "hundred",
    description: "",
    statements: statements(),
    testCases: [],
    requestId: "",
  };
  const { policy } = await createAccessPolicy(environment, admin, choices);
  await enforceAccessPolicy(environment, admin, { id: policy.id, version: 1, etag: "" });
  const make = async (
    description: string,
    accessPolicyIds: readonly string[],
    scopes: readonly string[] = [],
  ) =>
    (
      await createApiToken(environment, admin, {
        description,
        scopes,
        ipAllowList: [],
        requestId: "",
        accessPolicyIds,
      })
    ).secret;
  const service = await make("A service", [], ["authenticate"]);
  return { service, without: await make("Without", []), under: await make("Under", [policy.id]) };
}

const directory = makeTemporaryDirectory();
const secrets = await seed(directory, fill);
const server = await startLatchkey(directory);

function callsOf(secret: string): WireCall[] {
  return PATHS.map((asked) => {
    const question = { authorization: basicOf(secret), method: "GET", path: asked, sourceIp: "203.0.113.7" };
    return { path, authorization: basicOf(secrets.service), frame: frameOf(requestSerialize(question)) };
  });
}

const connections = [new GrpcConnection(server.address)];
const unary = (secret: string) => {
  const calls = callsOf(secret);
  const pick = () => calls[Math.floor(Math.random() * calls.length)] as WireCall;
  return () => {
    const next = forMilliseconds(ROUND_MILLISECONDS, pick);
    return applyLoad({ connections, inFlight: 64, serverPid: server.pid, next });
  };
};
const overTheWire = await playRounds(ROUNDS, {
  without: unary(secrets.without),
  under: unary(secrets.under),
});
for (const connection of connections) connection.close();

const verifier = openVerifier({
  server: server.address,
  authorization: basicOf(secrets.service),
  maxStalenessMs: 60_000,
  whenStale: "refuse",
  reportUses: false,
});
await verifier.ready();

const local = (secret: string) => {
  const authorization = basicOf(secret);
  return async () => {
    const begin = process.cpuUsage();
    for (let n = 0; n < LOCAL_CHECKS; n++) {
      const answer = verifier.check({
        authorization,
        method: "GET",
        path: PATHS[n % PATHS.length] as string,
        sourceIp: "203.0.113.7",
      });
      if (answer instanceof Promise || !answer.allowed) throw new Error("It was not allowed at once.");
    }
    const { user, system } = process.cpuUsage(begin);
    return ((user + system) / LOCAL_CHECKS) * 1e3;
  };
};
const inProcess = await playRounds(ROUNDS, { without: local(secrets.without), under: local(secrets.under) });
verifier.close();
await server.stop();

const wire = compare(overTheWire.under, overTheWire.without);
process.stdout.write(
  `${JSON.stringify({
    benchmark: "policies",
    statements: 100,
    unary: { ...wire, costRatio: round(1 / wire.ratio, 3) },
    local: {
      costRatio: medianRatio(inProcess.under, inProcess.without),
      nanoseconds: round(median(inProcess.under)),
      yardstick: { nanoseconds: round(median(inProcess.without)) },
    },
    machine: describeMachine(),
    rounds: ROUNDS,
  })}\n`,
);
