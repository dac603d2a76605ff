// Original file: proto/latchkey/v1/access_policy.proto


/**
 * Asks for a page of policies.
 */
export interface ListAccessPoliciesRequest {
  /**
   * At most this many; 50 when 0, never more than 200.
   */
  'pageSize'?: (number);
  /**
   * The next_page_token of the page before; empty for the first.
   */
  'pageToken'?: (string);
  /**
   * A filter over id, name, description, enforced_version, dry_run_version, create_time (AIP-160).
   */
  'filter'?: (string);
  /**
   * create_time, optionally followed by ` desc`.
   */
  'orderBy'?: (string);
}

/**
 * Asks for a page of policies.
 */
export interface ListAccessPoliciesRequest__Output {
  /**
   * At most this many; 50 when 0, never more than 200.
   */
  'pageSize': (number);
  /**
   * The next_page_token of the page before; empty for the first.
   */
  'pageToken': (string);
  /**
   * A filter over id, name, description, enforced_version, dry_run_version, create_time (AIP-160).
   */
  'filter': (string);
  /**
   * create_time, optionally followed by ` desc`.
   */
  'orderBy': (string);
}
