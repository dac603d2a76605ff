// Original file: proto/latchkey/v1/oauth.proto

import type { Duration as _google_protobuf_Duration, Duration__Output as _google_protobuf_Duration__Output } from '../../google/protobuf/Duration.js';

/**
 * What the device does next.
 */
export interface StartDeviceAuthorizationResponse {
  /**
   * What the device polls with.
   */
  'deviceCode'?: (string);
  /**
   * What the person types, such as `WDJB-MJHT`.
   */
  'userCode'?: (string);
  /**
   * Where the person types it; empty when the server does not listen for HTTP.
   */
  'verificationUri'?: (string);
  /**
   * The same with the code in it.
   */
  'verificationUriComplete'?: (string);
  /**
   * How long both codes live.
   */
  'lifetime'?: (_google_protobuf_Duration | null);
  /**
   * How long to wait between polls.
   */
  'interval'?: (_google_protobuf_Duration | null);
}

/**
 * What the device does next.
 */
export interface StartDeviceAuthorizationResponse__Output {
  /**
   * What the device polls with.
   */
  'deviceCode': (string);
  /**
   * What the person types, such as `WDJB-MJHT`.
   */
  'userCode': (string);
  /**
   * Where the person types it; empty when the server does not listen for HTTP.
   */
  'verificationUri': (string);
  /**
   * The same with the code in it.
   */
  'verificationUriComplete': (string);
  /**
   * How long both codes live.
   */
  'lifetime': (_google_protobuf_Duration__Output | null);
  /**
   * How long to wait between polls.
   */
  'interval': (_google_protobuf_Duration__Output | null);
}
