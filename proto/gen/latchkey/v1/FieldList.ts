// Original file: proto/latchkey/v1/access_policy.proto


/**
 * Some fields, with all that is below them.
 */
export interface FieldList {
  /**
   * Their paths.
   */
  'paths'?: (string)[];
}

/**
 * Some fields, with all that is below them.
 */
export interface FieldList__Output {
  /**
   * Their paths.
   */
  'paths': (string)[];
}
