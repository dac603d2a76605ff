// Original file: proto/latchkey/v1/oauth_client.proto

import type { OAuthClient as _latchkey_v1_OAuthClient, OAuthClient__Output as _latchkey_v1_OAuthClient__Output } from '../../latchkey/v1/OAuthClient.js';
import type { FieldMask as _google_protobuf_FieldMask, FieldMask__Output as _google_protobuf_FieldMask__Output } from '../../google/protobuf/FieldMask.js';

/**
 * Asks to change a client.
 */
export interface UpdateOAuthClientRequest {
  /**
   * The client with the new values; its id says which. With an etag, refused when the client has changed since.
   */
  'oauthClient'?: (_latchkey_v1_OAuthClient | null);
  /**
   * The fields to change: name, description, company, logo_url, redirect_uris, allowed_scopes, allowed_grant_types;
   * `*` for all of them.
   */
  'updateMask'?: (_google_protobuf_FieldMask | null);
}

/**
 * Asks to change a client.
 */
export interface UpdateOAuthClientRequest__Output {
  /**
   * The client with the new values; its id says which. With an etag, refused when the client has changed since.
   */
  'oauthClient': (_latchkey_v1_OAuthClient__Output | null);
  /**
   * The fields to change: name, description, company, logo_url, redirect_uris, allowed_scopes, allowed_grant_types;
   * `*` for all of them.
   */
  'updateMask': (_google_protobuf_FieldMask__Output | null);
}
