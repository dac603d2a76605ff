// Original file: proto/latchkey/v1/access_token.proto


/**
 * Asks to revoke many tokens. Either ids, or client_id, user_id or both.
 */
export interface BatchRevokeAccessTokensRequest {
  /**
   * The ids of the tokens, up to 500, each once.
   */
  'ids'?: (string)[];
  /**
   * All tokens of this client in the caller's account, by id or identifier.
   */
  'clientId'?: (string);
  /**
   * All tokens of this user.
   */
  'userId'?: (string);
  /**
   * Only answer how many would go, and change nothing.
   */
  'validateOnly'?: (boolean);
}

/**
 * Asks to revoke many tokens. Either ids, or client_id, user_id or both.
 */
export interface BatchRevokeAccessTokensRequest__Output {
  /**
   * The ids of the tokens, up to 500, each once.
   */
  'ids': (string)[];
  /**
   * All tokens of this client in the caller's account, by id or identifier.
   */
  'clientId': (string);
  /**
   * All tokens of this user.
   */
  'userId': (string);
  /**
   * Only answer how many would go, and change nothing.
   */
  'validateOnly': (boolean);
}
