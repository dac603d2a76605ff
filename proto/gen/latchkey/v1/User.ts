// Original file: proto/latchkey/v1/user.proto

import type { Role as _latchkey_v1_Role, Role__Output as _latchkey_v1_Role__Output } from '../../latchkey/v1/Role.js';
import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from '../../google/protobuf/Timestamp.js';

/**
 * A person of the account.
 */
export interface User {
  /**
   * Made by the server, never used twice: `usr_` and 26 characters.
   */
  'id'?: (string);
  /**
   * Unique in the account, whatever its case: up to 254 characters.
   */
  'email'?: (string);
  /**
   * 1 to 120 characters.
   */
  'name'?: (string);
  /**
   * What the user may do.
   */
  'role'?: (_latchkey_v1_Role);
  /**
   * Whether the e-mail is known to be theirs. Only a verified user's e-mail works with an API token.
   */
  'verified'?: (boolean);
  /**
   * Whether the user is shut out for now: no sign-in, and their e-mail works with no API token.
   */
  'suspended'?: (boolean);
  /**
   * Whether a password is set, without which the user cannot sign in. Output only.
   */
  'hasPassword'?: (boolean);
  /**
   * Changes with every change; send it back to update only what was read.
   */
  'etag'?: (string);
  /**
   * When the user was added.
   */
  'createTime'?: (_google_protobuf_Timestamp | null);
  /**
   * When the user last changed.
   */
  'updateTime'?: (_google_protobuf_Timestamp | null);
  /**
   * When the user last signed in; unset if never.
   */
  'lastSignInTime'?: (_google_protobuf_Timestamp | null);
}

/**
 * A person of the account.
 */
export interface User__Output {
  /**
   * Made by the server, never used twice: `usr_` and 26 characters.
   */
  'id': (string);
  /**
   * Unique in the account, whatever its case: up to 254 characters.
   */
  'email': (string);
  /**
   * 1 to 120 characters.
   */
  'name': (string);
  /**
   * What the user may do.
   */
  'role': (_latchkey_v1_Role__Output);
  /**
   * Whether the e-mail is known to be theirs. Only a verified user's e-mail works with an API token.
   */
  'verified': (boolean);
  /**
   * Whether the user is shut out for now: no sign-in, and their e-mail works with no API token.
   */
  'suspended': (boolean);
  /**
   * Whether a password is set, without which the user cannot sign in. Output only.
   */
  'hasPassword': (boolean);
  /**
   * Changes with every change; send it back to update only what was read.
   */
  'etag': (string);
  /**
   * When the user was added.
   */
  'createTime': (_google_protobuf_Timestamp__Output | null);
  /**
   * When the user last changed.
   */
  'updateTime': (_google_protobuf_Timestamp__Output | null);
  /**
   * When the user last signed in; unset if never.
   */
  'lastSignInTime': (_google_protobuf_Timestamp__Output | null);
}
