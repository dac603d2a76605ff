/**
 * What a check costs in a service's own process, with latchkey/verifier fed by WatchRevocations, over the least that any
 * check by digest costs: SHA-256 and a look-up in a Map. Run it with `npx tsx bench/verifier.ts` after `npm run build`; it
 * prints one line of JSON.
 */
import * as crypto from "node:crypto";
import { createApiToken } from "../server/usecases/create-api-token.js";
import { openVerifier } from "../verifier/verifier.js";
import { basicOf, type Seeding, seed } from "./data-directory.js";
import { describeMachine } from "./machine.js";
import { median, medianRatio, playRounds, round } from "./rounds.js";
import { startLatchkey } from "./server-process.js";
import { storeTokens } from "./stored-tokens.js";
import { makeTemporaryDirectory } from "./temporary-directory.js";

const ROUNDS = 15;
const ROUND_MILLISECONDS = 400;
const TOKENS = 2_048;

/** How many checks are made between two looks at the clock. */
const CHUNK = 1_000;

async function fill({ environment, addAccount }: Seeding) {
  const account = await addAccount("acme");
  const choices = { scopes: ["authenticate"], ipAllowList: [], requestId: "" };
  const service = await createApiToken(environment, account.admin, { ...choices, description: "A service" });
  const secrets = await storeTokens(environment, account, TOKENS, TOKENS);
  return { service: basicOf(service.secret), headers: secrets.map(basicOf) };
}

/** Does it again and again until the time is up; how often in a second. */
async function rateOf(work: (turn: number) => boolean): Promise<number> {
  // What waits, such as the feed, has its turn before.
  await new Promise((resolve) => setImmediate(resolve));
  const begin = performance.now();
  let made = 0;
  let elapsed = 0;
  while (elapsed < ROUND_MILLISECONDS) {
    for (let n = 0; n < CHUNK; n++) if (!work(made++)) throw new Error("A good token was refused.");
    elapsed = performance.now() - begin;
  }
  return (made / elapsed) * 1_000;
}

const directory = makeTemporaryDirectory();
const { service, headers } = await seed(directory, fill);
const server = await startLatchkey(directory);
const verifier = openVerifier({
  server: server.address,
  authorization: service,
  maxStalenessMs: 60_000,
  whenStale: "refuse",
  reportUses: false,
});
await verifier.ready();

const digest = (text: string) => crypto.hash("sha256", text, "base64url");
const known = new Map(headers.map((header) => [digest(header), { header }]));
const headerOf = (turn: number) => headers[turn % headers.length] as string;

const figures = await playRounds(ROUNDS, {
  bare: () => rateOf((turn) => known.has(digest(headerOf(turn)))),
  ours: () =>
    rateOf((turn) => {
      const answer = verifier.check({
        authorization: headerOf(turn),
        method: "GET",
        path: "/api/v2/tickets.json",
        sourceIp: "203.0.113.7",
        requiredScopes: ["tickets:read"],
      });
      return "status" in answer && answer.status === 200;
    }),
});
verifier.close();
await server.stop();

const microseconds = (rates: readonly number[]) => round(1e6 / median(rates), 3);
process.stdout.write(
  `${JSON.stringify({
    benchmark: "verifier",
    ratio: medianRatio(figures.ours, figures.bare),
    checksPerSecond: round(median(figures.ours)),
    microsecondsPerCheck: microseconds(figures.ours),
    yardstick: {
      checksPerSecond: round(median(figures.bare)),
      microsecondsPerCheck: microseconds(figures.bare),
    },
    machine: describeMachine(),
    rounds: ROUNDS,
  })}\n`,
);
