import { Failure } from "../domain/failure.js";
import { FieldChecks } from "../domain/field-checks.js";
import type { Reader } from "./reader.js";
import type { HandledRequest } from "./tables.js";
import { handledRequests } from "./tables.js";
import type { Transaction } from "./transaction.js";

/** A create as it is recognised when it comes again. */
export type RequestMark = Omit<HandledRequest, "resourceId" | "createTime">;

/** Checks a request id (AIP-155): empty, or a UUID. Throws FIELD_INVALID. */
export function checkRequestId(requestId: string): void {
  const checks = new FieldChecks();
  checks.require(
    requestId === "" || /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(requestId),
    "request_id",
    "Must be a UUID such as 3f0c6f5e-0b0e-4b54-9e39-0d5c2e3b8f11, or empty.",
  );
  checks.finish();
}

/**
 * The id of what this request made when it came before; undefined for a new one. Throws REQUEST_ID_REUSED when the
 * same id came with another request.
 */
export async function findReplay(reader: Reader, mark: RequestMark): Promise<string | undefined> {
  if (mark.requestId === "") return undefined;
  const handled = await reader.get(handledRequests, mark.accountId, mark.requestId.toLowerCase());
  if (handled === undefined) return undefined;
  if (handled.operation === mark.operation && handled.fingerprint === mark.fingerprint)
    return handled.resourceId;
  throw new Failure(
    "REQUEST_ID_REUSED",
    "request_id: This id came before with another request; make a new UUID.",
    {
      violations: [{ field: "request_id", description: "Came before with another request." }],
    },
  );
}

/** Remembers what a request made, in the same commit. */
export async function rememberRequest(
  transaction: Transaction,
  mark: RequestMark,
  resourceId: string,
  now: number,
): Promise<void> {
  if (mark.requestId === "") return;
  const requestId = mark.requestId.toLowerCase();
  await transaction.put(handledRequests, { ...mark, requestId, resourceId, createTime: now });
}
