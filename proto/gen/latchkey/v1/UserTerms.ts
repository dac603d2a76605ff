// Original file: proto/latchkey/v1/authentication.proto

import type { Role as _latchkey_v1_Role, Role__Output as _latchkey_v1_Role__Output } from '../../latchkey/v1/Role.js';

/**
 * What of a user decides.
 */
export interface UserTerms {
  /**
   * The user.
   */
  'id'?: (string);
  /**
   * The e-mail, as it was typed.
   */
  'email'?: (string);
  /**
   * The name.
   */
  'name'?: (string);
  /**
   * The role.
   */
  'role'?: (_latchkey_v1_Role);
  /**
   * Whether the e-mail is known to be theirs.
   */
  'verified'?: (boolean);
  /**
   * Whether they are shut out.
   */
  'suspended'?: (boolean);
}

/**
 * What of a user decides.
 */
export interface UserTerms__Output {
  /**
   * The user.
   */
  'id': (string);
  /**
   * The e-mail, as it was typed.
   */
  'email': (string);
  /**
   * The name.
   */
  'name': (string);
  /**
   * The role.
   */
  'role': (_latchkey_v1_Role__Output);
  /**
   * Whether the e-mail is known to be theirs.
   */
  'verified': (boolean);
  /**
   * Whether they are shut out.
   */
  'suspended': (boolean);
}
