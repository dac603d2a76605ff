// Original file: proto/latchkey/v1/usage.proto

import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from '../../google/protobuf/Timestamp.js';
import type { Long } from '@grpc/proto-loader';

/**
 * One hour of use.
 */
export interface HourlyUsage {
  /**
   * When the hour began, in UTC.
   */
  'startTime'?: (_google_protobuf_Timestamp | null);
  /**
   * How often an API token was used.
   */
  'apiTokenUses'?: (number | string | Long);
  /**
   * How often an OAuth access token was used.
   */
  'accessTokenUses'?: (number | string | Long);
  /**
   * How often a session was used.
   */
  'sessionUses'?: (number | string | Long);
  /**
   * How often a service asked about a credential and was told no.
   */
  'refusals'?: (number | string | Long);
}

/**
 * One hour of use.
 */
export interface HourlyUsage__Output {
  /**
   * When the hour began, in UTC.
   */
  'startTime': (_google_protobuf_Timestamp__Output | null);
  /**
   * How often an API token was used.
   */
  'apiTokenUses': (number);
  /**
   * How often an OAuth access token was used.
   */
  'accessTokenUses': (number);
  /**
   * How often a session was used.
   */
  'sessionUses': (number);
  /**
   * How often a service asked about a credential and was told no.
   */
  'refusals': (number);
}
