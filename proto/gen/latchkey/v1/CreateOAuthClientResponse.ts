// Original file: proto/latchkey/v1/oauth_client.proto

import type { OAuthClient as _latchkey_v1_OAuthClient, OAuthClient__Output as _latchkey_v1_OAuthClient__Output } from '../../latchkey/v1/OAuthClient.js';

/**
 * The client that was made.
 */
export interface CreateOAuthClientResponse {
  /**
   * The client.
   */
  'oauthClient'?: (_latchkey_v1_OAuthClient | null);
  /**
   * The `client_secret`, 40 characters, shown this once; empty for a public client, and when the request id was seen
   * before.
   */
  'secret'?: (string);
}

/**
 * The client that was made.
 */
export interface CreateOAuthClientResponse__Output {
  /**
   * The client.
   */
  'oauthClient': (_latchkey_v1_OAuthClient__Output | null);
  /**
   * The `client_secret`, 40 characters, shown this once; empty for a public client, and when the request id was seen
   * before.
   */
  'secret': (string);
}
