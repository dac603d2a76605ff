// Original file: proto/latchkey/v1/authentication.proto

import type { AuthenticateCheck as _latchkey_v1_AuthenticateCheck, AuthenticateCheck__Output as _latchkey_v1_AuthenticateCheck__Output } from '../../latchkey/v1/AuthenticateCheck.js';

/**
 * Some checks.
 */
export interface AuthenticateStreamRequest {
  /**
   * At most 1,000.
   */
  'checks'?: (_latchkey_v1_AuthenticateCheck)[];
}

/**
 * Some checks.
 */
export interface AuthenticateStreamRequest__Output {
  /**
   * At most 1,000.
   */
  'checks': (_latchkey_v1_AuthenticateCheck__Output)[];
}
