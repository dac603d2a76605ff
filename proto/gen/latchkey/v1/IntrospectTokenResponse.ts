// Original file: proto/latchkey/v1/oauth.proto

import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from '../../google/protobuf/Timestamp.js';

/**
 * What a token is worth (RFC 7662 section 2.2).
 */
export interface IntrospectTokenResponse {
  /**
   * Whether it is good now; nothing else is set otherwise.
   */
  'active'?: (boolean);
  /**
   * What it may do, parted by spaces.
   */
  'scope'?: (string);
  /**
   * The identifier of its client.
   */
  'clientId'?: (string);
  /**
   * The user's e-mail; empty when the client acts for itself.
   */
  'username'?: (string);
  /**
   * `access_token` or `refresh_token`.
   */
  'tokenType'?: (string);
  /**
   * When it ends.
   */
  'expireTime'?: (_google_protobuf_Timestamp | null);
  /**
   * When it was issued.
   */
  'issueTime'?: (_google_protobuf_Timestamp | null);
  /**
   * The user's id, or the client's when it acts for itself: the two never look alike.
   */
  'subject'?: (string);
  /**
   * The issuer.
   */
  'issuer'?: (string);
  /**
   * The id of the token, or for a refresh token of its grant.
   */
  'id'?: (string);
}

/**
 * What a token is worth (RFC 7662 section 2.2).
 */
export interface IntrospectTokenResponse__Output {
  /**
   * Whether it is good now; nothing else is set otherwise.
   */
  'active': (boolean);
  /**
   * What it may do, parted by spaces.
   */
  'scope': (string);
  /**
   * The identifier of its client.
   */
  'clientId': (string);
  /**
   * The user's e-mail; empty when the client acts for itself.
   */
  'username': (string);
  /**
   * `access_token` or `refresh_token`.
   */
  'tokenType': (string);
  /**
   * When it ends.
   */
  'expireTime': (_google_protobuf_Timestamp__Output | null);
  /**
   * When it was issued.
   */
  'issueTime': (_google_protobuf_Timestamp__Output | null);
  /**
   * The user's id, or the client's when it acts for itself: the two never look alike.
   */
  'subject': (string);
  /**
   * The issuer.
   */
  'issuer': (string);
  /**
   * The id of the token, or for a refresh token of its grant.
   */
  'id': (string);
}
