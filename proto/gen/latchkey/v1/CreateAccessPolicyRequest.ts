// Original file: proto/latchkey/v1/access_policy.proto

import type { AccessPolicy as _latchkey_v1_AccessPolicy, AccessPolicy__Output as _latchkey_v1_AccessPolicy__Output } from '../../latchkey/v1/AccessPolicy.js';

/**
 * Asks to make a policy.
 */
export interface CreateAccessPolicyRequest {
  /**
   * The policy: name, description, statements and test_cases are read.
   */
  'accessPolicy'?: (_latchkey_v1_AccessPolicy | null);
  /**
   * A UUID chosen by the caller: the same request sent again makes no second policy.
   */
  'requestId'?: (string);
}

/**
 * Asks to make a policy.
 */
export interface CreateAccessPolicyRequest__Output {
  /**
   * The policy: name, description, statements and test_cases are read.
   */
  'accessPolicy': (_latchkey_v1_AccessPolicy__Output | null);
  /**
   * A UUID chosen by the caller: the same request sent again makes no second policy.
   */
  'requestId': (string);
}
