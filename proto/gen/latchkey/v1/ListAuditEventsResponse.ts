// Original file: proto/latchkey/v1/audit.proto

import type { AuditEvent as _latchkey_v1_AuditEvent, AuditEvent__Output as _latchkey_v1_AuditEvent__Output } from '../../latchkey/v1/AuditEvent.js';

/**
 * A page of events.
 */
export interface ListAuditEventsResponse {
  /**
   * The events.
   */
  'auditEvents'?: (_latchkey_v1_AuditEvent)[];
  /**
   * Fetches the next page; empty on the last.
   */
  'nextPageToken'?: (string);
}

/**
 * A page of events.
 */
export interface ListAuditEventsResponse__Output {
  /**
   * The events.
   */
  'auditEvents': (_latchkey_v1_AuditEvent__Output)[];
  /**
   * Fetches the next page; empty on the last.
   */
  'nextPageToken': (string);
}
