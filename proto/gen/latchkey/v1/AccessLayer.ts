// Original file: proto/latchkey/v1/access_policy.proto

import type { AccessPolicyDenial as _latchkey_v1_AccessPolicyDenial, AccessPolicyDenial__Output as _latchkey_v1_AccessPolicyDenial__Output } from '../../latchkey/v1/AccessPolicyDenial.js';

/**
 * What one layer says of a request.
 */
export interface AccessLayer {
  /**
   * One of credential, account_switch, user, address, role, scopes, client, policy.
   */
  'layer'?: (string);
  /**
   * Whether it lets the request pass.
   */
  'allowed'?: (boolean);
  /**
   * One plain sentence.
   */
  'description'?: (string);
  /**
   * For a policy: which one, and which statement.
   */
  'policy'?: (_latchkey_v1_AccessPolicyDenial | null);
  /**
   * For a policy: its version.
   */
  'version'?: (number);
}

/**
 * What one layer says of a request.
 */
export interface AccessLayer__Output {
  /**
   * One of credential, account_switch, user, address, role, scopes, client, policy.
   */
  'layer': (string);
  /**
   * Whether it lets the request pass.
   */
  'allowed': (boolean);
  /**
   * One plain sentence.
   */
  'description': (string);
  /**
   * For a policy: which one, and which statement.
   */
  'policy': (_latchkey_v1_AccessPolicyDenial__Output | null);
  /**
   * For a policy: its version.
   */
  'version': (number);
}
