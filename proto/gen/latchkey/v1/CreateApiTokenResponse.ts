// Original file: proto/latchkey/v1/api_token.proto

import type { ApiToken as _latchkey_v1_ApiToken, ApiToken__Output as _latchkey_v1_ApiToken__Output } from '../../latchkey/v1/ApiToken.js';

/**
 * The token that was made.
 */
export interface CreateApiTokenResponse {
  /**
   * The token.
   */
  'apiToken'?: (_latchkey_v1_ApiToken | null);
  /**
   * The secret, 40 characters, shown this once; empty when the request id was seen before.
   */
  'secret'?: (string);
}

/**
 * The token that was made.
 */
export interface CreateApiTokenResponse__Output {
  /**
   * The token.
   */
  'apiToken': (_latchkey_v1_ApiToken__Output | null);
  /**
   * The secret, 40 characters, shown this once; empty when the request id was seen before.
   */
  'secret': (string);
}
