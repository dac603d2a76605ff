// Original file: proto/latchkey/v1/oauth_client.proto

import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from '../../google/protobuf/Timestamp.js';
import type { OAuthClientSecretSource as _latchkey_v1_OAuthClientSecretSource, OAuthClientSecretSource__Output as _latchkey_v1_OAuthClientSecretSource__Output } from '../../latchkey/v1/OAuthClientSecretSource.js';
import type { Long } from '@grpc/proto-loader';

/**
 * What is known of a secret ever after.
 */
export interface OAuthClientSecret {
  /**
   * The first 10 characters and `…`.
   */
  'hint'?: (string);
  /**
   * When it was made.
   */
  'createTime'?: (_google_protobuf_Timestamp | null);
  /**
   * When it ends, for one that was rotated out; unset for the current one.
   */
  'expireTime'?: (_google_protobuf_Timestamp | null);
  /**
   * When the client last authenticated with it, up to 5 seconds behind; unset if never.
   */
  'lastUseTime'?: (_google_protobuf_Timestamp | null);
  /**
   * From which address that was.
   */
  'lastUseSourceIp'?: (string);
  /**
   * How many times it was used so far.
   */
  'useCount'?: (number | string | Long);
  /**
   * The addresses that used it of late, the latest first, up to 10: those who still need the new one.
   */
  'sources'?: (_latchkey_v1_OAuthClientSecretSource)[];
}

/**
 * What is known of a secret ever after.
 */
export interface OAuthClientSecret__Output {
  /**
   * The first 10 characters and `…`.
   */
  'hint': (string);
  /**
   * When it was made.
   */
  'createTime': (_google_protobuf_Timestamp__Output | null);
  /**
   * When it ends, for one that was rotated out; unset for the current one.
   */
  'expireTime': (_google_protobuf_Timestamp__Output | null);
  /**
   * When the client last authenticated with it, up to 5 seconds behind; unset if never.
   */
  'lastUseTime': (_google_protobuf_Timestamp__Output | null);
  /**
   * From which address that was.
   */
  'lastUseSourceIp': (string);
  /**
   * How many times it was used so far.
   */
  'useCount': (number);
  /**
   * The addresses that used it of late, the latest first, up to 10: those who still need the new one.
   */
  'sources': (_latchkey_v1_OAuthClientSecretSource__Output)[];
}
