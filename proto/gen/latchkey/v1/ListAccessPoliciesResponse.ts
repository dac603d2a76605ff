// Original file: proto/latchkey/v1/access_policy.proto

import type { AccessPolicy as _latchkey_v1_AccessPolicy, AccessPolicy__Output as _latchkey_v1_AccessPolicy__Output } from '../../latchkey/v1/AccessPolicy.js';

/**
 * A page of policies.
 */
export interface ListAccessPoliciesResponse {
  /**
   * The policies.
   */
  'accessPolicies'?: (_latchkey_v1_AccessPolicy)[];
  /**
   * Fetches the next page; empty on the last.
   */
  'nextPageToken'?: (string);
  /**
   * How many policies the account holds, whatever the filter.
   */
  'totalSize'?: (number);
}

/**
 * A page of policies.
 */
export interface ListAccessPoliciesResponse__Output {
  /**
   * The policies.
   */
  'accessPolicies': (_latchkey_v1_AccessPolicy__Output)[];
  /**
   * Fetches the next page; empty on the last.
   */
  'nextPageToken': (string);
  /**
   * How many policies the account holds, whatever the filter.
   */
  'totalSize': (number);
}
