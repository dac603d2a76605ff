// Original file: proto/latchkey/v1/oauth.proto

import type { ConsentClient as _latchkey_v1_ConsentClient, ConsentClient__Output as _latchkey_v1_ConsentClient__Output } from '../../latchkey/v1/ConsentClient.js';

/**
 * What the person is asked.
 */
export interface AuthorizeResponse {
  /**
   * Who asks.
   */
  'client'?: (_latchkey_v1_ConsentClient | null);
  /**
   * What for; never empty.
   */
  'scopes'?: (string)[];
  /**
   * Where the person goes next.
   */
  'redirectUri'?: (string);
}

/**
 * What the person is asked.
 */
export interface AuthorizeResponse__Output {
  /**
   * Who asks.
   */
  'client': (_latchkey_v1_ConsentClient__Output | null);
  /**
   * What for; never empty.
   */
  'scopes': (string)[];
  /**
   * Where the person goes next.
   */
  'redirectUri': (string);
}
