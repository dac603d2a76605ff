// Original file: proto/latchkey/v1/usage.proto

import type { HourlyUsage as _latchkey_v1_HourlyUsage, HourlyUsage__Output as _latchkey_v1_HourlyUsage__Output } from '../../latchkey/v1/HourlyUsage.js';

/**
 * The last hours.
 */
export interface GetUsageResponse {
  /**
   * Every one of them, the oldest first; the last is the present one and not over.
   */
  'hours'?: (_latchkey_v1_HourlyUsage)[];
}

/**
 * The last hours.
 */
export interface GetUsageResponse__Output {
  /**
   * Every one of them, the oldest first; the last is the present one and not over.
   */
  'hours': (_latchkey_v1_HourlyUsage__Output)[];
}
