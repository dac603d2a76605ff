// Original file: proto/latchkey/v1/session.proto

import type { Session as _latchkey_v1_Session, Session__Output as _latchkey_v1_Session__Output } from '../../latchkey/v1/Session.js';

/**
 * The session.
 */
export interface SignInResponse {
  /**
   * The secret to send, shown this once.
   */
  'sessionToken'?: (string);
  /**
   * The session.
   */
  'session'?: (_latchkey_v1_Session | null);
}

/**
 * The session.
 */
export interface SignInResponse__Output {
  /**
   * The secret to send, shown this once.
   */
  'sessionToken': (string);
  /**
   * The session.
   */
  'session': (_latchkey_v1_Session__Output | null);
}
