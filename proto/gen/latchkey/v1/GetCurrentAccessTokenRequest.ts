// Original file: proto/latchkey/v1/access_token.proto


/**
 * Asks for the token of this call.
 */
export interface GetCurrentAccessTokenRequest {
}

/**
 * Asks for the token of this call.
 */
export interface GetCurrentAccessTokenRequest__Output {
}
