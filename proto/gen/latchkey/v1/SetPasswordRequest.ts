// Original file: proto/latchkey/v1/user.proto


/**
 * Asks to set a password.
 */
export interface SetPasswordRequest {
  /**
   * The user's id; empty for the caller's own.
   */
  'userId'?: (string);
  /**
   * The present password; required when callers set their own.
   */
  'currentPassword'?: (string);
  /**
   * The new password: 10 to 72 bytes of UTF-8.
   */
  'newPassword'?: (string);
}

/**
 * Asks to set a password.
 */
export interface SetPasswordRequest__Output {
  /**
   * The user's id; empty for the caller's own.
   */
  'userId': (string);
  /**
   * The present password; required when callers set their own.
   */
  'currentPassword': (string);
  /**
   * The new password: 10 to 72 bytes of UTF-8.
   */
  'newPassword': (string);
}
