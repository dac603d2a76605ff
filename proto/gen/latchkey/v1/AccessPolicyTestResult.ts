// Original file: proto/latchkey/v1/access_policy.proto


/**
 * What became of one test case.
 */
export interface AccessPolicyTestResult {
  /**
   * The name of the test case.
   */
  'name'?: (string);
  /**
   * Whether it passed.
   */
  'passed'?: (boolean);
  /**
   * What happened instead of what was expected; empty when it passed.
   */
  'description'?: (string);
}

/**
 * What became of one test case.
 */
export interface AccessPolicyTestResult__Output {
  /**
   * The name of the test case.
   */
  'name': (string);
  /**
   * Whether it passed.
   */
  'passed': (boolean);
  /**
   * What happened instead of what was expected; empty when it passed.
   */
  'description': (string);
}
