// Original file: proto/latchkey/v1/api_token.proto

import type { ApiToken as _latchkey_v1_ApiToken, ApiToken__Output as _latchkey_v1_ApiToken__Output } from '../../latchkey/v1/ApiToken.js';

/**
 * A page of tokens.
 */
export interface ListApiTokensResponse {
  /**
   * The tokens.
   */
  'apiTokens'?: (_latchkey_v1_ApiToken)[];
  /**
   * Fetches the next page; empty on the last.
   */
  'nextPageToken'?: (string);
  /**
   * How many tokens the account holds, whatever the filter.
   */
  'totalSize'?: (number);
  /**
   * How many it may hold.
   */
  'maxSize'?: (number);
}

/**
 * A page of tokens.
 */
export interface ListApiTokensResponse__Output {
  /**
   * The tokens.
   */
  'apiTokens': (_latchkey_v1_ApiToken__Output)[];
  /**
   * Fetches the next page; empty on the last.
   */
  'nextPageToken': (string);
  /**
   * How many tokens the account holds, whatever the filter.
   */
  'totalSize': (number);
  /**
   * How many it may hold.
   */
  'maxSize': (number);
}
