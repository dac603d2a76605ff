// Original file: proto/latchkey/v1/user.proto

import type { User as _latchkey_v1_User, User__Output as _latchkey_v1_User__Output } from '../../latchkey/v1/User.js';
import type { FieldMask as _google_protobuf_FieldMask, FieldMask__Output as _google_protobuf_FieldMask__Output } from '../../google/protobuf/FieldMask.js';

/**
 * Asks to change a user.
 */
export interface UpdateUserRequest {
  /**
   * The user with the new values; its id says which. With an etag, refused when the user has changed since.
   */
  'user'?: (_latchkey_v1_User | null);
  /**
   * The fields to change: email, name, role, verified, suspended; `*` for all of them.
   */
  'updateMask'?: (_google_protobuf_FieldMask | null);
}

/**
 * Asks to change a user.
 */
export interface UpdateUserRequest__Output {
  /**
   * The user with the new values; its id says which. With an etag, refused when the user has changed since.
   */
  'user': (_latchkey_v1_User__Output | null);
  /**
   * The fields to change: email, name, role, verified, suspended; `*` for all of them.
   */
  'updateMask': (_google_protobuf_FieldMask__Output | null);
}
