import { Failure, type FailureDetails, type Reason } from "./failure.js";

/** How the OAuth endpoints tell of a failure. */
export interface OAuthError {
  /** The code: of RFC 6749 sections 4.1.2.1 and 5.2, RFC 6750 section 3.1, RFC 7009 section 2.2.1 or RFC 8628 section 3.5. */
  readonly error: string;
  readonly httpStatus: number;
}

/** The reasons that OAuth has a code for. */
type OAuthReason = Extract<Reason, `OAUTH_${string}`>;

const OAUTH_ERRORS: Readonly<Record<OAuthReason, OAuthError>> = {
  // RFC 6749 has no code for "not here": of those of section 5.2, this one says that nothing is wrong with the request.
  OAUTH_ACCESS_OFF: { error: "unauthorized_client", httpStatus: 400 },
  OAUTH_INVALID_REQUEST: { error: "invalid_request", httpStatus: 400 },
  // RFC 6749 section 5.2: 401, which must come with WWW-Authenticate when the client used the Authorization header.
  OAUTH_INVALID_CLIENT: { error: "invalid_client", httpStatus: 401 },
  OAUTH_INVALID_GRANT: { error: "invalid_grant", httpStatus: 400 },
  OAUTH_UNAUTHORIZED_CLIENT: { error: "unauthorized_client", httpStatus: 400 },
  OAUTH_UNSUPPORTED_GRANT_TYPE: { error: "unsupported_grant_type", httpStatus: 400 },
  OAUTH_UNSUPPORTED_RESPONSE_TYPE: { error: "unsupported_response_type", httpStatus: 400 },
  OAUTH_INVALID_SCOPE: { error: "invalid_scope", httpStatus: 400 },
  OAUTH_ACCESS_DENIED: { error: "access_denied", httpStatus: 400 },
  OAUTH_AUTHORIZATION_PENDING: { error: "authorization_pending", httpStatus: 400 },
  OAUTH_SLOW_DOWN: { error: "slow_down", httpStatus: 400 },
  OAUTH_EXPIRED_TOKEN: { error: "expired_token", httpStatus: 400 },
  OAUTH_UNSUPPORTED_TOKEN_TYPE: { error: "unsupported_token_type", httpStatus: 400 },
  // These two are for a page, never for a redirect (RFC 6749 section 4.1.2.1).
  OAUTH_CLIENT_UNKNOWN: { error: "invalid_request", httpStatus: 400 },
  OAUTH_REDIRECT_URI_INVALID: { error: "invalid_request", httpStatus: 400 },
};

const OTHER_ERRORS: Partial<Readonly<Record<Reason, OAuthError>>> = {
  CREDENTIAL_INVALID: { error: "invalid_token", httpStatus: 401 },
  SCOPE_INSUFFICIENT: { error: "insufficient_scope", httpStatus: 403 },
  ROLE_INSUFFICIENT: { error: "insufficient_scope", httpStatus: 403 },
  SIGN_IN_THROTTLED: { error: "temporarily_unavailable", httpStatus: 429 },
  RESOURCE_NOT_FOUND: { error: "invalid_request", httpStatus: 404 },
  CONFLICT: { error: "temporarily_unavailable", httpStatus: 503 },
  STORAGE_UNAVAILABLE: { error: "temporarily_unavailable", httpStatus: 503 },
  SHUTTING_DOWN: { error: "temporarily_unavailable", httpStatus: 503 },
};

/** How the OAuth endpoints tell of whatever was thrown. */
export function oauthErrorOf(error: unknown): OAuthError {
  if (!(error instanceof Failure)) return { error: "server_error", httpStatus: 500 };
  const { reason } = error;
  if (reason in OAUTH_ERRORS) return OAUTH_ERRORS[reason as OAuthReason];
  return OTHER_ERRORS[reason] ?? { error: "invalid_request", httpStatus: 400 };
}

/** A failure that OAuth has a code for, which programs find in its metadata as `error`. */
export function oauthFailure(reason: OAuthReason, message: string, details: FailureDetails = {}): Failure {
  const { error } = OAUTH_ERRORS[reason];
  return new Failure(reason, message, { ...details, metadata: { ...details.metadata, error } });
}

/**
 * A text as `error_description` may carry it (RFC 6749 section 5.2): printable ASCII without quotation marks and
 * backslashes.
 */
export function toErrorDescription(text: string): string {
  return text
    .replaceAll('"', "'")
    .replaceAll("\\", "/")
    .replaceAll(/[^\x20-\x7e]/gu, "?");
}
