// Original file: proto/latchkey/v1/oauth_client.proto


/**
 * Asks to end the old secret.
 */
export interface RetireOAuthClientSecretRequest {
  /**
   * The client's id.
   */
  'id'?: (string);
  /**
   * With an etag, refused when the client has changed since.
   */
  'etag'?: (string);
  /**
   * Only answer the client as it is, with the uses of its old secret, and change nothing.
   */
  'validateOnly'?: (boolean);
}

/**
 * Asks to end the old secret.
 */
export interface RetireOAuthClientSecretRequest__Output {
  /**
   * The client's id.
   */
  'id': (string);
  /**
   * With an etag, refused when the client has changed since.
   */
  'etag': (string);
  /**
   * Only answer the client as it is, with the uses of its old secret, and change nothing.
   */
  'validateOnly': (boolean);
}
