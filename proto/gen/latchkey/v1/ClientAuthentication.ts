// Original file: proto/latchkey/v1/oauth.proto


/**
 * How a client authenticates (RFC 6749 section 2.3).
 */
export interface ClientAuthentication {
  /**
   * The client's identifier.
   */
  'clientId'?: (string);
  /**
   * Its secret; empty for a public client.
   */
  'clientSecret'?: (string);
}

/**
 * How a client authenticates (RFC 6749 section 2.3).
 */
export interface ClientAuthentication__Output {
  /**
   * The client's identifier.
   */
  'clientId': (string);
  /**
   * Its secret; empty for a public client.
   */
  'clientSecret': (string);
}
