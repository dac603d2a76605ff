// Original file: proto/latchkey/v1/access_policy.proto

import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from '../../google/protobuf/Timestamp.js';
import type { DryRunDenial as _latchkey_v1_DryRunDenial, DryRunDenial__Output as _latchkey_v1_DryRunDenial__Output } from '../../latchkey/v1/DryRunDenial.js';
import type { Long } from '@grpc/proto-loader';

/**
 * What a dry run would have denied of what was allowed.
 */
export interface GetDryRunReportResponse {
  /**
   * The version in dry run; 0 for none.
   */
  'version'?: (number);
  /**
   * When the dry run began; unset for none.
   */
  'startTime'?: (_google_protobuf_Timestamp | null);
  /**
   * How many requests it would have denied.
   */
  'deniedCount'?: (number | string | Long);
  /**
   * To whom and what, most often first; up to 500, what comes beyond is only counted.
   */
  'denials'?: (_latchkey_v1_DryRunDenial)[];
  /**
   * How many of denied_count are in none of the rows: what came beyond as many kinds as are kept.
   */
  'otherCount'?: (number | string | Long);
}

/**
 * What a dry run would have denied of what was allowed.
 */
export interface GetDryRunReportResponse__Output {
  /**
   * The version in dry run; 0 for none.
   */
  'version': (number);
  /**
   * When the dry run began; unset for none.
   */
  'startTime': (_google_protobuf_Timestamp__Output | null);
  /**
   * How many requests it would have denied.
   */
  'deniedCount': (number);
  /**
   * To whom and what, most often first; up to 500, what comes beyond is only counted.
   */
  'denials': (_latchkey_v1_DryRunDenial__Output)[];
  /**
   * How many of denied_count are in none of the rows: what came beyond as many kinds as are kept.
   */
  'otherCount': (number);
}
