// Original file: proto/latchkey/v1/access_policy.proto

/**
 * Whether a statement lets something pass or keeps it back.
 */
export const AccessPolicyEffect = {
  /**
   * No effect.
   */
  ACCESS_POLICY_EFFECT_UNSPECIFIED: 'ACCESS_POLICY_EFFECT_UNSPECIFIED',
  /**
   * It lets requests pass, with its fields or, when it names none, with all.
   */
  ACCESS_POLICY_EFFECT_ALLOW: 'ACCESS_POLICY_EFFECT_ALLOW',
  /**
   * It keeps back its fields or, when it names none, whole requests. It wins over any that allow.
   */
  ACCESS_POLICY_EFFECT_DENY: 'ACCESS_POLICY_EFFECT_DENY',
} as const;

/**
 * Whether a statement lets something pass or keeps it back.
 */
export type AccessPolicyEffect =
  /**
   * No effect.
   */
  | 'ACCESS_POLICY_EFFECT_UNSPECIFIED'
  | 0
  /**
   * It lets requests pass, with its fields or, when it names none, with all.
   */
  | 'ACCESS_POLICY_EFFECT_ALLOW'
  | 1
  /**
   * It keeps back its fields or, when it names none, whole requests. It wins over any that allow.
   */
  | 'ACCESS_POLICY_EFFECT_DENY'
  | 2

/**
 * Whether a statement lets something pass or keeps it back.
 */
export type AccessPolicyEffect__Output = typeof AccessPolicyEffect[keyof typeof AccessPolicyEffect]
