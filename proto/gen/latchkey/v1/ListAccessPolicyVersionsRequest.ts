// Original file: proto/latchkey/v1/access_policy.proto


/**
 * Asks for a page of versions.
 */
export interface ListAccessPolicyVersionsRequest {
  /**
   * The policy's id.
   */
  'id'?: (string);
  /**
   * At most this many; 50 when 0, never more than 200.
   */
  'pageSize'?: (number);
  /**
   * The next_page_token of the page before; empty for the first.
   */
  'pageToken'?: (string);
}

/**
 * Asks for a page of versions.
 */
export interface ListAccessPolicyVersionsRequest__Output {
  /**
   * The policy's id.
   */
  'id': (string);
  /**
   * At most this many; 50 when 0, never more than 200.
   */
  'pageSize': (number);
  /**
   * The next_page_token of the page before; empty for the first.
   */
  'pageToken': (string);
}
