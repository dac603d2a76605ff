// Original file: proto/latchkey/v1/oauth_client.proto

import type { Duration as _google_protobuf_Duration, Duration__Output as _google_protobuf_Duration__Output } from '../../google/protobuf/Duration.js';

/**
 * Asks for a new secret.
 */
export interface RotateOAuthClientSecretRequest {
  /**
   * The client's id.
   */
  'id'?: (string);
  /**
   * With an etag, refused when the client has changed since.
   */
  'etag'?: (string);
  /**
   * How long the old secret goes on working: 0 seconds (it ends at once) to 90 days; 0 when unset.
   */
  'overlap'?: (_google_protobuf_Duration | null);
}

/**
 * Asks for a new secret.
 */
export interface RotateOAuthClientSecretRequest__Output {
  /**
   * The client's id.
   */
  'id': (string);
  /**
   * With an etag, refused when the client has changed since.
   */
  'etag': (string);
  /**
   * How long the old secret goes on working: 0 seconds (it ends at once) to 90 days; 0 when unset.
   */
  'overlap': (_google_protobuf_Duration__Output | null);
}
