import type { CallFailure, Reason } from "../client/failure.js";
import type { MessageKey } from "../messages/en.js";
import { type Words, words } from "./words.js";

const REASON_MESSAGES = {
  FIELD_INVALID: "failure.FIELD_INVALID",
  PAGE_TOKEN_INVALID: "failure.CONFLICT",
  FILTER_INVALID: "failure.FILTER_INVALID",
  UPDATE_MASK_INVALID: "failure.UPDATE_MASK_INVALID",
  REQUEST_ID_REUSED: "failure.REQUEST_ID_REUSED",
  CREDENTIAL_INVALID: "failure.CREDENTIAL_INVALID",
  SIGN_IN_REFUSED: "failure.SIGN_IN_REFUSED",
  SIGN_IN_THROTTLED: "failure.SIGN_IN_THROTTLED",
  ROLE_INSUFFICIENT: "failure.ROLE_INSUFFICIENT",
  SCOPE_INSUFFICIENT: "failure.SCOPE_INSUFFICIENT",
  SETUP_CODE_INVALID: "failure.SETUP_CODE_INVALID",
  RESOURCE_NOT_FOUND: "failure.RESOURCE_NOT_FOUND",
  RESOURCE_EXISTS: "failure.RESOURCE_EXISTS",
  API_TOKEN_ACCESS_OFF: "failure.API_TOKEN_ACCESS_OFF",
  LIMIT_REACHED: "failure.LIMIT_REACHED",
  STATE_CONFLICT: "failure.STATE_CONFLICT",
  LAST_ADMIN: "failure.LAST_ADMIN",
  ETAG_MISMATCH: "failure.ETAG_MISMATCH",
  CONFLICT: "failure.CONFLICT",
  STORAGE_UNAVAILABLE: "failure.STORAGE_UNAVAILABLE",
  STREAM_TOO_SLOW: "failure.UNAVAILABLE",
  SHUTTING_DOWN: "failure.UNAVAILABLE",
  OAUTH_ACCESS_OFF: "failure.OAUTH_ACCESS_OFF",
  OAUTH_INVALID_REQUEST: "failure.OAUTH_REFUSED",
  OAUTH_INVALID_CLIENT: "failure.OAUTH_REFUSED",
  OAUTH_INVALID_GRANT: "failure.OAUTH_REFUSED",
  OAUTH_UNAUTHORIZED_CLIENT: "failure.OAUTH_REFUSED",
  OAUTH_UNSUPPORTED_GRANT_TYPE: "failure.OAUTH_REFUSED",
  OAUTH_UNSUPPORTED_RESPONSE_TYPE: "failure.OAUTH_REFUSED",
  OAUTH_INVALID_SCOPE: "failure.OAUTH_INVALID_SCOPE",
  OAUTH_ACCESS_DENIED: "failure.OAUTH_REFUSED",
  OAUTH_AUTHORIZATION_PENDING: "failure.OAUTH_REFUSED",
  OAUTH_SLOW_DOWN: "failure.OAUTH_REFUSED",
  OAUTH_EXPIRED_TOKEN: "failure.OAUTH_REFUSED",
  OAUTH_UNSUPPORTED_TOKEN_TYPE: "failure.OAUTH_REFUSED",
  OAUTH_CLIENT_UNKNOWN: "failure.RESOURCE_NOT_FOUND",
  OAUTH_REDIRECT_URI_INVALID: "failure.OAUTH_REFUSED",
  POSITION_UNKNOWN: "failure.INTERNAL",
  ACCESS_POLICY_DENIED: "failure.ACCESS_POLICY_DENIED",
  ACCESS_POLICY_ATTACHED: "failure.ACCESS_POLICY_REFUSED",
  ACCESS_POLICY_TEST_FAILED: "failure.ACCESS_POLICY_REFUSED",
  ACCESS_POLICY_LOCKS_OUT: "failure.ACCESS_POLICY_REFUSED",
  INTERNAL: "failure.INTERNAL",
} as const satisfies Record<Reason, MessageKey>;

/** Says what went wrong and what to do about it. */
export function explainFailure(failure: CallFailure): Words {
  const seconds = Math.ceil(failure.retryDelaySeconds ?? 0);
  const params = {
    message: failure.message,
    seconds,
    scope: failure.metadata["scope"] ?? "",
    requestId: failure.requestId ?? "—",
  };
  const [violation] = failure.fieldViolations;
  if (failure.reason === "FIELD_INVALID" && violation !== undefined)
    return words("failure.field-named", { field: violation.field, description: violation.description });
  if (failure.reason !== undefined) return words(REASON_MESSAGES[failure.reason], params);
  if (failure.code === "UNAVAILABLE") return words("failure.UNAVAILABLE");
  if (failure.code === "DEADLINE_EXCEEDED") return words("failure.DEADLINE_EXCEEDED");
  if (failure.code === "UNIMPLEMENTED") return words("failure.UNIMPLEMENTED");
  return words("failure.other", { message: failure.message });
}
