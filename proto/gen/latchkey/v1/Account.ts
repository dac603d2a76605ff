// Original file: proto/latchkey/v1/account.proto

import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from '../../google/protobuf/Timestamp.js';

/**
 * A tenant: every user, setting and credential belongs to exactly one.
 */
export interface Account {
  /**
   * Chosen once, unique on the server: 3 to 40 characters, a-z, 0-9 and hyphens, starting with a letter.
   */
  'id'?: (string);
  /**
   * What people call it: 1 to 80 characters.
   */
  'displayName'?: (string);
  /**
   * When it was made.
   */
  'createTime'?: (_google_protobuf_Timestamp | null);
}

/**
 * A tenant: every user, setting and credential belongs to exactly one.
 */
export interface Account__Output {
  /**
   * Chosen once, unique on the server: 3 to 40 characters, a-z, 0-9 and hyphens, starting with a letter.
   */
  'id': (string);
  /**
   * What people call it: 1 to 80 characters.
   */
  'displayName': (string);
  /**
   * When it was made.
   */
  'createTime': (_google_protobuf_Timestamp__Output | null);
}
