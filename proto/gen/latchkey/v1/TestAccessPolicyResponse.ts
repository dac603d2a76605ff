// Original file: proto/latchkey/v1/access_policy.proto

import type { AccessPolicyTestResult as _latchkey_v1_AccessPolicyTestResult, AccessPolicyTestResult__Output as _latchkey_v1_AccessPolicyTestResult__Output } from '../../latchkey/v1/AccessPolicyTestResult.js';

/**
 * What became of test cases.
 */
export interface TestAccessPolicyResponse {
  /**
   * Whether all passed.
   */
  'passed'?: (boolean);
  /**
   * One for each test case, in its order.
   */
  'results'?: (_latchkey_v1_AccessPolicyTestResult)[];
}

/**
 * What became of test cases.
 */
export interface TestAccessPolicyResponse__Output {
  /**
   * Whether all passed.
   */
  'passed': (boolean);
  /**
   * One for each test case, in its order.
   */
  'results': (_latchkey_v1_AccessPolicyTestResult__Output)[];
}
