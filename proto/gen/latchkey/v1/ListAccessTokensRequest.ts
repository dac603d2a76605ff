// Original file: proto/latchkey/v1/access_token.proto


/**
 * Asks for a page of tokens.
 */
export interface ListAccessTokensRequest {
  /**
   * At most this many; 50 when 0, never more than 200.
   */
  'pageSize'?: (number);
  /**
   * The next_page_token of the page before; empty for the first.
   */
  'pageToken'?: (string);
  /**
   * A filter over id, state, origin, client_id, client_identifier, user_id, user_email, grant_id, scopes, create_time,
   * expire_time, last_use.time, last_use.source_ip (AIP-160).
   */
  'filter'?: (string);
  /**
   * `create_time` (the default) or `create_time desc`.
   */
  'orderBy'?: (string);
  /**
   * Only tokens of this client, by id or identifier; found without looking at others. Empty for all.
   */
  'clientId'?: (string);
  /**
   * Only tokens of this user; found without looking at others. Empty for all.
   */
  'userId'?: (string);
}

/**
 * Asks for a page of tokens.
 */
export interface ListAccessTokensRequest__Output {
  /**
   * At most this many; 50 when 0, never more than 200.
   */
  'pageSize': (number);
  /**
   * The next_page_token of the page before; empty for the first.
   */
  'pageToken': (string);
  /**
   * A filter over id, state, origin, client_id, client_identifier, user_id, user_email, grant_id, scopes, create_time,
   * expire_time, last_use.time, last_use.source_ip (AIP-160).
   */
  'filter': (string);
  /**
   * `create_time` (the default) or `create_time desc`.
   */
  'orderBy': (string);
  /**
   * Only tokens of this client, by id or identifier; found without looking at others. Empty for all.
   */
  'clientId': (string);
  /**
   * Only tokens of this user; found without looking at others. Empty for all.
   */
  'userId': (string);
}
