// Original file: proto/latchkey/v1/user.proto


/**
 * Asks for one user.
 */
export interface GetUserRequest {
  /**
   * The user's id.
   */
  'id'?: (string);
}

/**
 * Asks for one user.
 */
export interface GetUserRequest__Output {
  /**
   * The user's id.
   */
  'id': (string);
}
