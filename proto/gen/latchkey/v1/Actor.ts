// Original file: proto/latchkey/v1/audit.proto

import type { ActorKind as _latchkey_v1_ActorKind, ActorKind__Output as _latchkey_v1_ActorKind__Output } from '../../latchkey/v1/ActorKind.js';

/**
 * Who did something.
 */
export interface Actor {
  /**
   * What kind of caller.
   */
  'kind'?: (_latchkey_v1_ActorKind);
  /**
   * The user; empty for the server and the operator.
   */
  'userId'?: (string);
  /**
   * The user's e-mail at that time; for a refused sign-in, the one that was tried.
   */
  'email'?: (string);
  /**
   * The id of the session or API token it was done with; empty where there was none.
   */
  'credentialId'?: (string);
}

/**
 * Who did something.
 */
export interface Actor__Output {
  /**
   * What kind of caller.
   */
  'kind': (_latchkey_v1_ActorKind__Output);
  /**
   * The user; empty for the server and the operator.
   */
  'userId': (string);
  /**
   * The user's e-mail at that time; for a refused sign-in, the one that was tried.
   */
  'email': (string);
  /**
   * The id of the session or API token it was done with; empty where there was none.
   */
  'credentialId': (string);
}
