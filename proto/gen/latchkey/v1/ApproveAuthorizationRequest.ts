// Original file: proto/latchkey/v1/oauth.proto

import type { AuthorizationRequest as _latchkey_v1_AuthorizationRequest, AuthorizationRequest__Output as _latchkey_v1_AuthorizationRequest__Output } from '../../latchkey/v1/AuthorizationRequest.js';

/**
 * A person's answer.
 */
export interface ApproveAuthorizationRequest {
  /**
   * The request, as it was shown.
   */
  'request'?: (_latchkey_v1_AuthorizationRequest | null);
  /**
   * Whether they consent.
   */
  'approved'?: (boolean);
}

/**
 * A person's answer.
 */
export interface ApproveAuthorizationRequest__Output {
  /**
   * The request, as it was shown.
   */
  'request': (_latchkey_v1_AuthorizationRequest__Output | null);
  /**
   * Whether they consent.
   */
  'approved': (boolean);
}
