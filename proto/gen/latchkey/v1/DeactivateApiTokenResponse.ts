// Original file: proto/latchkey/v1/api_token.proto

import type { ApiToken as _latchkey_v1_ApiToken, ApiToken__Output as _latchkey_v1_ApiToken__Output } from '../../latchkey/v1/ApiToken.js';

/**
 * The token after the change.
 */
export interface DeactivateApiTokenResponse {
  /**
   * The token.
   */
  'apiToken'?: (_latchkey_v1_ApiToken | null);
}

/**
 * The token after the change.
 */
export interface DeactivateApiTokenResponse__Output {
  /**
   * The token.
   */
  'apiToken': (_latchkey_v1_ApiToken__Output | null);
}
