// Original file: proto/latchkey/v1/audit.proto

import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from '../../google/protobuf/Timestamp.js';
import type { Actor as _latchkey_v1_Actor, Actor__Output as _latchkey_v1_Actor__Output } from '../../latchkey/v1/Actor.js';
import type { FieldChange as _latchkey_v1_FieldChange, FieldChange__Output as _latchkey_v1_FieldChange__Output } from '../../latchkey/v1/FieldChange.js';

/**
 * Something that happened.
 */
export interface AuditEvent {
  /**
   * Made by the server, in the order of time: `evt_` and 26 characters.
   */
  'id'?: (string);
  /**
   * When.
   */
  'createTime'?: (_google_protobuf_Timestamp | null);
  /**
   * What was done: the resource and a verb, such as `api_token.create`, `session.sign_in_refused`.
   */
  'action'?: (string);
  /**
   * The kind of the resource: `account`, `settings`, `user`, `session`, `api_token`, `oauth_client`, `oauth_grant`,
   * `access_token`.
   */
  'resourceType'?: (string);
  /**
   * Its id; empty where nothing can be named (a refused sign-in).
   */
  'resourceId'?: (string);
  /**
   * What it is called by people: a description, an e-mail.
   */
  'resourceLabel'?: (string);
  /**
   * Who did it.
   */
  'actor'?: (_latchkey_v1_Actor | null);
  /**
   * The address it was done from; empty when unknown.
   */
  'sourceIp'?: (string);
  /**
   * The request in which it was done; the server's log has the same.
   */
  'requestId'?: (string);
  /**
   * What changed, field by field; never a secret.
   */
  'changes'?: (_latchkey_v1_FieldChange)[];
}

/**
 * Something that happened.
 */
export interface AuditEvent__Output {
  /**
   * Made by the server, in the order of time: `evt_` and 26 characters.
   */
  'id': (string);
  /**
   * When.
   */
  'createTime': (_google_protobuf_Timestamp__Output | null);
  /**
   * What was done: the resource and a verb, such as `api_token.create`, `session.sign_in_refused`.
   */
  'action': (string);
  /**
   * The kind of the resource: `account`, `settings`, `user`, `session`, `api_token`, `oauth_client`, `oauth_grant`,
   * `access_token`.
   */
  'resourceType': (string);
  /**
   * Its id; empty where nothing can be named (a refused sign-in).
   */
  'resourceId': (string);
  /**
   * What it is called by people: a description, an e-mail.
   */
  'resourceLabel': (string);
  /**
   * Who did it.
   */
  'actor': (_latchkey_v1_Actor__Output | null);
  /**
   * The address it was done from; empty when unknown.
   */
  'sourceIp': (string);
  /**
   * The request in which it was done; the server's log has the same.
   */
  'requestId': (string);
  /**
   * What changed, field by field; never a secret.
   */
  'changes': (_latchkey_v1_FieldChange__Output)[];
}
