// Original file: proto/latchkey/v1/access_policy.proto


/**
 * Asks for a dry run.
 */
export interface DryRunAccessPolicyRequest {
  /**
   * The policy's id.
   */
  'id'?: (string);
  /**
   * The version's number; 0 to end the dry run.
   */
  'version'?: (number);
  /**
   * With an etag, refused when the policy has changed since.
   */
  'etag'?: (string);
}

/**
 * Asks for a dry run.
 */
export interface DryRunAccessPolicyRequest__Output {
  /**
   * The policy's id.
   */
  'id': (string);
  /**
   * The version's number; 0 to end the dry run.
   */
  'version': (number);
  /**
   * With an etag, refused when the policy has changed since.
   */
  'etag': (string);
}
