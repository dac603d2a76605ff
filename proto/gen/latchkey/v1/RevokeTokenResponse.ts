// Original file: proto/latchkey/v1/oauth.proto


/**
 * Done, or nothing to do.
 */
export interface RevokeTokenResponse {
}

/**
 * Done, or nothing to do.
 */
export interface RevokeTokenResponse__Output {
}
