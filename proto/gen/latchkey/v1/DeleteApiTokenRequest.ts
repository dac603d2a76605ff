// Original file: proto/latchkey/v1/api_token.proto


/**
 * Asks to delete a token.
 */
export interface DeleteApiTokenRequest {
  /**
   * The token's id.
   */
  'id'?: (string);
  /**
   * With an etag, refused when the token has changed since.
   */
  'etag'?: (string);
  /**
   * Only answer the token that would go, and change nothing.
   */
  'validateOnly'?: (boolean);
}

/**
 * Asks to delete a token.
 */
export interface DeleteApiTokenRequest__Output {
  /**
   * The token's id.
   */
  'id': (string);
  /**
   * With an etag, refused when the token has changed since.
   */
  'etag': (string);
  /**
   * Only answer the token that would go, and change nothing.
   */
  'validateOnly': (boolean);
}
