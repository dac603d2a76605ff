// Original file: proto/latchkey/v1/access_policy.proto


/**
 * Asks what a policy is attached to.
 */
export interface ListAccessPolicyAttachmentsRequest {
  /**
   * The policy's id.
   */
  'id'?: (string);
}

/**
 * Asks what a policy is attached to.
 */
export interface ListAccessPolicyAttachmentsRequest__Output {
  /**
   * The policy's id.
   */
  'id': (string);
}
