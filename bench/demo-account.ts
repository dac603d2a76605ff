import { parseArgs } from "node:util";
import type { ApiToken } from "../server/domain/api-tokens.js";
import type { RequestContext } from "../server/domain/callers.js";
import { hintOf } from "../server/domain/credentials.js";
import type { Role } from "../server/domain/users.js";
import { accountCounters, apiTokens, apiTokenUses, settings } from "../server/store/tables.js";
import { createApiToken } from "../server/usecases/create-api-token.js";
import { createUser } from "../server/usecases/create-user.js";
import type { Environment } from "../server/usecases/environment.js";
import { type SeededAccount, seed } from "./data-directory.js";
import { storeOAuth } from "./stored-oauth.js";

// Fills a data directory with an account to try the terminal on, as large as one that was carried over:
//
//   npx tsx bench/demo-account.ts DIRECTORY [--tokens 2000] [--users 120] [--clients 300] [--access-tokens 50000]
//   node dist/cli/main.js serve --data-directory DIRECTORY
//   node dist/cli/main.js tui          (account example-shop, ada@example.com, "correct horse battery")

const DAY = 86_400_000;
const HOUR = 3_600_000;
/** How many are made by the use cases, so that the audit log has something to tell. */
const EVENTFUL = 150;

const WORK = [
  "nightly export",
  "build pipeline",
  "status page",
  "mobile backend",
  "data warehouse",
  "billing sync",
];
const PLACES = ["Paris", "Zürich", "Łódź", "東京", "서울", "São Paulo", "Montréal", "القاهرة", "Oslo"];
const FIRST = ["Bob", "Chloé", "Dmitri", "Élise", "Farid", "Grace", "Hiroshi", "Inès", "Jürgen", "Kateřina"];
const LAST = [
  "Martin",
  "Müller",
  "Nguyễn",
  "O’Neill",
  "Pérez",
  "Rossi",
  "Sato",
  "Tanaka",
  "Ünal",
  "Whitfield",
];
const ROLES: readonly Role[] = ["AGENT", "END_USER", "AGENT", "AGENT", "ADMIN"];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    tokens: { type: "string", default: "2000" },
    users: { type: "string", default: "120" },
    clients: { type: "string", default: "300" },
    "access-tokens": { type: "string", default: "50000" },
  },
});
const [directory] = positionals;
if (directory === undefined) throw new Error("Name the data directory to fill.");

await seed(directory, async ({ environment, addAccount }) => {
  const account = await addAccount("example-shop");
  const people = await addUsers(environment, account.admin, Number(values.users));
  await addEventfulTokens(environment, account.admin, Math.min(EVENTFUL, Number(values.tokens)));
  await addStoredTokens(environment, account, people, Math.max(0, Number(values.tokens) - EVENTFUL));
  await storeOAuth(environment, account, Number(values.clients), Number(values["access-tokens"]));
});

async function addUsers(environment: Environment, admin: RequestContext, count: number): Promise<string[]> {
  const emails: string[] = [];
  for (let at = 0; at < count; at += 1) {
    const first = FIRST[at % FIRST.length] as string;
    const last = LAST[((at * 7 + at / 10) | 0) % LAST.length] as string;
    const email = `user-${at}@example.com`;
    await createUser(environment, admin, {
      email,
      name: `${first} ${last}`,
      role: ROLES[at % ROLES.length] as Role,
      verified: at % 9 !== 0,
      suspended: at % 17 === 0,
      password: "",
      requestId: "",
    });
    emails.push(email);
  }
  return emails;
}

async function addEventfulTokens(
  environment: Environment,
  admin: RequestContext,
  count: number,
): Promise<void> {
  for (let at = 0; at < count; at += 1) {
    await createApiToken(environment, admin, {
      description: nameOf(at),
      scopes: [],
      ipAllowList: [],
      requestId: "",
    });
  }
}

async function addStoredTokens(
  { store, newId, newSecret, digest }: Environment,
  { accountId, admin }: SeededAccount,
  people: readonly string[],
  count: number,
): Promise<void> {
  const { caller, now } = admin;
  if (caller.kind !== "SESSION") throw new Error("An administrator makes tokens in a session.");
  await store.write(async (transaction) => {
    for (let at = 0; at < count; at += 1) {
      const secret = newSecret("API_TOKEN");
      const createTime = now - (1 + ((at * 37) % 700)) * DAY;
      const token: ApiToken = {
        id: newId("tok", createTime),
        accountId,
        description: nameOf(at),
        digest: digest(secret),
        secretHint: hintOf(secret),
        scopes: at % 3 === 0 ? ["tickets:read"] : [],
        ipAllowList: at % 11 === 0 ? ["10.0.0.0/8"] : [],
        creatorUserId: caller.user.id,
        creatorEmail: at % 4 === 0 ? (people[at % people.length] ?? caller.user.email) : caller.user.email,
        createTime,
        updateTime: createTime,
        revision: 1,
        ...(at % 5 === 0 && { expireTime: now + (((at * 13) % 120) - 10) * DAY }),
        ...(at % 8 === 0 && { deactivation: { cause: "MANUAL" as const, time: now - DAY } }),
      };
      await transaction.put(apiTokens, token);
      if (at % 7 === 0) continue;
      await transaction.put(apiTokenUses, {
        accountId,
        tokenId: token.id,
        time: now - ((at * at) % 900) * HOUR,
        email: people[(at * 3) % people.length] ?? caller.user.email,
        sourceIp: `10.1.${at % 7}.${at % 250}`,
        count: (at * 31) % 5000,
      });
    }
    const counters = await transaction.get(accountCounters, accountId);
    if (counters !== undefined)
      await transaction.put(accountCounters, { ...counters, apiTokens: counters.apiTokens + count });
    const rules = await transaction.get(settings, accountId);
    if (rules !== undefined) await transaction.put(settings, { ...rules, maxApiTokens: 2_048 });
  });
}

function nameOf(at: number): string {
  return `${WORK[at % WORK.length]} ${PLACES[(at * 5) % PLACES.length]} ${at}`;
}
