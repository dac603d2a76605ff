import type { AccessTokenUse } from "../domain/access-tokens.js";
import { type ApiTokenUse, addUses } from "../domain/api-tokens.js";
import type { IdentifiedCaller } from "../domain/callers.js";
import type { Instant } from "../domain/instants.js";
import type { ClientSecretUse } from "../domain/oauth-grants.js";
import { USES_COUNTED } from "../domain/usage.js";
import type { Store } from "../store/store.js";
import { UsageCounter } from "./usage-counter.js";
import {
  type SessionUse,
  writeAccessTokenUses,
  writeSecretUses,
  writeSessionUses,
  writeTokenUses,
} from "./use-writes.js";

/** How many credentials are gathered at most before further ones are let go; a flush comes every few seconds. */
const CAPACITY = 50_000;

/** How many uses go into one commit: not so many that a call would have to wait for their preparation. */
const BATCH_SIZE = 50;

/** How many uses of tokens are written at a time in any case. */
const AT_ONCE = 200;

/** In how many turns, of two seconds each, all have been written. */
const TURNS = 25;

/** Counted up in place until it is written. */
type Gathered<Use> = { -readonly [Field in keyof Use]: Use[Field] };

/**
 * Gathers the uses of credentials and writes them in batches, off the path of the calls that use them. A crash loses
 * what was gathered since it was written last, which is what the contract allows.
 */
export class UseRecorder {
  readonly #tokenUses = new Map<string, Gathered<ApiTokenUse>>();
  readonly #sessionUses = new Map<string, SessionUse>();
  readonly #accessTokenUses = new Map<string, Gathered<AccessTokenUse>>();
  readonly #secretUses = new Map<string, Gathered<ClientSecretUse>>();
  /** The one that was noted last, as long as it is gathered: mostly it is the next one, too. */
  #lastSecretUse: Gathered<ClientSecretUse> | undefined;
  readonly #usage = new UsageCounter();

  /** Notes that a caller was identified. */
  record(caller: IdentifiedCaller, sourceIp: string, now: Instant): void {
    const { kind, accountId, credentialId } = caller;
    this.#usage.count(accountId, USES_COUNTED[kind], now);
    if (kind === "SESSION") {
      const last = this.#sessionUses.get(credentialId);
      if (last !== undefined && last.time >= now) return;
      this.#noteSessionUse({ accountId, userId: caller.user.id, sessionId: credentialId, time: now });
      return;
    }
    // Counted in place: this happens by the hundred thousand a second.
    if (kind === "API_TOKEN") {
      const { email } = caller.user;
      const known = this.#tokenUses.get(credentialId);
      if (known === undefined) {
        this.#noteTokenUse({ accountId, tokenId: credentialId, time: now, email, sourceIp, count: 1 });
        return;
      }
      known.count += 1;
      if (now < known.time) return;
      known.time = now;
      known.email = email;
      known.sourceIp = sourceIp;
      return;
    }
    const known = this.#accessTokenUses.get(credentialId);
    if (known === undefined) {
      this.#noteAccessTokenUse({ accountId, tokenId: credentialId, time: now, sourceIp, count: 1 });
      return;
    }
    known.count += 1;
    if (now < known.time) return;
    known.time = now;
    known.sourceIp = sourceIp;
  }

  /** Notes that an account's service asked about a credential and was told no. */
  recordRefusal(accountId: string, now: Instant): void {
    this.#usage.count(accountId, "refusals", now);
  }

  /** Notes that a client authenticated with its secret; what is told is counted up in place. */
  recordSecret(use: ClientSecretUse): void {
    this.#noteSecretUse(use);
  }

  /** Writes all that was gathered. What cannot be written now is gathered again; a gone credential's use is let go. */
  async flush(store: Store): Promise<void> {
    await this.#write(store, Number.POSITIVE_INFINITY);
  }

