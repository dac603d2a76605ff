// Original file: proto/latchkey/v1/access_policy.proto

import type { Role as _latchkey_v1_Role, Role__Output as _latchkey_v1_Role__Output } from '../../latchkey/v1/Role.js';

/**
 * What a policy is attached to: exactly one of these.
 */
export interface AccessPolicyTarget {
  /**
   * An API token's id.
   */
  'apiTokenId'?: (string);
  /**
   * An OAuth client's id: all its tokens.
   */
  'oauthClientId'?: (string);
  /**
   * Every user of a role, with whatever credential.
   */
  'role'?: (_latchkey_v1_Role);
  /**
   * The kind of thing.
   */
  'target'?: "apiTokenId"|"oauthClientId"|"role";
}

/**
 * What a policy is attached to: exactly one of these.
 */
export interface AccessPolicyTarget__Output {
  /**
   * An API token's id.
   */
  'apiTokenId'?: (string);
  /**
   * An OAuth client's id: all its tokens.
   */
  'oauthClientId'?: (string);
  /**
   * Every user of a role, with whatever credential.
   */
  'role'?: (_latchkey_v1_Role__Output);
  /**
   * The kind of thing.
   */
  'target'?: "apiTokenId"|"oauthClientId"|"role";
}
