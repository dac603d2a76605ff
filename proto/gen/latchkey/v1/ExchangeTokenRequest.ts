// Original file: proto/latchkey/v1/oauth.proto

import type { ClientAuthentication as _latchkey_v1_ClientAuthentication, ClientAuthentication__Output as _latchkey_v1_ClientAuthentication__Output } from '../../latchkey/v1/ClientAuthentication.js';
import type { GrantType as _latchkey_v1_GrantType, GrantType__Output as _latchkey_v1_GrantType__Output } from '../../latchkey/v1/GrantType.js';
import type { Duration as _google_protobuf_Duration, Duration__Output as _google_protobuf_Duration__Output } from '../../google/protobuf/Duration.js';

/**
 * Asks for tokens.
 */
export interface ExchangeTokenRequest {
  /**
   * The account.
   */
  'accountId'?: (string);
  /**
   * Who asks.
   */
  'client'?: (_latchkey_v1_ClientAuthentication | null);
  /**
   * What is exchanged.
   */
  'grantType'?: (_latchkey_v1_GrantType);
  /**
   * authorization_code: the code.
   */
  'code'?: (string);
  /**
   * authorization_code: the redirect URI of the request, when it had one.
   */
  'redirectUri'?: (string);
  /**
   * authorization_code: the PKCE verifier.
   */
  'codeVerifier'?: (string);
  /**
   * refresh_token: the refresh token.
   */
  'refreshToken'?: (string);
  /**
   * device_code: the device code.
   */
  'deviceCode'?: (string);
  /**
   * client_credentials and refresh_token: scopes parted by spaces.
   */
  'scope'?: (string);
  /**
   * How long the access token shall live: 300 to 172,800 seconds; the settings' lifetime when unset.
   */
  'lifetime'?: (_google_protobuf_Duration | null);
  /**
   * How long the refresh token shall live: 604,800 to 7,776,000 seconds; the settings' lifetime when unset.
   */
  'refreshLifetime'?: (_google_protobuf_Duration | null);
}

/**
 * Asks for tokens.
 */
export interface ExchangeTokenRequest__Output {
  /**
   * The account.
   */
  'accountId': (string);
  /**
   * Who asks.
   */
  'client': (_latchkey_v1_ClientAuthentication__Output | null);
  /**
   * What is exchanged.
   */
  'grantType': (_latchkey_v1_GrantType__Output);
  /**
   * authorization_code: the code.
   */
  'code': (string);
  /**
   * authorization_code: the redirect URI of the request, when it had one.
   */
  'redirectUri': (string);
  /**
   * authorization_code: the PKCE verifier.
   */
  'codeVerifier': (string);
  /**
   * refresh_token: the refresh token.
   */
  'refreshToken': (string);
  /**
   * device_code: the device code.
   */
  'deviceCode': (string);
  /**
   * client_credentials and refresh_token: scopes parted by spaces.
   */
  'scope': (string);
  /**
   * How long the access token shall live: 300 to 172,800 seconds; the settings' lifetime when unset.
   */
  'lifetime': (_google_protobuf_Duration__Output | null);
  /**
   * How long the refresh token shall live: 604,800 to 7,776,000 seconds; the settings' lifetime when unset.
   */
  'refreshLifetime': (_google_protobuf_Duration__Output | null);
}
