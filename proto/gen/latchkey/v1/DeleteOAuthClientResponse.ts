// Original file: proto/latchkey/v1/oauth_client.proto

import type { OAuthClient as _latchkey_v1_OAuthClient, OAuthClient__Output as _latchkey_v1_OAuthClient__Output } from '../../latchkey/v1/OAuthClient.js';
import type { OAuthClientImpact as _latchkey_v1_OAuthClientImpact, OAuthClientImpact__Output as _latchkey_v1_OAuthClientImpact__Output } from '../../latchkey/v1/OAuthClientImpact.js';

/**
 * The client as it was, and what ended with it.
 */
export interface DeleteOAuthClientResponse {
  /**
   * The client.
   */
  'oauthClient'?: (_latchkey_v1_OAuthClient | null);
  /**
   * What ended, or would.
   */
  'impact'?: (_latchkey_v1_OAuthClientImpact | null);
}

/**
 * The client as it was, and what ended with it.
 */
export interface DeleteOAuthClientResponse__Output {
  /**
   * The client.
   */
  'oauthClient': (_latchkey_v1_OAuthClient__Output | null);
  /**
   * What ended, or would.
   */
  'impact': (_latchkey_v1_OAuthClientImpact__Output | null);
}
