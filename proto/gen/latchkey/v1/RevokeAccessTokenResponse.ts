// Original file: proto/latchkey/v1/access_token.proto

import type { AccessToken as _latchkey_v1_AccessToken, AccessToken__Output as _latchkey_v1_AccessToken__Output } from '../../latchkey/v1/AccessToken.js';

/**
 * The token as it was.
 */
export interface RevokeAccessTokenResponse {
  /**
   * The token.
   */
  'accessToken'?: (_latchkey_v1_AccessToken | null);
}

/**
 * The token as it was.
 */
export interface RevokeAccessTokenResponse__Output {
  /**
   * The token.
   */
  'accessToken': (_latchkey_v1_AccessToken__Output | null);
}
