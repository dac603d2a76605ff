import { FieldChecks } from "../domain/field-checks.js";
import type { PageRequest } from "../domain/pages.js";

/** A message that a request cannot do without. Throws FIELD_INVALID naming the field when it was left out. */
export function requireMessage<Message>(field: string, message: Message | null): Message {
  const checks = new FieldChecks();
  checks.require(message !== null, field, "Must be set.");
  checks.finish();
  return message as Message;
}

/** How a list is asked for. */
export function decodePageRequest(request: PageRequest): PageRequest {
  const { pageSize, pageToken, filter, orderBy } = request;
  return { pageSize, pageToken, filter, orderBy };
}
