// Original file: proto/latchkey/v1/access_token.proto


/**
 * What went.
 */
export interface BatchRevokeAccessTokensResponse {
  /**
   * How many access tokens that worked.
   */
  'accessTokens'?: (number);
  /**
   * How many grants that could be refreshed.
   */
  'grants'?: (number);
}

/**
 * What went.
 */
export interface BatchRevokeAccessTokensResponse__Output {
  /**
   * How many access tokens that worked.
   */
  'accessTokens': (number);
  /**
   * How many grants that could be refreshed.
   */
  'grants': (number);
}
