// Original file: proto/latchkey/v1/account.proto


/**
 * Asks for an account and its first administrator.
 */
export interface CreateAccountRequest {
  /**
   * The one-time setup code the server printed; not needed over the operator's socket.
   */
  'setupCode'?: (string);
  /**
   * The id of the new account; see Account.id.
   */
  'accountId'?: (string);
  /**
   * The display name of the new account; the id when empty.
   */
  'displayName'?: (string);
  /**
   * The e-mail of the first administrator, who counts as verified.
   */
  'adminEmail'?: (string);
  /**
   * The name of the first administrator; the e-mail when empty.
   */
  'adminName'?: (string);
  /**
   * The password of the first administrator: 10 to 72 bytes of UTF-8.
   */
  'adminPassword'?: (string);
  /**
   * A UUID chosen by the caller: the same request sent again answers the same account, without a new session.
   */
  'requestId'?: (string);
  /**
   * Whether the account is carried over with more than 256 API tokens from where it was before: it may then hold 2,048.
   */
  'carriedOver'?: (boolean);
}

/**
 * Asks for an account and its first administrator.
 */
export interface CreateAccountRequest__Output {
  /**
   * The one-time setup code the server printed; not needed over the operator's socket.
   */
  'setupCode': (string);
  /**
   * The id of the new account; see Account.id.
   */
  'accountId': (string);
  /**
   * The display name of the new account; the id when empty.
   */
  'displayName': (string);
  /**
   * The e-mail of the first administrator, who counts as verified.
   */
  'adminEmail': (string);
  /**
   * The name of the first administrator; the e-mail when empty.
   */
  'adminName': (string);
  /**
   * The password of the first administrator: 10 to 72 bytes of UTF-8.
   */
  'adminPassword': (string);
  /**
   * A UUID chosen by the caller: the same request sent again answers the same account, without a new session.
   */
  'requestId': (string);
  /**
   * Whether the account is carried over with more than 256 API tokens from where it was before: it may then hold 2,048.
   */
  'carriedOver': (boolean);
}
