import { type AccountCounters, type Counted, noCounters, withMore } from "../domain/accounts.js";
import { type Actor, type AuditEvent, actorOf } from "../domain/audit-events.js";
import type { RequestContext } from "../domain/callers.js";
import { type MaybePromise, whenThere } from "../domain/maybe-promises.js";
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
export function recordEvent(
  transaction: Transaction,
  context: RequestContext,
  draft: EventDraft,
): MaybePromise<void> {
  const { accountId } = draft;
  return whenThere(add(transaction, accountId, "auditEvents", 1), ({ auditEvents: sequence }) =>
    // Each by its name: an object made of the rest of another costs several times as much.
    transaction.add(auditEvents, {
      accountId,
      sequence,
      createTime: context.now,
      action: draft.action,
      resourceType: draft.resourceType,
      resourceId: draft.resourceId,
      resourceLabel: draft.resourceLabel,
      actor: draft.actor ?? actorOf(context.caller),
      sourceIp: context.sourceIp,
      requestId: context.requestId,
      changes: draft.changes ?? [],
    }),
  );
}

/** Adds to (or with a negative number takes from) what an account holds. */
export function count(
  transaction: Transaction,
  accountId: string,
  what: Exclude<Counted, "auditEvents">,
  difference: number,
): MaybePromise<unknown> {
  return add(transaction, accountId, what, difference);
}

function add(
  transaction: Transaction,
  accountId: string,
  what: Counted,
  difference: number,
): MaybePromise<AccountCounters> {
  return whenThere(transaction.get(accountCounters, accountId), (before = noCounters(accountId)) => {
    const after = withMore(before, what, difference);
    return whenThere(transaction.put(accountCounters, after), () => after);
  });
}
