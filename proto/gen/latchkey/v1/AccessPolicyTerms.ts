// Original file: proto/latchkey/v1/authentication.proto

import type { AccessPolicyStatement as _latchkey_v1_AccessPolicyStatement, AccessPolicyStatement__Output as _latchkey_v1_AccessPolicyStatement__Output } from '../../latchkey/v1/AccessPolicyStatement.js';

/**
 * What of an access policy decides.
 */
export interface AccessPolicyTerms {
  /**
   * The policy.
   */
  'id'?: (string);
  /**
   * The version that is enforced; 0 for none, and then it restricts nothing.
   */
  'version'?: (number);
  /**
   * The statements of that version.
   */
  'statements'?: (_latchkey_v1_AccessPolicyStatement)[];
}

/**
 * What of an access policy decides.
 */
export interface AccessPolicyTerms__Output {
  /**
   * The policy.
   */
  'id': (string);
  /**
   * The version that is enforced; 0 for none, and then it restricts nothing.
   */
  'version': (number);
  /**
   * The statements of that version.
   */
  'statements': (_latchkey_v1_AccessPolicyStatement__Output)[];
}
