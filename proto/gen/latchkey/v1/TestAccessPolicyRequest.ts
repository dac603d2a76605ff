// Original file: proto/latchkey/v1/access_policy.proto

import type { AccessPolicy as _latchkey_v1_AccessPolicy, AccessPolicy__Output as _latchkey_v1_AccessPolicy__Output } from '../../latchkey/v1/AccessPolicy.js';

/**
 * Asks to run test cases.
 */
export interface TestAccessPolicyRequest {
  /**
   * The policy's id; empty to test what is given only.
   */
  'id'?: (string);
  /**
   * The version whose statements are tested; 0 for the newest.
   */
  'version'?: (number);
  /**
   * Statements and test cases to use instead of those stored; either may be left out.
   */
  'accessPolicy'?: (_latchkey_v1_AccessPolicy | null);
}

/**
 * Asks to run test cases.
 */
export interface TestAccessPolicyRequest__Output {
  /**
   * The policy's id; empty to test what is given only.
   */
  'id': (string);
  /**
   * The version whose statements are tested; 0 for the newest.
   */
  'version': (number);
  /**
   * Statements and test cases to use instead of those stored; either may be left out.
   */
  'accessPolicy': (_latchkey_v1_AccessPolicy__Output | null);
}
