// Original file: proto/latchkey/v1/oauth_client.proto

import type { OAuthClient as _latchkey_v1_OAuthClient, OAuthClient__Output as _latchkey_v1_OAuthClient__Output } from '../../latchkey/v1/OAuthClient.js';
import type { OAuthClientImpact as _latchkey_v1_OAuthClientImpact, OAuthClientImpact__Output as _latchkey_v1_OAuthClientImpact__Output } from '../../latchkey/v1/OAuthClientImpact.js';

/**
 * The client after the change, and what stopped with it.
 */
export interface DisableOAuthClientResponse {
  /**
   * The client.
   */
  'oauthClient'?: (_latchkey_v1_OAuthClient | null);
  /**
   * What stopped, or would.
   */
  'impact'?: (_latchkey_v1_OAuthClientImpact | null);
}

/**
 * The client after the change, and what stopped with it.
 */
export interface DisableOAuthClientResponse__Output {
  /**
   * The client.
   */
  'oauthClient': (_latchkey_v1_OAuthClient__Output | null);
  /**
   * What stopped, or would.
   */
  'impact': (_latchkey_v1_OAuthClientImpact__Output | null);
}
