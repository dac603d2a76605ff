// Original file: proto/latchkey/v1/account.proto


/**
 * Asks for one account.
 */
export interface GetAccountRequest {
  /**
   * The account's id; empty for the caller's own.
   */
  'accountId'?: (string);
}

/**
 * Asks for one account.
 */
export interface GetAccountRequest__Output {
  /**
   * The account's id; empty for the caller's own.
   */
  'accountId': (string);
}
