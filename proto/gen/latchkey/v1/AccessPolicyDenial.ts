// Original file: proto/latchkey/v1/access_policy.proto


/**
 * Why a policy denies.
 */
export interface AccessPolicyDenial {
  /**
   * The policy.
   */
  'accessPolicyId'?: (string);
  /**
   * The statement that denies, counting from 1; 0 when no statement allows.
   */
  'statement'?: (number);
  /**
   * One plain sentence.
   */
  'description'?: (string);
}

/**
 * Why a policy denies.
 */
export interface AccessPolicyDenial__Output {
  /**
   * The policy.
   */
  'accessPolicyId': (string);
  /**
   * The statement that denies, counting from 1; 0 when no statement allows.
   */
  'statement': (number);
  /**
   * One plain sentence.
   */
  'description': (string);
}
