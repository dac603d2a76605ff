import { type Actor, type AuditAction, actorOf, changesBetween } from "../domain/audit-events.js";
import type { RequestContext } from "../domain/callers.js";
import { OAUTH_GRANT_FIELDS, type OAuthGrant } from "../domain/oauth-grants.js";
import { recordEvent } from "../store/audit-trail.js";
import { oauthGrants } from "../store/tables.js";
import type { Transaction } from "../store/transaction.js";

/** Why a grant ends. */
export interface GrantEnd {
  readonly action: Extract<AuditAction, "oauth_grant.revoke" | "oauth_grant.reuse_detected">;
  /** Who ends it; the caller when absent. */
  readonly actor?: Actor;
  /** What was used twice. */
  readonly reused?: "authorization_code" | "refresh_token";
}

/** Ends a grant, and with it at once every access and refresh token made under it; the sweep removes their records. */
export async function endOAuthGrant(
  transaction: Transaction,
  context: RequestContext,
  grant: OAuthGrant,
  { action, actor = actorOf(context.caller), reused }: GrantEnd,
): Promise<void> {
  transaction.delete(oauthGrants, grant);
  const changes = changesBetween(grant, undefined, OAUTH_GRANT_FIELDS);
  await recordEvent(transaction, context, {
    accountId: grant.accountId,
    action,
    resourceType: "oauth_grant",
    resourceId: grant.id,
    resourceLabel: "",
    actor,
    changes: reused === undefined ? changes : [...changes, { field: "reused", before: "", after: reused }],
  });
}
