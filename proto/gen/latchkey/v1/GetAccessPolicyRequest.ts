// Original file: proto/latchkey/v1/access_policy.proto


/**
 * Asks for one policy.
 */
export interface GetAccessPolicyRequest {
  /**
   * The policy's id, or its name.
   */
  'id'?: (string);
}

/**
 * Asks for one policy.
 */
export interface GetAccessPolicyRequest__Output {
  /**
   * The policy's id, or its name.
   */
  'id': (string);
}
