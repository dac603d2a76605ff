import { expect } from "vitest";
import type { RequestContext } from "../../server/domain/callers.js";
import type { Reason } from "../../server/domain/failure.js";
import type { Role } from "../../server/domain/users.js";
import { settings } from "../../server/store/tables.js";
import { authenticate } from "../../server/usecases/authenticate.js";
import { createApiToken } from "../../server/usecases/create-api-token.js";
import { createUser } from "../../server/usecases/create-user.js";
import { deactivateApiToken } from "../../server/usecases/deactivate-api-token.js";
import { deleteApiToken } from "../../server/usecases/delete-api-token.js";
import { deleteUser } from "../../server/usecases/delete-user.js";
import { getSettings } from "../../server/usecases/get-settings.js";
import { listApiTokens } from "../../server/usecases/list-api-tokens.js";
import { reactivateApiToken } from "../../server/usecases/reactivate-api-token.js";
import { signIn } from "../../server/usecases/sign-in.js";
import { signOut } from "../../server/usecases/sign-out.js";
import { sweep } from "../../server/usecases/sweep.js";
import { updateSettings } from "../../server/usecases/update-settings.js";
import { updateUser } from "../../server/usecases/update-user.js";
import {
  ANONYMOUS,
  basic,
  bearer,
  makeAccount,
  PASSWORD,
  PLAIN_TOKEN,
  reasonOf,
  request,
  requestWith,
  SYSTEM,
  type TestEnvironment,
} from "../support/test-environment.js";
import { type Credential, type Known, MAX_TOKENS, Model, type World } from "./model.js";

const EMAILS = ["a@x.example", "b@x.example", "c@x.example", "d@x.example"];
const ROLES: readonly Role[] = ["ADMIN", "ADMIN", "AGENT", "END_USER"];
const SCOPES = [[], [], [], ["read"], ["write"], ["api_tokens:write"], ["authenticate"]];

/** Does random things to a Latchkey and to its model, and demands that they agree, step by step. */
export class Simulation {
  readonly model: Model;
  readonly #random: () => number;
  #environment: TestEnvironment;
  /** Every credential there ever was, alive or not. */
  readonly #credentials: Credential[] = [];
  readonly #tokenIds: string[] = ["tok_none"];
  readonly #userIds: string[] = ["usr_none"];
  #sources = 0;

  constructor(environment: TestEnvironment, random: () => number) {
    this.#environment = environment;
    this.#random = random;
    this.model = new Model(environment.clock.now);
  }

