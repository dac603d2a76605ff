// Original file: proto/latchkey/v1/authentication.proto

import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from '../../google/protobuf/Timestamp.js';

/**
 * What of an access token decides.
 */
export interface AccessTokenTerms {
  /**
   * The token.
   */
  'id'?: (string);
  /**
   * SHA-256 of the secret, base64url without padding.
   */
  'digest'?: (string);
  /**
   * The client it was made for.
   */
  'clientId'?: (string);
  /**
   * The account whose client that is.
   */
  'clientAccountId'?: (string);
  /**
   * The user it acts for; empty when the client acts for itself.
   */
  'userId'?: (string);
  /**
   * The grant it was made under; empty for none.
   */
  'grantId'?: (string);
  /**
   * What it may do.
   */
  'scopes'?: (string)[];
  /**
   * When it was made.
   */
  'createTime'?: (_google_protobuf_Timestamp | null);
  /**
   * When it ends.
   */
  'expireTime'?: (_google_protobuf_Timestamp | null);
}

/**
 * What of an access token decides.
 */
export interface AccessTokenTerms__Output {
  /**
   * The token.
   */
  'id': (string);
  /**
   * SHA-256 of the secret, base64url without padding.
   */
  'digest': (string);
  /**
   * The client it was made for.
   */
  'clientId': (string);
  /**
   * The account whose client that is.
   */
  'clientAccountId': (string);
  /**
   * The user it acts for; empty when the client acts for itself.
   */
  'userId': (string);
  /**
   * The grant it was made under; empty for none.
   */
  'grantId': (string);
  /**
   * What it may do.
   */
  'scopes': (string)[];
  /**
   * When it was made.
   */
  'createTime': (_google_protobuf_Timestamp__Output | null);
  /**
   * When it ends.
   */
  'expireTime': (_google_protobuf_Timestamp__Output | null);
}
