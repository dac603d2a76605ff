// Original file: proto/latchkey/v1/api_token.proto

import type { ApiToken as _latchkey_v1_ApiToken, ApiToken__Output as _latchkey_v1_ApiToken__Output } from '../../latchkey/v1/ApiToken.js';
import type { FieldMask as _google_protobuf_FieldMask, FieldMask__Output as _google_protobuf_FieldMask__Output } from '../../google/protobuf/FieldMask.js';

/**
 * Asks to change a token.
 */
export interface UpdateApiTokenRequest {
  /**
   * The token with the new values; its id says which. With an etag, refused when the token has changed since.
   */
  'apiToken'?: (_latchkey_v1_ApiToken | null);
  /**
   * The fields to change: description, expire_time, bound_user_id, scopes, ip_allow_list; `*` for all of them.
   */
  'updateMask'?: (_google_protobuf_FieldMask | null);
}

/**
 * Asks to change a token.
 */
export interface UpdateApiTokenRequest__Output {
  /**
   * The token with the new values; its id says which. With an etag, refused when the token has changed since.
   */
  'apiToken': (_latchkey_v1_ApiToken__Output | null);
  /**
   * The fields to change: description, expire_time, bound_user_id, scopes, ip_allow_list; `*` for all of them.
   */
  'updateMask': (_google_protobuf_FieldMask__Output | null);
}
