// Original file: proto/latchkey/v1/access_policy.proto

import type { AccessPolicyTarget as _latchkey_v1_AccessPolicyTarget, AccessPolicyTarget__Output as _latchkey_v1_AccessPolicyTarget__Output } from '../../latchkey/v1/AccessPolicyTarget.js';

/**
 * What a policy is attached to.
 */
export interface ListAccessPolicyAttachmentsResponse {
  /**
   * Each of them.
   */
  'targets'?: (_latchkey_v1_AccessPolicyTarget)[];
}

/**
 * What a policy is attached to.
 */
export interface ListAccessPolicyAttachmentsResponse__Output {
  /**
   * Each of them.
   */
  'targets': (_latchkey_v1_AccessPolicyTarget__Output)[];
}
