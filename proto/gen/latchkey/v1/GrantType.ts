// Original file: proto/latchkey/v1/oauth_client.proto

/**
 * A way to get tokens.
 */
export const GrantType = {
  /**
   * Not a way.
   */
  GRANT_TYPE_UNSPECIFIED: 'GRANT_TYPE_UNSPECIFIED',
  /**
   * `authorization_code` (RFC 6749 section 4.1), with PKCE (RFC 7636).
   */
  GRANT_TYPE_AUTHORIZATION_CODE: 'GRANT_TYPE_AUTHORIZATION_CODE',
  /**
   * `refresh_token` (RFC 6749 section 6).
   */
  GRANT_TYPE_REFRESH_TOKEN: 'GRANT_TYPE_REFRESH_TOKEN',
  /**
   * `client_credentials` (RFC 6749 section 4.4): for confidential clients only.
   */
  GRANT_TYPE_CLIENT_CREDENTIALS: 'GRANT_TYPE_CLIENT_CREDENTIALS',
  /**
   * `urn:ietf:params:oauth:grant-type:device_code` (RFC 8628).
   */
  GRANT_TYPE_DEVICE_CODE: 'GRANT_TYPE_DEVICE_CODE',
} as const;

/**
 * A way to get tokens.
 */
export type GrantType =
  /**
   * Not a way.
   */
  | 'GRANT_TYPE_UNSPECIFIED'
  | 0
  /**
   * `authorization_code` (RFC 6749 section 4.1), with PKCE (RFC 7636).
   */
  | 'GRANT_TYPE_AUTHORIZATION_CODE'
  | 1
  /**
   * `refresh_token` (RFC 6749 section 6).
   */
  | 'GRANT_TYPE_REFRESH_TOKEN'
  | 2
  /**
   * `client_credentials` (RFC 6749 section 4.4): for confidential clients only.
   */
  | 'GRANT_TYPE_CLIENT_CREDENTIALS'
  | 3
  /**
   * `urn:ietf:params:oauth:grant-type:device_code` (RFC 8628).
   */
  | 'GRANT_TYPE_DEVICE_CODE'
  | 4

/**
 * A way to get tokens.
 */
export type GrantType__Output = typeof GrantType[keyof typeof GrantType]
