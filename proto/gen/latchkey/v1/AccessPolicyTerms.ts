// Original file: proto/latchkey/v1/authentication.proto

import type { AccessPolicyStatement as _latchkey_v1_AccessPolicyStatement, AccessPolicyStatement__Output as _latchkey_v1_AccessPolicyStatement__Output } from '../../latchkey/v1/AccessPolicyStatement.js';
import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from '../../google/protobuf/Timestamp.js';

/**
 * What of an access policy decides.
 */
export interface AccessPolicyTerms {
  /**
   * The policy.
   */
  'id'?: (string);
  /**
   * The version that is enforced; 0 for none, and then it restricts nothing.
   */
  'version'?: (number);
  /**
   * The statements of that version.
   */
  'statements'?: (_latchkey_v1_AccessPolicyStatement)[];
  /**
   * The version that is in dry run; 0 for none. It restricts nothing; see ReportUses.
   */
  'dryRunVersion'?: (number);
  /**
   * The statements of that version.
   */
  'dryRunStatements'?: (_latchkey_v1_AccessPolicyStatement)[];
  /**
   * Since when it is in dry run; unset for none.
   */
  'dryRunTime'?: (_google_protobuf_Timestamp | null);
}

/**
 * What of an access policy decides.
 */
export interface AccessPolicyTerms__Output {
  /**
   * The policy.
   */
  'id': (string);
  /**
   * The version that is enforced; 0 for none, and then it restricts nothing.
   */
  'version': (number);
  /**
   * The statements of that version.
   */
  'statements': (_latchkey_v1_AccessPolicyStatement__Output)[];
  /**
   * The version that is in dry run; 0 for none. It restricts nothing; see ReportUses.
   */
  'dryRunVersion': (number);
  /**
   * The statements of that version.
   */
  'dryRunStatements': (_latchkey_v1_AccessPolicyStatement__Output)[];
  /**
   * Since when it is in dry run; unset for none.
   */
  'dryRunTime': (_google_protobuf_Timestamp__Output | null);
}
