// Original file: proto/latchkey/v1/access_policy.proto


/**
 * Asks to enforce a version.
 */
export interface EnforceAccessPolicyRequest {
  /**
   * The policy's id.
   */
  'id'?: (string);
  /**
   * The version's number; 0 to enforce none.
   */
  'version'?: (number);
  /**
   * With an etag, refused when the policy has changed since.
   */
  'etag'?: (string);
}

/**
 * Asks to enforce a version.
 */
export interface EnforceAccessPolicyRequest__Output {
  /**
   * The policy's id.
   */
  'id': (string);
  /**
   * The version's number; 0 to enforce none.
   */
  'version': (number);
  /**
   * With an etag, refused when the policy has changed since.
   */
  'etag': (string);
}
