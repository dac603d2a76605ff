// Original file: proto/latchkey/v1/access_token.proto


/**
 * Asks to revoke a token.
 */
export interface RevokeAccessTokenRequest {
  /**
   * The token's id.
   */
  'id'?: (string);
  /**
   * Only answer the token that would go, and change nothing.
   */
  'validateOnly'?: (boolean);
}

/**
 * Asks to revoke a token.
 */
export interface RevokeAccessTokenRequest__Output {
  /**
   * The token's id.
   */
  'id': (string);
  /**
   * Only answer the token that would go, and change nothing.
   */
  'validateOnly': (boolean);
}
