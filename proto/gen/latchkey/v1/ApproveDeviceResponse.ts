// Original file: proto/latchkey/v1/oauth.proto

import type { ConsentClient as _latchkey_v1_ConsentClient, ConsentClient__Output as _latchkey_v1_ConsentClient__Output } from '../../latchkey/v1/ConsentClient.js';

/**
 * Done.
 */
export interface ApproveDeviceResponse {
  /**
   * The client that was answered.
   */
  'client'?: (_latchkey_v1_ConsentClient | null);
}

/**
 * Done.
 */
export interface ApproveDeviceResponse__Output {
  /**
   * The client that was answered.
   */
  'client': (_latchkey_v1_ConsentClient__Output | null);
}
