// Original file: proto/latchkey/v1/oauth.proto

import type { ConsentClient as _latchkey_v1_ConsentClient, ConsentClient__Output as _latchkey_v1_ConsentClient__Output } from '../../latchkey/v1/ConsentClient.js';
import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from '../../google/protobuf/Timestamp.js';

/**
 * Who waits.
 */
export interface GetDeviceAuthorizationResponse {
  /**
   * The client.
   */
  'client'?: (_latchkey_v1_ConsentClient | null);
  /**
   * What it asks for.
   */
  'scopes'?: (string)[];
  /**
   * When the code ends.
   */
  'expireTime'?: (_google_protobuf_Timestamp | null);
}

/**
 * Who waits.
 */
export interface GetDeviceAuthorizationResponse__Output {
  /**
   * The client.
   */
  'client': (_latchkey_v1_ConsentClient__Output | null);
  /**
   * What it asks for.
   */
  'scopes': (string)[];
  /**
   * When the code ends.
   */
  'expireTime': (_google_protobuf_Timestamp__Output | null);
}
