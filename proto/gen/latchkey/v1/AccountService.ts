// Original file: proto/latchkey/v1/account.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { CreateAccountRequest as _latchkey_v1_CreateAccountRequest, CreateAccountRequest__Output as _latchkey_v1_CreateAccountRequest__Output } from '../../latchkey/v1/CreateAccountRequest.js';
import type { CreateAccountResponse as _latchkey_v1_CreateAccountResponse, CreateAccountResponse__Output as _latchkey_v1_CreateAccountResponse__Output } from '../../latchkey/v1/CreateAccountResponse.js';
import type { GetAccountRequest as _latchkey_v1_GetAccountRequest, GetAccountRequest__Output as _latchkey_v1_GetAccountRequest__Output } from '../../latchkey/v1/GetAccountRequest.js';
import type { GetAccountResponse as _latchkey_v1_GetAccountResponse, GetAccountResponse__Output as _latchkey_v1_GetAccountResponse__Output } from '../../latchkey/v1/GetAccountResponse.js';
import type { GetSetupStateRequest as _latchkey_v1_GetSetupStateRequest, GetSetupStateRequest__Output as _latchkey_v1_GetSetupStateRequest__Output } from '../../latchkey/v1/GetSetupStateRequest.js';
import type { GetSetupStateResponse as _latchkey_v1_GetSetupStateResponse, GetSetupStateResponse__Output as _latchkey_v1_GetSetupStateResponse__Output } from '../../latchkey/v1/GetSetupStateResponse.js';
import type { ListAccountsRequest as _latchkey_v1_ListAccountsRequest, ListAccountsRequest__Output as _latchkey_v1_ListAccountsRequest__Output } from '../../latchkey/v1/ListAccountsRequest.js';
import type { ListAccountsResponse as _latchkey_v1_ListAccountsResponse, ListAccountsResponse__Output as _latchkey_v1_ListAccountsResponse__Output } from '../../latchkey/v1/ListAccountsResponse.js';

/**
 * The tenants of this server. Called by the operator of the machine: over the operator's own unix socket, or,
 * while the server holds no account yet, with the one-time setup code it prints when it starts.
 */
