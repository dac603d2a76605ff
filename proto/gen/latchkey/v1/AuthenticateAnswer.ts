// Original file: proto/latchkey/v1/authentication.proto

import type { AuthenticateResponse as _latchkey_v1_AuthenticateResponse, AuthenticateResponse__Output as _latchkey_v1_AuthenticateResponse__Output } from '../../latchkey/v1/AuthenticateResponse.js';
import type { Long } from '@grpc/proto-loader';

/**
 * One answer.
 */
export interface AuthenticateAnswer {
  /**
   * That of the check.
   */
  'id'?: (number | string | Long);
  /**
   * The decision.
   */
  'decision'?: (_latchkey_v1_AuthenticateResponse | null);
}

/**
 * One answer.
 */
export interface AuthenticateAnswer__Output {
  /**
   * That of the check.
   */
  'id': (number);
  /**
   * The decision.
   */
  'decision': (_latchkey_v1_AuthenticateResponse__Output | null);
}
