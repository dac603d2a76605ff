// Original file: proto/latchkey/v1/access_policy.proto

import type { AccessPolicyEffect as _latchkey_v1_AccessPolicyEffect, AccessPolicyEffect__Output as _latchkey_v1_AccessPolicyEffect__Output } from '../../latchkey/v1/AccessPolicyEffect.js';

/**
 * A request, and what a policy has to say of it. Up to 200 in a version.
 */
export interface AccessPolicyTestCase {
  /**
   * What it shows, up to 200 characters; unique in its version.
   */
  'name'?: (string);
  /**
   * The method.
   */
  'method'?: (string);
  /**
   * The path.
   */
  'path'?: (string);
  /**
   * The address the request comes from; may be empty.
   */
  'sourceIp'?: (string);
  /**
   * What the credential holds; empty for all.
   */
  'scopes'?: (string)[];
  /**
   * What is expected.
   */
  'expectedEffect'?: (_latchkey_v1_AccessPolicyEffect);
  /**
   * Response fields that must be kept back, when the request is allowed.
   */
  'hiddenFields'?: (string)[];
  /**
   * Response fields that must pass, when the request is allowed.
   */
  'visibleFields'?: (string)[];
}

/**
 * A request, and what a policy has to say of it. Up to 200 in a version.
 */
export interface AccessPolicyTestCase__Output {
  /**
   * What it shows, up to 200 characters; unique in its version.
   */
  'name': (string);
  /**
   * The method.
   */
  'method': (string);
  /**
   * The path.
   */
  'path': (string);
  /**
   * The address the request comes from; may be empty.
   */
  'sourceIp': (string);
  /**
   * What the credential holds; empty for all.
   */
  'scopes': (string)[];
  /**
   * What is expected.
   */
  'expectedEffect': (_latchkey_v1_AccessPolicyEffect__Output);
  /**
   * Response fields that must be kept back, when the request is allowed.
   */
  'hiddenFields': (string)[];
  /**
   * Response fields that must pass, when the request is allowed.
   */
  'visibleFields': (string)[];
}
