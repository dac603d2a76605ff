// Original file: proto/latchkey/v1/authentication.proto

import type { DecisionReason as _latchkey_v1_DecisionReason, DecisionReason__Output as _latchkey_v1_DecisionReason__Output } from '../../latchkey/v1/DecisionReason.js';
import type { Principal as _latchkey_v1_Principal, Principal__Output as _latchkey_v1_Principal__Output } from '../../latchkey/v1/Principal.js';
import type { CredentialKind as _latchkey_v1_CredentialKind, CredentialKind__Output as _latchkey_v1_CredentialKind__Output } from '../../latchkey/v1/CredentialKind.js';
import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from '../../google/protobuf/Timestamp.js';
import type { AccessPolicyDenial as _latchkey_v1_AccessPolicyDenial, AccessPolicyDenial__Output as _latchkey_v1_AccessPolicyDenial__Output } from '../../latchkey/v1/AccessPolicyDenial.js';
import type { FieldLists as _latchkey_v1_FieldLists, FieldLists__Output as _latchkey_v1_FieldLists__Output } from '../../latchkey/v1/FieldLists.js';

/**
 * The decision.
 */
export interface AuthenticateResponse {
  /**
   * Whether somebody was identified: otherwise answer 401.
   */
  'authenticated'?: (boolean);
  /**
   * Whether they may do this: otherwise, when authenticated, answer 403.
   */
  'allowed'?: (boolean);
  /**
   * Why not; unspecified when allowed.
   */
  'reason'?: (_latchkey_v1_DecisionReason);
  /**
   * The caller's and the credential's account; empty unless authenticated.
   */
  'accountId'?: (string);
  /**
   * Who it is; unset unless authenticated.
   */
  'principal'?: (_latchkey_v1_Principal | null);
  /**
   * What kind of credential it is; unspecified unless authenticated.
   */
  'credentialKind'?: (_latchkey_v1_CredentialKind);
  /**
   * The credential's id, for logs; empty unless authenticated.
   */
  'credentialId'?: (string);
  /**
   * What it may do: empty for all that its user may.
   */
  'scopes'?: (string)[];
  /**
   * When it stops working on its own; unset for never.
   */
  'expireTime'?: (_google_protobuf_Timestamp | null);
  /**
   * The required scopes it lacks.
   */
  'missingScopes'?: (string)[];
  /**
   * The access policy that does not allow it; unset when none denies. For your logs: the caller need not know.
   */
  'policyDenial'?: (_latchkey_v1_AccessPolicyDenial | null);
  /**
   * Which fields of the request's JSON body may be sent; unset for all. Refuse a body with others.
   */
  'requestFields'?: (_latchkey_v1_FieldLists | null);
  /**
   * Which fields of the answer's JSON body may be seen; unset for all. Take the others out.
   */
  'responseFields'?: (_latchkey_v1_FieldLists | null);
}

/**
 * The decision.
 */
export interface AuthenticateResponse__Output {
  /**
   * Whether somebody was identified: otherwise answer 401.
   */
  'authenticated': (boolean);
  /**
   * Whether they may do this: otherwise, when authenticated, answer 403.
   */
  'allowed': (boolean);
  /**
   * Why not; unspecified when allowed.
   */
  'reason': (_latchkey_v1_DecisionReason__Output);
  /**
   * The caller's and the credential's account; empty unless authenticated.
   */
  'accountId': (string);
  /**
   * Who it is; unset unless authenticated.
   */
  'principal': (_latchkey_v1_Principal__Output | null);
  /**
   * What kind of credential it is; unspecified unless authenticated.
   */
  'credentialKind': (_latchkey_v1_CredentialKind__Output);
  /**
   * The credential's id, for logs; empty unless authenticated.
   */
  'credentialId': (string);
  /**
   * What it may do: empty for all that its user may.
   */
  'scopes': (string)[];
  /**
   * When it stops working on its own; unset for never.
   */
  'expireTime': (_google_protobuf_Timestamp__Output | null);
  /**
   * The required scopes it lacks.
   */
  'missingScopes': (string)[];
  /**
   * The access policy that does not allow it; unset when none denies. For your logs: the caller need not know.
   */
  'policyDenial': (_latchkey_v1_AccessPolicyDenial__Output | null);
  /**
   * Which fields of the request's JSON body may be sent; unset for all. Refuse a body with others.
   */
  'requestFields': (_latchkey_v1_FieldLists__Output | null);
  /**
   * Which fields of the answer's JSON body may be seen; unset for all. Take the others out.
   */
  'responseFields': (_latchkey_v1_FieldLists__Output | null);
}
