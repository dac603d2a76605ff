// Original file: proto/latchkey/v1/access_token.proto

import type { AccessTokenState as _latchkey_v1_AccessTokenState, AccessTokenState__Output as _latchkey_v1_AccessTokenState__Output } from '../../latchkey/v1/AccessTokenState.js';
import type { AccessTokenOrigin as _latchkey_v1_AccessTokenOrigin, AccessTokenOrigin__Output as _latchkey_v1_AccessTokenOrigin__Output } from '../../latchkey/v1/AccessTokenOrigin.js';
import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from '../../google/protobuf/Timestamp.js';
import type { AccessTokenUse as _latchkey_v1_AccessTokenUse, AccessTokenUse__Output as _latchkey_v1_AccessTokenUse__Output } from '../../latchkey/v1/AccessTokenUse.js';

/**
 * A token that lets a client act for a user, or for itself.
 */
export interface AccessToken {
  /**
   * Made by the server: `atk_` and 26 characters.
   */
  'id'?: (string);
  /**
   * The first 10 characters of the secret and `…`, to tell tokens apart.
   */
  'secretHint'?: (string);
  /**
   * Whether it works. Output only.
   */
  'state'?: (_latchkey_v1_AccessTokenState);
  /**
   * How it came to be. Output only.
   */
  'origin'?: (_latchkey_v1_AccessTokenOrigin);
  /**
   * The id of its client.
   */
  'clientId'?: (string);
  /**
   * The client's identifier (the `client_id` of OAuth). Output only.
   */
  'clientIdentifier'?: (string);
  /**
   * The client's name. Output only.
   */
  'clientName'?: (string);
  /**
   * The user it acts for; empty when the client acts for itself.
   */
  'userId'?: (string);
  /**
   * The user's e-mail; empty when the client acts for itself. Output only.
   */
  'userEmail'?: (string);
  /**
   * The grant it was made under; empty for client credentials. Output only.
   */
  'grantId'?: (string);
  /**
   * What it may do; never empty.
   */
  'scopes'?: (string)[];
  /**
   * When it was made. Output only.
   */
  'createTime'?: (_google_protobuf_Timestamp | null);
  /**
   * When it stops working. Output only.
   */
  'expireTime'?: (_google_protobuf_Timestamp | null);
  /**
   * Its last use, up to 5 seconds behind (a minute, while thousands of tokens are in use; 10 seconds more for those of
   * which services with a verifier report); unset if never used. Output only.
   */
  'lastUse'?: (_latchkey_v1_AccessTokenUse | null);
  /**
   * When the refresh token of its grant ends; unset without one. Output only.
   */
  'refreshExpireTime'?: (_google_protobuf_Timestamp | null);
}

/**
 * A token that lets a client act for a user, or for itself.
 */
export interface AccessToken__Output {
  /**
   * Made by the server: `atk_` and 26 characters.
   */
  'id': (string);
  /**
   * The first 10 characters of the secret and `…`, to tell tokens apart.
   */
  'secretHint': (string);
  /**
   * Whether it works. Output only.
   */
  'state': (_latchkey_v1_AccessTokenState__Output);
  /**
   * How it came to be. Output only.
   */
  'origin': (_latchkey_v1_AccessTokenOrigin__Output);
  /**
   * The id of its client.
   */
  'clientId': (string);
  /**
   * The client's identifier (the `client_id` of OAuth). Output only.
   */
  'clientIdentifier': (string);
  /**
   * The client's name. Output only.
   */
  'clientName': (string);
  /**
   * The user it acts for; empty when the client acts for itself.
   */
  'userId': (string);
  /**
   * The user's e-mail; empty when the client acts for itself. Output only.
   */
  'userEmail': (string);
  /**
   * The grant it was made under; empty for client credentials. Output only.
   */
  'grantId': (string);
  /**
   * What it may do; never empty.
   */
  'scopes': (string)[];
  /**
   * When it was made. Output only.
   */
  'createTime': (_google_protobuf_Timestamp__Output | null);
  /**
   * When it stops working. Output only.
   */
  'expireTime': (_google_protobuf_Timestamp__Output | null);
  /**
   * Its last use, up to 5 seconds behind (a minute, while thousands of tokens are in use; 10 seconds more for those of
   * which services with a verifier report); unset if never used. Output only.
   */
  'lastUse': (_latchkey_v1_AccessTokenUse__Output | null);
  /**
   * When the refresh token of its grant ends; unset without one. Output only.
   */
  'refreshExpireTime': (_google_protobuf_Timestamp__Output | null);
}
