// Original file: proto/latchkey/v1/access_policy.proto

import type { AccessPolicyStatement as _latchkey_v1_AccessPolicyStatement, AccessPolicyStatement__Output as _latchkey_v1_AccessPolicyStatement__Output } from '../../latchkey/v1/AccessPolicyStatement.js';
import type { AccessPolicyTestCase as _latchkey_v1_AccessPolicyTestCase, AccessPolicyTestCase__Output as _latchkey_v1_AccessPolicyTestCase__Output } from '../../latchkey/v1/AccessPolicyTestCase.js';
import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from '../../google/protobuf/Timestamp.js';

/**
 * A policy with its newest version.
 */
export interface AccessPolicy {
  /**
   * Made by the server: `pol_` and 26 characters.
   */
  'id'?: (string);
  /**
   * Unique in the account: 1 to 60 characters a-z, 0-9 and hyphens, starting with a letter.
   */
  'name'?: (string);
  /**
   * What it is for, up to 500 characters; may be empty.
   */
  'description'?: (string);
  /**
   * The statements of the newest version.
   */
  'statements'?: (_latchkey_v1_AccessPolicyStatement)[];
  /**
   * The test cases of the newest version.
   */
  'testCases'?: (_latchkey_v1_AccessPolicyTestCase)[];
  /**
   * The number of the newest version, counting from 1. Output only.
   */
  'latestVersion'?: (number);
  /**
   * The version that is enforced; 0 for none. Output only.
   */
  'enforcedVersion'?: (number);
  /**
   * The version that is in dry run; 0 for none. Output only.
   */
  'dryRunVersion'?: (number);
  /**
   * To how many things it is attached. Output only.
   */
  'attachmentCount'?: (number);
  /**
   * When it was made. Output only.
   */
  'createTime'?: (_google_protobuf_Timestamp | null);
  /**
   * When it last changed. Output only.
   */
  'updateTime'?: (_google_protobuf_Timestamp | null);
  /**
   * The e-mail of whoever made it, at that time. Output only.
   */
  'creatorEmail'?: (string);
  /**
   * Changes with every change; send it back to change only what was read.
   */
  'etag'?: (string);
}

/**
 * A policy with its newest version.
 */
export interface AccessPolicy__Output {
  /**
   * Made by the server: `pol_` and 26 characters.
   */
  'id': (string);
  /**
   * Unique in the account: 1 to 60 characters a-z, 0-9 and hyphens, starting with a letter.
   */
  'name': (string);
  /**
   * What it is for, up to 500 characters; may be empty.
   */
  'description': (string);
  /**
   * The statements of the newest version.
   */
  'statements': (_latchkey_v1_AccessPolicyStatement__Output)[];
  /**
   * The test cases of the newest version.
   */
  'testCases': (_latchkey_v1_AccessPolicyTestCase__Output)[];
  /**
   * The number of the newest version, counting from 1. Output only.
   */
  'latestVersion': (number);
  /**
   * The version that is enforced; 0 for none. Output only.
   */
  'enforcedVersion': (number);
  /**
   * The version that is in dry run; 0 for none. Output only.
   */
  'dryRunVersion': (number);
  /**
   * To how many things it is attached. Output only.
   */
  'attachmentCount': (number);
  /**
   * When it was made. Output only.
   */
  'createTime': (_google_protobuf_Timestamp__Output | null);
  /**
   * When it last changed. Output only.
   */
  'updateTime': (_google_protobuf_Timestamp__Output | null);
  /**
   * The e-mail of whoever made it, at that time. Output only.
   */
  'creatorEmail': (string);
  /**
   * Changes with every change; send it back to change only what was read.
   */
  'etag': (string);
}
