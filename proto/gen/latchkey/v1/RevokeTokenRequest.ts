// Original file: proto/latchkey/v1/oauth.proto

import type { ClientAuthentication as _latchkey_v1_ClientAuthentication, ClientAuthentication__Output as _latchkey_v1_ClientAuthentication__Output } from '../../latchkey/v1/ClientAuthentication.js';

/**
 * Asks to revoke a token.
 */
export interface RevokeTokenRequest {
  /**
   * The account.
   */
  'accountId'?: (string);
  /**
   * The client it was issued to.
   */
  'client'?: (_latchkey_v1_ClientAuthentication | null);
  /**
   * The token.
   */
  'token'?: (string);
  /**
   * `access_token`, `refresh_token` or empty; a wrong hint does no harm.
   */
  'tokenTypeHint'?: (string);
}

/**
 * Asks to revoke a token.
 */
export interface RevokeTokenRequest__Output {
  /**
   * The account.
   */
  'accountId': (string);
  /**
   * The client it was issued to.
   */
  'client': (_latchkey_v1_ClientAuthentication__Output | null);
  /**
   * The token.
   */
  'token': (string);
  /**
   * `access_token`, `refresh_token` or empty; a wrong hint does no harm.
   */
  'tokenTypeHint': (string);
}
