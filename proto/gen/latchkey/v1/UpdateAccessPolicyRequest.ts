// Original file: proto/latchkey/v1/access_policy.proto

import type { AccessPolicy as _latchkey_v1_AccessPolicy, AccessPolicy__Output as _latchkey_v1_AccessPolicy__Output } from '../../latchkey/v1/AccessPolicy.js';
import type { FieldMask as _google_protobuf_FieldMask, FieldMask__Output as _google_protobuf_FieldMask__Output } from '../../google/protobuf/FieldMask.js';

/**
 * Asks to change a policy.
 */
export interface UpdateAccessPolicyRequest {
  /**
   * The policy with the new values; its id says which. With an etag, refused when the policy has changed since.
   */
  'accessPolicy'?: (_latchkey_v1_AccessPolicy | null);
  /**
   * The fields to change: name, description, statements, test_cases; `*` for all of them.
   */
  'updateMask'?: (_google_protobuf_FieldMask | null);
}

/**
 * Asks to change a policy.
 */
export interface UpdateAccessPolicyRequest__Output {
  /**
   * The policy with the new values; its id says which. With an etag, refused when the policy has changed since.
   */
  'accessPolicy': (_latchkey_v1_AccessPolicy__Output | null);
  /**
   * The fields to change: name, description, statements, test_cases; `*` for all of them.
   */
  'updateMask': (_google_protobuf_FieldMask__Output | null);
}
