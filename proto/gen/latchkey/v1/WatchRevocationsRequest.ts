// Original file: proto/latchkey/v1/authentication.proto

import type { Long } from '@grpc/proto-loader';

/**
 * Asks to be told what decides about credentials.
 */
export interface WatchRevocationsRequest {
  /**
   * The history of the last message that was taken in; empty for all there is.
   */
  'history'?: (string);
  /**
   * The position of that message.
   */
  'position'?: (number | string | Long);
  /**
   * How long the server may be silent, in milliseconds: 100 to 60,000; 0 for 1,000.
   */
  'heartbeatMilliseconds'?: (number);
}

/**
 * Asks to be told what decides about credentials.
 */
export interface WatchRevocationsRequest__Output {
  /**
   * The history of the last message that was taken in; empty for all there is.
   */
  'history': (string);
  /**
   * The position of that message.
   */
  'position': (number);
  /**
   * How long the server may be silent, in milliseconds: 100 to 60,000; 0 for 1,000.
   */
  'heartbeatMilliseconds': (number);
}
