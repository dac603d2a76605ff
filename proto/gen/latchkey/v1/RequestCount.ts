// Original file: proto/latchkey/v1/authentication.proto

import type { Long } from '@grpc/proto-loader';

/**
 * Requests with one credential, method and path.
 */
export interface RequestCount {
  /**
   * The credential; empty where they were only counted.
   */
  'credentialId'?: (string);
  /**
   * The user whose it is or whose e-mail it came with; empty for a client that acts for itself.
   */
  'userId'?: (string);
  /**
   * The method.
   */
  'method'?: (string);
  /**
   * The path, with what looks like an id as `{id}`.
   */
  'path'?: (string);
  /**
   * How many.
   */
  'count'?: (number | string | Long);
  /**
   * How long ago the first was.
   */
  'firstMillisecondsAgo'?: (number | string | Long);
  /**
   * How long ago the last was.
   */
  'lastMillisecondsAgo'?: (number | string | Long);
}

/**
 * Requests with one credential, method and path.
 */
export interface RequestCount__Output {
  /**
   * The credential; empty where they were only counted.
   */
  'credentialId': (string);
  /**
   * The user whose it is or whose e-mail it came with; empty for a client that acts for itself.
   */
  'userId': (string);
  /**
   * The method.
   */
  'method': (string);
  /**
   * The path, with what looks like an id as `{id}`.
   */
  'path': (string);
  /**
   * How many.
   */
  'count': (number);
  /**
   * How long ago the first was.
   */
  'firstMillisecondsAgo': (number);
  /**
   * How long ago the last was.
   */
  'lastMillisecondsAgo': (number);
}
