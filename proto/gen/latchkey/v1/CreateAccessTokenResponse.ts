// Original file: proto/latchkey/v1/access_token.proto

import type { AccessToken as _latchkey_v1_AccessToken, AccessToken__Output as _latchkey_v1_AccessToken__Output } from '../../latchkey/v1/AccessToken.js';

/**
 * The token that was made.
 */
export interface CreateAccessTokenResponse {
  /**
   * The token.
   */
  'accessToken'?: (_latchkey_v1_AccessToken | null);
  /**
   * The secret, 40 characters, shown this once; empty when the request id was seen before.
   */
  'secret'?: (string);
  /**
   * The refresh token, shown this once; empty unless asked for.
   */
  'refreshToken'?: (string);
}

/**
 * The token that was made.
 */
export interface CreateAccessTokenResponse__Output {
  /**
   * The token.
   */
  'accessToken': (_latchkey_v1_AccessToken__Output | null);
  /**
   * The secret, 40 characters, shown this once; empty when the request id was seen before.
   */
  'secret': (string);
  /**
   * The refresh token, shown this once; empty unless asked for.
   */
  'refreshToken': (string);
}
