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
  /**
   * Fields: id, display_name, create_time (AIP-160, as in ListApiTokens).
   */
  'filter'?: (string);
  /**
   * "create_time" or "create_time desc"; the former when empty.
   */
  'orderBy'?: (string);
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
  /**
   * Fields: id, display_name, create_time (AIP-160, as in ListApiTokens).
   */
  'filter': (string);
  /**
   * "create_time" or "create_time desc"; the former when empty.
   */
  'orderBy': (string);
}
