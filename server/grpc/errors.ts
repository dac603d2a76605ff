import { Metadata, type ServiceError, status } from "@grpc/grpc-js";
import type { Any } from "../../proto/gen/google/protobuf/Any.js";
import { contract } from "../../proto/load.js";
import { Failure, type FailureDetails, type FieldViolation, type Reason } from "../domain/failure.js";

/** How the wire shows a reason. */
interface Row {
  readonly code: status;
}

/** THE table: what each reason is on the wire. A reason without a row does not compile. */
export const ERROR_TABLE: Readonly<Record<Reason | "INTERNAL", Row>> = {
  FIELD_INVALID: { code: status.INVALID_ARGUMENT },
  PAGE_TOKEN_INVALID: { code: status.INVALID_ARGUMENT },
  FILTER_INVALID: { code: status.INVALID_ARGUMENT },
  UPDATE_MASK_INVALID: { code: status.INVALID_ARGUMENT },
  REQUEST_ID_REUSED: { code: status.INVALID_ARGUMENT },
  CREDENTIAL_INVALID: { code: status.UNAUTHENTICATED },
  SIGN_IN_REFUSED: { code: status.UNAUTHENTICATED },
  SIGN_IN_THROTTLED: { code: status.RESOURCE_EXHAUSTED },
  ROLE_INSUFFICIENT: { code: status.PERMISSION_DENIED },
  SCOPE_INSUFFICIENT: { code: status.PERMISSION_DENIED },
  SETUP_CODE_INVALID: { code: status.PERMISSION_DENIED },
  RESOURCE_NOT_FOUND: { code: status.NOT_FOUND },
  RESOURCE_EXISTS: { code: status.ALREADY_EXISTS },
  API_TOKEN_ACCESS_OFF: { code: status.FAILED_PRECONDITION },
  LIMIT_REACHED: { code: status.FAILED_PRECONDITION },
  STATE_CONFLICT: { code: status.FAILED_PRECONDITION },
  LAST_ADMIN: { code: status.FAILED_PRECONDITION },
  ETAG_MISMATCH: { code: status.ABORTED },
  CONFLICT: { code: status.ABORTED },
  STORAGE_UNAVAILABLE: { code: status.UNAVAILABLE },
  STREAM_TOO_SLOW: { code: status.RESOURCE_EXHAUSTED },
  SHUTTING_DOWN: { code: status.UNAVAILABLE },
  OAUTH_ACCESS_OFF: { code: status.FAILED_PRECONDITION },
  OAUTH_INVALID_REQUEST: { code: status.INVALID_ARGUMENT },
  OAUTH_INVALID_CLIENT: { code: status.UNAUTHENTICATED },
  OAUTH_INVALID_GRANT: { code: status.INVALID_ARGUMENT },
  OAUTH_UNAUTHORIZED_CLIENT: { code: status.PERMISSION_DENIED },
  OAUTH_UNSUPPORTED_GRANT_TYPE: { code: status.INVALID_ARGUMENT },
  OAUTH_UNSUPPORTED_RESPONSE_TYPE: { code: status.INVALID_ARGUMENT },
  OAUTH_INVALID_SCOPE: { code: status.INVALID_ARGUMENT },
  OAUTH_ACCESS_DENIED: { code: status.PERMISSION_DENIED },
  OAUTH_AUTHORIZATION_PENDING: { code: status.FAILED_PRECONDITION },
  OAUTH_SLOW_DOWN: { code: status.RESOURCE_EXHAUSTED },
  OAUTH_EXPIRED_TOKEN: { code: status.FAILED_PRECONDITION },
  OAUTH_UNSUPPORTED_TOKEN_TYPE: { code: status.INVALID_ARGUMENT },
  OAUTH_CLIENT_UNKNOWN: { code: status.NOT_FOUND },
  OAUTH_REDIRECT_URI_INVALID: { code: status.INVALID_ARGUMENT },
  POSITION_UNKNOWN: { code: status.OUT_OF_RANGE },
  ACCESS_POLICY_DENIED: { code: status.PERMISSION_DENIED },
  ACCESS_POLICY_ATTACHED: { code: status.FAILED_PRECONDITION },
  ACCESS_POLICY_TEST_FAILED: { code: status.FAILED_PRECONDITION },
  ACCESS_POLICY_LOCKS_OUT: { code: status.FAILED_PRECONDITION },
  INTERNAL: { code: status.INTERNAL },
};

