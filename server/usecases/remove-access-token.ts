import { ACCESS_TOKEN_FIELDS, type AccessToken } from "../domain/access-tokens.js";
import { type Actor, changesBetween } from "../domain/audit-events.js";
import type { RequestContext } from "../domain/callers.js";
import { count, recordEvent } from "../store/audit-trail.js";
import { accessTokens, accessTokenUses } from "../store/tables.js";
import type { Transaction } from "../store/transaction.js";

/** Removes an access token for good, and tells the audit log who did. */
export async function removeAccessToken(
  transaction: Transaction,
  context: RequestContext,
  token: AccessToken,
  actor: Actor,
): Promise<void> {
  await dropAccessToken(transaction, token);
  await recordEvent(transaction, context, {
    accountId: token.accountId,
    action: "access_token.revoke",
    resourceType: "access_token",
    resourceId: token.id,
    resourceLabel: token.secretHint,
    actor,
    changes: changesBetween(token, undefined, ACCESS_TOKEN_FIELDS),
  });
}

/** Removes the record of an access token with all that hangs on it. */
export async function dropAccessToken(transaction: Transaction, token: AccessToken): Promise<void> {
  const { accountId, id } = token;
  transaction.delete(accessTokens, token);
  const use = await transaction.get(accessTokenUses, accountId, id);
  if (use !== undefined) transaction.delete(accessTokenUses, use);
  await count(transaction, accountId, "accessTokens", -1);
}
