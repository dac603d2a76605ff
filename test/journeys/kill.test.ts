import { afterEach, beforeEach, expect, test } from "vitest";
import { checkRecords, searchForSecrets, serveToKill } from "../support/killed-server.js";
import { type Machine, makeMachine } from "../support/latchkey-process.js";
import { bearer, type ContractCalls } from "../support/running-server.js";
import { IS_LONG, randomNumbers, SEED } from "../support/test-environment.js";

const ROUNDS = IS_LONG ? 1_000 : 24;
const WORKERS = 6;
const TOKENS_EACH = 20;
const GONE_LOOKED_AT = 0.05;
const TIMEOUT_MS = IS_LONG ? 7_200_000 : 300_000;
const PASSWORD = "correct horse battery staple";
const EMAIL = "ada@acme.example";

/** What a token must be: one state when the last change was acknowledged, either of two when it was not. */
interface Token {
  readonly id: string;
  readonly secret: string;
  states: readonly ("active" | "deactivated" | "deleted")[];
  /** Whether it was found deleted; from then on it is looked at now and then, and at last. */
  isGone?: boolean;
}

let machine: Machine;
beforeEach(async () => {
  machine = await makeMachine();
});
afterEach(() => machine.remove());

test(
  "killed at any instant, the server loses nothing it acknowledged, and tells no secret",
  async () => {
    const random = randomNumbers(SEED);
    const secrets = new Set([PASSWORD]);
    const logs: string[] = [];
    const tokens: Token[] = [];
    let sessionToken = "";
    let killed = 0;

    for (let round = 1; round <= ROUNDS; round++) {
      const server = await serveToKill(machine, logs);
      if (sessionToken === "") {
        secrets.add(server.setupCode);
        sessionToken = await setUp(server.calls, server.setupCode);
        secrets.add(sessionToken);
      }
      const due = tokens.filter(({ isGone }) => !isGone || random() < GONE_LOOKED_AT);
      await verify(server.calls, due, sessionToken, `seed ${SEED}, round ${round}`);
      await deleteUnanswered(server.calls, tokens, sessionToken);
      const working = Array.from({ length: WORKERS }, (_, worker) =>
        work(server.calls, tokens, worker, sessionToken, random),
      );
      const signedIn = await server.calls.sessions.SignIn({
        accountId: "acme",
        email: EMAIL,
        password: PASSWORD,
      });
      secrets.add(signedIn.sessionToken);
      // The instant is the point here: anything to wait for would make it less random.
      await new Promise((resolve) => setTimeout(resolve, random() * 250));
      await server.kill();
      killed += 1;
      await Promise.all(working);
      server.calls.client.close();
      await checkRecords(machine, `seed ${SEED}, round ${round}`);
    }

    const server = await serveToKill(machine, logs);
    await verify(server.calls, tokens, sessionToken, `seed ${SEED}, at last`);
    server.calls.client.close();
    await server.kill();
    for (const { secret } of tokens) secrets.add(secret);
    expect(killed).toBe(ROUNDS);
    expect(tokens.length).toBeGreaterThan(ROUNDS);
    expect(secrets.size).toBeGreaterThan(tokens.length + ROUNDS);
    await searchForSecrets(machine, secrets, logs, "CreateApiToken");
  },
  TIMEOUT_MS,
);

async function setUp(calls: ContractCalls, setupCode: string): Promise<string> {
  const request = { setupCode, accountId: "acme", adminEmail: EMAIL, adminPassword: PASSWORD };
  const { sessionToken } = await calls.accounts.CreateAccount(request);
  await calls.settings.UpdateSettings(
    { settings: { apiTokenAccess: true }, updateMask: { paths: ["api_token_access"] } },
    bearer(sessionToken),
  );
  return sessionToken;
}

/** Makes, stops, restores and deletes tokens of its own until nobody answers any more. */
async function work(
  calls: ContractCalls,
  tokens: Token[],
  worker: number,
  sessionToken: string,
  random: () => number,
): Promise<void> {
  const metadata = bearer(sessionToken);
  const own = tokens.filter((_, index) => index % WORKERS === worker);
  const change = async (token: Token, to: Token["states"][number], call: () => Promise<unknown>) => {
    // Until it is acknowledged it may be either.
    token.states = [...token.states, to];
    await call();
    token.states = [to];
  };
  try {
    for (;;) {
      const alive = own.filter(({ states }) => !states.includes("deleted"));
      const token = alive[Math.floor(random() * alive.length)];
      if (token === undefined || (alive.length < TOKENS_EACH && random() < 0.5)) {
        const { apiToken, secret } = await calls.apiTokens.CreateApiToken({ apiToken: {} }, metadata);
        const made: Token = { id: apiToken?.id ?? "", secret, states: ["active"] };
        own.push(made);
        tokens.push(made);
        continue;
      }
      const { id, states } = token;
      if (random() < 0.4) {
        await change(token, "deleted", () => calls.apiTokens.DeleteApiToken({ id }, metadata));
      } else if (states[0] === "active") {
        await change(token, "deactivated", () => calls.apiTokens.DeactivateApiToken({ id }, metadata));
      } else {
        await change(token, "active", () => calls.apiTokens.ReactivateApiToken({ id }, metadata));
      }
    }
  } catch (error) {
    // The only end there is: the server was killed.
    expect(String(error)).toMatch(/UNAVAILABLE/);
  }
}

/** Every acknowledged token authenticates, every acknowledged end denies; what was open is settled from here on. */
async function verify(
  calls: ContractCalls,
  tokens: Token[],
  sessionToken: string,
  when: string,
): Promise<void> {
  const metadata = bearer(sessionToken);
  const basic = (secret: string) => `Basic ${Buffer.from(`${EMAIL}/token:${secret}`).toString("base64")}`;
  await Promise.all(
    tokens.map(async (token) => {
      const { id, secret } = token;
      const { authenticated } = await calls.authentication.Authenticate(
        { authorization: basic(secret) },
        metadata,
      );
      const found = await calls.apiTokens.GetApiToken({ id }, metadata).catch(() => undefined);
      const isActive = found?.apiToken?.state === "API_TOKEN_STATE_ACTIVE";
      const state = found === undefined ? "deleted" : isActive ? "active" : "deactivated";
      expect([when, id, authenticated]).toEqual([when, id, state === "active"]);
      expect(token.states, `${when}: ${id} is ${state}`).toContain(state);
      token.states = [state];
      token.isGone = state === "deleted";
    }),
  );
}

/** Deletes the tokens whose making was stored but never answered, at most one for each who worked, to keep room. */
async function deleteUnanswered(calls: ContractCalls, tokens: Token[], sessionToken: string): Promise<void> {
  const metadata = bearer(sessionToken);
  const known = new Set(tokens.map(({ id }) => id));
  const found: string[] = [];
  let pageToken = "";
  do {
    const page = await calls.apiTokens.ListApiTokens({ pageSize: 200, pageToken }, metadata);
    found.push(...page.apiTokens.map(({ id }) => id).filter((id) => !known.has(id)));
    pageToken = page.nextPageToken;
  } while (pageToken !== "");
  expect(found.length).toBeLessThanOrEqual(WORKERS);
  for (const id of found) await calls.apiTokens.DeleteApiToken({ id }, metadata);
}
