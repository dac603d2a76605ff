// Original file: proto/latchkey/v1/oauth_client.proto


/**
 * Asks to delete a client.
 */
export interface DeleteOAuthClientRequest {
  /**
   * The client's id.
   */
  'id'?: (string);
  /**
   * With an etag, refused when the client has changed since.
   */
  'etag'?: (string);
  /**
   * Only answer what would end, and change nothing.
   */
  'validateOnly'?: (boolean);
}

/**
 * Asks to delete a client.
 */
export interface DeleteOAuthClientRequest__Output {
  /**
   * The client's id.
   */
  'id': (string);
  /**
   * With an etag, refused when the client has changed since.
   */
  'etag': (string);
  /**
   * Only answer what would end, and change nothing.
   */
  'validateOnly': (boolean);
}
