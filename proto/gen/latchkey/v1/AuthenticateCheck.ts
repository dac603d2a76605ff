// Original file: proto/latchkey/v1/authentication.proto

import type { AuthenticateRequest as _latchkey_v1_AuthenticateRequest, AuthenticateRequest__Output as _latchkey_v1_AuthenticateRequest__Output } from '../../latchkey/v1/AuthenticateRequest.js';
import type { Long } from '@grpc/proto-loader';

/**
 * One check.
 */
export interface AuthenticateCheck {
  /**
   * Chosen by the caller; its answer carries the same. Up to 2^53 - 1.
   */
  'id'?: (number | string | Long);
  /**
   * What is asked.
   */
  'question'?: (_latchkey_v1_AuthenticateRequest | null);
}

/**
 * One check.
 */
export interface AuthenticateCheck__Output {
  /**
   * Chosen by the caller; its answer carries the same. Up to 2^53 - 1.
   */
  'id': (number);
  /**
   * What is asked.
   */
  'question': (_latchkey_v1_AuthenticateRequest__Output | null);
}
