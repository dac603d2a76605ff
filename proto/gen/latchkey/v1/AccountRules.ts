// Original file: proto/latchkey/v1/authentication.proto


/**
 * What of the settings decides about every credential.
 */
export interface AccountRules {
  /**
   * The account.
   */
  'accountId'?: (string);
  /**
   * Whether API tokens work at all.
   */
  'apiTokenAccess'?: (boolean);
  /**
   * Whether access tokens work at all.
   */
  'oauthAccess'?: (boolean);
  /**
   * Where credentials may come from; empty for anywhere.
   */
  'ipAllowList'?: (string)[];
}

/**
 * What of the settings decides about every credential.
 */
export interface AccountRules__Output {
  /**
   * The account.
   */
  'accountId': (string);
  /**
   * Whether API tokens work at all.
   */
  'apiTokenAccess': (boolean);
  /**
   * Whether access tokens work at all.
   */
  'oauthAccess': (boolean);
  /**
   * Where credentials may come from; empty for anywhere.
   */
  'ipAllowList': (string)[];
}
