// Original file: proto/latchkey/v1/oauth_client.proto


/**
 * Asks to enable a client.
 */
export interface EnableOAuthClientRequest {
  /**
   * The client's id.
   */
  'id'?: (string);
  /**
   * With an etag, refused when the client has changed since.
   */
  'etag'?: (string);
}

/**
 * Asks to enable a client.
 */
export interface EnableOAuthClientRequest__Output {
  /**
   * The client's id.
   */
  'id': (string);
  /**
   * With an etag, refused when the client has changed since.
   */
  'etag': (string);
}