/** The domain of every ErrorInfo. */
const ERROR_DOMAIN = "latchkey.dev";

/** The trailer with the google.rpc.Status of a failed call. */
const DETAILS_TRAILER = "grpc-status-details-bin";

/** The header or trailer that names the request, as the log does. */
export const REQUEST_ID_KEY = "request-id";

// A client takes no more than some 8 to 16 KiB of trailers, and drops the whole call for more.
const MAX_MESSAGE_LENGTH = 500;
const MAX_DESCRIPTION_LENGTH = 300;
const MAX_VIOLATIONS = 10;

/** The failure of a call as grpc-js sends it. What is no known failure tells its request id and nothing else. */
export function toServiceError(error: unknown, requestId: string): ServiceError {
  const reason = reasonOf(error);
  const details = error instanceof Failure ? error.details : {};
  const message = error instanceof Failure ? shorten(error.message, MAX_MESSAGE_LENGTH) : internal(requestId);
  const { code } = ERROR_TABLE[reason];
  const metadata = new Metadata();
  metadata.set(REQUEST_ID_KEY, requestId);
  metadata.set(DETAILS_TRAILER, encodeDetails(code, message, packDetails(reason, details, requestId)));
  return Object.assign(new Error(message), { code, details: message, metadata });
}

/** The reason a call failed for; INTERNAL for what nobody foresaw. */
export function reasonOf(error: unknown): Reason | "INTERNAL" {
  return error instanceof Failure ? error.reason : "INTERNAL";
}

function internal(requestId: string): string {
  return `The server failed at this; its log tells why under the request id ${requestId}.`;
}

function encodeDetails(code: status, message: string, details: Any[]): Buffer {
  return contract.google.rpc.Status.serialize({ code, message, details });
}

function packDetails(reason: string, details: FailureDetails, requestId: string): Any[] {
  const { rpc } = contract.google;
  const metadata = Object.fromEntries(
    // Where a browser goes next is for the HTTP listener: a long address, and nobody is redirected here.
    Object.entries(details.metadata ?? {})
      .filter(([key]) => key !== "redirect_to")
      .map(([key, value]) => [key, shorten(value, MAX_DESCRIPTION_LENGTH)]),
  );
  const packed = [
    pack("google.rpc.ErrorInfo", rpc.ErrorInfo.serialize({ reason, domain: ERROR_DOMAIN, metadata })),
    pack("google.rpc.RequestInfo", rpc.RequestInfo.serialize({ requestId })),
  ];
  if (details.violations !== undefined) {
    const fieldViolations = details.violations.slice(0, MAX_VIOLATIONS).map(shortenViolation);
    packed.push(pack("google.rpc.BadRequest", rpc.BadRequest.serialize({ fieldViolations })));
  }
  if (details.retryAfterSeconds !== undefined) {
    const retryDelay = { seconds: Math.ceil(details.retryAfterSeconds), nanos: 0 };
    packed.push(pack("google.rpc.RetryInfo", rpc.RetryInfo.serialize({ retryDelay })));
  }
  return packed;
}

function pack(type: string, value: Buffer): Any {
  return { type_url: `type.googleapis.com/${type}`, value };
}

function shortenViolation({ field, description }: FieldViolation): FieldViolation {
  return {
    field: shorten(field, MAX_DESCRIPTION_LENGTH),
    description: shorten(description, MAX_DESCRIPTION_LENGTH),
  };
}

// A surrogate without its other half makes grpc-js throw where nobody catches it, and a cut can leave one.
function shorten(text: string, max: number): string {
  const cut = text.length > max ? `${text.slice(0, max)}…` : text;
  return cut.replaceAll(/\p{Surrogate}/gu, "\u{fffd}");
}
