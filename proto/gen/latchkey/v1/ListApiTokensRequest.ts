// Original file: proto/latchkey/v1/api_token.proto


/**
 * Asks for a page of tokens.
 */
export interface ListApiTokensRequest {
  /**
   * At most this many; 50 when 0, never more than 200.
   */
  'pageSize'?: (number);
  /**
   * The next_page_token of the page before; empty for the first.
   */
  'pageToken'?: (string);
  /**
   * A filter over id, description, state, creator_email, creator_user_id, bound_user_id, create_time, expire_time,
   * last_use.time, last_use.email, scopes (AIP-160: `state = ACTIVE AND description : "nightly"`).
   */
  'filter'?: (string);
  /**
   * One of create_time (the default), update_time, description, state, last_use.time, expire_time, each optionally
   * followed by ` desc`.
   */
  'orderBy'?: (string);
}

/**
 * Asks for a page of tokens.
 */
export interface ListApiTokensRequest__Output {
  /**
   * At most this many; 50 when 0, never more than 200.
   */
  'pageSize': (number);
  /**
   * The next_page_token of the page before; empty for the first.
   */
  'pageToken': (string);
  /**
   * A filter over id, description, state, creator_email, creator_user_id, bound_user_id, create_time, expire_time,
   * last_use.time, last_use.email, scopes (AIP-160: `state = ACTIVE AND description : "nightly"`).
   */
  'filter': (string);
  /**
   * One of create_time (the default), update_time, description, state, last_use.time, expire_time, each optionally
   * followed by ` desc`.
   */
  'orderBy': (string);
}
