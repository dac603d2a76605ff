import { type AuditEvent, auditEventId, auditEventSequence } from "../domain/audit-events.js";
import { authorizeInAccount, type RequestContext } from "../domain/callers.js";
import { notFound } from "../domain/failure.js";
import { compileFilter } from "../domain/filters.js";
import { accountCounters, auditEvents } from "../store/tables.js";
import type { Environment } from "./environment.js";
import { AUDIT_EVENT_FIELDS } from "./list-audit-events.js";

/** Which events to tell of. */
export interface WatchAuditEventsInput {
  readonly filter: string;
  /** The id of the last event the caller has seen; empty to begin with the present. */
  readonly afterId: string;
}

const CHUNK = 200;

/**
 * Tells of events as they are committed, in order, without a gap, beginning after the given one or with the present,
 * until the caller stops reading. The caller's right is checked when it begins; the transport ends the stream when
 * the credential goes.
 */
export async function watchAuditEvents(
  environment: Environment,
  context: RequestContext,
  input: WatchAuditEventsInput,
): Promise<AsyncIterable<AuditEvent>> {
  const { accountId } = authorizeInAccount(context.caller, "WatchAuditEvents");
  const passes = compileFilter(input.filter, AUDIT_EVENT_FIELDS);
  // The feed begins before the newest event is asked for, so that nothing falls between it and the backlog.
  const position = environment.store.position();
  const newest = await newestSequence(environment, accountId);
  const after = input.afterId === "" ? newest : auditEventSequence(input.afterId);
  if (after === undefined || after > newest) throw notFound("audit event", input.afterId);
  return tell();

  async function* tell(): AsyncGenerator<AuditEvent> {
    let last = after as number;
    for await (const event of backlog(environment, accountId, last, newest)) {
      last = event.sequence;
      if (passes(event)) yield event;
    }
    for await (const { record } of environment.store.changes(auditEvents, position)) {
      if (record === undefined || record.accountId !== accountId || record.sequence <= last) continue;
      last = record.sequence;
      if (passes(record)) yield record;
    }
  }
}

// Read in a transaction, so that it is durable: what a crash could undo must not be told.
async function newestSequence(environment: Environment, accountId: string): Promise<number> {
  const counters = await environment.store.write((transaction) =>
    transaction.get(accountCounters, accountId),
  );
  return counters?.auditEvents ?? 0;
}

async function* backlog(
  environment: Environment,
  accountId: string,
  after: number,
  newest: number,
): AsyncGenerator<AuditEvent> {
  let last = after;
  while (last < newest) {
    const from = [accountId, auditEventId(last)];
    const limit = Math.min(CHUNK, newest - last);
    const chunk = await environment.store.read((reader) =>
      reader.list(auditEvents, [accountId], { after: from, limit }),
    );
    yield* chunk;
    last += limit;
  }
}
