import type { AuditAction, FieldChange } from "../domain/audit-events.js";
import {
  authorizeInAccount,
  type Operation,
  type RequestContext,
  type UserCaller,
} from "../domain/callers.js";
import { checkEtag } from "../domain/etags.js";
import type { OAuthClient } from "../domain/oauth-clients.js";
import { recordEvent } from "../store/audit-trail.js";
import { oauthClients } from "../store/tables.js";
import type { Transaction } from "../store/transaction.js";
import type { Environment } from "./environment.js";
import { loadOAuthClient } from "./get-oauth-client.js";
import { forgetUses, type OAuthClientView, viewOAuthClient, withLastUse } from "./oauth-client-view.js";
import { writeAsCaller } from "./write-as-caller.js";

/** What an operation makes of a client, and what the audit log tells of it; without an action, nothing changes. */
export interface OAuthClientChange {
  readonly after: OAuthClient;
  readonly action?: AuditAction;
  readonly changes: readonly FieldChange[];
}

/** Which client an operation changes; with `validateOnly` it is only seen whether that could be done. */
export interface ChangedOAuthClientInput {
  readonly id: string;
  readonly etag: string;
  readonly validateOnly?: boolean;
}

/** Changes a client of the caller's account, with its audit event in the same commit. */
export function changeOAuthClient(
  environment: Environment,
  context: RequestContext,
  operation: Operation,
  { id, etag, validateOnly = false }: ChangedOAuthClientInput,
  change: (
    before: OAuthClient,
    caller: UserCaller,
    transaction: Transaction,
  ) => OAuthClientChange | Promise<OAuthClientChange>,
): Promise<OAuthClientView> {
  authorizeInAccount(context.caller, operation);
  return writeAsCaller(environment, context, operation, async (transaction, caller) => {
    const before = await loadOAuthClient(transaction, caller.accountId, id);
    checkEtag(before, etag);
    const { after, action, changes } = await change(before, caller, transaction);
    const isDone = action !== undefined && !validateOnly;
    if (isDone) await saveOAuthClient(transaction, context, before, after, action, changes);
    const used = await withLastUse(transaction, isDone ? after : before);
    return viewOAuthClient(transaction, used, context.now);
  });
}

/** Stores a changed client, forgets what is told of secrets it no longer has, and tells the audit log. */
export async function saveOAuthClient(
  transaction: Transaction,
  context: RequestContext,
  before: OAuthClient,
  after: OAuthClient,
  action: AuditAction,
  changes: readonly FieldChange[],
): Promise<void> {
  await transaction.put(oauthClients, after);
  if (after.secrets !== before.secrets) await forgetUses(transaction, before, after.secrets);
  await recordEvent(transaction, context, {
    accountId: after.accountId,
    action,
    resourceType: "oauth_client",
    resourceId: after.id,
    resourceLabel: after.name,
    changes,
  });
}
