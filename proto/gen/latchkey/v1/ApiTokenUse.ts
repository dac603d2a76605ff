// Original file: proto/latchkey/v1/api_token.proto

import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from '../../google/protobuf/Timestamp.js';
import type { Long } from '@grpc/proto-loader';

/**
 * A use of a token.
 */
export interface ApiTokenUse {
  /**
   * When.
   */
  'time'?: (_google_protobuf_Timestamp | null);
  /**
   * With whose e-mail.
   */
  'email'?: (string);
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
export interface ApiTokenUse__Output {
  /**
   * When.
   */
  'time': (_google_protobuf_Timestamp__Output | null);
  /**
   * With whose e-mail.
   */
  'email': (string);
  /**
   * From which address, as far as the calling service told.
   */
  'sourceIp': (string);
  /**
   * How many uses were counted so far.
   */
  'count': (number);
}
