// Original file: proto/latchkey/v1/access_policy.proto

import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from '../../google/protobuf/Timestamp.js';
import type { AccessPolicyDenial as _latchkey_v1_AccessPolicyDenial, AccessPolicyDenial__Output as _latchkey_v1_AccessPolicyDenial__Output } from '../../latchkey/v1/AccessPolicyDenial.js';
import type { Long } from '@grpc/proto-loader';

/**
 * Requests of one kind, by credential, method, path and reason, that a dry run would have denied.
 */
export interface DryRunDenial {
  /**
   * The credential.
   */
  'credentialId'?: (string);
  /**
   * The e-mail of the user; empty for a client that acts for itself.
   */
  'email'?: (string);
  /**
   * The method.
   */
  'method'?: (string);
  /**
   * The path, with what looks like an id as `{id}`.
   */
  'path'?: (string);
  /**
   * How many.
   */
  'count'?: (number | string | Long);
  /**
   * When the first came.
   */
  'firstTime'?: (_google_protobuf_Timestamp | null);
  /**
   * When the last came.
   */
  'lastTime'?: (_google_protobuf_Timestamp | null);
  /**
   * Why it would have been denied.
   */
  'denial'?: (_latchkey_v1_AccessPolicyDenial | null);
}

/**
 * Requests of one kind, by credential, method, path and reason, that a dry run would have denied.
 */
export interface DryRunDenial__Output {
  /**
   * The credential.
   */
  'credentialId': (string);
  /**
   * The e-mail of the user; empty for a client that acts for itself.
   */
  'email': (string);
  /**
   * The method.
   */
  'method': (string);
  /**
   * The path, with what looks like an id as `{id}`.
   */
  'path': (string);
  /**
   * How many.
   */
  'count': (number);
  /**
   * When the first came.
   */
  'firstTime': (_google_protobuf_Timestamp__Output | null);
  /**
   * When the last came.
   */
  'lastTime': (_google_protobuf_Timestamp__Output | null);
  /**
   * Why it would have been denied.
   */
  'denial': (_latchkey_v1_AccessPolicyDenial__Output | null);
}
