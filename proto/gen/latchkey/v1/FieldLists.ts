// Original file: proto/latchkey/v1/access_policy.proto

import type { FieldList as _latchkey_v1_FieldList, FieldList__Output as _latchkey_v1_FieldList__Output } from '../../latchkey/v1/FieldList.js';

/**
 * Which fields of a JSON body may pass: those that every list of `allowed` admits, less those removed. Without lists
 * in `allowed`, all that is not removed.
 */
export interface FieldLists {
  /**
   * Lists that must all admit a field.
   */
  'allowed'?: (_latchkey_v1_FieldList)[];
  /**
   * Fields that do not pass.
   */
  'removed'?: (string)[];
}

/**
 * Which fields of a JSON body may pass: those that every list of `allowed` admits, less those removed. Without lists
 * in `allowed`, all that is not removed.
 */
export interface FieldLists__Output {
  /**
   * Lists that must all admit a field.
   */
  'allowed': (_latchkey_v1_FieldList__Output)[];
  /**
   * Fields that do not pass.
   */
  'removed': (string)[];
}
