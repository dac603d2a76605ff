// Original file: proto/latchkey/v1/access_token.proto


/**
 * Asks to revoke the token of this call.
 */
export interface RevokeCurrentAccessTokenRequest {
}

/**
 * Asks to revoke the token of this call.
 */
export interface RevokeCurrentAccessTokenRequest__Output {
}
