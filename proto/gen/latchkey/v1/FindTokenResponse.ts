// Original file: proto/latchkey/v1/access_token.proto

import type { AccessToken as _latchkey_v1_AccessToken, AccessToken__Output as _latchkey_v1_AccessToken__Output } from '../../latchkey/v1/AccessToken.js';

/**
 * Whose it is.
 */
export interface FindTokenResponse {
  /**
   * It is an access token, or a refresh token, of which this is the newest access token.
   */
  'accessToken'?: (_latchkey_v1_AccessToken | null);
  /**
   * It is an API token with this id.
   */
  'apiTokenId'?: (string);
  /**
   * It is a secret of the OAuth client with this id.
   */
  'oauthClientId'?: (string);
  /**
   * It is a session of the user with this id.
   */
  'sessionUserId'?: (string);
  /**
   * Whether it would be accepted now.
   */
  'active'?: (boolean);
  /**
   * It is a refresh token of the grant with this id, whose access tokens are all gone.
   */
  'oauthGrantId'?: (string);
  /**
   * What it belongs to.
   */
  'found'?: "accessToken"|"apiTokenId"|"oauthClientId"|"sessionUserId"|"oauthGrantId";
}

/**
 * Whose it is.
 */
export interface FindTokenResponse__Output {
  /**
   * It is an access token, or a refresh token, of which this is the newest access token.
   */
  'accessToken'?: (_latchkey_v1_AccessToken__Output | null);
  /**
   * It is an API token with this id.
   */
  'apiTokenId'?: (string);
  /**
   * It is a secret of the OAuth client with this id.
   */
  'oauthClientId'?: (string);
  /**
   * It is a session of the user with this id.
   */
  'sessionUserId'?: (string);
  /**
   * Whether it would be accepted now.
   */
  'active': (boolean);
  /**
   * It is a refresh token of the grant with this id, whose access tokens are all gone.
   */
  'oauthGrantId'?: (string);
  /**
   * What it belongs to.
   */
  'found'?: "accessToken"|"apiTokenId"|"oauthClientId"|"sessionUserId"|"oauthGrantId";
}