  /**
   * Writes what waits the longest: everything, unless thousands of credentials are in use. Then each has its turn every
   * minute, so that writing down what was used does not become what the server is busy with.
   */
  async flushSome(store: Store): Promise<void> {
    const waiting = this.#tokenUses.size + this.#accessTokenUses.size;
    await this.#write(store, Math.max(AT_ONCE, Math.ceil(waiting / TURNS)));
  }

  async #write(store: Store, most: number): Promise<void> {
    await writeAll(
      take(this.#tokenUses, most),
      (batch) => store.write((transaction) => writeTokenUses(transaction, batch)),
      (use) => this.#noteTokenUse(use),
    );
    await writeAll(
      take(this.#sessionUses),
      (batch) => store.write((transaction) => writeSessionUses(transaction, batch)),
      (use) => this.#noteSessionUse(use),
    );
    await writeAll(
      take(this.#accessTokenUses, most),
      (batch) => store.write((transaction) => writeAccessTokenUses(transaction, batch)),
      (use) => this.#noteAccessTokenUse(use),
    );
    this.#lastSecretUse = undefined;
    await writeAll(
      take(this.#secretUses),
      (batch) => store.write((transaction) => writeSecretUses(transaction, batch)),
      (use) => this.#noteSecretUse(use),
    );
    await this.#usage.flush(store);
  }

  #noteTokenUse(use: ApiTokenUse): void {
    const known = this.#tokenUses.get(use.tokenId);
    if (known === undefined && this.#tokenUses.size >= CAPACITY) return;
    this.#tokenUses.set(use.tokenId, known === undefined ? use : addUses(known, use));
  }

  #noteAccessTokenUse(use: AccessTokenUse): void {
    const known = this.#accessTokenUses.get(use.tokenId);
    if (known === undefined && this.#accessTokenUses.size >= CAPACITY) return;
    this.#accessTokenUses.set(use.tokenId, known === undefined ? use : addUses(known, use));
  }

  #noteSecretUse(use: ClientSecretUse): void {
    const last = this.#lastSecretUse;
    if (last !== undefined && isOfSameSecret(last, use)) {
      addTo(last, use);
      return;
    }
    const key = `${use.clientId} ${use.secretHint} ${use.sourceIp}`;
    const known = this.#secretUses.get(key);
    if (known !== undefined) addTo(known, use);
    else if (this.#secretUses.size < CAPACITY) this.#secretUses.set(key, { ...use });
    this.#lastSecretUse = this.#secretUses.get(key);
  }

  #noteSessionUse(use: SessionUse): void {
    const known = this.#sessionUses.get(use.sessionId);
    if (known === undefined && this.#sessionUses.size >= CAPACITY) return;
    if (known === undefined || known.time < use.time) this.#sessionUses.set(use.sessionId, use);
  }
}

/** Takes out so many, those that were gathered first. */
function take<Use>(gathered: Map<string, Use>, most = Number.POSITIVE_INFINITY): Use[] {
  const uses: Use[] = [];
  for (const [key, use] of gathered) {
    if (uses.length >= most) break;
    gathered.delete(key);
    uses.push(use);
  }
  return uses;
}

async function writeAll<Use>(
  uses: readonly Use[],
  write: (batch: readonly Use[]) => Promise<void>,
  giveBack: (use: Use) => void,
): Promise<void> {
  for (let start = 0; start < uses.length; start += BATCH_SIZE) {
    try {
      await write(uses.slice(start, start + BATCH_SIZE));
    } catch (error) {
      for (const use of uses.slice(start)) giveBack(use);
      throw error;
    }
  }
}

function isOfSameSecret(one: ClientSecretUse, other: ClientSecretUse): boolean {
  return (
    one.clientId === other.clientId && one.secretHint === other.secretHint && one.sourceIp === other.sourceIp
  );
}

function addTo(gathered: Gathered<ClientSecretUse>, use: ClientSecretUse): void {
  gathered.count += use.count;
  gathered.time = Math.max(gathered.time, use.time);
}
