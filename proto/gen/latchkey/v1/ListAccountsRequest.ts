// Original file: proto/latchkey/v1/account.proto


/**
 * Asks for a page of accounts.
 */
export interface ListAccountsRequest {
  /**
   * At most this many; 50 when 0, never more than 200.
   */
  'pageSize'?: (number);
  /**
   * The next_page_token of the page before; empty for the first.
   */
  'pageToken'?: (string);
}

/**
 * Asks for a page of accounts.
 */
export interface ListAccountsRequest__Output {
  /**
   * At most this many; 50 when 0, never more than 200.
   */
  'pageSize': (number);
  /**
   * The next_page_token of the page before; empty for the first.
   */
  'pageToken': (string);
}
