import { type AuditEvent, auditEventId, labelOf } from "../domain/audit-events.js";
import { authorizeInAccount, type RequestContext } from "../domain/callers.js";
import type { FilterFields } from "../domain/filters.js";
import type { Page, PageRequest } from "../domain/pages.js";
import { listTable } from "../store/listing.js";
import { auditEvents } from "../store/tables.js";
import { createdPage } from "./created-page.js";
import type { Environment } from "./environment.js";

/** What audit events can be filtered on. */
export const AUDIT_EVENT_FIELDS: FilterFields<AuditEvent> = {
  id: { type: "text", read: (event) => auditEventId(event.sequence) },
  create_time: { type: "time", read: (event) => event.createTime },
  action: { type: "text", read: (event) => event.action },
  resource_type: { type: "text", read: (event) => event.resourceType },
  resource_id: { type: "text", read: (event) => event.resourceId },
  resource_label: { type: "text", read: labelOf },
  "actor.kind": { type: "text", read: (event) => event.actor.kind },
  "actor.user_id": { type: "text", read: (event) => event.actor.userId },
  "actor.email": { type: "text", read: (event) => event.actor.email },
  "actor.credential_id": { type: "text", read: (event) => event.actor.credentialId },
  "actor.client_id": { type: "text", read: (event) => event.actor.clientId },
  source_ip: { type: "text", read: (event) => event.sourceIp },
  request_id: { type: "text", read: (event) => event.requestId },
};

/** Lists what happened in the caller's account, newest first. */
export async function listAuditEvents(
  environment: Environment,
  context: RequestContext,
  input: PageRequest,
): Promise<Page<AuditEvent>> {
  const { accountId } = authorizeInAccount(context.caller, "ListAuditEvents");
  return createdPage(environment, input, {
    name: ["audit", accountId],
    fields: AUDIT_EVENT_FIELDS,
    isNewestFirst: true,
    read: (reader, listing) => listTable(reader, auditEvents, { below: [accountId], ...listing }),
  });
}
