// Original file: proto/latchkey/v1/oauth_client.proto

import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from '../../google/protobuf/Timestamp.js';
import type { Long } from '@grpc/proto-loader';

/**
 * An address from which a secret was used.
 */
export interface OAuthClientSecretSource {
  /**
   * The address; empty when unknown.
   */
  'sourceIp'?: (string);
  /**
   * When it was last used from there.
   */
  'lastUseTime'?: (_google_protobuf_Timestamp | null);
  /**
   * How many times it was used from there.
   */
  'useCount'?: (number | string | Long);
}

/**
 * An address from which a secret was used.
 */
export interface OAuthClientSecretSource__Output {
  /**
   * The address; empty when unknown.
   */
  'sourceIp': (string);
  /**
   * When it was last used from there.
   */
  'lastUseTime': (_google_protobuf_Timestamp__Output | null);
  /**
   * How many times it was used from there.
   */
  'useCount': (number);
}
