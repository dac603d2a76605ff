// Original file: proto/latchkey/v1/access_policy.proto

import type { AccessPolicyTarget as _latchkey_v1_AccessPolicyTarget, AccessPolicyTarget__Output as _latchkey_v1_AccessPolicyTarget__Output } from '../../latchkey/v1/AccessPolicyTarget.js';

/**
 * Asks to detach a policy.
 */
export interface DetachAccessPolicyRequest {
  /**
   * The policy's id.
   */
  'id'?: (string);
  /**
   * From what.
   */
  'target'?: (_latchkey_v1_AccessPolicyTarget | null);
}

/**
 * Asks to detach a policy.
 */
export interface DetachAccessPolicyRequest__Output {
  /**
   * The policy's id.
   */
  'id': (string);
  /**
   * From what.
   */
  'target': (_latchkey_v1_AccessPolicyTarget__Output | null);
}
