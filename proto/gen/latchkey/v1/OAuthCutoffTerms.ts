// Original file: proto/latchkey/v1/authentication.proto

import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from '../../google/protobuf/Timestamp.js';

/**
 * Ends all access tokens of a client or a user that were made up to a moment.
 */
export interface OAuthCutoffTerms {
  /**
   * The client; empty when it is about a user.
   */
  'clientId'?: (string);
  /**
   * The user; empty when it is about a client.
   */
  'userId'?: (string);
  /**
   * The moment.
   */
  'time'?: (_google_protobuf_Timestamp | null);
}

/**
 * Ends all access tokens of a client or a user that were made up to a moment.
 */
export interface OAuthCutoffTerms__Output {
  /**
   * The client; empty when it is about a user.
   */
  'clientId': (string);
  /**
   * The user; empty when it is about a client.
   */
  'userId': (string);
  /**
   * The moment.
   */
  'time': (_google_protobuf_Timestamp__Output | null);
}
