// Original file: proto/latchkey/v1/oauth_client.proto


/**
 * Who and what stops with a client.
 */
export interface OAuthClientImpact {
  /**
   * How many live access tokens.
   */
  'accessTokens'?: (number);
  /**
   * How many grants that could be refreshed.
   */
  'grants'?: (number);
  /**
   * How many users stand behind them.
   */
  'users'?: (number);
  /**
   * How many of those tokens were used within the last hour.
   */
  'recentlyUsedAccessTokens'?: (number);
  /**
   * How many users used them within the last hour.
   */
  'recentUsers'?: (number);
}

/**
 * Who and what stops with a client.
 */
export interface OAuthClientImpact__Output {
  /**
   * How many live access tokens.
   */
  'accessTokens': (number);
  /**
   * How many grants that could be refreshed.
   */
  'grants': (number);
  /**
   * How many users stand behind them.
   */
  'users': (number);
  /**
   * How many of those tokens were used within the last hour.
   */
  'recentlyUsedAccessTokens': (number);
  /**
   * How many users used them within the last hour.
   */
  'recentUsers': (number);
}
