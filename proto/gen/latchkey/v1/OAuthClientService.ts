// Original file: proto/latchkey/v1/oauth_client.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { CreateOAuthClientRequest as _latchkey_v1_CreateOAuthClientRequest, CreateOAuthClientRequest__Output as _latchkey_v1_CreateOAuthClientRequest__Output } from '../../latchkey/v1/CreateOAuthClientRequest.js';
import type { CreateOAuthClientResponse as _latchkey_v1_CreateOAuthClientResponse, CreateOAuthClientResponse__Output as _latchkey_v1_CreateOAuthClientResponse__Output } from '../../latchkey/v1/CreateOAuthClientResponse.js';
import type { DeleteOAuthClientRequest as _latchkey_v1_DeleteOAuthClientRequest, DeleteOAuthClientRequest__Output as _latchkey_v1_DeleteOAuthClientRequest__Output } from '../../latchkey/v1/DeleteOAuthClientRequest.js';
import type { DeleteOAuthClientResponse as _latchkey_v1_DeleteOAuthClientResponse, DeleteOAuthClientResponse__Output as _latchkey_v1_DeleteOAuthClientResponse__Output } from '../../latchkey/v1/DeleteOAuthClientResponse.js';
import type { DisableOAuthClientRequest as _latchkey_v1_DisableOAuthClientRequest, DisableOAuthClientRequest__Output as _latchkey_v1_DisableOAuthClientRequest__Output } from '../../latchkey/v1/DisableOAuthClientRequest.js';
import type { DisableOAuthClientResponse as _latchkey_v1_DisableOAuthClientResponse, DisableOAuthClientResponse__Output as _latchkey_v1_DisableOAuthClientResponse__Output } from '../../latchkey/v1/DisableOAuthClientResponse.js';
import type { EnableOAuthClientRequest as _latchkey_v1_EnableOAuthClientRequest, EnableOAuthClientRequest__Output as _latchkey_v1_EnableOAuthClientRequest__Output } from '../../latchkey/v1/EnableOAuthClientRequest.js';
import type { EnableOAuthClientResponse as _latchkey_v1_EnableOAuthClientResponse, EnableOAuthClientResponse__Output as _latchkey_v1_EnableOAuthClientResponse__Output } from '../../latchkey/v1/EnableOAuthClientResponse.js';
import type { GetOAuthClientRequest as _latchkey_v1_GetOAuthClientRequest, GetOAuthClientRequest__Output as _latchkey_v1_GetOAuthClientRequest__Output } from '../../latchkey/v1/GetOAuthClientRequest.js';
import type { GetOAuthClientResponse as _latchkey_v1_GetOAuthClientResponse, GetOAuthClientResponse__Output as _latchkey_v1_GetOAuthClientResponse__Output } from '../../latchkey/v1/GetOAuthClientResponse.js';
import type { ListOAuthClientsRequest as _latchkey_v1_ListOAuthClientsRequest, ListOAuthClientsRequest__Output as _latchkey_v1_ListOAuthClientsRequest__Output } from '../../latchkey/v1/ListOAuthClientsRequest.js';
import type { ListOAuthClientsResponse as _latchkey_v1_ListOAuthClientsResponse, ListOAuthClientsResponse__Output as _latchkey_v1_ListOAuthClientsResponse__Output } from '../../latchkey/v1/ListOAuthClientsResponse.js';
import type { RetireOAuthClientSecretRequest as _latchkey_v1_RetireOAuthClientSecretRequest, RetireOAuthClientSecretRequest__Output as _latchkey_v1_RetireOAuthClientSecretRequest__Output } from '../../latchkey/v1/RetireOAuthClientSecretRequest.js';
import type { RetireOAuthClientSecretResponse as _latchkey_v1_RetireOAuthClientSecretResponse, RetireOAuthClientSecretResponse__Output as _latchkey_v1_RetireOAuthClientSecretResponse__Output } from '../../latchkey/v1/RetireOAuthClientSecretResponse.js';
import type { RotateOAuthClientSecretRequest as _latchkey_v1_RotateOAuthClientSecretRequest, RotateOAuthClientSecretRequest__Output as _latchkey_v1_RotateOAuthClientSecretRequest__Output } from '../../latchkey/v1/RotateOAuthClientSecretRequest.js';
import type { RotateOAuthClientSecretResponse as _latchkey_v1_RotateOAuthClientSecretResponse, RotateOAuthClientSecretResponse__Output as _latchkey_v1_RotateOAuthClientSecretResponse__Output } from '../../latchkey/v1/RotateOAuthClientSecretResponse.js';
import type { SetOAuthClientGlobalRequest as _latchkey_v1_SetOAuthClientGlobalRequest, SetOAuthClientGlobalRequest__Output as _latchkey_v1_SetOAuthClientGlobalRequest__Output } from '../../latchkey/v1/SetOAuthClientGlobalRequest.js';
import type { SetOAuthClientGlobalResponse as _latchkey_v1_SetOAuthClientGlobalResponse, SetOAuthClientGlobalResponse__Output as _latchkey_v1_SetOAuthClientGlobalResponse__Output } from '../../latchkey/v1/SetOAuthClientGlobalResponse.js';
import type { UpdateOAuthClientRequest as _latchkey_v1_UpdateOAuthClientRequest, UpdateOAuthClientRequest__Output as _latchkey_v1_UpdateOAuthClientRequest__Output } from '../../latchkey/v1/UpdateOAuthClientRequest.js';
import type { UpdateOAuthClientResponse as _latchkey_v1_UpdateOAuthClientResponse, UpdateOAuthClientResponse__Output as _latchkey_v1_UpdateOAuthClientResponse__Output } from '../../latchkey/v1/UpdateOAuthClientResponse.js';

