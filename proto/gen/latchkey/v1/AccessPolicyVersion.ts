// Original file: proto/latchkey/v1/access_policy.proto

import type { AccessPolicyStatement as _latchkey_v1_AccessPolicyStatement, AccessPolicyStatement__Output as _latchkey_v1_AccessPolicyStatement__Output } from '../../latchkey/v1/AccessPolicyStatement.js';
import type { AccessPolicyTestCase as _latchkey_v1_AccessPolicyTestCase, AccessPolicyTestCase__Output as _latchkey_v1_AccessPolicyTestCase__Output } from '../../latchkey/v1/AccessPolicyTestCase.js';
import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from '../../google/protobuf/Timestamp.js';

/**
 * One version of a policy; it never changes.
 */
export interface AccessPolicyVersion {
  /**
   * Its number, counting from 1.
   */
  'version'?: (number);
  /**
   * Its statements.
   */
  'statements'?: (_latchkey_v1_AccessPolicyStatement)[];
  /**
   * Its test cases.
   */
  'testCases'?: (_latchkey_v1_AccessPolicyTestCase)[];
  /**
   * When it was made.
   */
  'createTime'?: (_google_protobuf_Timestamp | null);
  /**
   * The e-mail of whoever made it, at that time.
   */
  'creatorEmail'?: (string);
}

/**
 * One version of a policy; it never changes.
 */
export interface AccessPolicyVersion__Output {
  /**
   * Its number, counting from 1.
   */
  'version': (number);
  /**
   * Its statements.
   */
  'statements': (_latchkey_v1_AccessPolicyStatement__Output)[];
  /**
   * Its test cases.
   */
  'testCases': (_latchkey_v1_AccessPolicyTestCase__Output)[];
  /**
   * When it was made.
   */
  'createTime': (_google_protobuf_Timestamp__Output | null);
  /**
   * The e-mail of whoever made it, at that time.
   */
  'creatorEmail': (string);
}
