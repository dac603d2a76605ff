// Original file: proto/latchkey/v1/oauth_client.proto

import type { ClientKind as _latchkey_v1_ClientKind, ClientKind__Output as _latchkey_v1_ClientKind__Output } from '../../latchkey/v1/ClientKind.js';
import type { GrantType as _latchkey_v1_GrantType, GrantType__Output as _latchkey_v1_GrantType__Output } from '../../latchkey/v1/GrantType.js';
import type { OAuthClientSecret as _latchkey_v1_OAuthClientSecret, OAuthClientSecret__Output as _latchkey_v1_OAuthClientSecret__Output } from '../../latchkey/v1/OAuthClientSecret.js';
import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from '../../google/protobuf/Timestamp.js';

/**
 * An application that asks for access tokens.
 */
export interface OAuthClient {
  /**
   * Made by the server: `ocl_` and 26 characters.
   */
  'id'?: (string);
  /**
   * The `client_id` of OAuth, unique in the account and never changed: 3 to 64 characters of a-z, 0-9, `.`, `_` and
   * `-`, beginning and ending with a letter or digit, and not beginning like an id of Latchkey (`usr_`). Made from the
   * name when empty.
   */
  'identifier'?: (string);
  /**
   * What people who consent are shown: 1 to 120 characters.
   */
  'name'?: (string);
  /**
   * Shown at consent: up to 500 characters, may be empty.
   */
  'description'?: (string);
  /**
   * Shown at consent: up to 120 characters, may be empty.
   */
  'company'?: (string);
  /**
   * The https address of a square picture, shown at consent; may be empty.
   */
  'logoUrl'?: (string);
  /**
   * Whether it can keep a secret. Chosen once.
   */
  'kind'?: (_latchkey_v1_ClientKind);
  /**
   * Where people are sent back to, up to 20: absolute, without a fragment, https unless loopback; private schemes need
   * a period (`com.example.app:/done`). Compared exactly, but for the port on loopback (RFC 8252 section 7.3).
   */
  'redirectUris'?: (string)[];
  /**
   * The most it may be granted; empty for every scope of the account. Also what it gets when it asks for no scope.
   */
  'allowedScopes'?: (string)[];
  /**
   * The ways it may get tokens; when empty on creation, authorization_code and refresh_token, and for a confidential
   * client client_credentials too.
   */
  'allowedGrantTypes'?: (_latchkey_v1_GrantType)[];
  /**
   * Whether it works. Output only: changed by Enable and Disable.
   */
  'enabled'?: (boolean);
  /**
   * Whether every account of this server may use it. Output only: set by the operator.
   */
  'global'?: (boolean);
  /**
   * Its secrets, the current one first; none for a public client. Output only.
   */
  'secrets'?: (_latchkey_v1_OAuthClientSecret)[];
  /**
   * The user who made it. Output only.
   */
  'creatorUserId'?: (string);
  /**
   * The creator's e-mail at that time. Output only.
   */
  'creatorEmail'?: (string);
  /**
   * When it was made. Output only.
   */
  'createTime'?: (_google_protobuf_Timestamp | null);
  /**
   * When it last changed, uses aside. Output only.
   */
  'updateTime'?: (_google_protobuf_Timestamp | null);
  /**
   * When one of its tokens was last used, up to 5 seconds (with thousands in use, a minute) behind; unset if never. Output only.
   */
  'lastUseTime'?: (_google_protobuf_Timestamp | null);
  /**
   * Changes with every change; send it back to change only what was read.
   */
  'etag'?: (string);
}

/**
 * An application that asks for access tokens.
 */
export interface OAuthClient__Output {
  /**
   * Made by the server: `ocl_` and 26 characters.
   */
  'id': (string);
  /**
   * The `client_id` of OAuth, unique in the account and never changed: 3 to 64 characters of a-z, 0-9, `.`, `_` and
   * `-`, beginning and ending with a letter or digit, and not beginning like an id of Latchkey (`usr_`). Made from the
   * name when empty.
   */
  'identifier': (string);
  /**
   * What people who consent are shown: 1 to 120 characters.
   */
  'name': (string);
  /**
   * Shown at consent: up to 500 characters, may be empty.
   */
  'description': (string);
  /**
   * Shown at consent: up to 120 characters, may be empty.
   */
  'company': (string);
  /**
   * The https address of a square picture, shown at consent; may be empty.
   */
  'logoUrl': (string);
  /**
   * Whether it can keep a secret. Chosen once.
   */
  'kind': (_latchkey_v1_ClientKind__Output);
  /**
   * Where people are sent back to, up to 20: absolute, without a fragment, https unless loopback; private schemes need
   * a period (`com.example.app:/done`). Compared exactly, but for the port on loopback (RFC 8252 section 7.3).
   */
  'redirectUris': (string)[];
  /**
   * The most it may be granted; empty for every scope of the account. Also what it gets when it asks for no scope.
   */
  'allowedScopes': (string)[];
  /**
   * The ways it may get tokens; when empty on creation, authorization_code and refresh_token, and for a confidential
   * client client_credentials too.
   */
  'allowedGrantTypes': (_latchkey_v1_GrantType__Output)[];
  /**
   * Whether it works. Output only: changed by Enable and Disable.
   */
  'enabled': (boolean);
  /**
   * Whether every account of this server may use it. Output only: set by the operator.
   */
  'global': (boolean);
  /**
   * Its secrets, the current one first; none for a public client. Output only.
   */
  'secrets': (_latchkey_v1_OAuthClientSecret__Output)[];
  /**
   * The user who made it. Output only.
   */
  'creatorUserId': (string);
  /**
   * The creator's e-mail at that time. Output only.
   */
  'creatorEmail': (string);
  /**
   * When it was made. Output only.
   */
  'createTime': (_google_protobuf_Timestamp__Output | null);
  /**
   * When it last changed, uses aside. Output only.
   */
  'updateTime': (_google_protobuf_Timestamp__Output | null);
  /**
   * When one of its tokens was last used, up to 5 seconds (with thousands in use, a minute) behind; unset if never. Output only.
   */
  'lastUseTime': (_google_protobuf_Timestamp__Output | null);
  /**
   * Changes with every change; send it back to change only what was read.
   */
  'etag': (string);
}
