import type { Reason } from "../../server/domain/failure.js";
import type { Role } from "../../server/domain/users.js";

const DAY = 86_400_000;
const SESSION_LIFETIME = 43_200_000;

/** How many tokens a simulated account may hold: few, so that the limit is met. */
export const MAX_TOKENS = 8;

/** How a simulated credential is presented. */
export type Credential =
  | { readonly kind: "SESSION"; readonly secret: string }
  | { readonly kind: "API_TOKEN"; readonly secret: string; readonly email: string };

interface Person {
  id: string;
  email: string;
  role: Role;
  verified: boolean;
  suspended: boolean;
  hasPassword: boolean;
}

interface Token {
  id: string;
  secret: string;
  scopes: readonly string[];
  boundUserId: string | undefined;
  expireTime: number | undefined;
  stopped: { cause: "MANUAL" | "INACTIVITY"; time: number } | undefined;
  /** From when on inactivity counts, as far as it is stored. */
  activeTime: number;
  /** A use that is noted but not stored. */
  noted: number;
}

interface Session {
  userId: string;
  expireTime: number;
  noted: number;
}

/** An account as the simulation knows it. */
export interface World {
  readonly id: string;
  access: boolean;
  policy: boolean;
  readonly people: Map<string, Person>;
  readonly tokens: Map<string, Token>;
  readonly sessions: Map<string, Session>;
}

/** Who the model takes a caller for. */
export interface Known {
  readonly world: World;
  readonly person: Person;
  readonly scopes: readonly string[];
}

/** What Latchkey is, in as few words as possible: everything in maps, nothing that can fail. */
export class Model {
  readonly worlds: World[] = [];
  now: number;

  constructor(now: number) {
    this.now = now;
  }

  addWorld(id: string, policy: boolean): World {
    const world: World = {
      id,
      access: false,
      policy,
      people: new Map(),
      tokens: new Map(),
      sessions: new Map(),
    };
    this.worlds.push(world);
    return world;
  }

  addToken(
    world: World,
    token: Pick<Token, "id" | "secret" | "scopes" | "boundUserId" | "expireTime">,
  ): void {
    world.tokens.set(token.id, { ...token, stopped: undefined, activeTime: this.now, noted: 0 });
  }

  addSession(world: World, secret: string, userId: string): void {
    world.sessions.set(secret, { userId, expireTime: this.now + SESSION_LIFETIME, noted: 0 });
  }

  /** Who a credential leads to; that it was used is noted when asked from the same account. */
  identify(credential: Credential, asking?: World): Known | undefined {
    for (const world of this.worlds) {
      const known =
        credential.kind === "SESSION"
          ? this.#bySession(world, credential.secret)
          : this.#byToken(world, credential.secret, credential.email);
      if (known === undefined || (asking !== undefined && asking !== world)) continue;
      known.used.noted = this.now;
      return { world, person: known.person, scopes: known.scopes };
    }
    return undefined;
  }

  #bySession(world: World, secret: string) {
    const used = world.sessions.get(secret);
    const person = used && world.people.get(used.userId);
    const isLive = used !== undefined && person !== undefined && this.now < used.expireTime;
    return isLive && !person.suspended ? { used, person, scopes: [] } : undefined;
  }

  #byToken(world: World, secret: string, email: string) {
    const used = [...world.tokens.values()].find((token) => token.secret === secret);
    const person = [...world.people.values()].find((one) => one.email === email);
    if (!world.access || !used || !person || used.stopped || !person.verified || person.suspended) return;
    if (used.expireTime !== undefined && used.expireTime <= this.now) return undefined;
    if (used.boundUserId !== undefined && used.boundUserId !== person.id) return undefined;
    return { used, person, scopes: used.scopes };
  }

  /** Why an administrator's call is refused, before anything else is looked at. */
  refusal(known: Known | undefined, scope: string): Reason | undefined {
    if (known === undefined) return "CREDENTIAL_INVALID";
    if (known.person.role !== "ADMIN") return "ROLE_INSUFFICIENT";
    return this.holds(known.scopes, scope) ? undefined : "SCOPE_INSUFFICIENT";
  }

  holds(scopes: readonly string[], scope: string): boolean {
    return scopes.length === 0 || scopes.some((held) => held === scope || scope.endsWith(`:${held}`));
  }

  canSignIn({ role, suspended, hasPassword }: Person): boolean {
    return role === "ADMIN" && !suspended && hasPassword;
  }

  /** Whether nobody could administer the account any more without this person. */
  isLastAdmin(world: World, person: Person): boolean {
    if (!this.canSignIn(person)) return false;
    return ![...world.people.values()].some((other) => other !== person && this.canSignIn(other));
  }

  endSessions(world: World, userId: string): void {
    for (const [secret, session] of world.sessions) {
      if (session.userId === userId) world.sessions.delete(secret);
    }
  }

  /** What was noted is stored. */
  flush(): void {
    for (const world of this.worlds) {
      for (const token of world.tokens.values()) token.activeTime = Math.max(token.activeTime, token.noted);
      for (const session of world.sessions.values()) {
        const expireTime = session.noted + SESSION_LIFETIME;
        if (expireTime - session.expireTime > 60_000) session.expireTime = expireTime;
      }
    }
    this.forget();
  }

  /** What was noted and not stored is lost. */
  forget(): void {
    for (const world of this.worlds) {
      for (const used of [...world.tokens.values(), ...world.sessions.values()]) used.noted = 0;
    }
  }

  /** What time alone does: policy days are 2 and 3. */
  sweep(): void {
    this.flush();
    for (const world of this.worlds) {
      for (const [secret, { expireTime }] of world.sessions) {
        if (expireTime <= this.now) world.sessions.delete(secret);
      }
      if (!world.policy) continue;
      for (const [id, token] of world.tokens) {
        const { stopped, activeTime } = token;
        if (stopped?.cause === "INACTIVITY" && stopped.time + 3 * DAY <= this.now) world.tokens.delete(id);
        if (stopped === undefined && activeTime + 2 * DAY <= this.now) {
          token.stopped = { cause: "INACTIVITY", time: this.now };
        }
      }
    }
  }
}
