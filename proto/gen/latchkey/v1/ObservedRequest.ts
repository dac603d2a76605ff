// Original file: proto/latchkey/v1/authentication.proto

import type { RequestCount as _latchkey_v1_RequestCount, RequestCount__Output as _latchkey_v1_RequestCount__Output } from '../../latchkey/v1/RequestCount.js';
import type { Long } from '@grpc/proto-loader';

/**
 * Requests of one kind that were allowed.
 */
export interface ObservedRequest {
  /**
   * The requests; with the method `(rest)` those that were only counted.
   */
  'requests'?: (_latchkey_v1_RequestCount | null);
  /**
   * The fields that their JSON bodies had, as paths (see AccessPolicyStatement): names only, never values.
   */
  'requestFields'?: (string)[];
  /**
   * Of how many of the requests all fields are among them. A request without a body counts.
   */
  'requestFieldsKnownCount'?: (number | string | Long);
  /**
   * The fields that were seen in the answers, alike.
   */
  'responseFields'?: (string)[];
  /**
   * Of how many of the requests all fields of the answer are among them.
   */
  'responseFieldsKnownCount'?: (number | string | Long);
}

/**
 * Requests of one kind that were allowed.
 */
export interface ObservedRequest__Output {
  /**
   * The requests; with the method `(rest)` those that were only counted.
   */
  'requests': (_latchkey_v1_RequestCount__Output | null);
  /**
   * The fields that their JSON bodies had, as paths (see AccessPolicyStatement): names only, never values.
   */
  'requestFields': (string)[];
  /**
   * Of how many of the requests all fields are among them. A request without a body counts.
   */
  'requestFieldsKnownCount': (number);
  /**
   * The fields that were seen in the answers, alike.
   */
  'responseFields': (string)[];
  /**
   * Of how many of the requests all fields of the answer are among them.
   */
  'responseFieldsKnownCount': (number);
}
