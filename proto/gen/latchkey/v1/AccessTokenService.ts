// Original file: proto/latchkey/v1/access_token.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { BatchRevokeAccessTokensRequest as _latchkey_v1_BatchRevokeAccessTokensRequest, BatchRevokeAccessTokensRequest__Output as _latchkey_v1_BatchRevokeAccessTokensRequest__Output } from '../../latchkey/v1/BatchRevokeAccessTokensRequest.js';
import type { BatchRevokeAccessTokensResponse as _latchkey_v1_BatchRevokeAccessTokensResponse, BatchRevokeAccessTokensResponse__Output as _latchkey_v1_BatchRevokeAccessTokensResponse__Output } from '../../latchkey/v1/BatchRevokeAccessTokensResponse.js';
import type { CreateAccessTokenRequest as _latchkey_v1_CreateAccessTokenRequest, CreateAccessTokenRequest__Output as _latchkey_v1_CreateAccessTokenRequest__Output } from '../../latchkey/v1/CreateAccessTokenRequest.js';
import type { CreateAccessTokenResponse as _latchkey_v1_CreateAccessTokenResponse, CreateAccessTokenResponse__Output as _latchkey_v1_CreateAccessTokenResponse__Output } from '../../latchkey/v1/CreateAccessTokenResponse.js';
import type { FindTokenRequest as _latchkey_v1_FindTokenRequest, FindTokenRequest__Output as _latchkey_v1_FindTokenRequest__Output } from '../../latchkey/v1/FindTokenRequest.js';
import type { FindTokenResponse as _latchkey_v1_FindTokenResponse, FindTokenResponse__Output as _latchkey_v1_FindTokenResponse__Output } from '../../latchkey/v1/FindTokenResponse.js';
import type { GetAccessTokenRequest as _latchkey_v1_GetAccessTokenRequest, GetAccessTokenRequest__Output as _latchkey_v1_GetAccessTokenRequest__Output } from '../../latchkey/v1/GetAccessTokenRequest.js';
import type { GetAccessTokenResponse as _latchkey_v1_GetAccessTokenResponse, GetAccessTokenResponse__Output as _latchkey_v1_GetAccessTokenResponse__Output } from '../../latchkey/v1/GetAccessTokenResponse.js';
import type { GetCurrentAccessTokenRequest as _latchkey_v1_GetCurrentAccessTokenRequest, GetCurrentAccessTokenRequest__Output as _latchkey_v1_GetCurrentAccessTokenRequest__Output } from '../../latchkey/v1/GetCurrentAccessTokenRequest.js';
import type { GetCurrentAccessTokenResponse as _latchkey_v1_GetCurrentAccessTokenResponse, GetCurrentAccessTokenResponse__Output as _latchkey_v1_GetCurrentAccessTokenResponse__Output } from '../../latchkey/v1/GetCurrentAccessTokenResponse.js';
import type { ListAccessTokensRequest as _latchkey_v1_ListAccessTokensRequest, ListAccessTokensRequest__Output as _latchkey_v1_ListAccessTokensRequest__Output } from '../../latchkey/v1/ListAccessTokensRequest.js';
import type { ListAccessTokensResponse as _latchkey_v1_ListAccessTokensResponse, ListAccessTokensResponse__Output as _latchkey_v1_ListAccessTokensResponse__Output } from '../../latchkey/v1/ListAccessTokensResponse.js';
import type { RevokeAccessTokenRequest as _latchkey_v1_RevokeAccessTokenRequest, RevokeAccessTokenRequest__Output as _latchkey_v1_RevokeAccessTokenRequest__Output } from '../../latchkey/v1/RevokeAccessTokenRequest.js';
import type { RevokeAccessTokenResponse as _latchkey_v1_RevokeAccessTokenResponse, RevokeAccessTokenResponse__Output as _latchkey_v1_RevokeAccessTokenResponse__Output } from '../../latchkey/v1/RevokeAccessTokenResponse.js';
import type { RevokeCurrentAccessTokenRequest as _latchkey_v1_RevokeCurrentAccessTokenRequest, RevokeCurrentAccessTokenRequest__Output as _latchkey_v1_RevokeCurrentAccessTokenRequest__Output } from '../../latchkey/v1/RevokeCurrentAccessTokenRequest.js';
import type { RevokeCurrentAccessTokenResponse as _latchkey_v1_RevokeCurrentAccessTokenResponse, RevokeCurrentAccessTokenResponse__Output as _latchkey_v1_RevokeCurrentAccessTokenResponse__Output } from '../../latchkey/v1/RevokeCurrentAccessTokenResponse.js';

