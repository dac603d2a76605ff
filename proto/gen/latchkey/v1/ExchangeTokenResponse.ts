// Original file: proto/latchkey/v1/oauth.proto

import type { Duration as _google_protobuf_Duration, Duration__Output as _google_protobuf_Duration__Output } from '../../google/protobuf/Duration.js';

/**
 * Tokens (RFC 6749 section 5.1).
 */
export interface ExchangeTokenResponse {
  /**
   * The access token.
   */
  'accessToken'?: (string);
  /**
   * `Bearer`.
   */
  'tokenType'?: (string);
  /**
   * How long it lives.
   */
  'lifetime'?: (_google_protobuf_Duration | null);
  /**
   * The refresh token; empty when there is none.
   */
  'refreshToken'?: (string);
  /**
   * How long the refresh token lives; unset when there is none.
   */
  'refreshLifetime'?: (_google_protobuf_Duration | null);
  /**
   * What was granted, parted by spaces.
   */
  'scope'?: (string);
}

/**
 * Tokens (RFC 6749 section 5.1).
 */
export interface ExchangeTokenResponse__Output {
  /**
   * The access token.
   */
  'accessToken': (string);
  /**
   * `Bearer`.
   */
  'tokenType': (string);
  /**
   * How long it lives.
   */
  'lifetime': (_google_protobuf_Duration__Output | null);
  /**
   * The refresh token; empty when there is none.
   */
  'refreshToken': (string);
  /**
   * How long the refresh token lives; unset when there is none.
   */
  'refreshLifetime': (_google_protobuf_Duration__Output | null);
  /**
   * What was granted, parted by spaces.
   */
  'scope': (string);
}
