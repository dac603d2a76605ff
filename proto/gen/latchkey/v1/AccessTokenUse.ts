// Original file: proto/latchkey/v1/access_token.proto

import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from '../../google/protobuf/Timestamp.js';
import type { Long } from '@grpc/proto-loader';

/**
 * A use of a token.
 */
export interface AccessTokenUse {
  /**
   * When.
   */
  'time'?: (_google_protobuf_Timestamp | null);
  /**
   * From which address, as far as the calling service told.
   */
  'sourceIp'?: (string);
  /**
   * How many uses were counted so far.
   */
  'count'?: (number | string | Long);
}

/**
 * A use of a token.
 */
export interface AccessTokenUse__Output {
  /**
   * When.
   */
  'time': (_google_protobuf_Timestamp__Output | null);
  /**
   * From which address, as far as the calling service told.
   */
  'sourceIp': (string);
  /**
   * How many uses were counted so far.
   */
  'count': (number);
}
