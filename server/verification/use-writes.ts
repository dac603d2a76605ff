import type { AccessToken, AccessTokenUse } from "../domain/access-tokens.js";
import { type ApiTokenUse, addUses } from "../domain/api-tokens.js";
import type { Instant } from "../domain/instants.js";
import { type ClientSecretUse, usesIn } from "../domain/oauth-grants.js";
import { slideSession } from "../domain/sessions.js";
import { addUsage, type HourlyUsage } from "../domain/usage.js";
import {
  accessTokens,
  accessTokenUses,
  apiTokens,
  apiTokenUses,
  clientSecretUses,
  hourlyUsage,
  oauthClients,
  oauthClientUses,
  sessions,
} from "../store/tables.js";
import type { Transaction } from "../store/transaction.js";

/** From how many addresses the use of a secret is kept: those who used it last. */
const SOURCES_PER_SECRET = 10;

/** A session that was used. */
export interface SessionUse {
  readonly accountId: string;
  readonly userId: string;
  readonly sessionId: string;
  readonly time: Instant;
}

/** Adds uses of API tokens; those of tokens that are gone are let go. */
export async function writeTokenUses(transaction: Transaction, uses: readonly ApiTokenUse[]): Promise<void> {
  for (const use of uses) {
    if ((await transaction.get(apiTokens, use.accountId, use.tokenId)) === undefined) continue;
    const before = await transaction.get(apiTokenUses, use.accountId, use.tokenId);
    await transaction.put(apiTokenUses, before === undefined ? use : addUses(before, use));
  }
}

/** Lets sessions that were used while they were live live on. */
export async function writeSessionUses(transaction: Transaction, uses: readonly SessionUse[]): Promise<void> {
  for (const { accountId, userId, sessionId, time } of uses) {
    const session = await transaction.get(sessions, accountId, userId, sessionId);
    if (session === undefined || time >= session.expireTime) continue;
    const slid = slideSession(session, time);
    if (slid !== undefined) await transaction.put(sessions, slid);
  }
}

/** Adds uses of access tokens and notes that of their clients; those of tokens that are gone are let go. */
export async function writeAccessTokenUses(
  transaction: Transaction,
  uses: readonly AccessTokenUse[],
): Promise<void> {
  for (const use of uses) {
    const token = await transaction.get(accessTokens, use.accountId, use.tokenId);
    if (token === undefined) continue;
    const before = await transaction.get(accessTokenUses, use.accountId, use.tokenId);
    await transaction.put(accessTokenUses, before === undefined ? use : addUses(before, use));
    await writeClientUse(transaction, token, use.time);
  }
}

/** Adds what was counted in hours. */
export async function writeUsage(transaction: Transaction, hours: readonly HourlyUsage[]): Promise<void> {
  for (const hour of hours) {
    const before = await transaction.get(hourlyUsage, ...hourlyUsage.key(hour));
    await transaction.put(hourlyUsage, before === undefined ? hour : addUsage(before, hour));
  }
}

/** Adds uses of clients' secrets; those of secrets that are gone are let go. */
export async function writeSecretUses(
  transaction: Transaction,
  uses: readonly ClientSecretUse[],
): Promise<void> {
  for (const use of uses) {
    const client = await transaction.get(oauthClients, use.accountId, use.clientId);
    if (client?.secrets.some(({ hint }) => hint === use.secretHint)) await writeSecretUse(transaction, use);
  }
}

async function writeClientUse(
  transaction: Transaction,
  { clientAccountId: accountId, clientId }: AccessToken,
  time: Instant,
): Promise<void> {
  const before = await transaction.get(oauthClientUses, accountId, clientId);
  if (before !== undefined && before.time >= time) return;
  if ((await transaction.get(oauthClients, accountId, clientId)) === undefined) return;
  await transaction.put(oauthClientUses, { accountId, clientId, time });
}

async function writeSecretUse(transaction: Transaction, use: ClientSecretUse): Promise<void> {
  const { accountId, clientId, secretHint, sourceIp } = use;
  const before = await transaction.get(clientSecretUses, ...clientSecretUses.key(use));
  const forgotten = before?.forgottenCount === undefined ? {} : { forgottenCount: before.forgottenCount };
  const sum = before === undefined ? use : { ...addUses(before, use), ...forgotten };
  await transaction.put(clientSecretUses, sum);
  if (before !== undefined) return;
  const known = await transaction.list(clientSecretUses, [accountId, clientId, secretHint], { limit: 100 });
  const others = known.filter((other) => other.sourceIp !== sourceIp).sort((a, b) => b.time - a.time);
  let forgottenCount = 0;
  for (const old of others.slice(SOURCES_PER_SECRET - 1)) {
    forgottenCount += usesIn(old);
    transaction.delete(clientSecretUses, old);
  }
  if (forgottenCount > 0) await transaction.put(clientSecretUses, { ...use, forgottenCount });
}
