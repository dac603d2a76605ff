import type { AuditEvent as WireAuditEvent } from "../../proto/gen/latchkey/v1/AuditEvent.js";
import type { AuditServiceHandlers } from "../../proto/gen/latchkey/v1/AuditService.js";
import type { WatchAuditEventsResponse } from "../../proto/gen/latchkey/v1/WatchAuditEventsResponse.js";
import { type AuditEvent, auditEventId, labelOf } from "../domain/audit-events.js";
import { listAuditEvents } from "../usecases/list-audit-events.js";
import { watchAuditEvents } from "../usecases/watch-audit-events.js";
import { ACTOR_KINDS } from "./enums.js";
import { encodeInstant } from "./instants.js";
import { decodePageRequest } from "./messages.js";
import type { Complete, ServiceMethods } from "./wire.js";

/** AuditService. */
export const auditEventMethods: ServiceMethods<AuditServiceHandlers> = {
  async ListAuditEvents(environment, context, request) {
    const page = await listAuditEvents(environment, context, decodePageRequest(request));
    return { auditEvents: page.items.map(encodeAuditEvent), nextPageToken: page.nextPageToken };
  },
  WatchAuditEvents: {
    async open(environment, context, { filter, afterId }) {
      return encodeEach(await watchAuditEvents(environment, context, { filter, afterId }));
    },
    heartbeat: { auditEvent: null },
  },
};

/** Writes an audit event. */
export function encodeAuditEvent(event: AuditEvent): Complete<WireAuditEvent> {
  const { actor } = event;
  return {
    id: auditEventId(event.sequence),
    createTime: encodeInstant(event.createTime),
    action: event.action,
    resourceType: event.resourceType,
    resourceId: event.resourceId,
    resourceLabel: labelOf(event),
    actor: {
      kind: ACTOR_KINDS[actor.kind],
      userId: actor.userId,
      email: actor.email,
      credentialId: actor.credentialId,
      clientId: actor.clientId ?? "",
    },
    sourceIp: event.sourceIp,
    requestId: event.requestId,
    changes: event.changes.map(({ field, before, after }) => ({ field, before, after })),
  };
}

async function* encodeEach(events: AsyncIterable<AuditEvent>): AsyncGenerator<WatchAuditEventsResponse> {
  for await (const event of events) yield { auditEvent: encodeAuditEvent(event) };
}
