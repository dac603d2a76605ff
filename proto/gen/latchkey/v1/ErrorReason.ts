// Original file: proto/latchkey/v1/error_reason.proto

/**
 * Why a call failed. Sent as the name of the value in `google.rpc.ErrorInfo.reason`, with the domain
 * `latchkey.dev`, in the `grpc-status-details-bin` trailer of every failed call. The list is closed:
 * a client may switch on it.
 */
export const ErrorReason = {
  /**
   * Never sent.
   */
  ERROR_REASON_UNSPECIFIED: 'ERROR_REASON_UNSPECIFIED',
  /**
   * INVALID_ARGUMENT. A field of the request is missing, malformed or out of bounds; BadRequest names each.
   */
  ERROR_REASON_FIELD_INVALID: 'ERROR_REASON_FIELD_INVALID',
  /**
   * INVALID_ARGUMENT. The page token is not one this list handed out for this filter and order.
   */
  ERROR_REASON_PAGE_TOKEN_INVALID: 'ERROR_REASON_PAGE_TOKEN_INVALID',
  /**
   * INVALID_ARGUMENT. The filter or the order cannot be parsed, or names a field that cannot be filtered on.
   */
  ERROR_REASON_FILTER_INVALID: 'ERROR_REASON_FILTER_INVALID',
  /**
   * INVALID_ARGUMENT. The update mask is empty, or names a field that does not exist or cannot be changed.
   */
  ERROR_REASON_UPDATE_MASK_INVALID: 'ERROR_REASON_UPDATE_MASK_INVALID',
  /**
   * INVALID_ARGUMENT. The request id was used before with another request.
   */
  ERROR_REASON_REQUEST_ID_REUSED: 'ERROR_REASON_REQUEST_ID_REUSED',
  /**
   * UNAUTHENTICATED. No credential came in the `authorization` metadata, or it is not valid any more.
   */
  ERROR_REASON_CREDENTIAL_INVALID: 'ERROR_REASON_CREDENTIAL_INVALID',
  /**
   * UNAUTHENTICATED. The account, the e-mail or the password is wrong; which one is not told.
   */
  ERROR_REASON_SIGN_IN_REFUSED: 'ERROR_REASON_SIGN_IN_REFUSED',
  /**
   * RESOURCE_EXHAUSTED. Too many failed sign-ins; RetryInfo says when to try again.
   */
  ERROR_REASON_SIGN_IN_THROTTLED: 'ERROR_REASON_SIGN_IN_THROTTLED',
  /**
   * PERMISSION_DENIED. The caller's role or kind may not do this.
   */
  ERROR_REASON_ROLE_INSUFFICIENT: 'ERROR_REASON_ROLE_INSUFFICIENT',
  /**
   * PERMISSION_DENIED. The caller's credential lacks a scope; the metadata names it under `scope`.
   */
  ERROR_REASON_SCOPE_INSUFFICIENT: 'ERROR_REASON_SCOPE_INSUFFICIENT',
  /**
   * PERMISSION_DENIED. The one-time setup code is wrong, used, or not offered by this server any more.
   */
  ERROR_REASON_SETUP_CODE_INVALID: 'ERROR_REASON_SETUP_CODE_INVALID',
  /**
   * NOT_FOUND. There is no such resource in the caller's account.
   */
  ERROR_REASON_RESOURCE_NOT_FOUND: 'ERROR_REASON_RESOURCE_NOT_FOUND',
  /**
   * ALREADY_EXISTS. Another resource already has this name, e-mail or identifier.
   */
  ERROR_REASON_RESOURCE_EXISTS: 'ERROR_REASON_RESOURCE_EXISTS',
  /**
   * FAILED_PRECONDITION. API-token access is off in the account's settings.
   */
  ERROR_REASON_API_TOKEN_ACCESS_OFF: 'ERROR_REASON_API_TOKEN_ACCESS_OFF',
  /**
   * FAILED_PRECONDITION. The account already holds as many as it may; delete one first.
   */
  ERROR_REASON_LIMIT_REACHED: 'ERROR_REASON_LIMIT_REACHED',
  /**
   * FAILED_PRECONDITION. The resource is not in a state that allows this.
   */
  ERROR_REASON_STATE_CONFLICT: 'ERROR_REASON_STATE_CONFLICT',
  /**
   * FAILED_PRECONDITION. This would leave the account without an active administrator who can sign in.
   */
  ERROR_REASON_LAST_ADMIN: 'ERROR_REASON_LAST_ADMIN',
  /**
   * ABORTED. The resource has changed since the etag was read; read it again.
   */
  ERROR_REASON_ETAG_MISMATCH: 'ERROR_REASON_ETAG_MISMATCH',
  /**
   * ABORTED. Other changes kept getting in first; try again.
   */
  ERROR_REASON_CONFLICT: 'ERROR_REASON_CONFLICT',
  /**
   * UNAVAILABLE. The store cannot write now (a full disk, for one); nothing was changed.
   */
  ERROR_REASON_STORAGE_UNAVAILABLE: 'ERROR_REASON_STORAGE_UNAVAILABLE',
  /**
   * RESOURCE_EXHAUSTED. A stream was too slow to take what it asked for; resume from its last position.
   */
  ERROR_REASON_STREAM_TOO_SLOW: 'ERROR_REASON_STREAM_TOO_SLOW',
  /**
   * UNAVAILABLE. The server is shutting down; connect again.
   */
  ERROR_REASON_SHUTTING_DOWN: 'ERROR_REASON_SHUTTING_DOWN',
  /**
   * INTERNAL. A fault of the server; its log has the cause under the request id.
   */
  ERROR_REASON_INTERNAL: 'ERROR_REASON_INTERNAL',
  /**
   * FAILED_PRECONDITION. OAuth access is off in the account's settings.
   */
  ERROR_REASON_OAUTH_ACCESS_OFF: 'ERROR_REASON_OAUTH_ACCESS_OFF',
  /**
   * INVALID_ARGUMENT. RFC 6749 `invalid_request`: a parameter is missing, repeated or malformed.
   */
  ERROR_REASON_OAUTH_INVALID_REQUEST: 'ERROR_REASON_OAUTH_INVALID_REQUEST',
  /**
   * UNAUTHENTICATED. RFC 6749 `invalid_client`: the client is unknown, or did not authenticate.
   */
  ERROR_REASON_OAUTH_INVALID_CLIENT: 'ERROR_REASON_OAUTH_INVALID_CLIENT',
  /**
   * INVALID_ARGUMENT. RFC 6749 `invalid_grant`: the code or token is wrong, used, expired, or another client's.
   */
  ERROR_REASON_OAUTH_INVALID_GRANT: 'ERROR_REASON_OAUTH_INVALID_GRANT',
  /**
   * PERMISSION_DENIED. RFC 6749 `unauthorized_client`: the client may not get tokens this way.
   */
  ERROR_REASON_OAUTH_UNAUTHORIZED_CLIENT: 'ERROR_REASON_OAUTH_UNAUTHORIZED_CLIENT',
  /**
   * INVALID_ARGUMENT. RFC 6749 `unsupported_grant_type`.
   */
  ERROR_REASON_OAUTH_UNSUPPORTED_GRANT_TYPE: 'ERROR_REASON_OAUTH_UNSUPPORTED_GRANT_TYPE',
  /**
   * INVALID_ARGUMENT. RFC 6749 `unsupported_response_type`.
   */
  ERROR_REASON_OAUTH_UNSUPPORTED_RESPONSE_TYPE: 'ERROR_REASON_OAUTH_UNSUPPORTED_RESPONSE_TYPE',
  /**
   * INVALID_ARGUMENT. RFC 6749 `invalid_scope`: the scope is unknown, or more than the client may have.
   */
  ERROR_REASON_OAUTH_INVALID_SCOPE: 'ERROR_REASON_OAUTH_INVALID_SCOPE',
  /**
   * PERMISSION_DENIED. RFC 6749 `access_denied`: the person said no.
   */
  ERROR_REASON_OAUTH_ACCESS_DENIED: 'ERROR_REASON_OAUTH_ACCESS_DENIED',
  /**
   * FAILED_PRECONDITION. RFC 8628 `authorization_pending`: the person has not decided yet; poll again.
   */
  ERROR_REASON_OAUTH_AUTHORIZATION_PENDING: 'ERROR_REASON_OAUTH_AUTHORIZATION_PENDING',
  /**
   * RESOURCE_EXHAUSTED. RFC 8628 `slow_down`: as pending, and wait five seconds more between polls.
   */
  ERROR_REASON_OAUTH_SLOW_DOWN: 'ERROR_REASON_OAUTH_SLOW_DOWN',
  /**
   * FAILED_PRECONDITION. RFC 8628 `expired_token`: the device code is over; start again.
   */
  ERROR_REASON_OAUTH_EXPIRED_TOKEN: 'ERROR_REASON_OAUTH_EXPIRED_TOKEN',
  /**
   * INVALID_ARGUMENT. RFC 7009 `unsupported_token_type`.
   */
  ERROR_REASON_OAUTH_UNSUPPORTED_TOKEN_TYPE: 'ERROR_REASON_OAUTH_UNSUPPORTED_TOKEN_TYPE',
  /**
   * NOT_FOUND. No such client: the identifier is unknown in this account. Shown on a page, never sent to a redirect URI.
   */
  ERROR_REASON_OAUTH_CLIENT_UNKNOWN: 'ERROR_REASON_OAUTH_CLIENT_UNKNOWN',
  /**
   * INVALID_ARGUMENT. The redirect URI is not one of the client's. Shown on a page, never sent to it.
   */
  ERROR_REASON_OAUTH_REDIRECT_URI_INVALID: 'ERROR_REASON_OAUTH_REDIRECT_URI_INVALID',
  /**
   * OUT_OF_RANGE. A feed has not come to this position yet: begin anew, without a history.
   */
  ERROR_REASON_POSITION_UNKNOWN: 'ERROR_REASON_POSITION_UNKNOWN',
  /**
   * PERMISSION_DENIED. An access policy does not allow the call; the metadata names it under `access_policy_id`.
   */
  ERROR_REASON_ACCESS_POLICY_DENIED: 'ERROR_REASON_ACCESS_POLICY_DENIED',
  /**
   * FAILED_PRECONDITION. The access policy is attached to something; the violations say to what.
   */
  ERROR_REASON_ACCESS_POLICY_ATTACHED: 'ERROR_REASON_ACCESS_POLICY_ATTACHED',
  /**
   * FAILED_PRECONDITION. Test cases of the version do not pass; the violations say which.
   */
  ERROR_REASON_ACCESS_POLICY_TEST_FAILED: 'ERROR_REASON_ACCESS_POLICY_TEST_FAILED',
  /**
   * FAILED_PRECONDITION. No administrator could undo this: the policy would deny them the calls it takes.
   */
  ERROR_REASON_ACCESS_POLICY_LOCKS_OUT: 'ERROR_REASON_ACCESS_POLICY_LOCKS_OUT',
} as const;

