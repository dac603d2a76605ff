// Original file: proto/latchkey/v1/user.proto

import type { User as _latchkey_v1_User, User__Output as _latchkey_v1_User__Output } from '../../latchkey/v1/User.js';

/**
 * The user after the change.
 */
export interface UpdateUserResponse {
  /**
   * The user.
   */
  'user'?: (_latchkey_v1_User | null);
  /**
   * How many sessions ended with the change.
   */
  'endedSessions'?: (number);
  /**
   * How many OAuth access tokens that worked ended with the change.
   */
  'endedAccessTokens'?: (number);
}

/**
 * The user after the change.
 */
export interface UpdateUserResponse__Output {
  /**
   * The user.
   */
  'user': (_latchkey_v1_User__Output | null);
  /**
   * How many sessions ended with the change.
   */
  'endedSessions': (number);
  /**
   * How many OAuth access tokens that worked ended with the change.
   */
  'endedAccessTokens': (number);
}
