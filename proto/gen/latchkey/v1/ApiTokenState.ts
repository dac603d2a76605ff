// Original file: proto/latchkey/v1/api_token.proto

/**
 * Whether a token works, as far as the token itself goes.
 */
export const ApiTokenState = {
  /**
   * Not a state.
   */
  API_TOKEN_STATE_UNSPECIFIED: 'API_TOKEN_STATE_UNSPECIFIED',
  /**
   * It works while the account's API-token access is on.
   */
  API_TOKEN_STATE_ACTIVE: 'API_TOKEN_STATE_ACTIVE',
  /**
   * It does not work; it can be reactivated.
   */
  API_TOKEN_STATE_DEACTIVATED: 'API_TOKEN_STATE_DEACTIVATED',
  /**
   * Its expire_time has passed; it never works again unless that is moved.
   */
  API_TOKEN_STATE_EXPIRED: 'API_TOKEN_STATE_EXPIRED',
} as const;

/**
 * Whether a token works, as far as the token itself goes.
 */
export type ApiTokenState =
  /**
   * Not a state.
   */
  | 'API_TOKEN_STATE_UNSPECIFIED'
  | 0
  /**
   * It works while the account's API-token access is on.
   */
  | 'API_TOKEN_STATE_ACTIVE'
  | 1
  /**
   * It does not work; it can be reactivated.
   */
  | 'API_TOKEN_STATE_DEACTIVATED'
  | 2
  /**
   * Its expire_time has passed; it never works again unless that is moved.
   */
  | 'API_TOKEN_STATE_EXPIRED'
  | 3

/**
 * Whether a token works, as far as the token itself goes.
 */
export type ApiTokenState__Output = typeof ApiTokenState[keyof typeof ApiTokenState]
