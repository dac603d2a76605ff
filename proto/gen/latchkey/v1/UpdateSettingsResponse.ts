// Original file: proto/latchkey/v1/settings.proto

import type { Settings as _latchkey_v1_Settings, Settings__Output as _latchkey_v1_Settings__Output } from '../../latchkey/v1/Settings.js';

/**
 * The settings after the change.
 */
export interface UpdateSettingsResponse {
  /**
   * The settings, whole.
   */
  'settings'?: (_latchkey_v1_Settings | null);
}

/**
 * The settings after the change.
 */
export interface UpdateSettingsResponse__Output {
  /**
   * The settings, whole.
   */
  'settings': (_latchkey_v1_Settings__Output | null);
}
