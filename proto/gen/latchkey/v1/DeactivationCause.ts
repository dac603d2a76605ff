// Original file: proto/latchkey/v1/api_token.proto

/**
 * Why a token was deactivated.
 */
export const DeactivationCause = {
  /**
   * It is not deactivated.
   */
  DEACTIVATION_CAUSE_UNSPECIFIED: 'DEACTIVATION_CAUSE_UNSPECIFIED',
  /**
   * Somebody did it.
   */
  DEACTIVATION_CAUSE_MANUAL: 'DEACTIVATION_CAUSE_MANUAL',
  /**
   * Nobody used it for as long as the inactivity policy allows.
   */
  DEACTIVATION_CAUSE_INACTIVITY: 'DEACTIVATION_CAUSE_INACTIVITY',
} as const;

/**
 * Why a token was deactivated.
 */
export type DeactivationCause =
  /**
   * It is not deactivated.
   */
  | 'DEACTIVATION_CAUSE_UNSPECIFIED'
  | 0
  /**
   * Somebody did it.
   */
  | 'DEACTIVATION_CAUSE_MANUAL'
  | 1
  /**
   * Nobody used it for as long as the inactivity policy allows.
   */
  | 'DEACTIVATION_CAUSE_INACTIVITY'
  | 2

/**
 * Why a token was deactivated.
 */
export type DeactivationCause__Output = typeof DeactivationCause[keyof typeof DeactivationCause]
