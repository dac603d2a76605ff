// Original file: proto/latchkey/v1/oauth_client.proto


/**
 * Asks for one client.
 */
export interface GetOAuthClientRequest {
  /**
   * The client's id, or its identifier.
   */
  'id'?: (string);
}

/**
 * Asks for one client.
 */
export interface GetOAuthClientRequest__Output {
  /**
   * The client's id, or its identifier.
   */
  'id': (string);
}
