import { afterEach, beforeEach, expect, test } from "vitest";
import { checkRecords, searchForSecrets, serveToKill } from "../support/killed-server.js";
import { type Machine, makeMachine } from "../support/latchkey-process.js";
import { bearer, type ContractCalls } from "../support/running-server.js";
import { IS_LONG, randomNumbers, SEED } from "../support/test-environment.js";

const ROUNDS = IS_LONG ? 500 : 10;
const WORKERS = 6;
const TIMEOUT_MS = IS_LONG ? 7_200_000 : 300_000;
const PASSWORD = "correct horse battery staple";
const EMAIL = "ada@acme.example";

/** An access token: one state when the last change was acknowledged, either of two when it was not. */
interface Token {
  readonly secret: string;
  states: readonly ("active" | "revoked")[];
}

/** What can be refreshed: the refresh token that was answered last. */
interface Family {
  refreshToken: string;
}

/** Who works, and with what. */
interface World {
  readonly tokens: Token[];
  readonly families: Family[];
  readonly secrets: Set<string>;
  session: string;
  client: { clientId: string; clientSecret: string };
}

let machine: Machine;
beforeEach(async () => {
  machine = await makeMachine();
});
afterEach(() => machine.remove());

test(
  "killed at any instant, no issued token is lost, no revoked one comes back, and a refresh whose answer got lost can be repeated",
  async () => {
    const random = randomNumbers(SEED);
    const logs: string[] = [];
    const world: World = {
      tokens: [],
      families: [],
      secrets: new Set([PASSWORD]),
      session: "",
      client: { clientId: "", clientSecret: "" },
    };
    for (let round = 1; round <= ROUNDS; round++) {
      const server = await serveToKill(machine, logs);
      if (round === 1) await setUp(server.calls, server.setupCode, world);
      await verify(server.calls, world, `seed ${SEED}, round ${round}`);
      const working = Array.from({ length: WORKERS }, () => work(server.calls, world, random));
      // The instant is the point here: anything to wait for would make it less random.
      await new Promise((resolve) => setTimeout(resolve, random() * 250));
      await server.kill();
      await Promise.all(working);
      server.calls.client.close();
      await checkRecords(machine, `seed ${SEED}, round ${round}`);
    }
    const server = await serveToKill(machine, logs);
    await verify(server.calls, world, `seed ${SEED}, at last`);
    server.calls.client.close();
    await server.kill();
    expect(world.tokens.length).toBeGreaterThan(ROUNDS);
    expect(world.families.length).toBeGreaterThan(1);
    await searchForSecrets(machine, world.secrets, logs, "ExchangeToken");
  },
  TIMEOUT_MS,
);

async function setUp(calls: ContractCalls, setupCode: string, world: World): Promise<void> {
  const request = { setupCode, accountId: "acme", adminEmail: EMAIL, adminPassword: PASSWORD };
  const { sessionToken } = await calls.accounts.CreateAccount(request);
  const metadata = bearer(sessionToken);
  await calls.settings.UpdateSettings(
    { settings: { oauthAccess: true }, updateMask: { paths: ["oauth_access"] } },
    metadata,
  );
  const { oauthClient, secret } = await calls.oauthClients.CreateOAuthClient(
    {
      oauthClient: {
        name: "Nightly export",
        kind: "CLIENT_KIND_CONFIDENTIAL",
        allowedScopes: ["read"],
        allowedGrantTypes: ["GRANT_TYPE_CLIENT_CREDENTIALS", "GRANT_TYPE_REFRESH_TOKEN"],
      },
    },
    metadata,
  );
  world.session = sessionToken;
  world.client = { clientId: oauthClient?.identifier ?? "", clientSecret: secret };
  for (const text of [setupCode, sessionToken, secret]) world.secrets.add(text);
}

/** Gets, refreshes and revokes tokens until nobody answers any more. */
async function work(calls: ContractCalls, world: World, random: () => number): Promise<void> {
  try {
    for (;;) {
      const turn = random();
      if (turn < 0.1) await startFamily(calls, world);
      else if (turn < 0.6) keep(world, (await exchange(calls, world)).accessToken);
      else await revoke(calls, world, random);
    }
  } catch (error) {
    // The only end there is: the server was killed.
    expect(String(error)).toMatch(/UNAVAILABLE/);
  }
}

async function startFamily(calls: ContractCalls, world: World): Promise<void> {
  const wanted = { clientId: world.client.clientId, scopes: ["read"], withRefreshToken: true };
  const made = await calls.accessTokens.CreateAccessToken(wanted, bearer(world.session));
  world.secrets.add(made.refreshToken);
  world.secrets.add(made.secret);
  world.families.push({ refreshToken: made.refreshToken });
}

function exchange(calls: ContractCalls, { client }: World, refreshToken?: string) {
  const grantType = refreshToken === undefined ? "GRANT_TYPE_CLIENT_CREDENTIALS" : "GRANT_TYPE_REFRESH_TOKEN";
  return calls.oauth.ExchangeToken({
    accountId: "acme",
    client,
    grantType,
    refreshToken: refreshToken ?? "",
  });
}

function keep(world: World, secret: string): void {
  world.secrets.add(secret);
  world.tokens.push({ secret, states: ["active"] });
}

async function revoke(calls: ContractCalls, { tokens, client }: World, random: () => number): Promise<void> {
  const alive = tokens.filter(({ states }) => !states.includes("revoked"));
  const token = alive[Math.floor(random() * alive.length)];
  if (token === undefined) return;
  // Until it is acknowledged it may be either.
  token.states = ["active", "revoked"];
  await calls.oauth.RevokeToken({ accountId: "acme", client, token: token.secret });
  token.states = ["revoked"];
}

/** Every acknowledged token works, every acknowledged revocation holds, and every family can be refreshed, twice alike. */
async function verify(calls: ContractCalls, world: World, when: string): Promise<void> {
  const metadata = bearer(world.session);
  await Promise.all(
    world.tokens.map(async (token) => {
      const authorization = `Bearer ${token.secret}`;
      const { authenticated } = await calls.authentication.Authenticate({ authorization }, metadata);
      const state = authenticated ? "active" : "revoked";
      expect(token.states, `${when}: ${token.secret.slice(0, 10)} is ${state}`).toContain(state);
      token.states = [state];
    }),
  );
  for (const family of world.families.slice(-5)) {
    const [once, again] = [
      await exchange(calls, world, family.refreshToken),
      await exchange(calls, world, family.refreshToken),
    ];
    expect([when, again]).toEqual([
      when,
      { ...once, lifetime: again.lifetime, refreshLifetime: again.refreshLifetime },
    ]);
    world.secrets.add(once.refreshToken);
    keep(world, once.accessToken);
    family.refreshToken = once.refreshToken;
  }
}
