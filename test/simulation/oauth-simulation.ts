import { expect } from "vitest";
import { switchOAuthClient } from "../../server/domain/oauth-clients.js";
import { SESSION_LIFETIME_MS } from "../../server/domain/sessions.js";
import { recordEvent } from "../../server/store/audit-trail.js";
import {
  authorizationCodes,
  oauthClients,
  oauthCutoffs,
  refreshTokens,
  sessions,
  settings,
  users,
} from "../../server/store/tables.js";
import { approveAuthorization } from "../../server/usecases/approve-authorization.js";
import { approveDevice } from "../../server/usecases/approve-device.js";
import { introspectToken } from "../../server/usecases/introspect-token.js";
import { revokeToken } from "../../server/usecases/revoke-token.js";
import { startDeviceAuthorization } from "../../server/usecases/start-device-authorization.js";
import { sweepAccountOAuth, sweepSharedOAuth } from "../../server/usecases/sweep-oauth.js";
import {
  authorizationRequest,
  exchange,
  makeClient,
  makeOAuthAccount,
  redeem,
  refresh,
  type TestClient,
} from "../support/oauth.js";
import {
  ANONYMOUS,
  addMember,
  bearer,
  isAccepted,
  type Member,
  reasonOf,
  request,
  requestWith,
  SYSTEM,
  type TestEnvironment,
} from "../support/test-environment.js";
import { type ModelClient, type ModelPerson, OAuthModel } from "./oauth-model.js";

const ACCOUNT = "acme";
const WRONG_SECRET = "lkc_wrong";
const WRONG_VERIFIER = "w".repeat(43);

/** Does random OAuth things to a Latchkey and to its model, and demands that they agree, step by step. */
export class OAuthSimulation {
  readonly model: OAuthModel;
  readonly #random: () => number;
  #environment: TestEnvironment;
  readonly #clients = new Map<ModelClient, TestClient>();
  readonly #people = new Map<ModelPerson, Member>();

  constructor(environment: TestEnvironment, random: () => number) {
    this.#environment = environment;
    this.#random = random;
    this.model = new OAuthModel(environment.clock.now);
  }

