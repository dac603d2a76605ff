// Original file: proto/latchkey/v1/access_policy.proto


/**
 * Asks to delete a policy.
 */
export interface DeleteAccessPolicyRequest {
  /**
   * The policy's id.
   */
  'id'?: (string);
  /**
   * With an etag, refused when the policy has changed since.
   */
  'etag'?: (string);
  /**
   * Only answer the policy that would go, and change nothing.
   */
  'validateOnly'?: (boolean);
}

/**
 * Asks to delete a policy.
 */
export interface DeleteAccessPolicyRequest__Output {
  /**
   * The policy's id.
   */
  'id': (string);
  /**
   * With an etag, refused when the policy has changed since.
   */
  'etag': (string);
  /**
   * Only answer the policy that would go, and change nothing.
   */
  'validateOnly': (boolean);
}
