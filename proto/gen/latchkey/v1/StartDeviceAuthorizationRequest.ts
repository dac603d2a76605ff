// Original file: proto/latchkey/v1/oauth.proto

import type { ClientAuthentication as _latchkey_v1_ClientAuthentication, ClientAuthentication__Output as _latchkey_v1_ClientAuthentication__Output } from '../../latchkey/v1/ClientAuthentication.js';

/**
 * Asks for a device and a user code.
 */
export interface StartDeviceAuthorizationRequest {
  /**
   * The account.
   */
  'accountId'?: (string);
  /**
   * Who asks.
   */
  'client'?: (_latchkey_v1_ClientAuthentication | null);
  /**
   * Scopes parted by spaces; empty for the client's allowed scopes.
   */
  'scope'?: (string);
}

/**
 * Asks for a device and a user code.
 */
export interface StartDeviceAuthorizationRequest__Output {
  /**
   * The account.
   */
  'accountId': (string);
  /**
   * Who asks.
   */
  'client': (_latchkey_v1_ClientAuthentication__Output | null);
  /**
   * Scopes parted by spaces; empty for the client's allowed scopes.
   */
  'scope': (string);
}
