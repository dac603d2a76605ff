// Original file: proto/latchkey/v1/access_policy.proto


/**
 * Asks for a proposal.
 */
export interface SuggestAccessPolicyRequest {
  /**
   * The API token's or access token's id whose use was observed.
   */
  'credentialId'?: (string);
  /**
   * The policy to compare with; empty for none.
   */
  'accessPolicyId'?: (string);
}

/**
 * Asks for a proposal.
 */
export interface SuggestAccessPolicyRequest__Output {
  /**
   * The API token's or access token's id whose use was observed.
   */
  'credentialId': (string);
  /**
   * The policy to compare with; empty for none.
   */
  'accessPolicyId': (string);
}
