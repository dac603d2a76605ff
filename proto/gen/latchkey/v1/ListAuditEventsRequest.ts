// Original file: proto/latchkey/v1/audit.proto


/**
 * Asks for a page of events.
 */
export interface ListAuditEventsRequest {
  /**
   * At most this many; 50 when 0, never more than 200.
   */
  'pageSize'?: (number);
  /**
   * The next_page_token of the page before; empty for the first.
   */
  'pageToken'?: (string);
  /**
   * A filter over id, create_time, action, resource_type, resource_id, resource_label, actor.email, actor.user_id,
   * actor.credential_id, actor.client_id, actor.kind, source_ip, request_id (AIP-160: `action = "api_token.create" AND create_time >=
   * "2026-11-01T00:00:00Z"`).
   */
  'filter'?: (string);
  /**
   * `create_time desc` (the default) or `create_time`.
   */
  'orderBy'?: (string);
}

/**
 * Asks for a page of events.
 */
export interface ListAuditEventsRequest__Output {
  /**
   * At most this many; 50 when 0, never more than 200.
   */
  'pageSize': (number);
  /**
   * The next_page_token of the page before; empty for the first.
   */
  'pageToken': (string);
  /**
   * A filter over id, create_time, action, resource_type, resource_id, resource_label, actor.email, actor.user_id,
   * actor.credential_id, actor.client_id, actor.kind, source_ip, request_id (AIP-160: `action = "api_token.create" AND create_time >=
   * "2026-11-01T00:00:00Z"`).
   */
  'filter': (string);
  /**
   * `create_time desc` (the default) or `create_time`.
   */
  'orderBy': (string);
}
