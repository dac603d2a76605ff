// Original file: proto/latchkey/v1/authentication.proto

import type { CredentialRecord as _latchkey_v1_CredentialRecord, CredentialRecord__Output as _latchkey_v1_CredentialRecord__Output } from '../../latchkey/v1/CredentialRecord.js';
import type { Long } from '@grpc/proto-loader';

/**
 * What changed, or a sign of life.
 */
export interface WatchRevocationsResponse {
  /**
   * Names the history that positions count in: a run of the server. Another one begins with `reset`.
   */
  'history'?: (string);
  /**
   * Where whoever has taken in all up to this message stands; kept, and sent when coming back. 0 while a whole is being
   * told whose end is still to come.
   */
  'position'?: (number | string | Long);
  /**
   * All that was told before is void: what follows, up to the first message with a position, is all there is.
   */
  'reset'?: (boolean);
  /**
   * Set when nothing more was to be told at that moment: how many milliseconds the server had by then been at this
   * call. Whoever knows when they made the call knows from it how old what they know may be, however long the message
   * was on its way. Unset while there is more to come.
   */
  'currentMilliseconds'?: (number | string | Long);
  /**
   * What is to be taken in, in this order. Empty in a sign of life.
   */
  'records'?: (_latchkey_v1_CredentialRecord)[];
  '_currentMilliseconds'?: "currentMilliseconds";
}

/**
 * What changed, or a sign of life.
 */
export interface WatchRevocationsResponse__Output {
  /**
   * Names the history that positions count in: a run of the server. Another one begins with `reset`.
   */
  'history': (string);
  /**
   * Where whoever has taken in all up to this message stands; kept, and sent when coming back. 0 while a whole is being
   * told whose end is still to come.
   */
  'position': (number);
  /**
   * All that was told before is void: what follows, up to the first message with a position, is all there is.
   */
  'reset': (boolean);
  /**
   * Set when nothing more was to be told at that moment: how many milliseconds the server had by then been at this
   * call. Whoever knows when they made the call knows from it how old what they know may be, however long the message
   * was on its way. Unset while there is more to come.
   */
  'currentMilliseconds'?: (number);
  /**
   * What is to be taken in, in this order. Empty in a sign of life.
   */
  'records': (_latchkey_v1_CredentialRecord__Output)[];
  '_currentMilliseconds'?: "currentMilliseconds";
}