/**
 * The OAuth clients of the caller's account: the applications that may ask for access tokens. Clients can be made and
 * changed while OAuth access is off in the settings; they get no tokens then.
 */
export interface OAuthClientServiceClient extends grpc.Client {
  /**
   * Makes a client and, unless it is public, shows its secret, this once.
   * Errors: LIMIT_REACHED, RESOURCE_EXISTS (identifier), FIELD_INVALID, REQUEST_ID_REUSED, RESOURCE_NOT_FOUND.
   */
  CreateOAuthClient(argument: _latchkey_v1_CreateOAuthClientRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_CreateOAuthClientResponse__Output>): grpc.ClientUnaryCall;
  CreateOAuthClient(argument: _latchkey_v1_CreateOAuthClientRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_latchkey_v1_CreateOAuthClientResponse__Output>): grpc.ClientUnaryCall;
  CreateOAuthClient(argument: _latchkey_v1_CreateOAuthClientRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_CreateOAuthClientResponse__Output>): grpc.ClientUnaryCall;
  CreateOAuthClient(argument: _latchkey_v1_CreateOAuthClientRequest, callback: grpc.requestCallback<_latchkey_v1_CreateOAuthClientResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Makes a client and, unless it is public, shows its secret, this once.
   * Errors: LIMIT_REACHED, RESOURCE_EXISTS (identifier), FIELD_INVALID, REQUEST_ID_REUSED, RESOURCE_NOT_FOUND.
   */
  createOAuthClient(argument: _latchkey_v1_CreateOAuthClientRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_CreateOAuthClientResponse__Output>): grpc.ClientUnaryCall;
  createOAuthClient(argument: _latchkey_v1_CreateOAuthClientRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_latchkey_v1_CreateOAuthClientResponse__Output>): grpc.ClientUnaryCall;
  createOAuthClient(argument: _latchkey_v1_CreateOAuthClientRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_CreateOAuthClientResponse__Output>): grpc.ClientUnaryCall;
  createOAuthClient(argument: _latchkey_v1_CreateOAuthClientRequest, callback: grpc.requestCallback<_latchkey_v1_CreateOAuthClientResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Deletes a client for good, and with it every token made for it, from the next call on.
   * Errors: RESOURCE_NOT_FOUND, ETAG_MISMATCH.
   */
  DeleteOAuthClient(argument: _latchkey_v1_DeleteOAuthClientRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_DeleteOAuthClientResponse__Output>): grpc.ClientUnaryCall;
  DeleteOAuthClient(argument: _latchkey_v1_DeleteOAuthClientRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_latchkey_v1_DeleteOAuthClientResponse__Output>): grpc.ClientUnaryCall;
  DeleteOAuthClient(argument: _latchkey_v1_DeleteOAuthClientRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_DeleteOAuthClientResponse__Output>): grpc.ClientUnaryCall;
  DeleteOAuthClient(argument: _latchkey_v1_DeleteOAuthClientRequest, callback: grpc.requestCallback<_latchkey_v1_DeleteOAuthClientResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Deletes a client for good, and with it every token made for it, from the next call on.
   * Errors: RESOURCE_NOT_FOUND, ETAG_MISMATCH.
   */
  deleteOAuthClient(argument: _latchkey_v1_DeleteOAuthClientRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_DeleteOAuthClientResponse__Output>): grpc.ClientUnaryCall;
  deleteOAuthClient(argument: _latchkey_v1_DeleteOAuthClientRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_latchkey_v1_DeleteOAuthClientResponse__Output>): grpc.ClientUnaryCall;
  deleteOAuthClient(argument: _latchkey_v1_DeleteOAuthClientRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_DeleteOAuthClientResponse__Output>): grpc.ClientUnaryCall;
  deleteOAuthClient(argument: _latchkey_v1_DeleteOAuthClientRequest, callback: grpc.requestCallback<_latchkey_v1_DeleteOAuthClientResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Stops a client and all its tokens from the next call on, until it is enabled again.
   * Errors: RESOURCE_NOT_FOUND, STATE_CONFLICT, ETAG_MISMATCH.
   */
  DisableOAuthClient(argument: _latchkey_v1_DisableOAuthClientRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_DisableOAuthClientResponse__Output>): grpc.ClientUnaryCall;
  DisableOAuthClient(argument: _latchkey_v1_DisableOAuthClientRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_latchkey_v1_DisableOAuthClientResponse__Output>): grpc.ClientUnaryCall;
  DisableOAuthClient(argument: _latchkey_v1_DisableOAuthClientRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_DisableOAuthClientResponse__Output>): grpc.ClientUnaryCall;
  DisableOAuthClient(argument: _latchkey_v1_DisableOAuthClientRequest, callback: grpc.requestCallback<_latchkey_v1_DisableOAuthClientResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Stops a client and all its tokens from the next call on, until it is enabled again.
   * Errors: RESOURCE_NOT_FOUND, STATE_CONFLICT, ETAG_MISMATCH.
   */
  disableOAuthClient(argument: _latchkey_v1_DisableOAuthClientRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_DisableOAuthClientResponse__Output>): grpc.ClientUnaryCall;
  disableOAuthClient(argument: _latchkey_v1_DisableOAuthClientRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_latchkey_v1_DisableOAuthClientResponse__Output>): grpc.ClientUnaryCall;
  disableOAuthClient(argument: _latchkey_v1_DisableOAuthClientRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_DisableOAuthClientResponse__Output>): grpc.ClientUnaryCall;
  disableOAuthClient(argument: _latchkey_v1_DisableOAuthClientRequest, callback: grpc.requestCallback<_latchkey_v1_DisableOAuthClientResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Lets a disabled client work again, together with those of its tokens that have not ended otherwise.
   * Errors: RESOURCE_NOT_FOUND, STATE_CONFLICT, ETAG_MISMATCH.
   */
  EnableOAuthClient(argument: _latchkey_v1_EnableOAuthClientRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_EnableOAuthClientResponse__Output>): grpc.ClientUnaryCall;
  EnableOAuthClient(argument: _latchkey_v1_EnableOAuthClientRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_latchkey_v1_EnableOAuthClientResponse__Output>): grpc.ClientUnaryCall;
  EnableOAuthClient(argument: _latchkey_v1_EnableOAuthClientRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_EnableOAuthClientResponse__Output>): grpc.ClientUnaryCall;
  EnableOAuthClient(argument: _latchkey_v1_EnableOAuthClientRequest, callback: grpc.requestCallback<_latchkey_v1_EnableOAuthClientResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Lets a disabled client work again, together with those of its tokens that have not ended otherwise.
   * Errors: RESOURCE_NOT_FOUND, STATE_CONFLICT, ETAG_MISMATCH.
   */
  enableOAuthClient(argument: _latchkey_v1_EnableOAuthClientRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_EnableOAuthClientResponse__Output>): grpc.ClientUnaryCall;
  enableOAuthClient(argument: _latchkey_v1_EnableOAuthClientRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_latchkey_v1_EnableOAuthClientResponse__Output>): grpc.ClientUnaryCall;
  enableOAuthClient(argument: _latchkey_v1_EnableOAuthClientRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_EnableOAuthClientResponse__Output>): grpc.ClientUnaryCall;
  enableOAuthClient(argument: _latchkey_v1_EnableOAuthClientRequest, callback: grpc.requestCallback<_latchkey_v1_EnableOAuthClientResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Returns one client, without its secrets.
   * Errors: RESOURCE_NOT_FOUND.
   */
  GetOAuthClient(argument: _latchkey_v1_GetOAuthClientRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_GetOAuthClientResponse__Output>): grpc.ClientUnaryCall;
  GetOAuthClient(argument: _latchkey_v1_GetOAuthClientRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_latchkey_v1_GetOAuthClientResponse__Output>): grpc.ClientUnaryCall;
  GetOAuthClient(argument: _latchkey_v1_GetOAuthClientRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_GetOAuthClientResponse__Output>): grpc.ClientUnaryCall;
  GetOAuthClient(argument: _latchkey_v1_GetOAuthClientRequest, callback: grpc.requestCallback<_latchkey_v1_GetOAuthClientResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Returns one client, without its secrets.
   * Errors: RESOURCE_NOT_FOUND.
   */
  getOAuthClient(argument: _latchkey_v1_GetOAuthClientRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_GetOAuthClientResponse__Output>): grpc.ClientUnaryCall;
  getOAuthClient(argument: _latchkey_v1_GetOAuthClientRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_latchkey_v1_GetOAuthClientResponse__Output>): grpc.ClientUnaryCall;
  getOAuthClient(argument: _latchkey_v1_GetOAuthClientRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_GetOAuthClientResponse__Output>): grpc.ClientUnaryCall;
  getOAuthClient(argument: _latchkey_v1_GetOAuthClientRequest, callback: grpc.requestCallback<_latchkey_v1_GetOAuthClientResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Lists clients, without their secrets.
   * Errors: FILTER_INVALID, PAGE_TOKEN_INVALID.
   */
  ListOAuthClients(argument: _latchkey_v1_ListOAuthClientsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_ListOAuthClientsResponse__Output>): grpc.ClientUnaryCall;
  ListOAuthClients(argument: _latchkey_v1_ListOAuthClientsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_latchkey_v1_ListOAuthClientsResponse__Output>): grpc.ClientUnaryCall;
  ListOAuthClients(argument: _latchkey_v1_ListOAuthClientsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_ListOAuthClientsResponse__Output>): grpc.ClientUnaryCall;
  ListOAuthClients(argument: _latchkey_v1_ListOAuthClientsRequest, callback: grpc.requestCallback<_latchkey_v1_ListOAuthClientsResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Lists clients, without their secrets.
   * Errors: FILTER_INVALID, PAGE_TOKEN_INVALID.
   */
  listOAuthClients(argument: _latchkey_v1_ListOAuthClientsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_ListOAuthClientsResponse__Output>): grpc.ClientUnaryCall;
  listOAuthClients(argument: _latchkey_v1_ListOAuthClientsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_latchkey_v1_ListOAuthClientsResponse__Output>): grpc.ClientUnaryCall;
  listOAuthClients(argument: _latchkey_v1_ListOAuthClientsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_ListOAuthClientsResponse__Output>): grpc.ClientUnaryCall;
  listOAuthClients(argument: _latchkey_v1_ListOAuthClientsRequest, callback: grpc.requestCallback<_latchkey_v1_ListOAuthClientsResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Ends the old secret of a client before its overlap is over.
   * Errors: RESOURCE_NOT_FOUND, STATE_CONFLICT (there is no old secret), ETAG_MISMATCH.
   */
  RetireOAuthClientSecret(argument: _latchkey_v1_RetireOAuthClientSecretRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_RetireOAuthClientSecretResponse__Output>): grpc.ClientUnaryCall;
  RetireOAuthClientSecret(argument: _latchkey_v1_RetireOAuthClientSecretRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_latchkey_v1_RetireOAuthClientSecretResponse__Output>): grpc.ClientUnaryCall;
  RetireOAuthClientSecret(argument: _latchkey_v1_RetireOAuthClientSecretRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_RetireOAuthClientSecretResponse__Output>): grpc.ClientUnaryCall;
  RetireOAuthClientSecret(argument: _latchkey_v1_RetireOAuthClientSecretRequest, callback: grpc.requestCallback<_latchkey_v1_RetireOAuthClientSecretResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Ends the old secret of a client before its overlap is over.
   * Errors: RESOURCE_NOT_FOUND, STATE_CONFLICT (there is no old secret), ETAG_MISMATCH.
   */
  retireOAuthClientSecret(argument: _latchkey_v1_RetireOAuthClientSecretRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_RetireOAuthClientSecretResponse__Output>): grpc.ClientUnaryCall;
  retireOAuthClientSecret(argument: _latchkey_v1_RetireOAuthClientSecretRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_latchkey_v1_RetireOAuthClientSecretResponse__Output>): grpc.ClientUnaryCall;
  retireOAuthClientSecret(argument: _latchkey_v1_RetireOAuthClientSecretRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_RetireOAuthClientSecretResponse__Output>): grpc.ClientUnaryCall;
  retireOAuthClientSecret(argument: _latchkey_v1_RetireOAuthClientSecretRequest, callback: grpc.requestCallback<_latchkey_v1_RetireOAuthClientSecretResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Gives a confidential client a new secret, shown this once. The old one goes on working for the overlap asked for;
   * a still older one ends at once.
   * Errors: RESOURCE_NOT_FOUND, STATE_CONFLICT (a public client), FIELD_INVALID, ETAG_MISMATCH.
   */
  RotateOAuthClientSecret(argument: _latchkey_v1_RotateOAuthClientSecretRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_RotateOAuthClientSecretResponse__Output>): grpc.ClientUnaryCall;
  RotateOAuthClientSecret(argument: _latchkey_v1_RotateOAuthClientSecretRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_latchkey_v1_RotateOAuthClientSecretResponse__Output>): grpc.ClientUnaryCall;
  RotateOAuthClientSecret(argument: _latchkey_v1_RotateOAuthClientSecretRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_RotateOAuthClientSecretResponse__Output>): grpc.ClientUnaryCall;
  RotateOAuthClientSecret(argument: _latchkey_v1_RotateOAuthClientSecretRequest, callback: grpc.requestCallback<_latchkey_v1_RotateOAuthClientSecretResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Gives a confidential client a new secret, shown this once. The old one goes on working for the overlap asked for;
   * a still older one ends at once.
   * Errors: RESOURCE_NOT_FOUND, STATE_CONFLICT (a public client), FIELD_INVALID, ETAG_MISMATCH.
   */
  rotateOAuthClientSecret(argument: _latchkey_v1_RotateOAuthClientSecretRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_RotateOAuthClientSecretResponse__Output>): grpc.ClientUnaryCall;
  rotateOAuthClientSecret(argument: _latchkey_v1_RotateOAuthClientSecretRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_latchkey_v1_RotateOAuthClientSecretResponse__Output>): grpc.ClientUnaryCall;
  rotateOAuthClientSecret(argument: _latchkey_v1_RotateOAuthClientSecretRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_RotateOAuthClientSecretResponse__Output>): grpc.ClientUnaryCall;
  rotateOAuthClientSecret(argument: _latchkey_v1_RotateOAuthClientSecretRequest, callback: grpc.requestCallback<_latchkey_v1_RotateOAuthClientSecretResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Decides whether a client can be used by every account of this server. For the operator of the machine only: it
   * cures "No such client" for an application that serves several accounts.
   * Errors: ROLE_INSUFFICIENT, RESOURCE_NOT_FOUND, RESOURCE_EXISTS (another global client has this identifier).
   */
  SetOAuthClientGlobal(argument: _latchkey_v1_SetOAuthClientGlobalRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_SetOAuthClientGlobalResponse__Output>): grpc.ClientUnaryCall;
  SetOAuthClientGlobal(argument: _latchkey_v1_SetOAuthClientGlobalRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_latchkey_v1_SetOAuthClientGlobalResponse__Output>): grpc.ClientUnaryCall;
  SetOAuthClientGlobal(argument: _latchkey_v1_SetOAuthClientGlobalRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_SetOAuthClientGlobalResponse__Output>): grpc.ClientUnaryCall;
  SetOAuthClientGlobal(argument: _latchkey_v1_SetOAuthClientGlobalRequest, callback: grpc.requestCallback<_latchkey_v1_SetOAuthClientGlobalResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Decides whether a client can be used by every account of this server. For the operator of the machine only: it
   * cures "No such client" for an application that serves several accounts.
   * Errors: ROLE_INSUFFICIENT, RESOURCE_NOT_FOUND, RESOURCE_EXISTS (another global client has this identifier).
   */
  setOAuthClientGlobal(argument: _latchkey_v1_SetOAuthClientGlobalRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_SetOAuthClientGlobalResponse__Output>): grpc.ClientUnaryCall;
  setOAuthClientGlobal(argument: _latchkey_v1_SetOAuthClientGlobalRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_latchkey_v1_SetOAuthClientGlobalResponse__Output>): grpc.ClientUnaryCall;
  setOAuthClientGlobal(argument: _latchkey_v1_SetOAuthClientGlobalRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_SetOAuthClientGlobalResponse__Output>): grpc.ClientUnaryCall;
  setOAuthClientGlobal(argument: _latchkey_v1_SetOAuthClientGlobalRequest, callback: grpc.requestCallback<_latchkey_v1_SetOAuthClientGlobalResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Changes the fields named by the mask. The identifier and the kind never change.
   * Errors: RESOURCE_NOT_FOUND, ETAG_MISMATCH, UPDATE_MASK_INVALID, FIELD_INVALID.
   */
  UpdateOAuthClient(argument: _latchkey_v1_UpdateOAuthClientRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_UpdateOAuthClientResponse__Output>): grpc.ClientUnaryCall;
  UpdateOAuthClient(argument: _latchkey_v1_UpdateOAuthClientRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_latchkey_v1_UpdateOAuthClientResponse__Output>): grpc.ClientUnaryCall;
  UpdateOAuthClient(argument: _latchkey_v1_UpdateOAuthClientRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_UpdateOAuthClientResponse__Output>): grpc.ClientUnaryCall;
  UpdateOAuthClient(argument: _latchkey_v1_UpdateOAuthClientRequest, callback: grpc.requestCallback<_latchkey_v1_UpdateOAuthClientResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Changes the fields named by the mask. The identifier and the kind never change.
   * Errors: RESOURCE_NOT_FOUND, ETAG_MISMATCH, UPDATE_MASK_INVALID, FIELD_INVALID.
   */
  updateOAuthClient(argument: _latchkey_v1_UpdateOAuthClientRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_UpdateOAuthClientResponse__Output>): grpc.ClientUnaryCall;
  updateOAuthClient(argument: _latchkey_v1_UpdateOAuthClientRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_latchkey_v1_UpdateOAuthClientResponse__Output>): grpc.ClientUnaryCall;
  updateOAuthClient(argument: _latchkey_v1_UpdateOAuthClientRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_UpdateOAuthClientResponse__Output>): grpc.ClientUnaryCall;
  updateOAuthClient(argument: _latchkey_v1_UpdateOAuthClientRequest, callback: grpc.requestCallback<_latchkey_v1_UpdateOAuthClientResponse__Output>): grpc.ClientUnaryCall;
  
}

/**
 * The OAuth clients of the caller's account: the applications that may ask for access tokens. Clients can be made and
 * changed while OAuth access is off in the settings; they get no tokens then.
 */
export interface OAuthClientServiceHandlers extends grpc.UntypedServiceImplementation {
  /**
   * Makes a client and, unless it is public, shows its secret, this once.
   * Errors: LIMIT_REACHED, RESOURCE_EXISTS (identifier), FIELD_INVALID, REQUEST_ID_REUSED, RESOURCE_NOT_FOUND.
   */
  CreateOAuthClient: grpc.handleUnaryCall<_latchkey_v1_CreateOAuthClientRequest__Output, _latchkey_v1_CreateOAuthClientResponse>;
  
  /**
   * Deletes a client for good, and with it every token made for it, from the next call on.
   * Errors: RESOURCE_NOT_FOUND, ETAG_MISMATCH.
   */
  DeleteOAuthClient: grpc.handleUnaryCall<_latchkey_v1_DeleteOAuthClientRequest__Output, _latchkey_v1_DeleteOAuthClientResponse>;
  
  /**
   * Stops a client and all its tokens from the next call on, until it is enabled again.
   * Errors: RESOURCE_NOT_FOUND, STATE_CONFLICT, ETAG_MISMATCH.
   */
  DisableOAuthClient: grpc.handleUnaryCall<_latchkey_v1_DisableOAuthClientRequest__Output, _latchkey_v1_DisableOAuthClientResponse>;
  
  /**
   * Lets a disabled client work again, together with those of its tokens that have not ended otherwise.
   * Errors: RESOURCE_NOT_FOUND, STATE_CONFLICT, ETAG_MISMATCH.
   */
  EnableOAuthClient: grpc.handleUnaryCall<_latchkey_v1_EnableOAuthClientRequest__Output, _latchkey_v1_EnableOAuthClientResponse>;
  
  /**
   * Returns one client, without its secrets.
   * Errors: RESOURCE_NOT_FOUND.
   */
  GetOAuthClient: grpc.handleUnaryCall<_latchkey_v1_GetOAuthClientRequest__Output, _latchkey_v1_GetOAuthClientResponse>;
  
  /**
   * Lists clients, without their secrets.
   * Errors: FILTER_INVALID, PAGE_TOKEN_INVALID.
   */
  ListOAuthClients: grpc.handleUnaryCall<_latchkey_v1_ListOAuthClientsRequest__Output, _latchkey_v1_ListOAuthClientsResponse>;
  
  /**
   * Ends the old secret of a client before its overlap is over.
   * Errors: RESOURCE_NOT_FOUND, STATE_CONFLICT (there is no old secret), ETAG_MISMATCH.
   */
  RetireOAuthClientSecret: grpc.handleUnaryCall<_latchkey_v1_RetireOAuthClientSecretRequest__Output, _latchkey_v1_RetireOAuthClientSecretResponse>;
  
  /**
   * Gives a confidential client a new secret, shown this once. The old one goes on working for the overlap asked for;
   * a still older one ends at once.
   * Errors: RESOURCE_NOT_FOUND, STATE_CONFLICT (a public client), FIELD_INVALID, ETAG_MISMATCH.
   */
  RotateOAuthClientSecret: grpc.handleUnaryCall<_latchkey_v1_RotateOAuthClientSecretRequest__Output, _latchkey_v1_RotateOAuthClientSecretResponse>;
  
  /**
   * Decides whether a client can be used by every account of this server. For the operator of the machine only: it
   * cures "No such client" for an application that serves several accounts.
   * Errors: ROLE_INSUFFICIENT, RESOURCE_NOT_FOUND, RESOURCE_EXISTS (another global client has this identifier).
   */
  SetOAuthClientGlobal: grpc.handleUnaryCall<_latchkey_v1_SetOAuthClientGlobalRequest__Output, _latchkey_v1_SetOAuthClientGlobalResponse>;
  
  /**
   * Changes the fields named by the mask. The identifier and the kind never change.
   * Errors: RESOURCE_NOT_FOUND, ETAG_MISMATCH, UPDATE_MASK_INVALID, FIELD_INVALID.
   */
  UpdateOAuthClient: grpc.handleUnaryCall<_latchkey_v1_UpdateOAuthClientRequest__Output, _latchkey_v1_UpdateOAuthClientResponse>;
  
}

export interface OAuthClientServiceDefinition extends grpc.ServiceDefinition {
  CreateOAuthClient: MethodDefinition<_latchkey_v1_CreateOAuthClientRequest, _latchkey_v1_CreateOAuthClientResponse, _latchkey_v1_CreateOAuthClientRequest__Output, _latchkey_v1_CreateOAuthClientResponse__Output>
  DeleteOAuthClient: MethodDefinition<_latchkey_v1_DeleteOAuthClientRequest, _latchkey_v1_DeleteOAuthClientResponse, _latchkey_v1_DeleteOAuthClientRequest__Output, _latchkey_v1_DeleteOAuthClientResponse__Output>
  DisableOAuthClient: MethodDefinition<_latchkey_v1_DisableOAuthClientRequest, _latchkey_v1_DisableOAuthClientResponse, _latchkey_v1_DisableOAuthClientRequest__Output, _latchkey_v1_DisableOAuthClientResponse__Output>
  EnableOAuthClient: MethodDefinition<_latchkey_v1_EnableOAuthClientRequest, _latchkey_v1_EnableOAuthClientResponse, _latchkey_v1_EnableOAuthClientRequest__Output, _latchkey_v1_EnableOAuthClientResponse__Output>
  GetOAuthClient: MethodDefinition<_latchkey_v1_GetOAuthClientRequest, _latchkey_v1_GetOAuthClientResponse, _latchkey_v1_GetOAuthClientRequest__Output, _latchkey_v1_GetOAuthClientResponse__Output>
  ListOAuthClients: MethodDefinition<_latchkey_v1_ListOAuthClientsRequest, _latchkey_v1_ListOAuthClientsResponse, _latchkey_v1_ListOAuthClientsRequest__Output, _latchkey_v1_ListOAuthClientsResponse__Output>
  RetireOAuthClientSecret: MethodDefinition<_latchkey_v1_RetireOAuthClientSecretRequest, _latchkey_v1_RetireOAuthClientSecretResponse, _latchkey_v1_RetireOAuthClientSecretRequest__Output, _latchkey_v1_RetireOAuthClientSecretResponse__Output>
  RotateOAuthClientSecret: MethodDefinition<_latchkey_v1_RotateOAuthClientSecretRequest, _latchkey_v1_RotateOAuthClientSecretResponse, _latchkey_v1_RotateOAuthClientSecretRequest__Output, _latchkey_v1_RotateOAuthClientSecretResponse__Output>
  SetOAuthClientGlobal: MethodDefinition<_latchkey_v1_SetOAuthClientGlobalRequest, _latchkey_v1_SetOAuthClientGlobalResponse, _latchkey_v1_SetOAuthClientGlobalRequest__Output, _latchkey_v1_SetOAuthClientGlobalResponse__Output>
  UpdateOAuthClient: MethodDefinition<_latchkey_v1_UpdateOAuthClientRequest, _latchkey_v1_UpdateOAuthClientResponse, _latchkey_v1_UpdateOAuthClientRequest__Output, _latchkey_v1_UpdateOAuthClientResponse__Output>
}
