// Original file: proto/latchkey/v1/oauth.proto

import type { AuthorizationRequest as _latchkey_v1_AuthorizationRequest, AuthorizationRequest__Output as _latchkey_v1_AuthorizationRequest__Output } from '../../latchkey/v1/AuthorizationRequest.js';

/**
 * Asks what a person would consent to.
 */
export interface AuthorizeRequest {
  /**
   * The request.
   */
  'request'?: (_latchkey_v1_AuthorizationRequest | null);
}

/**
 * Asks what a person would consent to.
 */
export interface AuthorizeRequest__Output {
  /**
   * The request.
   */
  'request': (_latchkey_v1_AuthorizationRequest__Output | null);
}
