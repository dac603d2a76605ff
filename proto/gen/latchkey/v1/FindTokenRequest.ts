// Original file: proto/latchkey/v1/access_token.proto


/**
 * Asks whose a token is.
 */
export interface FindTokenRequest {
  /**
   * The whole value that was found.
   */
  'value'?: (string);
}

/**
 * Asks whose a token is.
 */
export interface FindTokenRequest__Output {
  /**
   * The whole value that was found.
   */
  'value': (string);
}
