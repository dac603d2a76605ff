import type { ApiTokenUse } from "../domain/api-tokens.js";
import type { IdentifiedCaller } from "../domain/callers.js";
import type { Instant } from "../domain/instants.js";
import { slideSession } from "../domain/sessions.js";
import type { Store } from "../store/store.js";
import { apiTokens, apiTokenUses, sessions } from "../store/tables.js";

/** A session that was used. */
interface SessionUse {
  readonly accountId: string;
  readonly userId: string;
  readonly sessionId: string;
  readonly time: Instant;
}

/** How many credentials are gathered at most before further ones are let go; a flush comes every few seconds. */
const CAPACITY = 50_000;

/** How many uses go into one commit. */
const BATCH_SIZE = 500;

/**
 * Gathers the uses of credentials and writes them in batches, off the path of the calls that use them. A crash loses
 * what was gathered since the last flush, which is what the contract allows.
 */
export class UseRecorder {
  #tokenUses = new Map<string, ApiTokenUse>();
  #sessionUses = new Map<string, SessionUse>();

  /** Notes that a caller was identified. */
  record(caller: IdentifiedCaller, sourceIp: string, now: Instant): void {
    const { accountId, credentialId, user } = caller;
    if (caller.kind === "API_TOKEN") {
      const count = (this.#tokenUses.get(credentialId)?.count ?? 0) + 1;
      if (count === 1 && this.#tokenUses.size >= CAPACITY) return;
      const use = { accountId, tokenId: credentialId, time: now, email: user.email, sourceIp, count };
      this.#tokenUses.set(credentialId, use);
    } else if (this.#sessionUses.size < CAPACITY) {
      this.#sessionUses.set(credentialId, { accountId, userId: user.id, sessionId: credentialId, time: now });
    }
  }

  /** Writes what was gathered. What cannot be written now is gathered again; a gone credential's use is let go. */
  async flush(store: Store): Promise<void> {
    const tokenUses = [...this.#tokenUses.values()];
    const sessionUses = [...this.#sessionUses.values()];
    this.#tokenUses = new Map();
    this.#sessionUses = new Map();
    try {
      for (const batch of batches(tokenUses)) await writeTokenUses(store, batch);
      for (const batch of batches(sessionUses)) await writeSessionUses(store, batch);
    } catch (error) {
      // Counts may then be doubled for the batches that went through: a count is a hint, a lost last use is not.
      for (const use of tokenUses) this.#tokenUses.set(use.tokenId, this.#tokenUses.get(use.tokenId) ?? use);
      throw error;
    }
  }
}

async function writeTokenUses(store: Store, uses: readonly ApiTokenUse[]): Promise<void> {
  await store.write(async (transaction) => {
    for (const use of uses) {
      if ((await transaction.get(apiTokens, use.accountId, use.tokenId)) === undefined) continue;
      const before = await transaction.get(apiTokenUses, use.accountId, use.tokenId);
      await transaction.put(apiTokenUses, { ...use, count: use.count + (before?.count ?? 0) });
    }
  });
}

async function writeSessionUses(store: Store, uses: readonly SessionUse[]): Promise<void> {
  await store.write(async (transaction) => {
    for (const { accountId, userId, sessionId, time } of uses) {
      const session = await transaction.get(sessions, accountId, userId, sessionId);
      const slid = session === undefined ? undefined : slideSession(session, time);
      if (slid !== undefined) await transaction.put(sessions, slid);
    }
  });
}

function* batches<T>(items: readonly T[]): Generator<readonly T[]> {
  for (let start = 0; start < items.length; start += BATCH_SIZE) yield items.slice(start, start + BATCH_SIZE);
}
