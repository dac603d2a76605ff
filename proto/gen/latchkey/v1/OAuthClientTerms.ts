// Original file: proto/latchkey/v1/authentication.proto


/**
 * What of an OAuth client decides.
 */
export interface OAuthClientTerms {
  /**
   * The client.
   */
  'id'?: (string);
  /**
   * The account whose it is.
   */
  'accountId'?: (string);
  /**
   * The `client_id` of OAuth.
   */
  'identifier'?: (string);
  /**
   * Whether it works at all.
   */
  'enabled'?: (boolean);
  /**
   * Whether every account may use it.
   */
  'global'?: (boolean);
  /**
   * The most its tokens may do; empty for every scope.
   */
  'allowedScopes'?: (string)[];
}

/**
 * What of an OAuth client decides.
 */
export interface OAuthClientTerms__Output {
  /**
   * The client.
   */
  'id': (string);
  /**
   * The account whose it is.
   */
  'accountId': (string);
  /**
   * The `client_id` of OAuth.
   */
  'identifier': (string);
  /**
   * Whether it works at all.
   */
  'enabled': (boolean);
  /**
   * Whether every account may use it.
   */
  'global': (boolean);
  /**
   * The most its tokens may do; empty for every scope.
   */
  'allowedScopes': (string)[];
}
