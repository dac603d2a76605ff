import { afterEach, expect, onTestFailed, test } from "vitest";
import { hintOf, parseAuthorization } from "../../server/domain/credentials.js";
import { decide } from "../../server/domain/decisions.js";
import {
  accessTokens,
  oauthClients,
  oauthCutoffs,
  oauthGrants,
  sessions,
} from "../../server/store/tables.js";
import { factsOf } from "../../server/verification/facts.js";
import { answerFrom, answerOf } from "../../verifier/answer.js";
import { MACHINE_CLOCKS } from "../../verifier/freshness.js";
import { openVerifier, type Verifier } from "../../verifier/verifier.js";
import { eventually } from "../support/eventually.js";
import { basic, type SignedUp, startServer, type TestServer } from "../support/running-server.js";
import { IS_LONG, randomNumbers, SEED } from "../support/test-environment.js";

const STEPS = IS_LONG ? 2_000 : 60;
const HISTORIES = IS_LONG ? 20 : 3;
const HOME = "192.0.2.10";

let server: TestServer;
let verifier: Verifier;
afterEach(async () => {
  verifier?.close();
  await server.stop();
});

/** An account in which things happen at random. */
class World {
  readonly #admin: SignedUp;
  readonly #random: () => number;
  readonly headers: string[] = [];
  readonly #emails: string[] = [];
  readonly #userIds: string[] = [];
  readonly #tokenIds: string[] = [];
  readonly #sessionTokens: string[] = [];
  #made = 0;

  constructor(admin: SignedUp, random: () => number) {
    this.#admin = admin;
    this.#random = random;
    this.#emails.push(admin.adminEmail);
    this.headers.push(`Bearer ${admin.sessionToken}`, "Bearer nobody", "");
  }

  /** Makes something happen, or tries to. */
  async step(): Promise<string> {
    const acts = [
      this.#makeToken,
      this.#makeUser,
      this.#changeToken,
      this.#deleteToken,
      this.#changeUser,
      this.#deleteUser,
      this.#changeSettings,
      this.#signIn,
      this.#signOut,
      this.#makeAccessToken,
      this.#changeOAuth,
      this.#waitAWhile,
    ];
    const act = this.#pick(acts);
    // What is refused has changed nothing.
    await act.call(this).catch((error: { code?: number }) => {
      if (error.code === undefined) throw error;
    });
    return act.name;
  }

