import { noCounters } from "../domain/accounts.js";
import { type Actor, type AuditEvent, actorOf } from "../domain/audit-events.js";
import type { RequestContext } from "../domain/callers.js";
import { accountCounters, auditEvents } from "./tables.js";
import type { Transaction } from "./transaction.js";

/** What is told of an event by whoever changes something; the circumstances give the rest. */
export interface EventDraft
  extends Pick<AuditEvent, "accountId" | "action" | "resourceType" | "resourceId" | "resourceLabel"> {
  readonly changes?: AuditEvent["changes"];
  /** Somebody else than the caller, where the caller has only just become known. */
  readonly actor?: Actor;
}

/** Puts an event into the same commit as the change it tells of. */
export async function recordEvent(
  transaction: Transaction,
  context: RequestContext,
  draft: EventDraft,
): Promise<void> {
  const { accountId, actor = actorOf(context.caller), changes = [] } = draft;
  const counters = (await transaction.get(accountCounters, accountId)) ?? noCounters(accountId);
  const sequence = counters.auditEvents + 1;
  await transaction.put(accountCounters, { ...counters, auditEvents: sequence });
  // Each by its name: an object made of the rest of another costs several times as much.
  await transaction.add(auditEvents, {
    accountId,
    sequence,
    createTime: context.now,
    action: draft.action,
    resourceType: draft.resourceType,
    resourceId: draft.resourceId,
    resourceLabel: draft.resourceLabel,
    actor,
    sourceIp: context.sourceIp,
    requestId: context.requestId,
    changes,
  });
}

/** Adds to (or with a negative number takes from) what an account holds. */
export async function count(
  transaction: Transaction,
  accountId: string,
  what: "apiTokens" | "users" | "oauthClients" | "accessTokens" | "accessPolicies",
  difference: number,
): Promise<void> {
  const counters = (await transaction.get(accountCounters, accountId)) ?? noCounters(accountId);
  await transaction.put(accountCounters, { ...counters, [what]: (counters[what] ?? 0) + difference });
}
