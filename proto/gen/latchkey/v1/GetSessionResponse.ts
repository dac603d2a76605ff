// Original file: proto/latchkey/v1/session.proto

import type { Session as _latchkey_v1_Session, Session__Output as _latchkey_v1_Session__Output } from '../../latchkey/v1/Session.js';
import type { Role as _latchkey_v1_Role, Role__Output as _latchkey_v1_Role__Output } from '../../latchkey/v1/Role.js';

/**
 * Who the caller is.
 */
export interface GetSessionResponse {
  /**
   * The session.
   */
  'session'?: (_latchkey_v1_Session | null);
  /**
   * The id of its account.
   */
  'accountId'?: (string);
  /**
   * The account's display name.
   */
  'accountDisplayName'?: (string);
  /**
   * The user's e-mail.
   */
  'email'?: (string);
  /**
   * The user's name.
   */
  'name'?: (string);
  /**
   * The user's role.
   */
  'role'?: (_latchkey_v1_Role);
}

/**
 * Who the caller is.
 */
export interface GetSessionResponse__Output {
  /**
   * The session.
   */
  'session': (_latchkey_v1_Session__Output | null);
  /**
   * The id of its account.
   */
  'accountId': (string);
  /**
   * The account's display name.
   */
  'accountDisplayName': (string);
  /**
   * The user's e-mail.
   */
  'email': (string);
  /**
   * The user's name.
   */
  'name': (string);
  /**
   * The user's role.
   */
  'role': (_latchkey_v1_Role__Output);
}
