// Original file: proto/latchkey/v1/api_token.proto


/**
 * Asks to delete several tokens.
 */
export interface BatchDeleteApiTokensRequest {
  /**
   * The ids of the tokens, 1 to 500, each once.
   */
  'ids'?: (string)[];
  /**
   * Only answer the tokens that would go, and change nothing.
   */
  'validateOnly'?: (boolean);
}

/**
 * Asks to delete several tokens.
 */
export interface BatchDeleteApiTokensRequest__Output {
  /**
   * The ids of the tokens, 1 to 500, each once.
   */
  'ids': (string)[];
  /**
   * Only answer the tokens that would go, and change nothing.
   */
  'validateOnly': (boolean);
}
