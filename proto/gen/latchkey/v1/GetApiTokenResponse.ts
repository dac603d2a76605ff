// Original file: proto/latchkey/v1/api_token.proto

import type { ApiToken as _latchkey_v1_ApiToken, ApiToken__Output as _latchkey_v1_ApiToken__Output } from '../../latchkey/v1/ApiToken.js';

/**
 * One token.
 */
export interface GetApiTokenResponse {
  /**
   * The token.
   */
  'apiToken'?: (_latchkey_v1_ApiToken | null);
}

/**
 * One token.
 */
export interface GetApiTokenResponse__Output {
  /**
   * The token.
   */
  'apiToken': (_latchkey_v1_ApiToken__Output | null);
}
