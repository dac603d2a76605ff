// Original file: proto/latchkey/v1/api_token.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { BatchDeleteApiTokensRequest as _latchkey_v1_BatchDeleteApiTokensRequest, BatchDeleteApiTokensRequest__Output as _latchkey_v1_BatchDeleteApiTokensRequest__Output } from '../../latchkey/v1/BatchDeleteApiTokensRequest.js';
import type { BatchDeleteApiTokensResponse as _latchkey_v1_BatchDeleteApiTokensResponse, BatchDeleteApiTokensResponse__Output as _latchkey_v1_BatchDeleteApiTokensResponse__Output } from '../../latchkey/v1/BatchDeleteApiTokensResponse.js';
import type { CreateApiTokenRequest as _latchkey_v1_CreateApiTokenRequest, CreateApiTokenRequest__Output as _latchkey_v1_CreateApiTokenRequest__Output } from '../../latchkey/v1/CreateApiTokenRequest.js';
import type { CreateApiTokenResponse as _latchkey_v1_CreateApiTokenResponse, CreateApiTokenResponse__Output as _latchkey_v1_CreateApiTokenResponse__Output } from '../../latchkey/v1/CreateApiTokenResponse.js';
import type { DeactivateApiTokenRequest as _latchkey_v1_DeactivateApiTokenRequest, DeactivateApiTokenRequest__Output as _latchkey_v1_DeactivateApiTokenRequest__Output } from '../../latchkey/v1/DeactivateApiTokenRequest.js';
import type { DeactivateApiTokenResponse as _latchkey_v1_DeactivateApiTokenResponse, DeactivateApiTokenResponse__Output as _latchkey_v1_DeactivateApiTokenResponse__Output } from '../../latchkey/v1/DeactivateApiTokenResponse.js';
import type { DeleteApiTokenRequest as _latchkey_v1_DeleteApiTokenRequest, DeleteApiTokenRequest__Output as _latchkey_v1_DeleteApiTokenRequest__Output } from '../../latchkey/v1/DeleteApiTokenRequest.js';
import type { DeleteApiTokenResponse as _latchkey_v1_DeleteApiTokenResponse, DeleteApiTokenResponse__Output as _latchkey_v1_DeleteApiTokenResponse__Output } from '../../latchkey/v1/DeleteApiTokenResponse.js';
import type { GetApiTokenRequest as _latchkey_v1_GetApiTokenRequest, GetApiTokenRequest__Output as _latchkey_v1_GetApiTokenRequest__Output } from '../../latchkey/v1/GetApiTokenRequest.js';
import type { GetApiTokenResponse as _latchkey_v1_GetApiTokenResponse, GetApiTokenResponse__Output as _latchkey_v1_GetApiTokenResponse__Output } from '../../latchkey/v1/GetApiTokenResponse.js';
import type { ListApiTokensRequest as _latchkey_v1_ListApiTokensRequest, ListApiTokensRequest__Output as _latchkey_v1_ListApiTokensRequest__Output } from '../../latchkey/v1/ListApiTokensRequest.js';
import type { ListApiTokensResponse as _latchkey_v1_ListApiTokensResponse, ListApiTokensResponse__Output as _latchkey_v1_ListApiTokensResponse__Output } from '../../latchkey/v1/ListApiTokensResponse.js';
import type { ReactivateApiTokenRequest as _latchkey_v1_ReactivateApiTokenRequest, ReactivateApiTokenRequest__Output as _latchkey_v1_ReactivateApiTokenRequest__Output } from '../../latchkey/v1/ReactivateApiTokenRequest.js';
import type { ReactivateApiTokenResponse as _latchkey_v1_ReactivateApiTokenResponse, ReactivateApiTokenResponse__Output as _latchkey_v1_ReactivateApiTokenResponse__Output } from '../../latchkey/v1/ReactivateApiTokenResponse.js';
import type { UpdateApiTokenRequest as _latchkey_v1_UpdateApiTokenRequest, UpdateApiTokenRequest__Output as _latchkey_v1_UpdateApiTokenRequest__Output } from '../../latchkey/v1/UpdateApiTokenRequest.js';
import type { UpdateApiTokenResponse as _latchkey_v1_UpdateApiTokenResponse, UpdateApiTokenResponse__Output as _latchkey_v1_UpdateApiTokenResponse__Output } from '../../latchkey/v1/UpdateApiTokenResponse.js';

