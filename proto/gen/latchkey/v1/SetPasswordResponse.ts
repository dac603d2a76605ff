// Original file: proto/latchkey/v1/user.proto

import type { User as _latchkey_v1_User, User__Output as _latchkey_v1_User__Output } from '../../latchkey/v1/User.js';

/**
 * The user whose password was set.
 */
export interface SetPasswordResponse {
  /**
   * The user.
   */
  'user'?: (_latchkey_v1_User | null);
  /**
   * How many sessions ended with the change.
   */
  'endedSessions'?: (number);
}

/**
 * The user whose password was set.
 */
export interface SetPasswordResponse__Output {
  /**
   * The user.
   */
  'user': (_latchkey_v1_User__Output | null);
  /**
   * How many sessions ended with the change.
   */
  'endedSessions': (number);
}
