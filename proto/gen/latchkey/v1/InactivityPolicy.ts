// Original file: proto/latchkey/v1/settings.proto


/**
 * Deactivates API tokens that were not used for a while, and later deletes them.
 */
export interface InactivityPolicy {
  /**
   * Whether the policy is on. Off in a new account.
   */
  'enabled'?: (boolean);
  /**
   * Deactivate after this many days without use: 1 to 3,650; 30 at first.
   */
  'deactivateAfterDays'?: (number);
  /**
   * Delete for good this many days after that: 1 to 3,650; 60 at first.
   */
  'purgeAfterDays'?: (number);
}

/**
 * Deactivates API tokens that were not used for a while, and later deletes them.
 */
export interface InactivityPolicy__Output {
  /**
   * Whether the policy is on. Off in a new account.
   */
  'enabled': (boolean);
  /**
   * Deactivate after this many days without use: 1 to 3,650; 30 at first.
   */
  'deactivateAfterDays': (number);
  /**
   * Delete for good this many days after that: 1 to 3,650; 60 at first.
   */
  'purgeAfterDays': (number);
}
