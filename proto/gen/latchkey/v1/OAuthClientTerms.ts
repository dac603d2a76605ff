// Original file: proto/latchkey/v1/authentication.proto

import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from '../../google/protobuf/Timestamp.js';

/**
 * What of an OAuth client decides.
 */
export interface OAuthClientTerms {
  /**
   * The client.
   */
  'id'?: (string);
  /**
   * The account whose it is.
   */
  'accountId'?: (string);
  /**
   * The `client_id` of OAuth.
   */
  'identifier'?: (string);
  /**
   * Whether it works at all.
   */
  'enabled'?: (boolean);
  /**
   * Whether every account may use it.
   */
  'global'?: (boolean);
  /**
   * The most its tokens may do; empty for every scope.
   */
  'allowedScopes'?: (string)[];
  /**
   * When it ceased to be global, if it ever did: tokens of other accounts made up to then have ended for good.
   */
  'foreignEndTime'?: (_google_protobuf_Timestamp | null);
  /**
   * The access policies its tokens are under, in its own account.
   */
  'accessPolicyIds'?: (string)[];
}

/**
 * What of an OAuth client decides.
 */
export interface OAuthClientTerms__Output {
  /**
   * The client.
   */
  'id': (string);
  /**
   * The account whose it is.
   */
  'accountId': (string);
  /**
   * The `client_id` of OAuth.
   */
  'identifier': (string);
  /**
   * Whether it works at all.
   */
  'enabled': (boolean);
  /**
   * Whether every account may use it.
   */
  'global': (boolean);
  /**
   * The most its tokens may do; empty for every scope.
   */
  'allowedScopes': (string)[];
  /**
   * When it ceased to be global, if it ever did: tokens of other accounts made up to then have ended for good.
   */
  'foreignEndTime': (_google_protobuf_Timestamp__Output | null);
  /**
   * The access policies its tokens are under, in its own account.
   */
  'accessPolicyIds': (string)[];
}
