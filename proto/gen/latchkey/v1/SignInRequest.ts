// Original file: proto/latchkey/v1/session.proto


/**
 * Asks to sign in.
 */
export interface SignInRequest {
  /**
   * The account's id; may be empty on a server with one account only.
   */
  'accountId'?: (string);
  /**
   * The person's e-mail.
   */
  'email'?: (string);
  /**
   * The person's password.
   */
  'password'?: (string);
  /**
   * Ask for less than the user may: `read` makes a session that can look but not change.
   */
  'scopes'?: (string)[];
}

/**
 * Asks to sign in.
 */
export interface SignInRequest__Output {
  /**
   * The account's id; may be empty on a server with one account only.
   */
  'accountId': (string);
  /**
   * The person's e-mail.
   */
  'email': (string);
  /**
   * The person's password.
   */
  'password': (string);
  /**
   * Ask for less than the user may: `read` makes a session that can look but not change.
   */
  'scopes': (string)[];
}
