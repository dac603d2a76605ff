// Original file: proto/latchkey/v1/user.proto


/**
 * What ended, or would end, with the user.
 */
export interface DeleteUserResponse {
  /**
   * How many sessions.
   */
  'endedSessions'?: (number);
  /**
   * How many API tokens are bound to this user and can never be used again.
   */
  'unusableApiTokens'?: (number);
  /**
   * How many OAuth access tokens that worked.
   */
  'endedAccessTokens'?: (number);
}

/**
 * What ended, or would end, with the user.
 */
export interface DeleteUserResponse__Output {
  /**
   * How many sessions.
   */
  'endedSessions': (number);
  /**
   * How many API tokens are bound to this user and can never be used again.
   */
  'unusableApiTokens': (number);
  /**
   * How many OAuth access tokens that worked.
   */
  'endedAccessTokens': (number);
}
