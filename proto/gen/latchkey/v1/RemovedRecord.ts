// Original file: proto/latchkey/v1/authentication.proto

import type { RecordKind as _latchkey_v1_RecordKind, RecordKind__Output as _latchkey_v1_RecordKind__Output } from '../../latchkey/v1/RecordKind.js';

/**
 * What is gone.
 */
export interface RemovedRecord {
  /**
   * Of which kind it was.
   */
  'kind'?: (_latchkey_v1_RecordKind);
  /**
   * Its id; of a cut-off, that of the client or the user.
   */
  'id'?: (string);
}

/**
 * What is gone.
 */
export interface RemovedRecord__Output {
  /**
   * Of which kind it was.
   */
  'kind': (_latchkey_v1_RecordKind__Output);
  /**
   * Its id; of a cut-off, that of the client or the user.
   */
  'id': (string);
}
