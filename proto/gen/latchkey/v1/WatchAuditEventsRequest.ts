// Original file: proto/latchkey/v1/audit.proto


/**
 * Asks to be told of events.
 */
export interface WatchAuditEventsRequest {
  /**
   * As in ListAuditEventsRequest.
   */
  'filter'?: (string);
  /**
   * The id of the last event the caller has seen; empty to begin with the present.
   */
  'afterId'?: (string);
}

/**
 * Asks to be told of events.
 */
export interface WatchAuditEventsRequest__Output {
  /**
   * As in ListAuditEventsRequest.
   */
  'filter': (string);
  /**
   * The id of the last event the caller has seen; empty to begin with the present.
   */
  'afterId': (string);
}
