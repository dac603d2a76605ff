// Original file: proto/latchkey/v1/settings.proto

import type { Settings as _latchkey_v1_Settings, Settings__Output as _latchkey_v1_Settings__Output } from '../../latchkey/v1/Settings.js';

/**
 * The settings.
 */
export interface GetSettingsResponse {
  /**
   * The settings of the caller's account.
   */
  'settings'?: (_latchkey_v1_Settings | null);
}

/**
 * The settings.
 */
export interface GetSettingsResponse__Output {
  /**
   * The settings of the caller's account.
   */
  'settings': (_latchkey_v1_Settings__Output | null);
}
