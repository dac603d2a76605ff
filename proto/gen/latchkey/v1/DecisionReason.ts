// Original file: proto/latchkey/v1/authentication.proto

/**
 * Why a credential was not accepted, as far as the asking service needs to know.
 */
export const DecisionReason = {
  /**
   * It was accepted.
   */
  DECISION_REASON_UNSPECIFIED: 'DECISION_REASON_UNSPECIFIED',
  /**
   * Answer 401: nobody can be identified by it.
   */
  DECISION_REASON_NOT_AUTHENTICATED: 'DECISION_REASON_NOT_AUTHENTICATED',
  /**
   * Answer 403: a required scope is missing; missing_scopes names it.
   */
  DECISION_REASON_SCOPE_MISSING: 'DECISION_REASON_SCOPE_MISSING',
  /**
   * Answer 403: an access policy does not allow it; policy_denial says which, and why.
   */
  DECISION_REASON_POLICY_DENIED: 'DECISION_REASON_POLICY_DENIED',
} as const;

/**
 * Why a credential was not accepted, as far as the asking service needs to know.
 */
export type DecisionReason =
  /**
   * It was accepted.
   */
  | 'DECISION_REASON_UNSPECIFIED'
  | 0
  /**
   * Answer 401: nobody can be identified by it.
   */
  | 'DECISION_REASON_NOT_AUTHENTICATED'
  | 1
  /**
   * Answer 403: a required scope is missing; missing_scopes names it.
   */
  | 'DECISION_REASON_SCOPE_MISSING'
  | 2
  /**
   * Answer 403: an access policy does not allow it; policy_denial says which, and why.
   */
  | 'DECISION_REASON_POLICY_DENIED'
  | 3

/**
 * Why a credential was not accepted, as far as the asking service needs to know.
 */
export type DecisionReason__Output = typeof DecisionReason[keyof typeof DecisionReason]
