// Original file: proto/latchkey/v1/access_policy.proto

import type { AccessLayer as _latchkey_v1_AccessLayer, AccessLayer__Output as _latchkey_v1_AccessLayer__Output } from '../../latchkey/v1/AccessLayer.js';
import type { FieldLists as _latchkey_v1_FieldLists, FieldLists__Output as _latchkey_v1_FieldLists__Output } from '../../latchkey/v1/FieldLists.js';

/**
 * What each layer says, in the order they are asked.
 */
export interface ExplainAccessResponse {
  /**
   * Whether the request is allowed.
   */
  'allowed'?: (boolean);
  /**
   * The layer that decides: the first that denies, or the last when all allow.
   */
  'decidingLayer'?: (string);
  /**
   * Every layer that has something to say.
   */
  'layers'?: (_latchkey_v1_AccessLayer)[];
  /**
   * The response fields that pass, when allowed.
   */
  'responseFields'?: (_latchkey_v1_FieldLists | null);
  /**
   * The request fields that pass, when allowed.
   */
  'requestFields'?: (_latchkey_v1_FieldLists | null);
}

/**
 * What each layer says, in the order they are asked.
 */
export interface ExplainAccessResponse__Output {
  /**
   * Whether the request is allowed.
   */
  'allowed': (boolean);
  /**
   * The layer that decides: the first that denies, or the last when all allow.
   */
  'decidingLayer': (string);
  /**
   * Every layer that has something to say.
   */
  'layers': (_latchkey_v1_AccessLayer__Output)[];
  /**
   * The response fields that pass, when allowed.
   */
  'responseFields': (_latchkey_v1_FieldLists__Output | null);
  /**
   * The request fields that pass, when allowed.
   */
  'requestFields': (_latchkey_v1_FieldLists__Output | null);
}
