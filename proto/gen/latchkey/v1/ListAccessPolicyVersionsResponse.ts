// Original file: proto/latchkey/v1/access_policy.proto

import type { AccessPolicyVersion as _latchkey_v1_AccessPolicyVersion, AccessPolicyVersion__Output as _latchkey_v1_AccessPolicyVersion__Output } from '../../latchkey/v1/AccessPolicyVersion.js';

/**
 * A page of versions.
 */
export interface ListAccessPolicyVersionsResponse {
  /**
   * The versions.
   */
  'versions'?: (_latchkey_v1_AccessPolicyVersion)[];
  /**
   * Fetches the next page; empty on the last.
   */
  'nextPageToken'?: (string);
}

/**
 * A page of versions.
 */
export interface ListAccessPolicyVersionsResponse__Output {
  /**
   * The versions.
   */
  'versions': (_latchkey_v1_AccessPolicyVersion__Output)[];
  /**
   * Fetches the next page; empty on the last.
   */
  'nextPageToken': (string);
}