/**
 * The API tokens of the caller's account. While API-token access is off in the settings every call here fails with
 * API_TOKEN_ACCESS_OFF, and no token authenticates.
 */
export interface ApiTokenServiceClient extends grpc.Client {
  /**
   * Deletes up to 500 tokens for good: all of them, or none when one does not exist.
   * Errors: API_TOKEN_ACCESS_OFF, RESOURCE_NOT_FOUND, FIELD_INVALID.
   */
  BatchDeleteApiTokens(argument: _latchkey_v1_BatchDeleteApiTokensRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_BatchDeleteApiTokensResponse__Output>): grpc.ClientUnaryCall;
  BatchDeleteApiTokens(argument: _latchkey_v1_BatchDeleteApiTokensRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_latchkey_v1_BatchDeleteApiTokensResponse__Output>): grpc.ClientUnaryCall;
  BatchDeleteApiTokens(argument: _latchkey_v1_BatchDeleteApiTokensRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_BatchDeleteApiTokensResponse__Output>): grpc.ClientUnaryCall;
  BatchDeleteApiTokens(argument: _latchkey_v1_BatchDeleteApiTokensRequest, callback: grpc.requestCallback<_latchkey_v1_BatchDeleteApiTokensResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Deletes up to 500 tokens for good: all of them, or none when one does not exist.
   * Errors: API_TOKEN_ACCESS_OFF, RESOURCE_NOT_FOUND, FIELD_INVALID.
   */
  batchDeleteApiTokens(argument: _latchkey_v1_BatchDeleteApiTokensRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_BatchDeleteApiTokensResponse__Output>): grpc.ClientUnaryCall;
  batchDeleteApiTokens(argument: _latchkey_v1_BatchDeleteApiTokensRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_latchkey_v1_BatchDeleteApiTokensResponse__Output>): grpc.ClientUnaryCall;
  batchDeleteApiTokens(argument: _latchkey_v1_BatchDeleteApiTokensRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_BatchDeleteApiTokensResponse__Output>): grpc.ClientUnaryCall;
  batchDeleteApiTokens(argument: _latchkey_v1_BatchDeleteApiTokensRequest, callback: grpc.requestCallback<_latchkey_v1_BatchDeleteApiTokensResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Makes a token and shows its secret, this once.
   * Errors: API_TOKEN_ACCESS_OFF, LIMIT_REACHED, FIELD_INVALID, REQUEST_ID_REUSED, RESOURCE_NOT_FOUND.
   */
  CreateApiToken(argument: _latchkey_v1_CreateApiTokenRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_CreateApiTokenResponse__Output>): grpc.ClientUnaryCall;
  CreateApiToken(argument: _latchkey_v1_CreateApiTokenRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_latchkey_v1_CreateApiTokenResponse__Output>): grpc.ClientUnaryCall;
  CreateApiToken(argument: _latchkey_v1_CreateApiTokenRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_CreateApiTokenResponse__Output>): grpc.ClientUnaryCall;
  CreateApiToken(argument: _latchkey_v1_CreateApiTokenRequest, callback: grpc.requestCallback<_latchkey_v1_CreateApiTokenResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Makes a token and shows its secret, this once.
   * Errors: API_TOKEN_ACCESS_OFF, LIMIT_REACHED, FIELD_INVALID, REQUEST_ID_REUSED, RESOURCE_NOT_FOUND.
   */
  createApiToken(argument: _latchkey_v1_CreateApiTokenRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_CreateApiTokenResponse__Output>): grpc.ClientUnaryCall;
  createApiToken(argument: _latchkey_v1_CreateApiTokenRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_latchkey_v1_CreateApiTokenResponse__Output>): grpc.ClientUnaryCall;
  createApiToken(argument: _latchkey_v1_CreateApiTokenRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_CreateApiTokenResponse__Output>): grpc.ClientUnaryCall;
  createApiToken(argument: _latchkey_v1_CreateApiTokenRequest, callback: grpc.requestCallback<_latchkey_v1_CreateApiTokenResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Stops an active token from the next call on, until it is reactivated.
   * Errors: API_TOKEN_ACCESS_OFF, RESOURCE_NOT_FOUND, STATE_CONFLICT, ETAG_MISMATCH.
   */
  DeactivateApiToken(argument: _latchkey_v1_DeactivateApiTokenRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_DeactivateApiTokenResponse__Output>): grpc.ClientUnaryCall;
  DeactivateApiToken(argument: _latchkey_v1_DeactivateApiTokenRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_latchkey_v1_DeactivateApiTokenResponse__Output>): grpc.ClientUnaryCall;
  DeactivateApiToken(argument: _latchkey_v1_DeactivateApiTokenRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_DeactivateApiTokenResponse__Output>): grpc.ClientUnaryCall;
  DeactivateApiToken(argument: _latchkey_v1_DeactivateApiTokenRequest, callback: grpc.requestCallback<_latchkey_v1_DeactivateApiTokenResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Stops an active token from the next call on, until it is reactivated.
   * Errors: API_TOKEN_ACCESS_OFF, RESOURCE_NOT_FOUND, STATE_CONFLICT, ETAG_MISMATCH.
   */
  deactivateApiToken(argument: _latchkey_v1_DeactivateApiTokenRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_DeactivateApiTokenResponse__Output>): grpc.ClientUnaryCall;
  deactivateApiToken(argument: _latchkey_v1_DeactivateApiTokenRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_latchkey_v1_DeactivateApiTokenResponse__Output>): grpc.ClientUnaryCall;
  deactivateApiToken(argument: _latchkey_v1_DeactivateApiTokenRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_DeactivateApiTokenResponse__Output>): grpc.ClientUnaryCall;
  deactivateApiToken(argument: _latchkey_v1_DeactivateApiTokenRequest, callback: grpc.requestCallback<_latchkey_v1_DeactivateApiTokenResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Deletes a token for good, from the next call on.
   * Errors: API_TOKEN_ACCESS_OFF, RESOURCE_NOT_FOUND, ETAG_MISMATCH.
   */
  DeleteApiToken(argument: _latchkey_v1_DeleteApiTokenRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_DeleteApiTokenResponse__Output>): grpc.ClientUnaryCall;
  DeleteApiToken(argument: _latchkey_v1_DeleteApiTokenRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_latchkey_v1_DeleteApiTokenResponse__Output>): grpc.ClientUnaryCall;
  DeleteApiToken(argument: _latchkey_v1_DeleteApiTokenRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_DeleteApiTokenResponse__Output>): grpc.ClientUnaryCall;
  DeleteApiToken(argument: _latchkey_v1_DeleteApiTokenRequest, callback: grpc.requestCallback<_latchkey_v1_DeleteApiTokenResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Deletes a token for good, from the next call on.
   * Errors: API_TOKEN_ACCESS_OFF, RESOURCE_NOT_FOUND, ETAG_MISMATCH.
   */
  deleteApiToken(argument: _latchkey_v1_DeleteApiTokenRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_DeleteApiTokenResponse__Output>): grpc.ClientUnaryCall;
  deleteApiToken(argument: _latchkey_v1_DeleteApiTokenRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_latchkey_v1_DeleteApiTokenResponse__Output>): grpc.ClientUnaryCall;
  deleteApiToken(argument: _latchkey_v1_DeleteApiTokenRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_DeleteApiTokenResponse__Output>): grpc.ClientUnaryCall;
  deleteApiToken(argument: _latchkey_v1_DeleteApiTokenRequest, callback: grpc.requestCallback<_latchkey_v1_DeleteApiTokenResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Returns one token, without its secret.
   * Errors: API_TOKEN_ACCESS_OFF, RESOURCE_NOT_FOUND.
   */
  GetApiToken(argument: _latchkey_v1_GetApiTokenRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_GetApiTokenResponse__Output>): grpc.ClientUnaryCall;
  GetApiToken(argument: _latchkey_v1_GetApiTokenRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_latchkey_v1_GetApiTokenResponse__Output>): grpc.ClientUnaryCall;
  GetApiToken(argument: _latchkey_v1_GetApiTokenRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_GetApiTokenResponse__Output>): grpc.ClientUnaryCall;
  GetApiToken(argument: _latchkey_v1_GetApiTokenRequest, callback: grpc.requestCallback<_latchkey_v1_GetApiTokenResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Returns one token, without its secret.
   * Errors: API_TOKEN_ACCESS_OFF, RESOURCE_NOT_FOUND.
   */
  getApiToken(argument: _latchkey_v1_GetApiTokenRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_GetApiTokenResponse__Output>): grpc.ClientUnaryCall;
  getApiToken(argument: _latchkey_v1_GetApiTokenRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_latchkey_v1_GetApiTokenResponse__Output>): grpc.ClientUnaryCall;
  getApiToken(argument: _latchkey_v1_GetApiTokenRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_GetApiTokenResponse__Output>): grpc.ClientUnaryCall;
  getApiToken(argument: _latchkey_v1_GetApiTokenRequest, callback: grpc.requestCallback<_latchkey_v1_GetApiTokenResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Lists tokens, without their secrets.
   * Errors: API_TOKEN_ACCESS_OFF, FILTER_INVALID, PAGE_TOKEN_INVALID.
   */
  ListApiTokens(argument: _latchkey_v1_ListApiTokensRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_ListApiTokensResponse__Output>): grpc.ClientUnaryCall;
  ListApiTokens(argument: _latchkey_v1_ListApiTokensRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_latchkey_v1_ListApiTokensResponse__Output>): grpc.ClientUnaryCall;
  ListApiTokens(argument: _latchkey_v1_ListApiTokensRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_ListApiTokensResponse__Output>): grpc.ClientUnaryCall;
  ListApiTokens(argument: _latchkey_v1_ListApiTokensRequest, callback: grpc.requestCallback<_latchkey_v1_ListApiTokensResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Lists tokens, without their secrets.
   * Errors: API_TOKEN_ACCESS_OFF, FILTER_INVALID, PAGE_TOKEN_INVALID.
   */
  listApiTokens(argument: _latchkey_v1_ListApiTokensRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_ListApiTokensResponse__Output>): grpc.ClientUnaryCall;
  listApiTokens(argument: _latchkey_v1_ListApiTokensRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_latchkey_v1_ListApiTokensResponse__Output>): grpc.ClientUnaryCall;
  listApiTokens(argument: _latchkey_v1_ListApiTokensRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_ListApiTokensResponse__Output>): grpc.ClientUnaryCall;
  listApiTokens(argument: _latchkey_v1_ListApiTokensRequest, callback: grpc.requestCallback<_latchkey_v1_ListApiTokensResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Lets a deactivated token work again.
   * Errors: API_TOKEN_ACCESS_OFF, RESOURCE_NOT_FOUND, STATE_CONFLICT (expired), ETAG_MISMATCH.
   */
  ReactivateApiToken(argument: _latchkey_v1_ReactivateApiTokenRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_ReactivateApiTokenResponse__Output>): grpc.ClientUnaryCall;
  ReactivateApiToken(argument: _latchkey_v1_ReactivateApiTokenRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_latchkey_v1_ReactivateApiTokenResponse__Output>): grpc.ClientUnaryCall;
  ReactivateApiToken(argument: _latchkey_v1_ReactivateApiTokenRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_ReactivateApiTokenResponse__Output>): grpc.ClientUnaryCall;
  ReactivateApiToken(argument: _latchkey_v1_ReactivateApiTokenRequest, callback: grpc.requestCallback<_latchkey_v1_ReactivateApiTokenResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Lets a deactivated token work again.
   * Errors: API_TOKEN_ACCESS_OFF, RESOURCE_NOT_FOUND, STATE_CONFLICT (expired), ETAG_MISMATCH.
   */
  reactivateApiToken(argument: _latchkey_v1_ReactivateApiTokenRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_ReactivateApiTokenResponse__Output>): grpc.ClientUnaryCall;
  reactivateApiToken(argument: _latchkey_v1_ReactivateApiTokenRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_latchkey_v1_ReactivateApiTokenResponse__Output>): grpc.ClientUnaryCall;
  reactivateApiToken(argument: _latchkey_v1_ReactivateApiTokenRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_ReactivateApiTokenResponse__Output>): grpc.ClientUnaryCall;
  reactivateApiToken(argument: _latchkey_v1_ReactivateApiTokenRequest, callback: grpc.requestCallback<_latchkey_v1_ReactivateApiTokenResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Changes the fields named by the mask. The secret never changes: delete the token and make another.
   * Errors: API_TOKEN_ACCESS_OFF, RESOURCE_NOT_FOUND, ETAG_MISMATCH, UPDATE_MASK_INVALID, FIELD_INVALID.
   */
  UpdateApiToken(argument: _latchkey_v1_UpdateApiTokenRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_UpdateApiTokenResponse__Output>): grpc.ClientUnaryCall;
  UpdateApiToken(argument: _latchkey_v1_UpdateApiTokenRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_latchkey_v1_UpdateApiTokenResponse__Output>): grpc.ClientUnaryCall;
  UpdateApiToken(argument: _latchkey_v1_UpdateApiTokenRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_UpdateApiTokenResponse__Output>): grpc.ClientUnaryCall;
  UpdateApiToken(argument: _latchkey_v1_UpdateApiTokenRequest, callback: grpc.requestCallback<_latchkey_v1_UpdateApiTokenResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Changes the fields named by the mask. The secret never changes: delete the token and make another.
   * Errors: API_TOKEN_ACCESS_OFF, RESOURCE_NOT_FOUND, ETAG_MISMATCH, UPDATE_MASK_INVALID, FIELD_INVALID.
   */
  updateApiToken(argument: _latchkey_v1_UpdateApiTokenRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_UpdateApiTokenResponse__Output>): grpc.ClientUnaryCall;
  updateApiToken(argument: _latchkey_v1_UpdateApiTokenRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_latchkey_v1_UpdateApiTokenResponse__Output>): grpc.ClientUnaryCall;
  updateApiToken(argument: _latchkey_v1_UpdateApiTokenRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_UpdateApiTokenResponse__Output>): grpc.ClientUnaryCall;
  updateApiToken(argument: _latchkey_v1_UpdateApiTokenRequest, callback: grpc.requestCallback<_latchkey_v1_UpdateApiTokenResponse__Output>): grpc.ClientUnaryCall;
  
}

/**
 * The API tokens of the caller's account. While API-token access is off in the settings every call here fails with
 * API_TOKEN_ACCESS_OFF, and no token authenticates.
 */
export interface ApiTokenServiceHandlers extends grpc.UntypedServiceImplementation {
  /**
   * Deletes up to 500 tokens for good: all of them, or none when one does not exist.
   * Errors: API_TOKEN_ACCESS_OFF, RESOURCE_NOT_FOUND, FIELD_INVALID.
   */
  BatchDeleteApiTokens: grpc.handleUnaryCall<_latchkey_v1_BatchDeleteApiTokensRequest__Output, _latchkey_v1_BatchDeleteApiTokensResponse>;
  
  /**
   * Makes a token and shows its secret, this once.
   * Errors: API_TOKEN_ACCESS_OFF, LIMIT_REACHED, FIELD_INVALID, REQUEST_ID_REUSED, RESOURCE_NOT_FOUND.
   */
  CreateApiToken: grpc.handleUnaryCall<_latchkey_v1_CreateApiTokenRequest__Output, _latchkey_v1_CreateApiTokenResponse>;
  
  /**
   * Stops an active token from the next call on, until it is reactivated.
   * Errors: API_TOKEN_ACCESS_OFF, RESOURCE_NOT_FOUND, STATE_CONFLICT, ETAG_MISMATCH.
   */
  DeactivateApiToken: grpc.handleUnaryCall<_latchkey_v1_DeactivateApiTokenRequest__Output, _latchkey_v1_DeactivateApiTokenResponse>;
  
  /**
   * Deletes a token for good, from the next call on.
   * Errors: API_TOKEN_ACCESS_OFF, RESOURCE_NOT_FOUND, ETAG_MISMATCH.
   */
  DeleteApiToken: grpc.handleUnaryCall<_latchkey_v1_DeleteApiTokenRequest__Output, _latchkey_v1_DeleteApiTokenResponse>;
  
  /**
   * Returns one token, without its secret.
   * Errors: API_TOKEN_ACCESS_OFF, RESOURCE_NOT_FOUND.
   */
  GetApiToken: grpc.handleUnaryCall<_latchkey_v1_GetApiTokenRequest__Output, _latchkey_v1_GetApiTokenResponse>;
  
  /**
   * Lists tokens, without their secrets.
   * Errors: API_TOKEN_ACCESS_OFF, FILTER_INVALID, PAGE_TOKEN_INVALID.
   */
  ListApiTokens: grpc.handleUnaryCall<_latchkey_v1_ListApiTokensRequest__Output, _latchkey_v1_ListApiTokensResponse>;
  
  /**
   * Lets a deactivated token work again.
   * Errors: API_TOKEN_ACCESS_OFF, RESOURCE_NOT_FOUND, STATE_CONFLICT (expired), ETAG_MISMATCH.
   */
  ReactivateApiToken: grpc.handleUnaryCall<_latchkey_v1_ReactivateApiTokenRequest__Output, _latchkey_v1_ReactivateApiTokenResponse>;
  
  /**
   * Changes the fields named by the mask. The secret never changes: delete the token and make another.
   * Errors: API_TOKEN_ACCESS_OFF, RESOURCE_NOT_FOUND, ETAG_MISMATCH, UPDATE_MASK_INVALID, FIELD_INVALID.
   */
  UpdateApiToken: grpc.handleUnaryCall<_latchkey_v1_UpdateApiTokenRequest__Output, _latchkey_v1_UpdateApiTokenResponse>;
  
}

export interface ApiTokenServiceDefinition extends grpc.ServiceDefinition {
  BatchDeleteApiTokens: MethodDefinition<_latchkey_v1_BatchDeleteApiTokensRequest, _latchkey_v1_BatchDeleteApiTokensResponse, _latchkey_v1_BatchDeleteApiTokensRequest__Output, _latchkey_v1_BatchDeleteApiTokensResponse__Output>
  CreateApiToken: MethodDefinition<_latchkey_v1_CreateApiTokenRequest, _latchkey_v1_CreateApiTokenResponse, _latchkey_v1_CreateApiTokenRequest__Output, _latchkey_v1_CreateApiTokenResponse__Output>
  DeactivateApiToken: MethodDefinition<_latchkey_v1_DeactivateApiTokenRequest, _latchkey_v1_DeactivateApiTokenResponse, _latchkey_v1_DeactivateApiTokenRequest__Output, _latchkey_v1_DeactivateApiTokenResponse__Output>
  DeleteApiToken: MethodDefinition<_latchkey_v1_DeleteApiTokenRequest, _latchkey_v1_DeleteApiTokenResponse, _latchkey_v1_DeleteApiTokenRequest__Output, _latchkey_v1_DeleteApiTokenResponse__Output>
  GetApiToken: MethodDefinition<_latchkey_v1_GetApiTokenRequest, _latchkey_v1_GetApiTokenResponse, _latchkey_v1_GetApiTokenRequest__Output, _latchkey_v1_GetApiTokenResponse__Output>
  ListApiTokens: MethodDefinition<_latchkey_v1_ListApiTokensRequest, _latchkey_v1_ListApiTokensResponse, _latchkey_v1_ListApiTokensRequest__Output, _latchkey_v1_ListApiTokensResponse__Output>
  ReactivateApiToken: MethodDefinition<_latchkey_v1_ReactivateApiTokenRequest, _latchkey_v1_ReactivateApiTokenResponse, _latchkey_v1_ReactivateApiTokenRequest__Output, _latchkey_v1_ReactivateApiTokenResponse__Output>
  UpdateApiToken: MethodDefinition<_latchkey_v1_UpdateApiTokenRequest, _latchkey_v1_UpdateApiTokenResponse, _latchkey_v1_UpdateApiTokenRequest__Output, _latchkey_v1_UpdateApiTokenResponse__Output>
}
