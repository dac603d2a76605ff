// Original file: proto/latchkey/v1/oauth_client.proto

import type { OAuthClient as _latchkey_v1_OAuthClient, OAuthClient__Output as _latchkey_v1_OAuthClient__Output } from '../../latchkey/v1/OAuthClient.js';

/**
 * A page of clients.
 */
export interface ListOAuthClientsResponse {
  /**
   * The clients.
   */
  'oauthClients'?: (_latchkey_v1_OAuthClient)[];
  /**
   * Fetches the next page; empty on the last.
   */
  'nextPageToken'?: (string);
  /**
   * How many clients the account holds, whatever the filter.
   */
  'totalSize'?: (number);
  /**
   * How many it may hold.
   */
  'maxSize'?: (number);
}

/**
 * A page of clients.
 */
export interface ListOAuthClientsResponse__Output {
  /**
   * The clients.
   */
  'oauthClients': (_latchkey_v1_OAuthClient__Output)[];
  /**
   * Fetches the next page; empty on the last.
   */
  'nextPageToken': (string);
  /**
   * How many clients the account holds, whatever the filter.
   */
  'totalSize': (number);
  /**
   * How many it may hold.
   */
  'maxSize': (number);
}
