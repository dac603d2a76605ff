// Original file: proto/latchkey/v1/user.proto

import type { User as _latchkey_v1_User, User__Output as _latchkey_v1_User__Output } from '../../latchkey/v1/User.js';

/**
 * The user that was added.
 */
export interface CreateUserResponse {
  /**
   * The user.
   */
  'user'?: (_latchkey_v1_User | null);
}

/**
 * The user that was added.
 */
export interface CreateUserResponse__Output {
  /**
   * The user.
   */
  'user': (_latchkey_v1_User__Output | null);
}
