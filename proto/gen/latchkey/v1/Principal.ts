// Original file: proto/latchkey/v1/authentication.proto

import type { Role as _latchkey_v1_Role, Role__Output as _latchkey_v1_Role__Output } from '../../latchkey/v1/Role.js';

/**
 * Who stands behind a credential.
 */
export interface Principal {
  /**
   * The user.
   */
  'userId'?: (string);
  /**
   * The user's e-mail.
   */
  'email'?: (string);
  /**
   * The user's role.
   */
  'role'?: (_latchkey_v1_Role);
}

/**
 * Who stands behind a credential.
 */
export interface Principal__Output {
  /**
   * The user.
   */
  'userId': (string);
  /**
   * The user's e-mail.
   */
  'email': (string);
  /**
   * The user's role.
   */
  'role': (_latchkey_v1_Role__Output);
}
