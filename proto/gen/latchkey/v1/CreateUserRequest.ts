// Original file: proto/latchkey/v1/user.proto

import type { User as _latchkey_v1_User, User__Output as _latchkey_v1_User__Output } from '../../latchkey/v1/User.js';

/**
 * Asks to add a user.
 */
export interface CreateUserRequest {
  /**
   * The user; id, etag and the times are ignored. A role is required.
   */
  'user'?: (_latchkey_v1_User | null);
  /**
   * The first password, 10 to 72 bytes of UTF-8; empty to let them in by credentials only.
   */
  'password'?: (string);
  /**
   * A UUID chosen by the caller: the same request sent again answers the same user; RESOURCE_NOT_FOUND when they were
   * deleted since.
   */
  'requestId'?: (string);
}

/**
 * Asks to add a user.
 */
export interface CreateUserRequest__Output {
  /**
   * The user; id, etag and the times are ignored. A role is required.
   */
  'user': (_latchkey_v1_User__Output | null);
  /**
   * The first password, 10 to 72 bytes of UTF-8; empty to let them in by credentials only.
   */
  'password': (string);
  /**
   * A UUID chosen by the caller: the same request sent again answers the same user; RESOURCE_NOT_FOUND when they were
   * deleted since.
   */
  'requestId': (string);
}
