// Original file: proto/latchkey/v1/authentication.proto

import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from '../../google/protobuf/Timestamp.js';

/**
 * What of an API token decides.
 */
export interface ApiTokenTerms {
  /**
   * The token.
   */
  'id'?: (string);
  /**
   * SHA-256 of the secret, base64url without padding.
   */
  'digest'?: (string);
  /**
   * The only user whose e-mail works with it; empty for any.
   */
  'boundUserId'?: (string);
  /**
   * What it may do; empty for all that its user may.
   */
  'scopes'?: (string)[];
  /**
   * Where it may come from; empty for anywhere.
   */
  'ipAllowList'?: (string)[];
  /**
   * When it ends; unset for never.
   */
  'expireTime'?: (_google_protobuf_Timestamp | null);
  /**
   * Whether it was stopped.
   */
  'deactivated'?: (boolean);
  /**
   * The access policies it is under. One that is not known allows nothing.
   */
  'accessPolicyIds'?: (string)[];
}

/**
 * What of an API token decides.
 */
export interface ApiTokenTerms__Output {
  /**
   * The token.
   */
  'id': (string);
  /**
   * SHA-256 of the secret, base64url without padding.
   */
  'digest': (string);
  /**
   * The only user whose e-mail works with it; empty for any.
   */
  'boundUserId': (string);
  /**
   * What it may do; empty for all that its user may.
   */
  'scopes': (string)[];
  /**
   * Where it may come from; empty for anywhere.
   */
  'ipAllowList': (string)[];
  /**
   * When it ends; unset for never.
   */
  'expireTime': (_google_protobuf_Timestamp__Output | null);
  /**
   * Whether it was stopped.
   */
  'deactivated': (boolean);
  /**
   * The access policies it is under. One that is not known allows nothing.
   */
  'accessPolicyIds': (string)[];
}
