// Original file: proto/latchkey/v1/oauth_client.proto

import type { OAuthClient as _latchkey_v1_OAuthClient, OAuthClient__Output as _latchkey_v1_OAuthClient__Output } from '../../latchkey/v1/OAuthClient.js';

/**
 * One client.
 */
export interface GetOAuthClientResponse {
  /**
   * The client.
   */
  'oauthClient'?: (_latchkey_v1_OAuthClient | null);
}

/**
 * One client.
 */
export interface GetOAuthClientResponse__Output {
  /**
   * The client.
   */
  'oauthClient': (_latchkey_v1_OAuthClient__Output | null);
}
