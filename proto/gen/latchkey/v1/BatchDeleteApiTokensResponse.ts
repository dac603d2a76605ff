// Original file: proto/latchkey/v1/api_token.proto

import type { ApiToken as _latchkey_v1_ApiToken, ApiToken__Output as _latchkey_v1_ApiToken__Output } from '../../latchkey/v1/ApiToken.js';

/**
 * The tokens as they were.
 */
export interface BatchDeleteApiTokensResponse {
  /**
   * The tokens, in the order asked.
   */
  'apiTokens'?: (_latchkey_v1_ApiToken)[];
}

/**
 * The tokens as they were.
 */
export interface BatchDeleteApiTokensResponse__Output {
  /**
   * The tokens, in the order asked.
   */
  'apiTokens': (_latchkey_v1_ApiToken__Output)[];
}
