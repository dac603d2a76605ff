// Original file: proto/latchkey/v1/api_token.proto


/**
 * Asks to deactivate a token.
 */
export interface DeactivateApiTokenRequest {
  /**
   * The token's id.
   */
  'id'?: (string);
  /**
   * With an etag, refused when the token has changed since.
   */
  'etag'?: (string);
  /**
   * Only answer the token as it is, and change nothing.
   */
  'validateOnly'?: (boolean);
}

/**
 * Asks to deactivate a token.
 */
export interface DeactivateApiTokenRequest__Output {
  /**
   * The token's id.
   */
  'id': (string);
  /**
   * With an etag, refused when the token has changed since.
   */
  'etag': (string);
  /**
   * Only answer the token as it is, and change nothing.
   */
  'validateOnly': (boolean);
}