export interface AccountServiceClient extends grpc.Client {
  /**
   * Makes an account together with its first administrator, and signs that administrator in.
   * Errors: SETUP_CODE_INVALID, RESOURCE_EXISTS, FIELD_INVALID, REQUEST_ID_REUSED.
   */
  CreateAccount(argument: _latchkey_v1_CreateAccountRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_CreateAccountResponse__Output>): grpc.ClientUnaryCall;
  CreateAccount(argument: _latchkey_v1_CreateAccountRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_latchkey_v1_CreateAccountResponse__Output>): grpc.ClientUnaryCall;
  CreateAccount(argument: _latchkey_v1_CreateAccountRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_CreateAccountResponse__Output>): grpc.ClientUnaryCall;
  CreateAccount(argument: _latchkey_v1_CreateAccountRequest, callback: grpc.requestCallback<_latchkey_v1_CreateAccountResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Makes an account together with its first administrator, and signs that administrator in.
   * Errors: SETUP_CODE_INVALID, RESOURCE_EXISTS, FIELD_INVALID, REQUEST_ID_REUSED.
   */
  createAccount(argument: _latchkey_v1_CreateAccountRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_CreateAccountResponse__Output>): grpc.ClientUnaryCall;
  createAccount(argument: _latchkey_v1_CreateAccountRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_latchkey_v1_CreateAccountResponse__Output>): grpc.ClientUnaryCall;
  createAccount(argument: _latchkey_v1_CreateAccountRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_CreateAccountResponse__Output>): grpc.ClientUnaryCall;
  createAccount(argument: _latchkey_v1_CreateAccountRequest, callback: grpc.requestCallback<_latchkey_v1_CreateAccountResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Returns the caller's own account; the operator may name any.
   * Errors: RESOURCE_NOT_FOUND.
   */
  GetAccount(argument: _latchkey_v1_GetAccountRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_GetAccountResponse__Output>): grpc.ClientUnaryCall;
  GetAccount(argument: _latchkey_v1_GetAccountRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_latchkey_v1_GetAccountResponse__Output>): grpc.ClientUnaryCall;
  GetAccount(argument: _latchkey_v1_GetAccountRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_GetAccountResponse__Output>): grpc.ClientUnaryCall;
  GetAccount(argument: _latchkey_v1_GetAccountRequest, callback: grpc.requestCallback<_latchkey_v1_GetAccountResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Returns the caller's own account; the operator may name any.
   * Errors: RESOURCE_NOT_FOUND.
   */
  getAccount(argument: _latchkey_v1_GetAccountRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_GetAccountResponse__Output>): grpc.ClientUnaryCall;
  getAccount(argument: _latchkey_v1_GetAccountRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_latchkey_v1_GetAccountResponse__Output>): grpc.ClientUnaryCall;
  getAccount(argument: _latchkey_v1_GetAccountRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_GetAccountResponse__Output>): grpc.ClientUnaryCall;
  getAccount(argument: _latchkey_v1_GetAccountRequest, callback: grpc.requestCallback<_latchkey_v1_GetAccountResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Tells a caller without a credential whether the server still waits for its first account.
   */
  GetSetupState(argument: _latchkey_v1_GetSetupStateRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_GetSetupStateResponse__Output>): grpc.ClientUnaryCall;
  GetSetupState(argument: _latchkey_v1_GetSetupStateRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_latchkey_v1_GetSetupStateResponse__Output>): grpc.ClientUnaryCall;
  GetSetupState(argument: _latchkey_v1_GetSetupStateRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_GetSetupStateResponse__Output>): grpc.ClientUnaryCall;
  GetSetupState(argument: _latchkey_v1_GetSetupStateRequest, callback: grpc.requestCallback<_latchkey_v1_GetSetupStateResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Tells a caller without a credential whether the server still waits for its first account.
   */
  getSetupState(argument: _latchkey_v1_GetSetupStateRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_GetSetupStateResponse__Output>): grpc.ClientUnaryCall;
  getSetupState(argument: _latchkey_v1_GetSetupStateRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_latchkey_v1_GetSetupStateResponse__Output>): grpc.ClientUnaryCall;
  getSetupState(argument: _latchkey_v1_GetSetupStateRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_GetSetupStateResponse__Output>): grpc.ClientUnaryCall;
  getSetupState(argument: _latchkey_v1_GetSetupStateRequest, callback: grpc.requestCallback<_latchkey_v1_GetSetupStateResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Lists all accounts in the order they were made. For the operator only.
   * Errors: ROLE_INSUFFICIENT, PAGE_TOKEN_INVALID, FILTER_INVALID.
   */
  ListAccounts(argument: _latchkey_v1_ListAccountsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_ListAccountsResponse__Output>): grpc.ClientUnaryCall;
  ListAccounts(argument: _latchkey_v1_ListAccountsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_latchkey_v1_ListAccountsResponse__Output>): grpc.ClientUnaryCall;
  ListAccounts(argument: _latchkey_v1_ListAccountsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_ListAccountsResponse__Output>): grpc.ClientUnaryCall;
  ListAccounts(argument: _latchkey_v1_ListAccountsRequest, callback: grpc.requestCallback<_latchkey_v1_ListAccountsResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Lists all accounts in the order they were made. For the operator only.
   * Errors: ROLE_INSUFFICIENT, PAGE_TOKEN_INVALID, FILTER_INVALID.
   */
  listAccounts(argument: _latchkey_v1_ListAccountsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_ListAccountsResponse__Output>): grpc.ClientUnaryCall;
  listAccounts(argument: _latchkey_v1_ListAccountsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_latchkey_v1_ListAccountsResponse__Output>): grpc.ClientUnaryCall;
  listAccounts(argument: _latchkey_v1_ListAccountsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_ListAccountsResponse__Output>): grpc.ClientUnaryCall;
  listAccounts(argument: _latchkey_v1_ListAccountsRequest, callback: grpc.requestCallback<_latchkey_v1_ListAccountsResponse__Output>): grpc.ClientUnaryCall;
  
}

/**
 * The tenants of this server. Called by the operator of the machine: over the operator's own unix socket, or,
 * while the server holds no account yet, with the one-time setup code it prints when it starts.
 */
export interface AccountServiceHandlers extends grpc.UntypedServiceImplementation {
  /**
   * Makes an account together with its first administrator, and signs that administrator in.
   * Errors: SETUP_CODE_INVALID, RESOURCE_EXISTS, FIELD_INVALID, REQUEST_ID_REUSED.
   */
  CreateAccount: grpc.handleUnaryCall<_latchkey_v1_CreateAccountRequest__Output, _latchkey_v1_CreateAccountResponse>;
  
  /**
   * Returns the caller's own account; the operator may name any.
   * Errors: RESOURCE_NOT_FOUND.
   */
  GetAccount: grpc.handleUnaryCall<_latchkey_v1_GetAccountRequest__Output, _latchkey_v1_GetAccountResponse>;
  
  /**
   * Tells a caller without a credential whether the server still waits for its first account.
   */
  GetSetupState: grpc.handleUnaryCall<_latchkey_v1_GetSetupStateRequest__Output, _latchkey_v1_GetSetupStateResponse>;
  
  /**
   * Lists all accounts in the order they were made. For the operator only.
   * Errors: ROLE_INSUFFICIENT, PAGE_TOKEN_INVALID, FILTER_INVALID.
   */
  ListAccounts: grpc.handleUnaryCall<_latchkey_v1_ListAccountsRequest__Output, _latchkey_v1_ListAccountsResponse>;
  
}

export interface AccountServiceDefinition extends grpc.ServiceDefinition {
  CreateAccount: MethodDefinition<_latchkey_v1_CreateAccountRequest, _latchkey_v1_CreateAccountResponse, _latchkey_v1_CreateAccountRequest__Output, _latchkey_v1_CreateAccountResponse__Output>
  GetAccount: MethodDefinition<_latchkey_v1_GetAccountRequest, _latchkey_v1_GetAccountResponse, _latchkey_v1_GetAccountRequest__Output, _latchkey_v1_GetAccountResponse__Output>
  GetSetupState: MethodDefinition<_latchkey_v1_GetSetupStateRequest, _latchkey_v1_GetSetupStateResponse, _latchkey_v1_GetSetupStateRequest__Output, _latchkey_v1_GetSetupStateResponse__Output>
  ListAccounts: MethodDefinition<_latchkey_v1_ListAccountsRequest, _latchkey_v1_ListAccountsResponse, _latchkey_v1_ListAccountsRequest__Output, _latchkey_v1_ListAccountsResponse__Output>
}
