// Original file: proto/latchkey/v1/user.proto

import type { User as _latchkey_v1_User, User__Output as _latchkey_v1_User__Output } from '../../latchkey/v1/User.js';

/**
 * One user.
 */
export interface GetUserResponse {
  /**
   * The user.
   */
  'user'?: (_latchkey_v1_User | null);
}

/**
 * One user.
 */
export interface GetUserResponse__Output {
  /**
   * The user.
   */
  'user': (_latchkey_v1_User__Output | null);
}
