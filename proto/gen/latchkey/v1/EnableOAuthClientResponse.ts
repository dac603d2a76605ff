// Original file: proto/latchkey/v1/oauth_client.proto

import type { OAuthClient as _latchkey_v1_OAuthClient, OAuthClient__Output as _latchkey_v1_OAuthClient__Output } from '../../latchkey/v1/OAuthClient.js';

/**
 * The client after the change.
 */
export interface EnableOAuthClientResponse {
  /**
   * The client.
   */
  'oauthClient'?: (_latchkey_v1_OAuthClient | null);
}

/**
 * The client after the change.
 */
export interface EnableOAuthClientResponse__Output {
  /**
   * The client.
   */
  'oauthClient': (_latchkey_v1_OAuthClient__Output | null);
}
