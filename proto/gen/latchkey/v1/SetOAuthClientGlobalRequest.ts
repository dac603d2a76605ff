// Original file: proto/latchkey/v1/oauth_client.proto


/**
 * Asks to make a client global, or an account's own again.
 */
export interface SetOAuthClientGlobalRequest {
  /**
   * The account whose client it is.
   */
  'accountId'?: (string);
  /**
   * The client's id, or its identifier.
   */
  'id'?: (string);
  /**
   * Whether every account may use it. Turning it off ends its tokens in other accounts.
   */
  'global'?: (boolean);
}

/**
 * Asks to make a client global, or an account's own again.
 */
export interface SetOAuthClientGlobalRequest__Output {
  /**
   * The account whose client it is.
   */
  'accountId': (string);
  /**
   * The client's id, or its identifier.
   */
  'id': (string);
  /**
   * Whether every account may use it. Turning it off ends its tokens in other accounts.
   */
  'global': (boolean);
}
