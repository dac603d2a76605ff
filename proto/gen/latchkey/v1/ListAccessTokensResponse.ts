// Original file: proto/latchkey/v1/access_token.proto

import type { AccessToken as _latchkey_v1_AccessToken, AccessToken__Output as _latchkey_v1_AccessToken__Output } from '../../latchkey/v1/AccessToken.js';

/**
 * A page of tokens.
 */
export interface ListAccessTokensResponse {
  /**
   * The tokens.
   */
  'accessTokens'?: (_latchkey_v1_AccessToken)[];
  /**
   * Fetches the next page; empty on the last.
   */
  'nextPageToken'?: (string);
  /**
   * How many tokens the account holds, whatever the filter; those that ended count until they are swept away.
   */
  'totalSize'?: (number);
}

/**
 * A page of tokens.
 */
export interface ListAccessTokensResponse__Output {
  /**
   * The tokens.
   */
  'accessTokens': (_latchkey_v1_AccessToken__Output)[];
  /**
   * Fetches the next page; empty on the last.
   */
  'nextPageToken': (string);
  /**
   * How many tokens the account holds, whatever the filter; those that ended count until they are swept away.
   */
  'totalSize': (number);
}
