// Original file: proto/latchkey/v1/api_token.proto


/**
 * Asks to reactivate a token.
 */
export interface ReactivateApiTokenRequest {
  /**
   * The token's id.
   */
  'id'?: (string);
  /**
   * With an etag, refused when the token has changed since.
   */
  'etag'?: (string);
}

/**
 * Asks to reactivate a token.
 */
export interface ReactivateApiTokenRequest__Output {
  /**
   * The token's id.
   */
  'id': (string);
  /**
   * With an etag, refused when the token has changed since.
   */
  'etag': (string);
}
