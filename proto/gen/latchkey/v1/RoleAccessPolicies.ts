// Original file: proto/latchkey/v1/authentication.proto

import type { Role as _latchkey_v1_Role, Role__Output as _latchkey_v1_Role__Output } from '../../latchkey/v1/Role.js';

/**
 * The access policies that the users of a role are under.
 */
export interface RoleAccessPolicies {
  /**
   * The role.
   */
  'role'?: (_latchkey_v1_Role);
  /**
   * The ids of the policies.
   */
  'accessPolicyIds'?: (string)[];
}

/**
 * The access policies that the users of a role are under.
 */
export interface RoleAccessPolicies__Output {
  /**
   * The role.
   */
  'role': (_latchkey_v1_Role__Output);
  /**
   * The ids of the policies.
   */
  'accessPolicyIds': (string)[];
}