  async #makeToken(): Promise<void> {
    const { calls, clock } = server;
    const { apiToken, secret } = await calls.apiTokens.CreateApiToken(
      {
        apiToken: {
          scopes: this.#pick([[], ["read"], ["authenticate"]]),
          ipAllowList: this.#pick([[], [], ["192.0.2.0/24"], ["10.0.0.0/8"]]),
          ...(this.#random() < 0.3
            ? { boundUserId: this.#pick([this.#admin.adminUserId, ...this.#userIds]) }
            : {}),
          ...(this.#random() < 0.3 ? { expireTime: { seconds: clock.now() / 1_000 + 3_600, nanos: 0 } } : {}),
        },
      },
      this.#admin.metadata,
    );
    this.#tokenIds.push(apiToken?.id ?? "");
    for (const email of this.#emails) this.headers.push(headerOf(email, secret));
  }

  async #makeUser(): Promise<void> {
    const email = `u${++this.#made}@acme.example`;
    const role = this.#pick(["ROLE_ADMIN", "ROLE_AGENT", "ROLE_END_USER"] as const);
    const { user } = await server.calls.users.CreateUser(
      { user: { email, role, verified: this.#random() < 0.8 }, password: "correct horse battery" },
      this.#admin.metadata,
    );
    this.#emails.push(email);
    this.#userIds.push(user?.id ?? "");
  }

  async #changeToken(): Promise<void> {
    const id = this.#pick(this.#tokenIds);
    const { apiTokens } = server.calls;
    const change = this.#pick([apiTokens.DeactivateApiToken, apiTokens.ReactivateApiToken]);
    await change({ id }, this.#admin.metadata);
  }

  async #deleteToken(): Promise<void> {
    await server.calls.apiTokens.DeleteApiToken({ id: this.#pick(this.#tokenIds) }, this.#admin.metadata);
  }

  async #changeUser(): Promise<void> {
    const id = this.#pick(this.#userIds);
    const flags = { verified: this.#random() < 0.7, suspended: this.#random() < 0.3 };
    const role = this.#pick(["ROLE_AGENT", "ROLE_END_USER"] as const);
    const email = `u${++this.#made}@acme.example`;
    const paths = this.#pick([["verified"], ["suspended"], ["role"], ["email"]]);
    await server.calls.users.UpdateUser(
      { user: { id, ...flags, role, email }, updateMask: { paths } },
      this.#admin.metadata,
    );
    if (paths[0] === "email") this.#emails.push(email);
  }

  async #deleteUser(): Promise<void> {
    if (this.#random() < 0.5) return;
    await server.calls.users.DeleteUser({ id: this.#pick(this.#userIds) }, this.#admin.metadata);
  }

  async #changeSettings(): Promise<void> {
    const values = {
      apiTokenAccess: this.#random() < 0.8,
      oauthAccess: this.#random() < 0.8,
      ipAllowList: this.#pick([[], [], ["192.0.2.0/24", "127.0.0.1"]]),
    };
    const paths = ["api_token_access", "oauth_access", "ip_allow_list"];
    await server.calls.settings.UpdateSettings(
      { settings: values, updateMask: { paths } },
      this.#admin.metadata,
    );
  }

  async #signIn(): Promise<void> {
    const credentials = {
      accountId: "acme",
      email: this.#pick(this.#emails),
      password: "correct horse battery",
    };
    const { sessionToken } = await server.calls.sessions.SignIn(credentials);
    this.#sessionTokens.push(sessionToken);
    this.headers.push(`Bearer ${sessionToken}`);
  }

  async #signOut(): Promise<void> {
    const store = server.environment.store;
    const digest = server.environment.digest(this.#pick(this.#sessionTokens) ?? "");
    await store.write(async (transaction) => {
      const all = await transaction.list(sessions, ["acme"], { limit: 1_000 });
      const session = all.find((one) => one.digest === digest);
      if (session !== undefined) transaction.delete(sessions, session);
    });
  }

  /** Straight into the store: how it comes there is another test's. */
  async #makeAccessToken(): Promise<void> {
    const { store, newId, newSecret, digest } = server.environment;
    const now = server.clock.now();
    const secret = newSecret("ACCESS_TOKEN");
    const isGlobal = this.#random() < 0.3;
    const clientId = `ocl_${Math.floor(this.#random() * 3)}${isGlobal ? "g" : ""}`;
    const clientAccountId = isGlobal ? "acme-2" : "acme";
    const userId = this.#random() < 0.7 ? this.#pick([this.#admin.adminUserId, ...this.#userIds]) : undefined;
    const id = newId("atk", now);
    const grantId = userId !== undefined && this.#random() < 0.5 ? newId("grt", now) : undefined;
    const owner = { accountId: "acme", clientId, clientAccountId };
    await store.write(async (transaction) => {
      if ((await transaction.get(oauthClients, clientAccountId, clientId)) === undefined) {
        await transaction.put(oauthClients, clientOf(clientAccountId, clientId, isGlobal));
      }
      if (grantId !== undefined && userId !== undefined) {
        const grant = { ...owner, id: grantId, userId, scopes: ["read"], createTime: now, generation: 0 };
        await transaction.put(oauthGrants, grant);
      }
      await transaction.put(accessTokens, {
        ...owner,
        id,
        digest: digest(secret),
        secretHint: hintOf(secret),
        ...(userId === undefined ? {} : { userId }),
        ...(grantId === undefined ? {} : { grantId }),
        scopes: this.#pick([["read"], ["tickets:read", "read"], ["write"]]),
        origin: "DIRECT",
        createTime: now,
        expireTime: now + 3_600_000,
      });
    });
    this.headers.push(`Bearer ${secret}`);
  }

  async #changeOAuth(): Promise<void> {
    const { store } = server.environment;
    const [accountId, id] = this.#pick([
      ["acme", "ocl_0"],
      ["acme", "ocl_1"],
      ["acme-2", "ocl_0g"],
      ["acme-2", "ocl_1g"],
    ] as const);
    await store.write(async (transaction) => {
      const client = await transaction.get(oauthClients, accountId, id);
      if (client === undefined) return;
      const choice = this.#random();
      const enabled = this.#random() < 0.6;
      const allowedScopes = this.#pick([[], ["read"], ["tickets:read"]]);
      if (choice < 0.1)
        await transaction.put(oauthClients, { ...client, foreignEndTime: server.clock.now() });
      else if (choice < 0.4) await transaction.put(oauthClients, { ...client, enabled, allowedScopes });
      else if (choice < 0.5) await transaction.put(oauthClients, { ...client, global: !client.global });
      else if (choice < 0.6) transaction.delete(oauthClients, client);
      else if (choice < 0.8) {
        const kind = this.#pick(["CLIENT", "USER"] as const);
        const whom = kind === "CLIENT" ? id : this.#pick([this.#admin.adminUserId, ...this.#userIds]);
        await transaction.put(oauthCutoffs, { accountId: "acme", kind, id: whom, time: server.clock.now() });
      } else {
        const grants = await transaction.list(oauthGrants, ["acme"], { limit: 100 });
        if (grants.length > 0) transaction.delete(oauthGrants, this.#pick(grants));
      }
    });
  }

  async #waitAWhile(): Promise<void> {
    server.clock.advance(this.#pick([1_000, 60_000, 1_800_000]));
  }

  #pick<T>(choices: readonly T[]): T {
    return choices[Math.floor(this.#random() * choices.length)] as T;
  }
}

function clientOf(accountId: string, id: string, global: boolean) {
  return {
    id,
    accountId,
    identifier: `client-${id}`,
    name: id,
    description: "",
    company: "",
    logoUrl: "",
    kind: "CONFIDENTIAL",
    redirectUris: [],
    allowedScopes: [],
    allowedGrantTypes: ["CLIENT_CREDENTIALS"],
    enabled: true,
    global,
    secrets: [],
    creatorUserId: "usr_1",
    creatorEmail: "",
    createTime: 0,
    updateTime: 0,
    revision: 1,
  } as const;
}

function headerOf(email: string, secret: string): string {
  return String(basic(email, secret).get("authorization")[0]);
}

/** The answer by what is stored, read at once and by nothing but the rules. */
async function straight(question: { authorization: string; sourceIp: string; requiredScopes: string[] }) {
  const { store, digest } = server.environment;
  const credential = parseAuthorization(question.authorization);
  const facts =
    credential && (await store.read((reader) => factsOf(reader, credential, digest(credential.secret))));
  const asked = { ...question, accountId: "acme", method: "", path: "", now: server.clock.now() };
  return answerOf(decide(facts, asked));
}

test.each(Array.from({ length: HISTORIES }, (_, n) => SEED + n))(
  "the verifier, the call and the store itself agree at every position (seed %i)",
  async (seed) => {
    onTestFailed(() => void process.stderr.write(`LATCHKEY_SEED=${seed} repeats this.\n`));
    server = await startServer({ foundations: { flushEveryMs: 3_600_000, sweepEveryMs: 3_600_000 } });
    const admin = await server.signUp();
    await server.signUp();
    const random = randomNumbers(seed);
    const world = new World(admin, random);
    verifier = openVerifier({
      server: server.address,
      authorization: `Bearer ${admin.sessionToken}`,
      maxStalenessMs: 3_600_000,
      whenStale: "refuse",
      heartbeatMs: 100,
      reportUses: false,
      // The time of the server, which stands still unless it is moved.
      clocks: { monotonic: MACHINE_CLOCKS.monotonic, wall: () => server.clock.now() },
    });
    await verifier.ready();
    const answered = new Set<number>();
    for (let step = 0; step < STEPS; step++) {
      const act = await world.step();
      await eventually(() => {
        expect(verifier.position).toBe(server.environment.store.position());
        expect(verifier.isFresh).toBe(true);
      });
      for (const authorization of world.headers) {
        const sourceIp = random() < 0.8 ? HOME : "203.0.113.9";
        const requiredScopes = random() < 0.5 ? [] : ["tickets:read"];
        const question = { authorization, sourceIp, requiredScopes };
        const [mine, theirs, stored] = [
          await verifier.check(question),
          answerFrom(await server.calls.authentication.Authenticate(question, admin.metadata)),
          await straight(question),
        ];
        answered.add(mine.status);
        expect(mine, `seed ${seed}, step ${step} (${act}): the verifier and the call`).toEqual(theirs);
        expect(theirs, `seed ${seed}, step ${step} (${act}): the call and the store`).toEqual(stored);
      }
    }
    // A history may happen to ask for nothing that anybody lacks.
    expect([...answered]).toEqual(expect.arrayContaining([200, 401]));
  },
  IS_LONG ? 7_200_000 : 240_000,
);
