// Original file: proto/latchkey/v1/access_policy.proto

import type { AccessPolicyStatement as _latchkey_v1_AccessPolicyStatement, AccessPolicyStatement__Output as _latchkey_v1_AccessPolicyStatement__Output } from '../../latchkey/v1/AccessPolicyStatement.js';
import type { AccessPolicyTestCase as _latchkey_v1_AccessPolicyTestCase, AccessPolicyTestCase__Output as _latchkey_v1_AccessPolicyTestCase__Output } from '../../latchkey/v1/AccessPolicyTestCase.js';
import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from '../../google/protobuf/Timestamp.js';
import type { StatementEvidence as _latchkey_v1_StatementEvidence, StatementEvidence__Output as _latchkey_v1_StatementEvidence__Output } from '../../latchkey/v1/StatementEvidence.js';
import type { Long } from '@grpc/proto-loader';

/**
 * A proposal.
 */
export interface SuggestAccessPolicyResponse {
  /**
   * Statements that allow what was observed, and nothing else that could be told apart from it.
   */
  'statements'?: (_latchkey_v1_AccessPolicyStatement)[];
  /**
   * Test cases for what was observed.
   */
  'testCases'?: (_latchkey_v1_AccessPolicyTestCase)[];
  /**
   * The difference to the newest version of the policy: lines that begin with `+`, `-` or a space.
   */
  'diff'?: (string)[];
  /**
   * Since when use was observed; unset when none was.
   */
  'sinceTime'?: (_google_protobuf_Timestamp | null);
  /**
   * How many requests that were.
   */
  'requestCount'?: (number | string | Long);
  /**
   * Whether there was more than could be kept, so that the proposal may be too small.
   */
  'isIncomplete'?: (boolean);
  /**
   * What each statement rests on: one for each, in their order.
   */
  'evidence'?: (_latchkey_v1_StatementEvidence)[];
}

/**
 * A proposal.
 */
export interface SuggestAccessPolicyResponse__Output {
  /**
   * Statements that allow what was observed, and nothing else that could be told apart from it.
   */
  'statements': (_latchkey_v1_AccessPolicyStatement__Output)[];
  /**
   * Test cases for what was observed.
   */
  'testCases': (_latchkey_v1_AccessPolicyTestCase__Output)[];
  /**
   * The difference to the newest version of the policy: lines that begin with `+`, `-` or a space.
   */
  'diff': (string)[];
  /**
   * Since when use was observed; unset when none was.
   */
  'sinceTime': (_google_protobuf_Timestamp__Output | null);
  /**
   * How many requests that were.
   */
  'requestCount': (number);
  /**
   * Whether there was more than could be kept, so that the proposal may be too small.
   */
  'isIncomplete': (boolean);
  /**
   * What each statement rests on: one for each, in their order.
   */
  'evidence': (_latchkey_v1_StatementEvidence__Output)[];
}
