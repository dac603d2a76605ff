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
   * The user; empty for the server, the operator and a client that acts for itself.
   */
  'userId'?: (string);
  /**
   * The user's e-mail at that time; for a refused sign-in, the one that was tried.
   */
  'email'?: (string);
  /**
   * The id of the session, API token or access token it was done with; empty where there was none.
   */
  'credentialId'?: (string);
  /**
   * The OAuth client it was done through; empty where there was none.
   */
  'clientId'?: (string);
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
   * The user; empty for the server, the operator and a client that acts for itself.
   */
  'userId': (string);
  /**
   * The user's e-mail at that time; for a refused sign-in, the one that was tried.
   */
  'email': (string);
  /**
   * The id of the session, API token or access token it was done with; empty where there was none.
   */
  'credentialId': (string);
  /**
   * The OAuth client it was done through; empty where there was none.
   */
  'clientId': (string);
}