  /** Makes two accounts, one of them with a policy of inactivity. */
  async begin(): Promise<void> {
    for (const [id, policy] of [
      ["acme", false],
      ["acme-2", true],
    ] as const) {
      const account = await makeAccount(this.#environment, id);
      const { userId, email, sessionToken } = account.admin;
      const world = this.model.addWorld(id, policy);
      const flags = { verified: true, suspended: false, hasPassword: true };
      world.people.set(userId, { id: userId, email, role: "ADMIN", ...flags });
      this.model.addSession(world, sessionToken, userId);
      this.#credentials.push({ kind: "SESSION", secret: sessionToken });
      this.#userIds.push(userId);
      await this.#environment.store.write(async (transaction) => {
        const before = await transaction.get(settings, id);
        if (before === undefined) throw new Error("There are no settings.");
        const inactivityPolicy = { enabled: policy, deactivateAfterDays: 2, purgeAfterDays: 3 };
        await transaction.put(settings, { ...before, maxApiTokens: MAX_TOKENS, inactivityPolicy });
      });
    }
  }

  /** After a restart: the same disk, nothing of the memory. */
  restartWith(environment: TestEnvironment): void {
    environment.clock.now = this.model.now;
    this.#environment = environment;
    this.model.forget();
  }

  /** One random act. */
  async step(): Promise<void> {
    const acts: [weight: number, act: () => Promise<void>][] = [
      [8, () => this.#createToken()],
      [12, () => this.#ask()],
      [4, () => this.#changeToken()],
      [3, () => this.#deleteToken()],
      [4, () => this.#createUser()],
      [5, () => this.#updateUser()],
      [1, () => this.#deleteUser()],
      [5, () => this.#signIn()],
      [1, () => this.#signOut()],
      [3, () => this.#switchAccess()],
      [3, () => this.#list()],
      [3, () => this.#wait()],
    ];
    let at = this.#random() * acts.reduce((sum, [weight]) => sum + weight, 0);
    for (const [weight, act] of acts) {
      at -= weight;
      if (at < 0) return act();
    }
  }

  /** Every credential there ever was is asked for: Latchkey and the model must agree on each. */
  async verify(): Promise<void> {
    const secrets = this.#credentials.slice(-60);
    for (const credential of secrets) {
      const known = this.model.identify(credential);
      const reason = await reasonOf(this.#requestWith(credential));
      expect(reason, JSON.stringify(credential)).toBe(known ? undefined : "CREDENTIAL_INVALID");
    }
  }

  /** Some changes at once, each on a token of its own, for a crash to fall into; brings the model up to date. */
  async burst(crash: () => void, restart: () => Promise<TestEnvironment>): Promise<void> {
    const [credential, known] = this.#administrator();
    if (credential.kind !== "SESSION" || known?.person.role !== "ADMIN") return;
    const { world } = known;
    const environment = this.#environment;
    const context = await this.#requestWith(credential);
    await this.#switchTo(true, context, world);
    const doomed = [...world.tokens.keys()].slice(0, 3);
    const room = Math.max(0, MAX_TOKENS - world.tokens.size);
    const said = new Map<string, "yes" | "no answer">();
    const listen = async (id: string, work: Promise<unknown>) => {
      said.set(id, await work.then(() => "yes" as const).catch(() => "no answer" as const));
    };
    const made: { id: string; secret: string }[] = [];
    crash();
    const creating = Array.from({ length: room }, () =>
      createApiToken(environment, context, PLAIN_TOKEN)
        .then(({ apiToken, secret }) => made.push({ id: apiToken.token.id, secret }))
        .catch(() => undefined),
    );
    // Not all in the same batch, so that some are answered before the crash.
    if (this.#chance(0.5)) await creating[0];
    const deleting = doomed.map((id) =>
      listen(id, deleteApiToken(environment, context, { id, etag: "", validateOnly: false })),
    );
    await Promise.all([...creating, ...deleting]);
    this.restartWith(await restart());
    await this.#learn(credential, world, said, made);
  }

  // What was answered must be so; what was not may be either way, and the model takes what is.
  async #learn(
    credential: Credential,
    world: World,
    said: ReadonlyMap<string, "yes" | "no answer">,
    made: readonly { id: string; secret: string }[],
  ): Promise<void> {
    const found = await this.#listed(await this.#requestWith(credential));
    const secrets = this.#environment.secrets;
    for (const [id, answer] of said) {
      if (answer === "yes") expect(found, `${id} was deleted`).not.toContain(id);
      if (!found.includes(id)) world.tokens.delete(id);
    }
    for (const { id, secret } of made) {
      expect(found, `${id} was made`).toContain(id);
      this.model.addToken(world, { id, secret, scopes: [], boundUserId: undefined, expireTime: undefined });
      this.#credentials.push({ kind: "API_TOKEN", secret, email: this.#pick(EMAILS) });
      this.#tokenIds.push(id);
    }
    for (const id of found) {
      if (world.tokens.has(id)) continue;
      // It was stored, and its secret went to nobody.
      const nobodys = `${secrets.length}`;
      this.model.addToken(world, {
        id,
        secret: nobodys,
        scopes: [],
        boundUserId: undefined,
        expireTime: undefined,
      });
      this.#tokenIds.push(id);
    }
  }

  async #createToken(): Promise<void> {
    const [context, known, refusal] = await this.#call("api_tokens:write");
    const scopes = this.#pick(SCOPES);
    const boundUserId = this.#chance(0.2) ? this.#pick(this.#userIds) : undefined;
    const expireTime = this.#chance(0.2) ? this.model.now + this.#upTo(100_000_000) : undefined;
    const expected = refusal ?? this.#refuseCreation(known as Known, scopes, boundUserId);
    const choices = {
      ...PLAIN_TOKEN,
      scopes,
      ...(boundUserId === undefined ? {} : { boundUserId }),
      ...(expireTime === undefined ? {} : { expireTime }),
    };
    await this.#agree("create", expected, context, async (made) => {
      const { apiToken, secret } = await createApiToken(this.#environment, made, choices);
      const { id } = apiToken.token;
      this.model.addToken((known as Known).world, { id, secret, scopes, boundUserId, expireTime });
      this.#tokenIds.push(id);
      const people = [...(known as Known).world.people.values()];
      this.#credentials.push({ kind: "API_TOKEN", secret, email: this.#pick(people).email });
      this.#credentials.push({ kind: "API_TOKEN", secret, email: this.#pick(EMAILS) });
    });
  }

  #refuseCreation(
    { world, scopes: held }: Known,
    scopes: readonly string[],
    boundUserId: string | undefined,
  ): Reason | undefined {
    if (!world.access) return "API_TOKEN_ACCESS_OFF";
    const isWithin =
      held.length === 0 || (scopes.length > 0 && scopes.every((scope) => this.model.holds(held, scope)));
    if (!isWithin) return "SCOPE_INSUFFICIENT";
    if (boundUserId !== undefined && !world.people.has(boundUserId)) return "FIELD_INVALID";
    return world.tokens.size >= MAX_TOKENS ? "LIMIT_REACHED" : undefined;
  }

  async #changeToken(): Promise<void> {
    const [context, known, refusal] = await this.#call("api_tokens:write");
    const id = this.#pick(this.#tokenIds);
    const token = known?.world.tokens.get(id);
    const isStop = this.#chance(0.5);
    const isOver = token?.expireTime !== undefined && token.expireTime <= this.model.now;
    const inState = isStop ? token?.stopped !== undefined : token?.stopped === undefined || isOver;
    const expected = refusal ?? this.#missing(known as Known, id) ?? (inState ? "STATE_CONFLICT" : undefined);
    await this.#agree(isStop ? "deactivate" : "reactivate", expected, context, async (made) => {
      if (isStop) await deactivateApiToken(this.#environment, made, { id, etag: "", validateOnly: false });
      else await reactivateApiToken(this.#environment, made, { id, etag: "" });
      if (token === undefined) return;
      token.stopped = isStop ? { cause: "MANUAL", time: this.model.now } : undefined;
      if (!isStop) token.activeTime = Math.max(token.activeTime, this.model.now);
    });
  }

  async #deleteToken(): Promise<void> {
    const [context, known, refusal] = await this.#call("api_tokens:write");
    const id = this.#pick(this.#tokenIds);
    await this.#agree("delete", refusal ?? this.#missing(known as Known, id), context, async (made) => {
      await deleteApiToken(this.#environment, made, { id, etag: "", validateOnly: false });
      known?.world.tokens.delete(id);
    });
  }

  #missing({ world }: Known, id: string): Reason | undefined {
    if (!world.access) return "API_TOKEN_ACCESS_OFF";
    return world.tokens.has(id) ? undefined : "RESOURCE_NOT_FOUND";
  }

  async #createUser(): Promise<void> {
    const [context, known, refusal] = await this.#call("users:write");
    const email = this.#pick(EMAILS);
    const role = this.#pick(ROLES);
    const verified = this.#chance(0.8);
    const hasPassword = this.#chance(0.8);
    const isTaken = [...(known?.world.people.values() ?? [])].some((person) => person.email === email);
    const isWidening = known !== undefined && known.scopes.length > 0 && (hasPassword || role === "ADMIN");
    const expected = refusal ?? (isWidening ? "SCOPE_INSUFFICIENT" : isTaken ? "RESOURCE_EXISTS" : undefined);
    await this.#agree("create user", expected, context, async (made) => {
      const password = hasPassword ? PASSWORD : "";
      const input = { email, name: "", role, verified, suspended: false, password, requestId: "" };
      const { id } = await createUser(this.#environment, made, input);
      known?.world.people.set(id, { id, email, role, verified, suspended: false, hasPassword });
      this.#userIds.push(id);
    });
  }

  async #updateUser(): Promise<void> {
    const [context, known, refusal] = await this.#call("users:write");
    const id = this.#pick(this.#userIds);
    const person = known?.world.people.get(id);
    const change = { role: this.#pick(ROLES), suspended: this.#chance(0.3), verified: this.#chance(0.8) };
    const after = person && { ...person, ...change };
    const isWidening =
      known !== undefined && known.scopes.length > 0 && change.role === "ADMIN" && person?.role !== "ADMIN";
    const isLosingAdmin = person && after && known && !this.model.canSignIn(after);
    const expected =
      refusal ??
      (person === undefined ? "RESOURCE_NOT_FOUND" : undefined) ??
      (isWidening ? "SCOPE_INSUFFICIENT" : undefined) ??
      (isLosingAdmin && this.model.isLastAdmin(known.world, person) ? "LAST_ADMIN" : undefined);
    await this.#agree("update user", expected, context, async (made) => {
      const updateMask = ["role", "suspended", "verified"];
      const input = { id, email: "", name: "", etag: "", updateMask, ...change };
      await updateUser(this.#environment, made, input);
      if (person === undefined || known === undefined) return;
      const power = (role: Role) => ["END_USER", "AGENT", "ADMIN"].indexOf(role);
      const isWeaker = power(change.role) < power(person.role) || (change.suspended && !person.suspended);
      Object.assign(person, change);
      if (isWeaker) this.model.endSessions(known.world, id);
    });
  }

  async #deleteUser(): Promise<void> {
    const [context, known, refusal] = await this.#call("users:write");
    const id = this.#pick(this.#userIds);
    const person = known?.world.people.get(id);
    const expected =
      refusal ??
      (person === undefined ? "RESOURCE_NOT_FOUND" : undefined) ??
      (known && person && this.model.isLastAdmin(known.world, person) ? "LAST_ADMIN" : undefined);
    await this.#agree("delete user", expected, context, async (made) => {
      await deleteUser(this.#environment, made, { id, etag: "", validateOnly: false });
      known?.world.people.delete(id);
      if (known) this.model.endSessions(known.world, id);
    });
  }

  async #signIn(): Promise<void> {
    const world = this.#pick(this.model.worlds);
    const people = [...world.people.values()];
    const email = this.#chance(0.9) ? this.#pick(people).email : this.#pick(EMAILS);
    const person = people.find((one) => one.email === email);
    // Guessing is another test's: every try comes from another address, and none is made too often.
    this.#sources += 1;
    const source = `10.${(this.#sources >> 16) & 255}.${(this.#sources >> 8) & 255}.${this.#sources & 255}`;
    const context = request(this.#environment, ANONYMOUS, source);
    if (this.#environment.signInThrottle.waitSeconds(`${world.id}/${email}`, source, this.model.now) > 0)
      return;
    const isIn = person?.hasPassword && !person.suspended;
    await this.#agree("sign in", isIn ? undefined : "SIGN_IN_REFUSED", context, async (made) => {
      const input = { accountId: world.id, email, password: PASSWORD, scopes: [] };
      const { sessionToken } = await signIn(this.#environment, made, input);
      this.model.addSession(world, sessionToken, person?.id ?? "");
      this.#credentials.push({ kind: "SESSION", secret: sessionToken });
    });
  }

  async #signOut(): Promise<void> {
    const credential = this.#pick(this.#credentials);
    const known = this.model.identify(credential);
    const isScript = known !== undefined && credential.kind === "API_TOKEN";
    const expected = known === undefined ? "CREDENTIAL_INVALID" : isScript ? "ROLE_INSUFFICIENT" : undefined;
    await this.#agree(
      "sign out",
      expected,
      () => this.#requestWith(credential),
      async (made) => {
        await signOut(this.#environment, made);
        known?.world.sessions.delete(credential.secret);
      },
    );
  }

  async #switchAccess(): Promise<void> {
    const [context, known, refusal] = await this.#call("settings:write");
    const apiTokenAccess = this.#chance(0.8);
    await this.#agree("switch", refusal, context, (made) =>
      this.#switchTo(apiTokenAccess, made, (known as Known).world),
    );
  }

  async #switchTo(apiTokenAccess: boolean, context: RequestContext, world: World): Promise<void> {
    const reading = { ...context, caller: { ...context.caller, scopes: [] } } as RequestContext;
    const values = { ...(await getSettings(this.#environment, reading)), apiTokenAccess };
    await updateSettings(this.#environment, context, { values, etag: "", updateMask: ["api_token_access"] });
    world.access = apiTokenAccess;
  }

  async #list(): Promise<void> {
    const [context, known, refusal] = await this.#call("api_tokens:read");
    const expected = refusal ?? (known?.world.access ? undefined : "API_TOKEN_ACCESS_OFF");
    await this.#agree("list", expected, context, async (made) => {
      expect((await this.#listed(made)).toSorted()).toEqual(
        [...(known?.world.tokens.keys() ?? [])].toSorted(),
      );
    });
  }

  async #listed(context: RequestContext): Promise<string[]> {
    const page = { pageSize: 200, pageToken: "", filter: "", orderBy: "" };
    const { items } = await listApiTokens(this.#environment, context, page);
    return items.map(({ token }) => token.id);
  }

  /** A service asks who somebody is. */
  async #ask(): Promise<void> {
    const asking = this.#pick(this.#credentials);
    const asked = this.#pick(this.#credentials);
    const asker = this.model.identify(asking);
    const isTeam = asker?.person.role !== "END_USER";
    const expected =
      asker === undefined
        ? "CREDENTIAL_INVALID"
        : !isTeam
          ? "ROLE_INSUFFICIENT"
          : this.model.holds(asker.scopes, "authenticate")
            ? undefined
            : "SCOPE_INSUFFICIENT";
    await this.#agree(
      "authenticate",
      expected,
      () => this.#requestWith(asking),
      async (made) => {
        const authorization = headerOf(asked);
        const question = { authorization, method: "", path: "", sourceIp: "", requiredScopes: [] };
        const decision = await authenticate(this.#environment, made, question);
        const known = this.model.identify(asked, asker?.world);
        expect(decision.authenticated ? decision.principal.user?.id : undefined).toBe(known?.person.id);
      },
    );
  }

  async #wait(): Promise<void> {
    const ms = this.#chance(0.3) ? this.#upTo(90_000_000) : this.#upTo(600_000);
    this.model.now += ms;
    this.#environment.clock.advance(ms);
    if (this.#chance(0.5)) {
      await this.#environment.uses.flush(this.#environment.store);
      this.model.flush();
    } else {
      await sweep(this.#environment, request(this.#environment, SYSTEM, ""));
      this.model.sweep();
    }
    await this.#keepDoorOpen();
  }

  // Where nobody is signed in any more, somebody comes back, or there would be little to see.
  async #keepDoorOpen(): Promise<void> {
    for (const world of this.model.worlds) {
      const admin = [...world.people.values()].find((person) => this.model.canSignIn(person));
      if (admin === undefined) throw new Error(`${world.id} has lost its last administrator.`);
      const isIn = [...world.sessions.values()].some(
        ({ userId, expireTime }) => userId === admin.id && expireTime > this.model.now,
      );
      if (isIn) continue;
      this.#environment.signInThrottle.succeeded(`${world.id}/${admin.email}`, "");
      const input = { accountId: world.id, email: admin.email, password: PASSWORD, scopes: [] };
      const context = request(this.#environment, ANONYMOUS, "10.255.255.255");
      const { sessionToken } = await signIn(this.#environment, context, input);
      this.model.addSession(world, sessionToken, admin.id);
      this.#credentials.push({ kind: "SESSION", secret: sessionToken });
    }
  }

  /** Somebody to make a call: their request when it comes to it, who the model takes them for, and why not. */
  async #call(
    scope: string,
  ): Promise<[() => Promise<RequestContext>, Known | undefined, Reason | undefined]> {
    const [credential, known] = this.#chance(0.7)
      ? this.#administrator()
      : this.#identified(this.#pick(this.#credentials));
    return [() => this.#requestWith(credential), known, this.model.refusal(known, scope)];
  }

  #administrator(): [Credential, Known | undefined] {
    const world = this.#pick(this.model.worlds);
    for (const [secret, { userId }] of [...world.sessions].reverse()) {
      if (world.people.get(userId)?.role === "ADMIN") return this.#identified({ kind: "SESSION", secret });
    }
    return this.#identified(this.#pick(this.#credentials));
  }

  #identified(credential: Credential): [Credential, Known | undefined] {
    return [credential, this.model.identify(credential)];
  }

  #requestWith(credential: Credential): Promise<RequestContext> {
    return requestWith(this.#environment, headerOf(credential));
  }

  async #agree(
    what: string,
    expected: Reason | undefined,
    context: RequestContext | (() => Promise<RequestContext>),
    work: (context: RequestContext) => Promise<void>,
  ): Promise<void> {
    const outcome = reasonOf((async () => work(typeof context === "function" ? await context() : context))());
    expect([what, await outcome]).toEqual([what, expected]);
  }

  #pick<T>(from: readonly T[]): T {
    return from[Math.floor(this.#random() * from.length)] as T;
  }

  #chance(of: number): boolean {
    return this.#random() < of;
  }

  #upTo(most: number): number {
    return 1 + Math.floor(this.#random() * most);
  }
}

function headerOf(credential: Credential): string {
  return credential.kind === "SESSION"
    ? bearer(credential.secret)
    : basic(credential.email, credential.secret);
}
