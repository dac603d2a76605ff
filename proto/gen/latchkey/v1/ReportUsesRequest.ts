// Original file: proto/latchkey/v1/authentication.proto

import type { CredentialUse as _latchkey_v1_CredentialUse, CredentialUse__Output as _latchkey_v1_CredentialUse__Output } from '../../latchkey/v1/CredentialUse.js';
import type { TrialDenial as _latchkey_v1_TrialDenial, TrialDenial__Output as _latchkey_v1_TrialDenial__Output } from '../../latchkey/v1/TrialDenial.js';
import type { ObservedRequest as _latchkey_v1_ObservedRequest, ObservedRequest__Output as _latchkey_v1_ObservedRequest__Output } from '../../latchkey/v1/ObservedRequest.js';
import type { Long } from '@grpc/proto-loader';

/**
 * How credentials were used. All moments are told as how long before the sending they were, so that clocks need not
 * agree.
 */
export interface ReportUsesRequest {
  /**
   * Names whoever reports: a UUID that each process chooses for itself. The last 1,000 are remembered, for a week each.
   */
  'reporterId'?: (string);
  /**
   * The number of the report, rising from 1. It is sent again until it is answered; only then comes the next one.
   */
  'sequence'?: (number | string | Long);
  /**
   * The credentials that were used; with `denials` and `requests` at most 1,000.
   */
  'uses'?: (_latchkey_v1_CredentialUse)[];
  /**
   * What policies in dry run would have denied of what was allowed.
   */
  'denials'?: (_latchkey_v1_TrialDenial)[];
  /**
   * What was allowed; passed over for accounts without `observe_use`.
   */
  'requests'?: (_latchkey_v1_ObservedRequest)[];
  /**
   * How many requests were refused, with 401 or 403.
   */
  'refusedCount'?: (number | string | Long);
}

/**
 * How credentials were used. All moments are told as how long before the sending they were, so that clocks need not
 * agree.
 */
export interface ReportUsesRequest__Output {
  /**
   * Names whoever reports: a UUID that each process chooses for itself. The last 1,000 are remembered, for a week each.
   */
  'reporterId': (string);
  /**
   * The number of the report, rising from 1. It is sent again until it is answered; only then comes the next one.
   */
  'sequence': (number);
  /**
   * The credentials that were used; with `denials` and `requests` at most 1,000.
   */
  'uses': (_latchkey_v1_CredentialUse__Output)[];
  /**
   * What policies in dry run would have denied of what was allowed.
   */
  'denials': (_latchkey_v1_TrialDenial__Output)[];
  /**
   * What was allowed; passed over for accounts without `observe_use`.
   */
  'requests': (_latchkey_v1_ObservedRequest__Output)[];
  /**
   * How many requests were refused, with 401 or 403.
   */
  'refusedCount': (number);
}
