// Original file: proto/latchkey/v1/session.proto

import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from '../../google/protobuf/Timestamp.js';

/**
 * One sign-in.
 */
export interface Session {
  /**
   * Made by the server: `ses_` and 26 characters.
   */
  'id'?: (string);
  /**
   * Whose session.
   */
  'userId'?: (string);
  /**
   * What the session may do: empty for all that the user may, `read` for looking only.
   */
  'scopes'?: (string)[];
  /**
   * When the person signed in.
   */
  'createTime'?: (_google_protobuf_Timestamp | null);
  /**
   * When it ends unless it is used before: 12 hours after the last use, give or take a minute.
   */
  'expireTime'?: (_google_protobuf_Timestamp | null);
}

/**
 * One sign-in.
 */
export interface Session__Output {
  /**
   * Made by the server: `ses_` and 26 characters.
   */
  'id': (string);
  /**
   * Whose session.
   */
  'userId': (string);
  /**
   * What the session may do: empty for all that the user may, `read` for looking only.
   */
  'scopes': (string)[];
  /**
   * When the person signed in.
   */
  'createTime': (_google_protobuf_Timestamp__Output | null);
  /**
   * When it ends unless it is used before: 12 hours after the last use, give or take a minute.
   */
  'expireTime': (_google_protobuf_Timestamp__Output | null);
}
