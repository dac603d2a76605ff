// Original file: proto/latchkey/v1/settings.proto

import type { Settings as _latchkey_v1_Settings, Settings__Output as _latchkey_v1_Settings__Output } from '../../latchkey/v1/Settings.js';
import type { FieldMask as _google_protobuf_FieldMask, FieldMask__Output as _google_protobuf_FieldMask__Output } from '../../google/protobuf/FieldMask.js';

/**
 * Asks to change settings.
 */
export interface UpdateSettingsRequest {
  /**
   * The new values; only the fields in the mask are read.
   * With an etag, the change is refused when the settings have changed since.
   */
  'settings'?: (_latchkey_v1_Settings | null);
  /**
   * The fields to change, such as `api_token_access` or `inactivity_policy.enabled`; `*` for all that can be changed.
   */
  'updateMask'?: (_google_protobuf_FieldMask | null);
}

/**
 * Asks to change settings.
 */
export interface UpdateSettingsRequest__Output {
  /**
   * The new values; only the fields in the mask are read.
   * With an etag, the change is refused when the settings have changed since.
   */
  'settings': (_latchkey_v1_Settings__Output | null);
  /**
   * The fields to change, such as `api_token_access` or `inactivity_policy.enabled`; `*` for all that can be changed.
   */
  'updateMask': (_google_protobuf_FieldMask__Output | null);
}
