import type { Instant } from "../domain/instants.js";
import type { OAuthCutoff } from "../domain/oauth-grants.js";
import {
  accessTokensByClient,
  accessTokensByUser,
  oauthCutoffs,
  oauthGrantsByClient,
  oauthGrantsByUser,
} from "../store/tables.js";
import type { Transaction } from "../store/transaction.js";

/**
 * Ends all access tokens and grants that a client or a user has in an account up to now, however many: their records
 * are dead from this commit on, and swept later.
 */
export async function endTokensTogether(
  transaction: Transaction,
  { accountId, kind, id }: Omit<OAuthCutoff, "time">,
  now: Instant,
): Promise<void> {
  const before = await transaction.get(oauthCutoffs, accountId, kind, id);
  const [tokens, grants] =
    kind === "CLIENT" ? [accessTokensByClient, oauthGrantsByClient] : [accessTokensByUser, oauthGrantsByUser];
  // A clock that was put back must not leave the newest of them alive.
  const newest = { reverse: true, limit: 1 };
  const [token] = await transaction.listBy(tokens, [accountId, id], newest);
  const [grant] = await transaction.listBy(grants, [accountId, id], newest);
  const times = [now, before?.time ?? 0, token?.createTime ?? 0, grant?.createTime ?? 0];
  await transaction.put(oauthCutoffs, { accountId, kind, id, time: Math.max(...times) });
}
