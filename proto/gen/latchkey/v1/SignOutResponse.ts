// Original file: proto/latchkey/v1/session.proto


/**
 * The session has ended.
 */
export interface SignOutResponse {
}

/**
 * The session has ended.
 */
export interface SignOutResponse__Output {
}
