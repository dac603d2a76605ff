// Original file: proto/latchkey/v1/authentication.proto

import type { AuthenticateAnswer as _latchkey_v1_AuthenticateAnswer, AuthenticateAnswer__Output as _latchkey_v1_AuthenticateAnswer__Output } from '../../latchkey/v1/AuthenticateAnswer.js';

/**
 * The answers to the checks of one message.
 */
export interface AuthenticateStreamResponse {
  /**
   * One for each check, in their order.
   */
  'answers'?: (_latchkey_v1_AuthenticateAnswer)[];
}

/**
 * The answers to the checks of one message.
 */
export interface AuthenticateStreamResponse__Output {
  /**
   * One for each check, in their order.
   */
  'answers': (_latchkey_v1_AuthenticateAnswer__Output)[];
}
