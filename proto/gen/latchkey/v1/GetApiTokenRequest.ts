// Original file: proto/latchkey/v1/api_token.proto


/**
 * Asks for one token.
 */
export interface GetApiTokenRequest {
  /**
   * The token's id.
   */
  'id'?: (string);
}

/**
 * Asks for one token.
 */
export interface GetApiTokenRequest__Output {
  /**
   * The token's id.
   */
  'id': (string);
}
