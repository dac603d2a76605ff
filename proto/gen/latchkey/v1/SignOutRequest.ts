// Original file: proto/latchkey/v1/session.proto


/**
 * Asks to end the caller's session.
 */
export interface SignOutRequest {
}

/**
 * Asks to end the caller's session.
 */
export interface SignOutRequest__Output {
}
