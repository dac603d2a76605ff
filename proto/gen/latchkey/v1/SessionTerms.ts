// Original file: proto/latchkey/v1/authentication.proto

import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from '../../google/protobuf/Timestamp.js';

/**
 * What of a session decides.
 */
export interface SessionTerms {
  /**
   * The session.
   */
  'id'?: (string);
  /**
   * SHA-256 of the token, base64url without padding.
   */
  'digest'?: (string);
  /**
   * Whose it is.
   */
  'userId'?: (string);
  /**
   * What it may do; empty for all that its user may.
   */
  'scopes'?: (string)[];
  /**
   * When it ends unless it is used.
   */
  'expireTime'?: (_google_protobuf_Timestamp | null);
}

/**
 * What of a session decides.
 */
export interface SessionTerms__Output {
  /**
   * The session.
   */
  'id': (string);
  /**
   * SHA-256 of the token, base64url without padding.
   */
  'digest': (string);
  /**
   * Whose it is.
   */
  'userId': (string);
  /**
   * What it may do; empty for all that its user may.
   */
  'scopes': (string)[];
  /**
   * When it ends unless it is used.
   */
  'expireTime': (_google_protobuf_Timestamp__Output | null);
}
