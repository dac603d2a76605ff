// Original file: proto/latchkey/v1/oauth.proto

import type { ClientAuthentication as _latchkey_v1_ClientAuthentication, ClientAuthentication__Output as _latchkey_v1_ClientAuthentication__Output } from '../../latchkey/v1/ClientAuthentication.js';

/**
 * Asks what a token is worth.
 */
export interface IntrospectTokenRequest {
  /**
   * The account; empty for the caller's own.
   */
  'accountId'?: (string);
  /**
   * The client that asks about its own token; unset for a caller with the scope `authenticate`.
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
 * Asks what a token is worth.
 */
export interface IntrospectTokenRequest__Output {
  /**
   * The account; empty for the caller's own.
   */
  'accountId': (string);
  /**
   * The client that asks about its own token; unset for a caller with the scope `authenticate`.
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
