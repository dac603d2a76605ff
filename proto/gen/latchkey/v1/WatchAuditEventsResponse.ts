// Original file: proto/latchkey/v1/audit.proto

import type { AuditEvent as _latchkey_v1_AuditEvent, AuditEvent__Output as _latchkey_v1_AuditEvent__Output } from '../../latchkey/v1/AuditEvent.js';

/**
 * An event, or a sign of life.
 */
export interface WatchAuditEventsResponse {
  /**
   * The event; unset in a heartbeat, of which one comes at once and then every 10 seconds of silence.
   */
  'auditEvent'?: (_latchkey_v1_AuditEvent | null);
}

/**
 * An event, or a sign of life.
 */
export interface WatchAuditEventsResponse__Output {
  /**
   * The event; unset in a heartbeat, of which one comes at once and then every 10 seconds of silence.
   */
  'auditEvent': (_latchkey_v1_AuditEvent__Output | null);
}