  /** Makes an account with three people and three clients. */
  async begin(): Promise<void> {
    const account = await makeOAuthAccount(this.#environment, ACCOUNT);
    for (const name of ["ada", "bob", "cy"]) {
      const member = await addMember(this.#environment, account, { email: `${name}@acme.example` });
      const person = { id: member.userId, suspended: false };
      this.#people.set(person, member);
      this.model.people.push(person);
    }
    for (const kind of ["CONFIDENTIAL", "CONFIDENTIAL", "PUBLIC"] as const) {
      const made = await makeClient(this.#environment, account, { kind });
      const client = { id: made.client.id, enabled: true };
      this.#clients.set(client, made);
      this.model.clients.push(client);
    }
  }

  /** Goes on with another environment over the same data. */
  restartWith(environment: TestEnvironment): void {
    environment.clock.now = this.model.now;
    this.#environment = environment;
  }

  /** One random thing. */
  async step(): Promise<void> {
    const things: [number, () => Promise<void>][] = [
      [12, () => this.#consent()],
      [14, () => this.#redeem()],
      [20, () => this.#refresh()],
      [4, () => this.#clientCredentials()],
      [4, () => this.#startDevice()],
      [5, () => this.#answerDevice()],
      [8, () => this.#poll()],
      [4, () => this.#revoke()],
      [12, () => this.#look()],
      [3, () => this.#toggleClient()],
      [2, () => this.#toggleAccess()],
      [2, () => this.#toggleSuspension()],
      [1, () => this.#cutOff()],
      [9, async () => this.#pass()],
      [2, () => this.#sweep()],
    ];
    let rest = this.#random() * things.reduce((sum, [weight]) => sum + weight, 0);
    for (const [weight, thing] of things) {
      rest -= weight;
      if (rest < 0) return thing();
    }
  }

  /** Demands that every token there ever was is worth what the model says. */
  async verify(): Promise<void> {
    const environment = this.#environment;
    for (const access of this.model.accesses) {
      if (access.secret === undefined) continue;
      const isLive = this.model.isLive(access);
      expect(await isAccepted(environment, bearer(access.secret)), access.secret).toBe(isLive);
    }
    for (const token of this.model.refreshes) {
      const { client } = token.grant;
      if (!client.enabled || this.#kindOf(client) === "PUBLIC") continue;
      const worth = await this.#introspect(client, token.secret);
      expect(worth.active, token.secret).toBe(this.model.isFresh(token));
    }
  }

  /**
   * Redeems codes and refreshes all at once, in a crash. What was answered must be so afterwards; what was not may be
   * either way, and a lost refresh is made up for by asking again.
   */
  async burst(crash: () => void, restart: () => Promise<TestEnvironment>): Promise<void> {
    const environment = this.#environment;
    const { model } = this;
    if (!model.isOn) await this.#toggleAccess();
    for (const client of model.clients) if (!client.enabled) await this.#toggle(client);
    for (const person of model.people) if (person.suspended) await this.#suspend(person, false);
    for (let index = 0; index < 4; index++) await this.#consent();
    const codes = model.codes.filter((code) => code.grant === undefined).slice(-4);
    const fresh = model.refreshes.filter((token) => model.isFresh(token)).slice(-4);
    const surprises: string[] = [];
    crash();
    const redeeming = codes.map((code) => {
      const isGood = model.now < code.createTime + 120_000;
      const isExpected = isGood && model.stands(code.client, code.person, code.createTime);
      return redeem(environment, this.#clientOf(code.client), code.secret)
        .then((tokens) => {
          if (!isExpected) surprises.push(code.secret);
          code.grant = model.open(code.client, code.person, tokens.accessToken, tokens.refresh?.token);
        })
        .catch(() => undefined);
    });
    // Not all in the same batch, so that some are answered before the crash.
    if (this.#chance(0.5)) await redeeming[0];
    const refreshing = fresh.map((token) =>
      refresh(environment, this.#clientOf(token.grant.client), token.secret)
        .then((tokens) => model.rotate(token, tokens.accessToken, tokens.refresh?.token))
        .catch(() => undefined),
    );
    await Promise.all([...redeeming, ...refreshing]);
    expect(surprises, "redeemed against the rules").toEqual([]);
    this.restartWith(await restart());
    const { store, digest } = this.#environment;
    await store.read(async (reader) => {
      for (const code of codes) {
        const stored = await reader.get(authorizationCodes, digest(code.secret));
        if (code.grant !== undefined) expect(stored?.grantId, "an answered redemption").toBeDefined();
        // Its tokens went to nobody.
        else if (stored?.grantId !== undefined) code.grant = model.open(code.client, code.person);
      }
      for (const token of fresh) {
        const stored = await reader.get(refreshTokens, digest(token.secret));
        if (token.rotation !== undefined) expect(stored?.rotation, "an answered refresh").toBeDefined();
        else if (stored?.rotation !== undefined) model.rotate(token);
      }
    });
    for (const token of fresh) {
      const tokens = await refresh(this.#environment, this.#clientOf(token.grant.client), token.secret);
      if (token.rotation === undefined) model.rotate(token, tokens.accessToken, tokens.refresh?.token);
      else if (token.rotation.next !== undefined) expect(tokens.refresh?.token).toBe(token.rotation.next);
      else model.learn(token, tokens.accessToken, tokens.refresh?.token ?? "");
    }
  }

  async #consent(): Promise<void> {
    const { model } = this;
    const [client, person] = [this.#pick(model.clients), this.#pick(model.people)];
    const approved = this.#chance(0.9);
    let to = "";
    const reason = await reasonOf(
      (async () => {
        const asked = { request: authorizationRequest(this.#clientOf(client)), approved };
        to = (await approveAuthorization(this.#environment, await this.#as(person), asked)).redirectTo;
      })(),
    );
    const refused = !client.enabled ? "OAUTH_CLIENT_UNKNOWN" : model.isOn ? undefined : "OAUTH_ACCESS_OFF";
    expect(reason, "consent").toBe(person.suspended ? "CREDENTIAL_INVALID" : refused);
    if (reason !== undefined) return;
    const { searchParams } = new URL(to);
    expect(searchParams.get("error")).toBe(approved ? null : "access_denied");
    const secret = searchParams.get("code");
    if (secret !== null) model.codes.push({ secret, client, person, createTime: model.now });
  }

  async #redeem(): Promise<void> {
    const { model } = this;
    const code = this.#pickRecent(model.codes);
    if (code === undefined) return;
    const client = this.#chance(0.9) ? code.client : this.#pick(model.clients);
    const isRightVerifier = this.#chance(0.9);
    const { isRight, changes } = this.#secret(client);
    const expected = model.refusal(client, isRight) ?? model.redeem(code, client, isRightVerifier);
    const verifier = isRightVerifier ? {} : { codeVerifier: WRONG_VERIFIER };
    const asked = redeem(this.#environment, this.#clientOf(client), code.secret, { ...changes, ...verifier });
    const tokens = await this.#expect("redeem", expected, asked);
    if (tokens !== undefined) {
      code.grant = model.open(client, code.person, tokens.accessToken, tokens.refresh?.token);
    }
  }

  async #refresh(): Promise<void> {
    const { model } = this;
    const token = this.#pickRecent(model.refreshes);
    if (token === undefined) return;
    const client = this.#chance(0.95) ? token.grant.client : this.#pick(model.clients);
    const { isRight, changes } = this.#secret(client);
    const expected = model.refusal(client, isRight) ?? model.refresh(token, client);
    // Several processes at once, now and then.
    const times = this.#chance(0.2) && expected !== "OAUTH_INVALID_GRANT" ? 3 : 1;
    const answers = await Promise.all(
      Array.from({ length: times }, () =>
        this.#expect(
          "refresh",
          expected === "again" ? undefined : expected,
          refresh(this.#environment, this.#clientOf(client), token.secret, changes),
        ),
      ),
    );
    const [answer] = answers;
    if (answer === undefined) return;
    for (const other of answers) expect(other).toEqual(answer);
    const next = answer.refresh?.token ?? "";
    if (expected !== "again") model.rotate(token, answer.accessToken, next);
    else expect([answer.accessToken, next]).toEqual([token.rotation?.access.secret, token.rotation?.next]);
  }

  async #clientCredentials(): Promise<void> {
    const { model } = this;
    const client = this.#pick(model.clients);
    const { isRight, changes } = this.#secret(client);
    // A public client is allowed no such grant.
    const isPublic = this.#kindOf(client) === "PUBLIC" ? ("OAUTH_UNAUTHORIZED_CLIENT" as const) : undefined;
    const expected = model.refusal(client, isRight) ?? isPublic;
    const input = { grantType: "CLIENT_CREDENTIALS", scope: "tickets:read", ...changes } as const;
    const asked = exchange(this.#environment, this.#clientOf(client), input);
    const tokens = await this.#expect("client credentials", expected, asked);
    if (tokens === undefined) return;
    const { accessToken: secret } = tokens;
    model.accesses.push({ secret, client, grant: undefined, createTime: model.now, isRevoked: false });
  }

  async #startDevice(): Promise<void> {
    const { model } = this;
    const client = this.#pick(model.clients);
    const { authentication } = this.#clientOf(client);
    const input = { accountId: ACCOUNT, client: authentication, scope: "tickets:read" };
    const asked = startDeviceAuthorization(this.#environment, this.#nobody(), input);
    const device = await this.#expect("start device", model.refusal(client, true), asked);
    if (device === undefined) return;
    const { deviceCode, userCode } = device;
    const { now: createTime } = model;
    model.devices.push({ deviceCode, userCode, client, createTime, state: "PENDING", interval: 5 });
  }

  async #answerDevice(): Promise<void> {
    const { model } = this;
    const device = this.#pickRecent(model.devices);
    const person = this.#pick(model.people);
    if (device === undefined || person.suspended) return;
    const approved = this.#chance(0.8);
    const expected = model.answer(device, person, approved);
    const context = await this.#as(person);
    const { userCode } = device;
    await this.#expect("answer", expected, approveDevice(this.#environment, context, { userCode, approved }));
  }

  async #poll(): Promise<void> {
    const { model } = this;
    const device = this.#pickRecent(model.devices);
    if (device === undefined) return;
    const client = this.#chance(0.95) ? device.client : this.#pick(model.clients);
    const { isRight, changes } = this.#secret(client);
    const expected = model.refusal(client, isRight) ?? model.poll(device, client);
    const input = { grantType: "DEVICE_CODE", deviceCode: device.deviceCode, ...changes } as const;
    const asked = exchange(this.#environment, this.#clientOf(client), input);
    const tokens = await this.#expect("poll", expected, asked);
    if (tokens === undefined) return;
    device.state = "REDEEMED";
    model.open(client, device.person as ModelPerson, tokens.accessToken, tokens.refresh?.token);
  }

  async #revoke(): Promise<void> {
    const { model } = this;
    const isAccess = this.#chance(0.5);
    const access = isAccess ? this.#pickRecent(model.accesses) : undefined;
    const token = isAccess ? undefined : this.#pickRecent(model.refreshes);
    const secret = access?.secret ?? token?.secret;
    const owner = access?.client ?? token?.grant.client;
    if (secret === undefined || owner === undefined) return;
    const client = this.#chance(0.9) ? owner : this.#pick(model.clients);
    const isGone = access?.isRevoked ?? token?.grant.isOver ?? true;
    const foreign = client === owner || isGone ? undefined : ("OAUTH_UNAUTHORIZED_CLIENT" as const);
    const expected = client.enabled ? foreign : ("OAUTH_INVALID_CLIENT" as const);
    const { authentication } = this.#clientOf(client);
    const input = { accountId: ACCOUNT, client: authentication, token: secret };
    await this.#expect("revoke", expected, revokeToken(this.#environment, this.#nobody(), input));
    if (expected !== undefined) return;
    if (access !== undefined) access.isRevoked = true;
    if (token !== undefined) token.grant.isOver = true;
  }

  async #look(): Promise<void> {
    const access = this.#pickRecent(this.model.accesses);
    if (access?.secret === undefined) return;
    const isLive = this.model.isLive(access);
    expect(await isAccepted(this.#environment, bearer(access.secret)), "access token").toBe(isLive);
    const client = this.#pick(this.model.clients);
    if (!client.enabled || this.#kindOf(client) === "PUBLIC") return;
    const { active } = await this.#introspect(client, access.secret);
    expect(active, "introspection").toBe(isLive && client === access.client);
  }

  async #toggleClient(): Promise<void> {
    await this.#toggle(this.#pick(this.model.clients));
  }

  async #toggle(client: ModelClient): Promise<void> {
    const enabled = !client.enabled;
    const { now } = this.model;
    await this.#environment.store.write(async (transaction) => {
      const before = await transaction.get(oauthClients, ACCOUNT, client.id);
      if (before === undefined) return;
      await transaction.put(oauthClients, switchOAuthClient(before, enabled, now));
      await recordEvent(transaction, request(this.#environment, SYSTEM, ""), {
        accountId: ACCOUNT,
        action: enabled ? "oauth_client.enable" : "oauth_client.disable",
        resourceType: "oauth_client",
        resourceId: client.id,
        resourceLabel: "",
      });
    });
    client.enabled = enabled;
  }

  async #toggleAccess(): Promise<void> {
    const oauthAccess = !this.model.isOn;
    await this.#environment.store.write(async (transaction) => {
      const before = await transaction.get(settings, ACCOUNT);
      if (before !== undefined) await transaction.put(settings, { ...before, oauthAccess });
    });
    this.model.isOn = oauthAccess;
  }

  async #toggleSuspension(): Promise<void> {
    const person = this.#pick(this.model.people);
    await this.#suspend(person, !person.suspended);
  }

  async #suspend(person: ModelPerson, suspended: boolean): Promise<void> {
    await this.#environment.store.write(async (transaction) => {
      const before = await transaction.get(users, ACCOUNT, person.id);
      if (before !== undefined) await transaction.put(users, { ...before, suspended });
    });
    person.suspended = suspended;
  }

  async #cutOff(): Promise<void> {
    const kind = this.#chance(0.5) ? "CLIENT" : "USER";
    const { id } = this.#pick<{ id: string }>(kind === "CLIENT" ? this.model.clients : this.model.people);
    const { now: time } = this.model;
    await this.#environment.store.write((transaction) =>
      transaction.put(oauthCutoffs, { accountId: ACCOUNT, kind, id, time }),
    );
    this.model.cutoffs.set(id, time);
  }

  async #sweep(): Promise<void> {
    const { now } = this.model;
    await sweepAccountOAuth(this.#environment, ACCOUNT, now);
    await sweepSharedOAuth(this.#environment, now);
    this.model.sweep();
  }

  /** Lets time pass: a blink, most often, now and then a month. */
  #pass(): void {
    const spans = [10, 900, 4_000, 6_000, 31_000, 61_000, 61_000, 130_000, 700_000, 2_000_000, 2_600_000_000];
    this.model.now += Math.ceil(this.#pick(spans) * this.#random());
    this.#environment.clock.now = this.model.now;
  }

  /** A request of a person, whose session never ends. */
  async #as(person: ModelPerson) {
    const { sessionToken } = this.#people.get(person) as Member;
    const { store, digest } = this.#environment;
    await store.write(async (transaction) => {
      const all = await transaction.list(sessions, [ACCOUNT, person.id], { limit: 10 });
      const session = all.find((one) => one.digest === digest(sessionToken));
      const expireTime = this.model.now + SESSION_LIFETIME_MS;
      if (session !== undefined) await transaction.put(sessions, { ...session, expireTime });
    });
    return requestWith(this.#environment, bearer(sessionToken));
  }

  async #introspect(client: ModelClient, token: string) {
    const { authentication } = this.#clientOf(client);
    const input = { accountId: ACCOUNT, client: authentication, token };
    return introspectToken(this.#environment, this.#nobody(), input);
  }

  /** Runs a call, and demands that it be refused for this reason, or not; gives the answer. */
  async #expect<T>(what: string, expected: string | undefined, work: Promise<T>): Promise<T | undefined> {
    let answer: T | undefined;
    const reason = await reasonOf(
      work.then((value) => {
        answer = value;
      }),
    );
    expect(reason, what).toBe(expected);
    return answer;
  }

  /** The right secret, most often. */
  #secret(client: ModelClient) {
    const isRight = this.#chance(0.97);
    const { clientId } = this.#clientOf(client).authentication;
    return { isRight, changes: isRight ? {} : { client: { clientId, clientSecret: WRONG_SECRET } } };
  }

  #nobody() {
    return request(this.#environment, ANONYMOUS);
  }

  #clientOf(client: ModelClient): TestClient {
    return this.#clients.get(client) as TestClient;
  }

  #kindOf(client: ModelClient) {
    return this.#clientOf(client).client.kind;
  }

  #chance(probability: number): boolean {
    return this.#random() < probability;
  }

  #pick<T>(all: readonly T[]): T {
    return all[Math.floor(this.#random() * all.length)] as T;
  }

  /** One of the last few, most often. */
  #pickRecent<T>(all: readonly T[]): T | undefined {
    if (all.length === 0) return undefined;
    return this.#pick(this.#chance(0.8) ? all.slice(-6) : all);
  }
}
