// Original file: proto/latchkey/v1/oauth_client.proto

import type { OAuthClient as _latchkey_v1_OAuthClient, OAuthClient__Output as _latchkey_v1_OAuthClient__Output } from '../../latchkey/v1/OAuthClient.js';

/**
 * Asks to make a client.
 */
export interface CreateOAuthClientRequest {
  /**
   * The client: everything that is not output only is read.
   */
  'oauthClient'?: (_latchkey_v1_OAuthClient | null);
  /**
   * A UUID chosen by the caller: the same request sent again makes no second client and answers the first, without
   * its secret; RESOURCE_NOT_FOUND when that one was deleted since.
   */
  'requestId'?: (string);
}

/**
 * Asks to make a client.
 */
export interface CreateOAuthClientRequest__Output {
  /**
   * The client: everything that is not output only is read.
   */
  'oauthClient': (_latchkey_v1_OAuthClient__Output | null);
  /**
   * A UUID chosen by the caller: the same request sent again makes no second client and answers the first, without
   * its secret; RESOURCE_NOT_FOUND when that one was deleted since.
   */
  'requestId': (string);
}
