// Original file: proto/latchkey/v1/access_token.proto

/**
 * How a token came to be.
 */
export const AccessTokenOrigin = {
  /**
   * Not known.
   */
  ACCESS_TOKEN_ORIGIN_UNSPECIFIED: 'ACCESS_TOKEN_ORIGIN_UNSPECIFIED',
  /**
   * By an authorization code.
   */
  ACCESS_TOKEN_ORIGIN_AUTHORIZATION_CODE: 'ACCESS_TOKEN_ORIGIN_AUTHORIZATION_CODE',
  /**
   * By a refresh token.
   */
  ACCESS_TOKEN_ORIGIN_REFRESH_TOKEN: 'ACCESS_TOKEN_ORIGIN_REFRESH_TOKEN',
  /**
   * By client credentials.
   */
  ACCESS_TOKEN_ORIGIN_CLIENT_CREDENTIALS: 'ACCESS_TOKEN_ORIGIN_CLIENT_CREDENTIALS',
  /**
   * By a device code.
   */
  ACCESS_TOKEN_ORIGIN_DEVICE_CODE: 'ACCESS_TOKEN_ORIGIN_DEVICE_CODE',
  /**
   * By CreateAccessToken.
   */
  ACCESS_TOKEN_ORIGIN_DIRECT: 'ACCESS_TOKEN_ORIGIN_DIRECT',
} as const;

/**
 * How a token came to be.
 */
export type AccessTokenOrigin =
  /**
   * Not known.
   */
  | 'ACCESS_TOKEN_ORIGIN_UNSPECIFIED'
  | 0
  /**
   * By an authorization code.
   */
  | 'ACCESS_TOKEN_ORIGIN_AUTHORIZATION_CODE'
  | 1
  /**
   * By a refresh token.
   */
  | 'ACCESS_TOKEN_ORIGIN_REFRESH_TOKEN'
  | 2
  /**
   * By client credentials.
   */
  | 'ACCESS_TOKEN_ORIGIN_CLIENT_CREDENTIALS'
  | 3
  /**
   * By a device code.
   */
  | 'ACCESS_TOKEN_ORIGIN_DEVICE_CODE'
  | 4
  /**
   * By CreateAccessToken.
   */
  | 'ACCESS_TOKEN_ORIGIN_DIRECT'
  | 5

/**
 * How a token came to be.
 */
export type AccessTokenOrigin__Output = typeof AccessTokenOrigin[keyof typeof AccessTokenOrigin]