/**
 * The OAuth access tokens of the caller's account. Administrators see and revoke all of them, everybody else their own.
 */
export interface AccessTokenServiceClient extends grpc.Client {
  /**
   * Revokes many tokens for good: up to 500 by id (all or none), or all of a client, or of a user, or of a client for a
   * user.
   * Errors: RESOURCE_NOT_FOUND, FIELD_INVALID.
   */
  BatchRevokeAccessTokens(argument: _latchkey_v1_BatchRevokeAccessTokensRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_BatchRevokeAccessTokensResponse__Output>): grpc.ClientUnaryCall;
  BatchRevokeAccessTokens(argument: _latchkey_v1_BatchRevokeAccessTokensRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_latchkey_v1_BatchRevokeAccessTokensResponse__Output>): grpc.ClientUnaryCall;
  BatchRevokeAccessTokens(argument: _latchkey_v1_BatchRevokeAccessTokensRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_BatchRevokeAccessTokensResponse__Output>): grpc.ClientUnaryCall;
  BatchRevokeAccessTokens(argument: _latchkey_v1_BatchRevokeAccessTokensRequest, callback: grpc.requestCallback<_latchkey_v1_BatchRevokeAccessTokensResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Revokes many tokens for good: up to 500 by id (all or none), or all of a client, or of a user, or of a client for a
   * user.
   * Errors: RESOURCE_NOT_FOUND, FIELD_INVALID.
   */
  batchRevokeAccessTokens(argument: _latchkey_v1_BatchRevokeAccessTokensRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_BatchRevokeAccessTokensResponse__Output>): grpc.ClientUnaryCall;
  batchRevokeAccessTokens(argument: _latchkey_v1_BatchRevokeAccessTokensRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_latchkey_v1_BatchRevokeAccessTokensResponse__Output>): grpc.ClientUnaryCall;
  batchRevokeAccessTokens(argument: _latchkey_v1_BatchRevokeAccessTokensRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_BatchRevokeAccessTokensResponse__Output>): grpc.ClientUnaryCall;
  batchRevokeAccessTokens(argument: _latchkey_v1_BatchRevokeAccessTokensRequest, callback: grpc.requestCallback<_latchkey_v1_BatchRevokeAccessTokensResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Makes an access token for a client without an authorization flow, for the calling administrator or another user.
   * Errors: OAUTH_ACCESS_OFF, RESOURCE_NOT_FOUND (client or user), STATE_CONFLICT (the client is disabled),
   * FIELD_INVALID, SCOPE_INSUFFICIENT, REQUEST_ID_REUSED.
   */
  CreateAccessToken(argument: _latchkey_v1_CreateAccessTokenRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_CreateAccessTokenResponse__Output>): grpc.ClientUnaryCall;
  CreateAccessToken(argument: _latchkey_v1_CreateAccessTokenRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_latchkey_v1_CreateAccessTokenResponse__Output>): grpc.ClientUnaryCall;
  CreateAccessToken(argument: _latchkey_v1_CreateAccessTokenRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_CreateAccessTokenResponse__Output>): grpc.ClientUnaryCall;
  CreateAccessToken(argument: _latchkey_v1_CreateAccessTokenRequest, callback: grpc.requestCallback<_latchkey_v1_CreateAccessTokenResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Makes an access token for a client without an authorization flow, for the calling administrator or another user.
   * Errors: OAUTH_ACCESS_OFF, RESOURCE_NOT_FOUND (client or user), STATE_CONFLICT (the client is disabled),
   * FIELD_INVALID, SCOPE_INSUFFICIENT, REQUEST_ID_REUSED.
   */
  createAccessToken(argument: _latchkey_v1_CreateAccessTokenRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_CreateAccessTokenResponse__Output>): grpc.ClientUnaryCall;
  createAccessToken(argument: _latchkey_v1_CreateAccessTokenRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_latchkey_v1_CreateAccessTokenResponse__Output>): grpc.ClientUnaryCall;
  createAccessToken(argument: _latchkey_v1_CreateAccessTokenRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_CreateAccessTokenResponse__Output>): grpc.ClientUnaryCall;
  createAccessToken(argument: _latchkey_v1_CreateAccessTokenRequest, callback: grpc.requestCallback<_latchkey_v1_CreateAccessTokenResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Says whose a token is that was found somewhere: an access token, a refresh token or an API token, by its value.
   * The value is never stored or logged.
   * Errors: RESOURCE_NOT_FOUND.
   */
  FindToken(argument: _latchkey_v1_FindTokenRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_FindTokenResponse__Output>): grpc.ClientUnaryCall;
  FindToken(argument: _latchkey_v1_FindTokenRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_latchkey_v1_FindTokenResponse__Output>): grpc.ClientUnaryCall;
  FindToken(argument: _latchkey_v1_FindTokenRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_FindTokenResponse__Output>): grpc.ClientUnaryCall;
  FindToken(argument: _latchkey_v1_FindTokenRequest, callback: grpc.requestCallback<_latchkey_v1_FindTokenResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Says whose a token is that was found somewhere: an access token, a refresh token or an API token, by its value.
   * The value is never stored or logged.
   * Errors: RESOURCE_NOT_FOUND.
   */
  findToken(argument: _latchkey_v1_FindTokenRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_FindTokenResponse__Output>): grpc.ClientUnaryCall;
  findToken(argument: _latchkey_v1_FindTokenRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_latchkey_v1_FindTokenResponse__Output>): grpc.ClientUnaryCall;
  findToken(argument: _latchkey_v1_FindTokenRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_FindTokenResponse__Output>): grpc.ClientUnaryCall;
  findToken(argument: _latchkey_v1_FindTokenRequest, callback: grpc.requestCallback<_latchkey_v1_FindTokenResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Returns one token, without its secret.
   * Errors: RESOURCE_NOT_FOUND.
   */
  GetAccessToken(argument: _latchkey_v1_GetAccessTokenRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_GetAccessTokenResponse__Output>): grpc.ClientUnaryCall;
  GetAccessToken(argument: _latchkey_v1_GetAccessTokenRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_latchkey_v1_GetAccessTokenResponse__Output>): grpc.ClientUnaryCall;
  GetAccessToken(argument: _latchkey_v1_GetAccessTokenRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_GetAccessTokenResponse__Output>): grpc.ClientUnaryCall;
  GetAccessToken(argument: _latchkey_v1_GetAccessTokenRequest, callback: grpc.requestCallback<_latchkey_v1_GetAccessTokenResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Returns one token, without its secret.
   * Errors: RESOURCE_NOT_FOUND.
   */
  getAccessToken(argument: _latchkey_v1_GetAccessTokenRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_GetAccessTokenResponse__Output>): grpc.ClientUnaryCall;
  getAccessToken(argument: _latchkey_v1_GetAccessTokenRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_latchkey_v1_GetAccessTokenResponse__Output>): grpc.ClientUnaryCall;
  getAccessToken(argument: _latchkey_v1_GetAccessTokenRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_GetAccessTokenResponse__Output>): grpc.ClientUnaryCall;
  getAccessToken(argument: _latchkey_v1_GetAccessTokenRequest, callback: grpc.requestCallback<_latchkey_v1_GetAccessTokenResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Returns the token this call is made with.
   * Errors: ROLE_INSUFFICIENT (the call is not made with an access token).
   */
  GetCurrentAccessToken(argument: _latchkey_v1_GetCurrentAccessTokenRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_GetCurrentAccessTokenResponse__Output>): grpc.ClientUnaryCall;
  GetCurrentAccessToken(argument: _latchkey_v1_GetCurrentAccessTokenRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_latchkey_v1_GetCurrentAccessTokenResponse__Output>): grpc.ClientUnaryCall;
  GetCurrentAccessToken(argument: _latchkey_v1_GetCurrentAccessTokenRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_GetCurrentAccessTokenResponse__Output>): grpc.ClientUnaryCall;
  GetCurrentAccessToken(argument: _latchkey_v1_GetCurrentAccessTokenRequest, callback: grpc.requestCallback<_latchkey_v1_GetCurrentAccessTokenResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Returns the token this call is made with.
   * Errors: ROLE_INSUFFICIENT (the call is not made with an access token).
   */
  getCurrentAccessToken(argument: _latchkey_v1_GetCurrentAccessTokenRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_GetCurrentAccessTokenResponse__Output>): grpc.ClientUnaryCall;
  getCurrentAccessToken(argument: _latchkey_v1_GetCurrentAccessTokenRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_latchkey_v1_GetCurrentAccessTokenResponse__Output>): grpc.ClientUnaryCall;
  getCurrentAccessToken(argument: _latchkey_v1_GetCurrentAccessTokenRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_GetCurrentAccessTokenResponse__Output>): grpc.ClientUnaryCall;
  getCurrentAccessToken(argument: _latchkey_v1_GetCurrentAccessTokenRequest, callback: grpc.requestCallback<_latchkey_v1_GetCurrentAccessTokenResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Lists tokens that have neither been revoked nor ended with their client, user or grant, without their secrets.
   * Errors: FILTER_INVALID, PAGE_TOKEN_INVALID.
   */
  ListAccessTokens(argument: _latchkey_v1_ListAccessTokensRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_ListAccessTokensResponse__Output>): grpc.ClientUnaryCall;
  ListAccessTokens(argument: _latchkey_v1_ListAccessTokensRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_latchkey_v1_ListAccessTokensResponse__Output>): grpc.ClientUnaryCall;
  ListAccessTokens(argument: _latchkey_v1_ListAccessTokensRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_ListAccessTokensResponse__Output>): grpc.ClientUnaryCall;
  ListAccessTokens(argument: _latchkey_v1_ListAccessTokensRequest, callback: grpc.requestCallback<_latchkey_v1_ListAccessTokensResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Lists tokens that have neither been revoked nor ended with their client, user or grant, without their secrets.
   * Errors: FILTER_INVALID, PAGE_TOKEN_INVALID.
   */
  listAccessTokens(argument: _latchkey_v1_ListAccessTokensRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_ListAccessTokensResponse__Output>): grpc.ClientUnaryCall;
  listAccessTokens(argument: _latchkey_v1_ListAccessTokensRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_latchkey_v1_ListAccessTokensResponse__Output>): grpc.ClientUnaryCall;
  listAccessTokens(argument: _latchkey_v1_ListAccessTokensRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_ListAccessTokensResponse__Output>): grpc.ClientUnaryCall;
  listAccessTokens(argument: _latchkey_v1_ListAccessTokensRequest, callback: grpc.requestCallback<_latchkey_v1_ListAccessTokensResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Revokes a token for good, together with the grant it was made under, so that it cannot be refreshed.
   * Errors: RESOURCE_NOT_FOUND.
   */
  RevokeAccessToken(argument: _latchkey_v1_RevokeAccessTokenRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_RevokeAccessTokenResponse__Output>): grpc.ClientUnaryCall;
  RevokeAccessToken(argument: _latchkey_v1_RevokeAccessTokenRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_latchkey_v1_RevokeAccessTokenResponse__Output>): grpc.ClientUnaryCall;
  RevokeAccessToken(argument: _latchkey_v1_RevokeAccessTokenRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_RevokeAccessTokenResponse__Output>): grpc.ClientUnaryCall;
  RevokeAccessToken(argument: _latchkey_v1_RevokeAccessTokenRequest, callback: grpc.requestCallback<_latchkey_v1_RevokeAccessTokenResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Revokes a token for good, together with the grant it was made under, so that it cannot be refreshed.
   * Errors: RESOURCE_NOT_FOUND.
   */
  revokeAccessToken(argument: _latchkey_v1_RevokeAccessTokenRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_RevokeAccessTokenResponse__Output>): grpc.ClientUnaryCall;
  revokeAccessToken(argument: _latchkey_v1_RevokeAccessTokenRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_latchkey_v1_RevokeAccessTokenResponse__Output>): grpc.ClientUnaryCall;
  revokeAccessToken(argument: _latchkey_v1_RevokeAccessTokenRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_RevokeAccessTokenResponse__Output>): grpc.ClientUnaryCall;
  revokeAccessToken(argument: _latchkey_v1_RevokeAccessTokenRequest, callback: grpc.requestCallback<_latchkey_v1_RevokeAccessTokenResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Revokes the token this call is made with, for good, together with its grant.
   * Errors: ROLE_INSUFFICIENT (the call is not made with an access token).
   */
  RevokeCurrentAccessToken(argument: _latchkey_v1_RevokeCurrentAccessTokenRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_RevokeCurrentAccessTokenResponse__Output>): grpc.ClientUnaryCall;
  RevokeCurrentAccessToken(argument: _latchkey_v1_RevokeCurrentAccessTokenRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_latchkey_v1_RevokeCurrentAccessTokenResponse__Output>): grpc.ClientUnaryCall;
  RevokeCurrentAccessToken(argument: _latchkey_v1_RevokeCurrentAccessTokenRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_RevokeCurrentAccessTokenResponse__Output>): grpc.ClientUnaryCall;
  RevokeCurrentAccessToken(argument: _latchkey_v1_RevokeCurrentAccessTokenRequest, callback: grpc.requestCallback<_latchkey_v1_RevokeCurrentAccessTokenResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Revokes the token this call is made with, for good, together with its grant.
   * Errors: ROLE_INSUFFICIENT (the call is not made with an access token).
   */
  revokeCurrentAccessToken(argument: _latchkey_v1_RevokeCurrentAccessTokenRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_RevokeCurrentAccessTokenResponse__Output>): grpc.ClientUnaryCall;
  revokeCurrentAccessToken(argument: _latchkey_v1_RevokeCurrentAccessTokenRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_latchkey_v1_RevokeCurrentAccessTokenResponse__Output>): grpc.ClientUnaryCall;
  revokeCurrentAccessToken(argument: _latchkey_v1_RevokeCurrentAccessTokenRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_RevokeCurrentAccessTokenResponse__Output>): grpc.ClientUnaryCall;
  revokeCurrentAccessToken(argument: _latchkey_v1_RevokeCurrentAccessTokenRequest, callback: grpc.requestCallback<_latchkey_v1_RevokeCurrentAccessTokenResponse__Output>): grpc.ClientUnaryCall;
  
}

/**
 * The OAuth access tokens of the caller's account. Administrators see and revoke all of them, everybody else their own.
 */
export interface AccessTokenServiceHandlers extends grpc.UntypedServiceImplementation {
  /**
   * Revokes many tokens for good: up to 500 by id (all or none), or all of a client, or of a user, or of a client for a
   * user.
   * Errors: RESOURCE_NOT_FOUND, FIELD_INVALID.
   */
  BatchRevokeAccessTokens: grpc.handleUnaryCall<_latchkey_v1_BatchRevokeAccessTokensRequest__Output, _latchkey_v1_BatchRevokeAccessTokensResponse>;
  
  /**
   * Makes an access token for a client without an authorization flow, for the calling administrator or another user.
   * Errors: OAUTH_ACCESS_OFF, RESOURCE_NOT_FOUND (client or user), STATE_CONFLICT (the client is disabled),
   * FIELD_INVALID, SCOPE_INSUFFICIENT, REQUEST_ID_REUSED.
   */
  CreateAccessToken: grpc.handleUnaryCall<_latchkey_v1_CreateAccessTokenRequest__Output, _latchkey_v1_CreateAccessTokenResponse>;
  
  /**
   * Says whose a token is that was found somewhere: an access token, a refresh token or an API token, by its value.
   * The value is never stored or logged.
   * Errors: RESOURCE_NOT_FOUND.
   */
  FindToken: grpc.handleUnaryCall<_latchkey_v1_FindTokenRequest__Output, _latchkey_v1_FindTokenResponse>;
  
  /**
   * Returns one token, without its secret.
   * Errors: RESOURCE_NOT_FOUND.
   */
  GetAccessToken: grpc.handleUnaryCall<_latchkey_v1_GetAccessTokenRequest__Output, _latchkey_v1_GetAccessTokenResponse>;
  
  /**
   * Returns the token this call is made with.
   * Errors: ROLE_INSUFFICIENT (the call is not made with an access token).
   */
  GetCurrentAccessToken: grpc.handleUnaryCall<_latchkey_v1_GetCurrentAccessTokenRequest__Output, _latchkey_v1_GetCurrentAccessTokenResponse>;
  
  /**
   * Lists tokens that have neither been revoked nor ended with their client, user or grant, without their secrets.
   * Errors: FILTER_INVALID, PAGE_TOKEN_INVALID.
   */
  ListAccessTokens: grpc.handleUnaryCall<_latchkey_v1_ListAccessTokensRequest__Output, _latchkey_v1_ListAccessTokensResponse>;
  
  /**
   * Revokes a token for good, together with the grant it was made under, so that it cannot be refreshed.
   * Errors: RESOURCE_NOT_FOUND.
   */
  RevokeAccessToken: grpc.handleUnaryCall<_latchkey_v1_RevokeAccessTokenRequest__Output, _latchkey_v1_RevokeAccessTokenResponse>;
  
  /**
   * Revokes the token this call is made with, for good, together with its grant.
   * Errors: ROLE_INSUFFICIENT (the call is not made with an access token).
   */
  RevokeCurrentAccessToken: grpc.handleUnaryCall<_latchkey_v1_RevokeCurrentAccessTokenRequest__Output, _latchkey_v1_RevokeCurrentAccessTokenResponse>;
  
}

export interface AccessTokenServiceDefinition extends grpc.ServiceDefinition {
  BatchRevokeAccessTokens: MethodDefinition<_latchkey_v1_BatchRevokeAccessTokensRequest, _latchkey_v1_BatchRevokeAccessTokensResponse, _latchkey_v1_BatchRevokeAccessTokensRequest__Output, _latchkey_v1_BatchRevokeAccessTokensResponse__Output>
  CreateAccessToken: MethodDefinition<_latchkey_v1_CreateAccessTokenRequest, _latchkey_v1_CreateAccessTokenResponse, _latchkey_v1_CreateAccessTokenRequest__Output, _latchkey_v1_CreateAccessTokenResponse__Output>
  FindToken: MethodDefinition<_latchkey_v1_FindTokenRequest, _latchkey_v1_FindTokenResponse, _latchkey_v1_FindTokenRequest__Output, _latchkey_v1_FindTokenResponse__Output>
  GetAccessToken: MethodDefinition<_latchkey_v1_GetAccessTokenRequest, _latchkey_v1_GetAccessTokenResponse, _latchkey_v1_GetAccessTokenRequest__Output, _latchkey_v1_GetAccessTokenResponse__Output>
  GetCurrentAccessToken: MethodDefinition<_latchkey_v1_GetCurrentAccessTokenRequest, _latchkey_v1_GetCurrentAccessTokenResponse, _latchkey_v1_GetCurrentAccessTokenRequest__Output, _latchkey_v1_GetCurrentAccessTokenResponse__Output>
  ListAccessTokens: MethodDefinition<_latchkey_v1_ListAccessTokensRequest, _latchkey_v1_ListAccessTokensResponse, _latchkey_v1_ListAccessTokensRequest__Output, _latchkey_v1_ListAccessTokensResponse__Output>
  RevokeAccessToken: MethodDefinition<_latchkey_v1_RevokeAccessTokenRequest, _latchkey_v1_RevokeAccessTokenResponse, _latchkey_v1_RevokeAccessTokenRequest__Output, _latchkey_v1_RevokeAccessTokenResponse__Output>
  RevokeCurrentAccessToken: MethodDefinition<_latchkey_v1_RevokeCurrentAccessTokenRequest, _latchkey_v1_RevokeCurrentAccessTokenResponse, _latchkey_v1_RevokeCurrentAccessTokenRequest__Output, _latchkey_v1_RevokeCurrentAccessTokenResponse__Output>
}
