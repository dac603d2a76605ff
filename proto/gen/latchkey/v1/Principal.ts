// Original file: proto/latchkey/v1/authentication.proto

import type { Role as _latchkey_v1_Role, Role__Output as _latchkey_v1_Role__Output } from '../../latchkey/v1/Role.js';

/**
 * Who stands behind a credential: a user, or with an access token made by client credentials, a client for itself.
 */
export interface Principal {
  /**
   * The user; empty for a client that acts for itself.
   */
  'userId'?: (string);
  /**
   * The user's e-mail; empty for a client that acts for itself.
   */
  'email'?: (string);
  /**
   * The user's role; unspecified for a client that acts for itself.
   */
  'role'?: (_latchkey_v1_Role);
  /**
   * The OAuth client an access token was made for; empty for other credentials.
   */
  'clientId'?: (string);
  /**
   * That client's identifier (the `client_id` of OAuth).
   */
  'clientIdentifier'?: (string);
}

/**
 * Who stands behind a credential: a user, or with an access token made by client credentials, a client for itself.
 */
export interface Principal__Output {
  /**
   * The user; empty for a client that acts for itself.
   */
  'userId': (string);
  /**
   * The user's e-mail; empty for a client that acts for itself.
   */
  'email': (string);
  /**
   * The user's role; unspecified for a client that acts for itself.
   */
  'role': (_latchkey_v1_Role__Output);
  /**
   * The OAuth client an access token was made for; empty for other credentials.
   */
  'clientId': (string);
  /**
   * That client's identifier (the `client_id` of OAuth).
   */
  'clientIdentifier': (string);
}
