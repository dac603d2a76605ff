// Original file: proto/latchkey/v1/access_token.proto


/**
 * Asks for one token.
 */
export interface GetAccessTokenRequest {
  /**
   * The token's id.
   */
  'id'?: (string);
}

/**
 * Asks for one token.
 */
export interface GetAccessTokenRequest__Output {
  /**
   * The token's id.
   */
  'id': (string);
}
