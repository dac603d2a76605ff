// Original file: proto/latchkey/v1/oauth_client.proto


/**
 * Asks to disable a client.
 */
export interface DisableOAuthClientRequest {
  /**
   * The client's id.
   */
  'id'?: (string);
  /**
   * With an etag, refused when the client has changed since.
   */
  'etag'?: (string);
  /**
   * Only answer what would stop, and change nothing.
   */
  'validateOnly'?: (boolean);
}

/**
 * Asks to disable a client.
 */
export interface DisableOAuthClientRequest__Output {
  /**
   * The client's id.
   */
  'id': (string);
  /**
   * With an etag, refused when the client has changed since.
   */
  'etag': (string);
  /**
   * Only answer what would stop, and change nothing.
   */
  'validateOnly': (boolean);
}
