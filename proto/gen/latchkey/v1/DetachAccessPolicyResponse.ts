// Original file: proto/latchkey/v1/access_policy.proto

import type { AccessPolicy as _latchkey_v1_AccessPolicy, AccessPolicy__Output as _latchkey_v1_AccessPolicy__Output } from '../../latchkey/v1/AccessPolicy.js';

/**
 * The policy after the change.
 */
export interface DetachAccessPolicyResponse {
  /**
   * The policy.
   */
  'accessPolicy'?: (_latchkey_v1_AccessPolicy | null);
}

/**
 * The policy after the change.
 */
export interface DetachAccessPolicyResponse__Output {
  /**
   * The policy.
   */
  'accessPolicy': (_latchkey_v1_AccessPolicy__Output | null);
}
