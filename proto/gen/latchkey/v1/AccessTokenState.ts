// Original file: proto/latchkey/v1/access_token.proto

/**
 * Whether a token works.
 */
export const AccessTokenState = {
  /**
   * Not a state.
   */
  ACCESS_TOKEN_STATE_UNSPECIFIED: 'ACCESS_TOKEN_STATE_UNSPECIFIED',
  /**
   * It works while the account's OAuth access is on.
   */
  ACCESS_TOKEN_STATE_ACTIVE: 'ACCESS_TOKEN_STATE_ACTIVE',
  /**
   * Its expire_time has passed.
   */
  ACCESS_TOKEN_STATE_EXPIRED: 'ACCESS_TOKEN_STATE_EXPIRED',
  /**
   * Its client is disabled or may have none of its scopes any more, or its user is suspended or not verified: it does
   * not work now.
   */
  ACCESS_TOKEN_STATE_STOPPED: 'ACCESS_TOKEN_STATE_STOPPED',
} as const;

/**
 * Whether a token works.
 */
export type AccessTokenState =
  /**
   * Not a state.
   */
  | 'ACCESS_TOKEN_STATE_UNSPECIFIED'
  | 0
  /**
   * It works while the account's OAuth access is on.
   */
  | 'ACCESS_TOKEN_STATE_ACTIVE'
  | 1
  /**
   * Its expire_time has passed.
   */
  | 'ACCESS_TOKEN_STATE_EXPIRED'
  | 2
  /**
   * Its client is disabled or may have none of its scopes any more, or its user is suspended or not verified: it does
   * not work now.
   */
  | 'ACCESS_TOKEN_STATE_STOPPED'
  | 3

/**
 * Whether a token works.
 */
export type AccessTokenState__Output = typeof AccessTokenState[keyof typeof AccessTokenState]
