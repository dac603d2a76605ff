import type { ApiToken } from "../server/domain/api-tokens.js";
import { hintOf } from "../server/domain/credentials.js";
import { accountCounters, apiTokens, settings } from "../server/store/tables.js";
import type { Environment } from "../server/usecases/environment.js";
import type { SeededAccount } from "./data-directory.js";

/** How many tokens one commit stores. */
const BATCH_SIZE = 1_000;

/**
 * Stores so many API tokens in one account, past the limit of what an account may hold and without an audit event
 * each. Gives back the secrets of some, evenly spread over all.
 */
export async function storeTokens(
  { store, newId, newSecret, digest }: Environment,
  { accountId, admin }: SeededAccount,
  total: number,
  wantedSecrets: number,
): Promise<string[]> {
  const { caller, now } = admin;
  if (caller.kind !== "SESSION") throw new Error("An administrator makes tokens in a session.");
  const { id: creatorUserId, email: creatorEmail } = caller.user;
  const secrets: string[] = [];
  const newToken = (): ApiToken => {
    const secret = newSecret("API_TOKEN");
    if (secrets.length / wantedSecrets <= ++made / total) secrets.push(secret);
    return {
      id: newId("tok", now),
      accountId,
      description: "Reads tickets into the warehouse",
      digest: digest(secret),
      secretHint: hintOf(secret),
      scopes: ["tickets:read"],
      ipAllowList: [],
      creatorUserId,
      creatorEmail,
      createTime: now,
      updateTime: now,
      revision: 1,
    };
  };
  let made = 0;
  while (made < total) {
    const size = Math.min(BATCH_SIZE, total - made);
    const batch = Array.from({ length: size }, newToken);
    await store.write(async (transaction) => {
      for (const token of batch) await transaction.put(apiTokens, token);
      const counters = await transaction.get(accountCounters, accountId);
      if (counters !== undefined) {
        await transaction.put(accountCounters, { ...counters, apiTokens: counters.apiTokens + size });
      }
    });
  }
  await store.write(async (transaction) => {
    const rules = await transaction.get(settings, accountId);
    if (rules === undefined) return;
    await transaction.put(settings, { ...rules, maxApiTokens: Math.max(rules.maxApiTokens, total + 1) });
  });
  return secrets;
}
