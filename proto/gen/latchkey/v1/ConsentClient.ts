// Original file: proto/latchkey/v1/oauth.proto


/**
 * A client as people who consent see it.
 */
export interface ConsentClient {
  /**
   * Its identifier.
   */
  'identifier'?: (string);
  /**
   * Its name.
   */
  'name'?: (string);
  /**
   * What it says of itself.
   */
  'description'?: (string);
  /**
   * Whose it is.
   */
  'company'?: (string);
  /**
   * Its picture; may be empty.
   */
  'logoUrl'?: (string);
}

/**
 * A client as people who consent see it.
 */
export interface ConsentClient__Output {
  /**
   * Its identifier.
   */
  'identifier': (string);
  /**
   * Its name.
   */
  'name': (string);
  /**
   * What it says of itself.
   */
  'description': (string);
  /**
   * Whose it is.
   */
  'company': (string);
  /**
   * Its picture; may be empty.
   */
  'logoUrl': (string);
}
