// Original file: proto/latchkey/v1/oauth_client.proto


/**
 * Asks for a page of clients.
 */
export interface ListOAuthClientsRequest {
  /**
   * At most this many; 50 when 0, never more than 200.
   */
  'pageSize'?: (number);
  /**
   * The next_page_token of the page before; empty for the first.
   */
  'pageToken'?: (string);
  /**
   * A filter over id, identifier, name, description, company, kind, enabled, global, creator_email, create_time,
   * update_time, last_use_time, allowed_scopes (AIP-160).
   */
  'filter'?: (string);
  /**
   * One of create_time (the default), update_time, name, identifier, last_use_time, each optionally followed by
   * ` desc`.
   */
  'orderBy'?: (string);
}

/**
 * Asks for a page of clients.
 */
export interface ListOAuthClientsRequest__Output {
  /**
   * At most this many; 50 when 0, never more than 200.
   */
  'pageSize': (number);
  /**
   * The next_page_token of the page before; empty for the first.
   */
  'pageToken': (string);
  /**
   * A filter over id, identifier, name, description, company, kind, enabled, global, creator_email, create_time,
   * update_time, last_use_time, allowed_scopes (AIP-160).
   */
  'filter': (string);
  /**
   * One of create_time (the default), update_time, name, identifier, last_use_time, each optionally followed by
   * ` desc`.
   */
  'orderBy': (string);
}
