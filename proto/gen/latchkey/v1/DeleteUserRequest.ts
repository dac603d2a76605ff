// Original file: proto/latchkey/v1/user.proto


/**
 * Asks to delete a user.
 */
export interface DeleteUserRequest {
  /**
   * The user's id.
   */
  'id'?: (string);
  /**
   * With an etag, refused when the user has changed since.
   */
  'etag'?: (string);
  /**
   * Only answer what would end, and change nothing.
   */
  'validateOnly'?: (boolean);
}

/**
 * Asks to delete a user.
 */
export interface DeleteUserRequest__Output {
  /**
   * The user's id.
   */
  'id': (string);
  /**
   * With an etag, refused when the user has changed since.
   */
  'etag': (string);
  /**
   * Only answer what would end, and change nothing.
   */
  'validateOnly': (boolean);
}
