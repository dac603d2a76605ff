// Original file: proto/latchkey/v1/user.proto


/**
 * Asks for a page of users.
 */
export interface ListUsersRequest {
  /**
   * At most this many; 50 when 0, never more than 200.
   */
  'pageSize'?: (number);
  /**
   * The next_page_token of the page before; empty for the first.
   */
  'pageToken'?: (string);
  /**
   * A filter over email, name, role, verified, suspended, create_time (AIP-160: `role = ADMIN AND verified = true`,
   * `email : "example.com"`).
   */
  'filter'?: (string);
  /**
   * `create_time` (the default) or `create_time desc`.
   */
  'orderBy'?: (string);
}

/**
 * Asks for a page of users.
 */
export interface ListUsersRequest__Output {
  /**
   * At most this many; 50 when 0, never more than 200.
   */
  'pageSize': (number);
  /**
   * The next_page_token of the page before; empty for the first.
   */
  'pageToken': (string);
  /**
   * A filter over email, name, role, verified, suspended, create_time (AIP-160: `role = ADMIN AND verified = true`,
   * `email : "example.com"`).
   */
  'filter': (string);
  /**
   * `create_time` (the default) or `create_time desc`.
   */
  'orderBy': (string);
}