/**
 * Why a call failed. Sent as the name of the value in `google.rpc.ErrorInfo.reason`, with the domain
 * `latchkey.dev`, in the `grpc-status-details-bin` trailer of every failed call. The list is closed:
 * a client may switch on it.
 */
export type ErrorReason =
  /**
   * Never sent.
   */
  | 'ERROR_REASON_UNSPECIFIED'
  | 0
  /**
   * INVALID_ARGUMENT. A field of the request is missing, malformed or out of bounds; BadRequest names each.
   */
  | 'ERROR_REASON_FIELD_INVALID'
  | 1
  /**
   * INVALID_ARGUMENT. The page token is not one this list handed out for this filter and order.
   */
  | 'ERROR_REASON_PAGE_TOKEN_INVALID'
  | 2
  /**
   * INVALID_ARGUMENT. The filter or the order cannot be parsed, or names a field that cannot be filtered on.
   */
  | 'ERROR_REASON_FILTER_INVALID'
  | 3
  /**
   * INVALID_ARGUMENT. The update mask is empty, or names a field that does not exist or cannot be changed.
   */
  | 'ERROR_REASON_UPDATE_MASK_INVALID'
  | 4
  /**
   * INVALID_ARGUMENT. The request id was used before with another request.
   */
  | 'ERROR_REASON_REQUEST_ID_REUSED'
  | 5
  /**
   * UNAUTHENTICATED. No credential came in the `authorization` metadata, or it is not valid any more.
   */
  | 'ERROR_REASON_CREDENTIAL_INVALID'
  | 6
  /**
   * UNAUTHENTICATED. The account, the e-mail or the password is wrong; which one is not told.
   */
  | 'ERROR_REASON_SIGN_IN_REFUSED'
  | 7
  /**
   * RESOURCE_EXHAUSTED. Too many failed sign-ins; RetryInfo says when to try again.
   */
  | 'ERROR_REASON_SIGN_IN_THROTTLED'
  | 8
  /**
   * PERMISSION_DENIED. The caller's role or kind may not do this.
   */
  | 'ERROR_REASON_ROLE_INSUFFICIENT'
  | 9
  /**
   * PERMISSION_DENIED. The caller's credential lacks a scope; the metadata names it under `scope`.
   */
  | 'ERROR_REASON_SCOPE_INSUFFICIENT'
  | 10
  /**
   * PERMISSION_DENIED. The one-time setup code is wrong, used, or not offered by this server any more.
   */
  | 'ERROR_REASON_SETUP_CODE_INVALID'
  | 11
  /**
   * NOT_FOUND. There is no such resource in the caller's account.
   */
  | 'ERROR_REASON_RESOURCE_NOT_FOUND'
  | 12
  /**
   * ALREADY_EXISTS. Another resource already has this name, e-mail or identifier.
   */
  | 'ERROR_REASON_RESOURCE_EXISTS'
  | 13
  /**
   * FAILED_PRECONDITION. API-token access is off in the account's settings.
   */
  | 'ERROR_REASON_API_TOKEN_ACCESS_OFF'
  | 14
  /**
   * FAILED_PRECONDITION. The account already holds as many as it may; delete one first.
   */
  | 'ERROR_REASON_LIMIT_REACHED'
  | 15
  /**
   * FAILED_PRECONDITION. The resource is not in a state that allows this.
   */
  | 'ERROR_REASON_STATE_CONFLICT'
  | 16
  /**
   * FAILED_PRECONDITION. This would leave the account without an active administrator who can sign in.
   */
  | 'ERROR_REASON_LAST_ADMIN'
  | 17
  /**
   * ABORTED. The resource has changed since the etag was read; read it again.
   */
  | 'ERROR_REASON_ETAG_MISMATCH'
  | 18
  /**
   * ABORTED. Other changes kept getting in first; try again.
   */
  | 'ERROR_REASON_CONFLICT'
  | 19
  /**
   * UNAVAILABLE. The store cannot write now (a full disk, for one); nothing was changed.
   */
  | 'ERROR_REASON_STORAGE_UNAVAILABLE'
  | 20
  /**
   * RESOURCE_EXHAUSTED. A stream was too slow to take what it asked for; resume from its last position.
   */
  | 'ERROR_REASON_STREAM_TOO_SLOW'
  | 21
  /**
   * UNAVAILABLE. The server is shutting down; connect again.
   */
  | 'ERROR_REASON_SHUTTING_DOWN'
  | 22
  /**
   * INTERNAL. A fault of the server; its log has the cause under the request id.
   */
  | 'ERROR_REASON_INTERNAL'
  | 23
  /**
   * FAILED_PRECONDITION. OAuth access is off in the account's settings.
   */
  | 'ERROR_REASON_OAUTH_ACCESS_OFF'
  | 24
  /**
   * INVALID_ARGUMENT. RFC 6749 `invalid_request`: a parameter is missing, repeated or malformed.
   */
  | 'ERROR_REASON_OAUTH_INVALID_REQUEST'
  | 25
  /**
   * UNAUTHENTICATED. RFC 6749 `invalid_client`: the client is unknown, or did not authenticate.
   */
  | 'ERROR_REASON_OAUTH_INVALID_CLIENT'
  | 26
  /**
   * INVALID_ARGUMENT. RFC 6749 `invalid_grant`: the code or token is wrong, used, expired, or another client's.
   */
  | 'ERROR_REASON_OAUTH_INVALID_GRANT'
  | 27
  /**
   * PERMISSION_DENIED. RFC 6749 `unauthorized_client`: the client may not get tokens this way.
   */
  | 'ERROR_REASON_OAUTH_UNAUTHORIZED_CLIENT'
  | 28
  /**
   * INVALID_ARGUMENT. RFC 6749 `unsupported_grant_type`.
   */
  | 'ERROR_REASON_OAUTH_UNSUPPORTED_GRANT_TYPE'
  | 29
  /**
   * INVALID_ARGUMENT. RFC 6749 `unsupported_response_type`.
   */
  | 'ERROR_REASON_OAUTH_UNSUPPORTED_RESPONSE_TYPE'
  | 30
  /**
   * INVALID_ARGUMENT. RFC 6749 `invalid_scope`: the scope is unknown, or more than the client may have.
   */
  | 'ERROR_REASON_OAUTH_INVALID_SCOPE'
  | 31
  /**
   * PERMISSION_DENIED. RFC 6749 `access_denied`: the person said no.
   */
  | 'ERROR_REASON_OAUTH_ACCESS_DENIED'
  | 32
  /**
   * FAILED_PRECONDITION. RFC 8628 `authorization_pending`: the person has not decided yet; poll again.
   */
  | 'ERROR_REASON_OAUTH_AUTHORIZATION_PENDING'
  | 33
  /**
   * RESOURCE_EXHAUSTED. RFC 8628 `slow_down`: as pending, and wait five seconds more between polls.
   */
  | 'ERROR_REASON_OAUTH_SLOW_DOWN'
  | 34
  /**
   * FAILED_PRECONDITION. RFC 8628 `expired_token`: the device code is over; start again.
   */
  | 'ERROR_REASON_OAUTH_EXPIRED_TOKEN'
  | 35
  /**
   * INVALID_ARGUMENT. RFC 7009 `unsupported_token_type`.
   */
  | 'ERROR_REASON_OAUTH_UNSUPPORTED_TOKEN_TYPE'
  | 36
  /**
   * NOT_FOUND. No such client: the identifier is unknown in this account. Shown on a page, never sent to a redirect URI.
   */
  | 'ERROR_REASON_OAUTH_CLIENT_UNKNOWN'
  | 37
  /**
   * INVALID_ARGUMENT. The redirect URI is not one of the client's. Shown on a page, never sent to it.
   */
  | 'ERROR_REASON_OAUTH_REDIRECT_URI_INVALID'
  | 38
  /**
   * OUT_OF_RANGE. A feed has not come to this position yet: begin anew, without a history.
   */
  | 'ERROR_REASON_POSITION_UNKNOWN'
  | 39
  /**
   * PERMISSION_DENIED. An access policy does not allow the call; the metadata names it under `access_policy_id`.
   */
  | 'ERROR_REASON_ACCESS_POLICY_DENIED'
  | 40
  /**
   * FAILED_PRECONDITION. The access policy is attached to something; the violations say to what.
   */
  | 'ERROR_REASON_ACCESS_POLICY_ATTACHED'
  | 41
  /**
   * FAILED_PRECONDITION. Test cases of the version do not pass; the violations say which.
   */
  | 'ERROR_REASON_ACCESS_POLICY_TEST_FAILED'
  | 42
  /**
   * FAILED_PRECONDITION. No administrator could undo this: the policy would deny them the calls it takes.
   */
  | 'ERROR_REASON_ACCESS_POLICY_LOCKS_OUT'
  | 43

/**
 * Why a call failed. Sent as the name of the value in `google.rpc.ErrorInfo.reason`, with the domain
 * `latchkey.dev`, in the `grpc-status-details-bin` trailer of every failed call. The list is closed:
 * a client may switch on it.
 */
export type ErrorReason__Output = typeof ErrorReason[keyof typeof ErrorReason]
