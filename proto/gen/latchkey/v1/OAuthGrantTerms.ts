// Original file: proto/latchkey/v1/authentication.proto

import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from '../../google/protobuf/Timestamp.js';

/**
 * What of a grant decides: that it is there, and since when.
 */
export interface OAuthGrantTerms {
  /**
   * The grant.
   */
  'id'?: (string);
  /**
   * When it was given.
   */
  'createTime'?: (_google_protobuf_Timestamp | null);
}

/**
 * What of a grant decides: that it is there, and since when.
 */
export interface OAuthGrantTerms__Output {
  /**
   * The grant.
   */
  'id': (string);
  /**
   * When it was given.
   */
  'createTime': (_google_protobuf_Timestamp__Output | null);
}
