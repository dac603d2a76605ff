// Original file: proto/latchkey/v1/audit.proto


/**
 * One field before and after.
 */
export interface FieldChange {
  /**
   * The field, such as `api_token_access`.
   */
  'field'?: (string);
  /**
   * Its value before, as text; empty for none.
   */
  'before'?: (string);
  /**
   * Its value after, as text; empty for none.
   */
  'after'?: (string);
}

/**
 * One field before and after.
 */
export interface FieldChange__Output {
  /**
   * The field, such as `api_token_access`.
   */
  'field': (string);
  /**
   * Its value before, as text; empty for none.
   */
  'before': (string);
  /**
   * Its value after, as text; empty for none.
   */
  'after': (string);
}
