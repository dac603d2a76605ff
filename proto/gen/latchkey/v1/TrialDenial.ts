// Original file: proto/latchkey/v1/authentication.proto

import type { RequestCount as _latchkey_v1_RequestCount, RequestCount__Output as _latchkey_v1_RequestCount__Output } from '../../latchkey/v1/RequestCount.js';
import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from '../../google/protobuf/Timestamp.js';

/**
 * Requests of one kind that a policy in dry run would have denied.
 */
export interface TrialDenial {
  /**
   * The requests; with the method `(rest)` those that were only counted.
   */
  'requests'?: (_latchkey_v1_RequestCount | null);
  /**
   * The policy.
   */
  'accessPolicyId'?: (string);
  /**
   * The version in dry run.
   */
  'version'?: (number);
  /**
   * Since when it is, as AccessPolicyTerms told: what was counted of another dry run is passed over.
   */
  'dryRunTime'?: (_google_protobuf_Timestamp | null);
  /**
   * The statement that denies, counting from 1; 0 when no statement allows.
   */
  'statement'?: (number);
  /**
   * Where the path could be read in two ways: how. Empty otherwise.
   */
  'ambiguity'?: (string);
}

/**
 * Requests of one kind that a policy in dry run would have denied.
 */
export interface TrialDenial__Output {
  /**
   * The requests; with the method `(rest)` those that were only counted.
   */
  'requests': (_latchkey_v1_RequestCount__Output | null);
  /**
   * The policy.
   */
  'accessPolicyId': (string);
  /**
   * The version in dry run.
   */
  'version': (number);
  /**
   * Since when it is, as AccessPolicyTerms told: what was counted of another dry run is passed over.
   */
  'dryRunTime': (_google_protobuf_Timestamp__Output | null);
  /**
   * The statement that denies, counting from 1; 0 when no statement allows.
   */
  'statement': (number);
  /**
   * Where the path could be read in two ways: how. Empty otherwise.
   */
  'ambiguity': (string);
}
