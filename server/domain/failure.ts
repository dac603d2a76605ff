/**
 * Why an operation was refused: the closed list that the wire's ErrorReason mirrors name for name
 * (`ERROR_REASON_` aside). Add to both, and the error table of the transport stops compiling until it knows.
 */
export type Reason =
  | "FIELD_INVALID"
  | "PAGE_TOKEN_INVALID"
  | "FILTER_INVALID"
  | "UPDATE_MASK_INVALID"
  | "REQUEST_ID_REUSED"
  | "CREDENTIAL_INVALID"
  | "SIGN_IN_REFUSED"
  | "SIGN_IN_THROTTLED"
  | "ROLE_INSUFFICIENT"
  | "SCOPE_INSUFFICIENT"
  | "SETUP_CODE_INVALID"
  | "RESOURCE_NOT_FOUND"
  | "RESOURCE_EXISTS"
  | "API_TOKEN_ACCESS_OFF"
  | "LIMIT_REACHED"
  | "STATE_CONFLICT"
  | "LAST_ADMIN"
  | "ETAG_MISMATCH"
  | "CONFLICT"
  | "STORAGE_UNAVAILABLE"
  | "STREAM_TOO_SLOW"
  | "SHUTTING_DOWN"
  | "OAUTH_ACCESS_OFF"
  | "OAUTH_INVALID_REQUEST"
  | "OAUTH_INVALID_CLIENT"
  | "OAUTH_INVALID_GRANT"
  | "OAUTH_UNAUTHORIZED_CLIENT"
  | "OAUTH_UNSUPPORTED_GRANT_TYPE"
  | "OAUTH_UNSUPPORTED_RESPONSE_TYPE"
  | "OAUTH_INVALID_SCOPE"
  | "OAUTH_ACCESS_DENIED"
  | "OAUTH_AUTHORIZATION_PENDING"
  | "OAUTH_SLOW_DOWN"
  | "OAUTH_EXPIRED_TOKEN"
  | "OAUTH_UNSUPPORTED_TOKEN_TYPE"
  | "OAUTH_CLIENT_UNKNOWN"
  | "OAUTH_REDIRECT_URI_INVALID"
  | "POSITION_UNKNOWN"
  | "ACCESS_POLICY_DENIED"
  | "ACCESS_POLICY_ATTACHED"
  | "ACCESS_POLICY_TEST_FAILED"
  | "ACCESS_POLICY_LOCKS_OUT";

/** What is wrong with one field of a request, and the cure. */
export interface FieldViolation {
  /** The field as the contract spells it, with its path: `api_token.scopes[1]`. */
  readonly field: string;
  /** One plain sentence. */
  readonly description: string;
}

/** What a failure tells besides its reason. */
export interface FailureDetails {
  readonly violations?: readonly FieldViolation[];
  /** Facts for programs, such as `scope` for SCOPE_INSUFFICIENT. Never a secret. */
  readonly metadata?: Readonly<Record<string, string>>;
  /** How long to wait before trying again. */
  readonly retryAfterSeconds?: number;
}

/** A refusal that the caller is told about: a known reason and a sentence that says what to do. */
export class Failure extends Error {
  override readonly name = "Failure";
  readonly reason: Reason;
  readonly details: FailureDetails;

  constructor(reason: Reason, message: string, details: FailureDetails = {}) {
    super(message);
    this.reason = reason;
    this.details = details;
  }
}

/** The failure for something that is not there, or not there for this caller. */
export function notFound(kind: string, id: string): Failure {
  return new Failure("RESOURCE_NOT_FOUND", `There is no ${kind} with the id "${id}" in this account.`, {
    metadata: { resource_type: kind.toLowerCase().replaceAll(" ", "_"), resource_id: id },
  });
}
