// Original file: proto/latchkey/v1/user.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { CreateUserRequest as _latchkey_v1_CreateUserRequest, CreateUserRequest__Output as _latchkey_v1_CreateUserRequest__Output } from '../../latchkey/v1/CreateUserRequest.js';
import type { CreateUserResponse as _latchkey_v1_CreateUserResponse, CreateUserResponse__Output as _latchkey_v1_CreateUserResponse__Output } from '../../latchkey/v1/CreateUserResponse.js';
import type { DeleteUserRequest as _latchkey_v1_DeleteUserRequest, DeleteUserRequest__Output as _latchkey_v1_DeleteUserRequest__Output } from '../../latchkey/v1/DeleteUserRequest.js';
import type { DeleteUserResponse as _latchkey_v1_DeleteUserResponse, DeleteUserResponse__Output as _latchkey_v1_DeleteUserResponse__Output } from '../../latchkey/v1/DeleteUserResponse.js';
import type { GetUserRequest as _latchkey_v1_GetUserRequest, GetUserRequest__Output as _latchkey_v1_GetUserRequest__Output } from '../../latchkey/v1/GetUserRequest.js';
import type { GetUserResponse as _latchkey_v1_GetUserResponse, GetUserResponse__Output as _latchkey_v1_GetUserResponse__Output } from '../../latchkey/v1/GetUserResponse.js';
import type { ListUsersRequest as _latchkey_v1_ListUsersRequest, ListUsersRequest__Output as _latchkey_v1_ListUsersRequest__Output } from '../../latchkey/v1/ListUsersRequest.js';
import type { ListUsersResponse as _latchkey_v1_ListUsersResponse, ListUsersResponse__Output as _latchkey_v1_ListUsersResponse__Output } from '../../latchkey/v1/ListUsersResponse.js';
import type { SetPasswordRequest as _latchkey_v1_SetPasswordRequest, SetPasswordRequest__Output as _latchkey_v1_SetPasswordRequest__Output } from '../../latchkey/v1/SetPasswordRequest.js';
import type { SetPasswordResponse as _latchkey_v1_SetPasswordResponse, SetPasswordResponse__Output as _latchkey_v1_SetPasswordResponse__Output } from '../../latchkey/v1/SetPasswordResponse.js';
import type { UpdateUserRequest as _latchkey_v1_UpdateUserRequest, UpdateUserRequest__Output as _latchkey_v1_UpdateUserRequest__Output } from '../../latchkey/v1/UpdateUserRequest.js';
import type { UpdateUserResponse as _latchkey_v1_UpdateUserResponse, UpdateUserResponse__Output as _latchkey_v1_UpdateUserResponse__Output } from '../../latchkey/v1/UpdateUserResponse.js';

/**
 * The people of the caller's account.
 */
export interface UserServiceClient extends grpc.Client {
  /**
   * Adds a user.
   * Errors: RESOURCE_EXISTS (the e-mail is taken), FIELD_INVALID, REQUEST_ID_REUSED, RESOURCE_NOT_FOUND.
   */
  CreateUser(argument: _latchkey_v1_CreateUserRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_CreateUserResponse__Output>): grpc.ClientUnaryCall;
  CreateUser(argument: _latchkey_v1_CreateUserRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_latchkey_v1_CreateUserResponse__Output>): grpc.ClientUnaryCall;
  CreateUser(argument: _latchkey_v1_CreateUserRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_CreateUserResponse__Output>): grpc.ClientUnaryCall;
  CreateUser(argument: _latchkey_v1_CreateUserRequest, callback: grpc.requestCallback<_latchkey_v1_CreateUserResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Adds a user.
   * Errors: RESOURCE_EXISTS (the e-mail is taken), FIELD_INVALID, REQUEST_ID_REUSED, RESOURCE_NOT_FOUND.
   */
  createUser(argument: _latchkey_v1_CreateUserRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_CreateUserResponse__Output>): grpc.ClientUnaryCall;
  createUser(argument: _latchkey_v1_CreateUserRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_latchkey_v1_CreateUserResponse__Output>): grpc.ClientUnaryCall;
  createUser(argument: _latchkey_v1_CreateUserRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_CreateUserResponse__Output>): grpc.ClientUnaryCall;
  createUser(argument: _latchkey_v1_CreateUserRequest, callback: grpc.requestCallback<_latchkey_v1_CreateUserResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Deletes a user for good and ends their sessions. API tokens are not tied to users and stay, except that a token
   * bound to this user can never be used again.
   * Errors: RESOURCE_NOT_FOUND, LAST_ADMIN, ETAG_MISMATCH.
   */
  DeleteUser(argument: _latchkey_v1_DeleteUserRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_DeleteUserResponse__Output>): grpc.ClientUnaryCall;
  DeleteUser(argument: _latchkey_v1_DeleteUserRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_latchkey_v1_DeleteUserResponse__Output>): grpc.ClientUnaryCall;
  DeleteUser(argument: _latchkey_v1_DeleteUserRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_DeleteUserResponse__Output>): grpc.ClientUnaryCall;
  DeleteUser(argument: _latchkey_v1_DeleteUserRequest, callback: grpc.requestCallback<_latchkey_v1_DeleteUserResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Deletes a user for good and ends their sessions. API tokens are not tied to users and stay, except that a token
   * bound to this user can never be used again.
   * Errors: RESOURCE_NOT_FOUND, LAST_ADMIN, ETAG_MISMATCH.
   */
  deleteUser(argument: _latchkey_v1_DeleteUserRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_DeleteUserResponse__Output>): grpc.ClientUnaryCall;
  deleteUser(argument: _latchkey_v1_DeleteUserRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_latchkey_v1_DeleteUserResponse__Output>): grpc.ClientUnaryCall;
  deleteUser(argument: _latchkey_v1_DeleteUserRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_DeleteUserResponse__Output>): grpc.ClientUnaryCall;
  deleteUser(argument: _latchkey_v1_DeleteUserRequest, callback: grpc.requestCallback<_latchkey_v1_DeleteUserResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Returns one user; anybody may read themself.
   * Errors: RESOURCE_NOT_FOUND.
   */
  GetUser(argument: _latchkey_v1_GetUserRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_GetUserResponse__Output>): grpc.ClientUnaryCall;
  GetUser(argument: _latchkey_v1_GetUserRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_latchkey_v1_GetUserResponse__Output>): grpc.ClientUnaryCall;
  GetUser(argument: _latchkey_v1_GetUserRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_GetUserResponse__Output>): grpc.ClientUnaryCall;
  GetUser(argument: _latchkey_v1_GetUserRequest, callback: grpc.requestCallback<_latchkey_v1_GetUserResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Returns one user; anybody may read themself.
   * Errors: RESOURCE_NOT_FOUND.
   */
  getUser(argument: _latchkey_v1_GetUserRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_GetUserResponse__Output>): grpc.ClientUnaryCall;
  getUser(argument: _latchkey_v1_GetUserRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_latchkey_v1_GetUserResponse__Output>): grpc.ClientUnaryCall;
  getUser(argument: _latchkey_v1_GetUserRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_GetUserResponse__Output>): grpc.ClientUnaryCall;
  getUser(argument: _latchkey_v1_GetUserRequest, callback: grpc.requestCallback<_latchkey_v1_GetUserResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Lists users.
   * Errors: FILTER_INVALID, PAGE_TOKEN_INVALID.
   */
  ListUsers(argument: _latchkey_v1_ListUsersRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_ListUsersResponse__Output>): grpc.ClientUnaryCall;
  ListUsers(argument: _latchkey_v1_ListUsersRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_latchkey_v1_ListUsersResponse__Output>): grpc.ClientUnaryCall;
  ListUsers(argument: _latchkey_v1_ListUsersRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_ListUsersResponse__Output>): grpc.ClientUnaryCall;
  ListUsers(argument: _latchkey_v1_ListUsersRequest, callback: grpc.requestCallback<_latchkey_v1_ListUsersResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Lists users.
   * Errors: FILTER_INVALID, PAGE_TOKEN_INVALID.
   */
  listUsers(argument: _latchkey_v1_ListUsersRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_ListUsersResponse__Output>): grpc.ClientUnaryCall;
  listUsers(argument: _latchkey_v1_ListUsersRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_latchkey_v1_ListUsersResponse__Output>): grpc.ClientUnaryCall;
  listUsers(argument: _latchkey_v1_ListUsersRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_ListUsersResponse__Output>): grpc.ClientUnaryCall;
  listUsers(argument: _latchkey_v1_ListUsersRequest, callback: grpc.requestCallback<_latchkey_v1_ListUsersResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Sets a password and ends the user's other sessions. Users change their own by giving the present one.
   * Errors: RESOURCE_NOT_FOUND, SIGN_IN_REFUSED, SIGN_IN_THROTTLED, FIELD_INVALID.
   */
  SetPassword(argument: _latchkey_v1_SetPasswordRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_SetPasswordResponse__Output>): grpc.ClientUnaryCall;
  SetPassword(argument: _latchkey_v1_SetPasswordRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_latchkey_v1_SetPasswordResponse__Output>): grpc.ClientUnaryCall;
  SetPassword(argument: _latchkey_v1_SetPasswordRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_SetPasswordResponse__Output>): grpc.ClientUnaryCall;
  SetPassword(argument: _latchkey_v1_SetPasswordRequest, callback: grpc.requestCallback<_latchkey_v1_SetPasswordResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Sets a password and ends the user's other sessions. Users change their own by giving the present one.
   * Errors: RESOURCE_NOT_FOUND, SIGN_IN_REFUSED, SIGN_IN_THROTTLED, FIELD_INVALID.
   */
  setPassword(argument: _latchkey_v1_SetPasswordRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_SetPasswordResponse__Output>): grpc.ClientUnaryCall;
  setPassword(argument: _latchkey_v1_SetPasswordRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_latchkey_v1_SetPasswordResponse__Output>): grpc.ClientUnaryCall;
  setPassword(argument: _latchkey_v1_SetPasswordRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_SetPasswordResponse__Output>): grpc.ClientUnaryCall;
  setPassword(argument: _latchkey_v1_SetPasswordRequest, callback: grpc.requestCallback<_latchkey_v1_SetPasswordResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Changes the fields named by the mask. Lowering a role or suspending ends the user's sessions in the same commit.
   * Errors: RESOURCE_NOT_FOUND, ETAG_MISMATCH, RESOURCE_EXISTS, LAST_ADMIN, FIELD_INVALID, UPDATE_MASK_INVALID.
   */
  UpdateUser(argument: _latchkey_v1_UpdateUserRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_UpdateUserResponse__Output>): grpc.ClientUnaryCall;
  UpdateUser(argument: _latchkey_v1_UpdateUserRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_latchkey_v1_UpdateUserResponse__Output>): grpc.ClientUnaryCall;
  UpdateUser(argument: _latchkey_v1_UpdateUserRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_UpdateUserResponse__Output>): grpc.ClientUnaryCall;
  UpdateUser(argument: _latchkey_v1_UpdateUserRequest, callback: grpc.requestCallback<_latchkey_v1_UpdateUserResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Changes the fields named by the mask. Lowering a role or suspending ends the user's sessions in the same commit.
   * Errors: RESOURCE_NOT_FOUND, ETAG_MISMATCH, RESOURCE_EXISTS, LAST_ADMIN, FIELD_INVALID, UPDATE_MASK_INVALID.
   */
  updateUser(argument: _latchkey_v1_UpdateUserRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_UpdateUserResponse__Output>): grpc.ClientUnaryCall;
  updateUser(argument: _latchkey_v1_UpdateUserRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_latchkey_v1_UpdateUserResponse__Output>): grpc.ClientUnaryCall;
  updateUser(argument: _latchkey_v1_UpdateUserRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_UpdateUserResponse__Output>): grpc.ClientUnaryCall;
  updateUser(argument: _latchkey_v1_UpdateUserRequest, callback: grpc.requestCallback<_latchkey_v1_UpdateUserResponse__Output>): grpc.ClientUnaryCall;
  
}

/**
 * The people of the caller's account.
 */
export interface UserServiceHandlers extends grpc.UntypedServiceImplementation {
  /**
   * Adds a user.
   * Errors: RESOURCE_EXISTS (the e-mail is taken), FIELD_INVALID, REQUEST_ID_REUSED, RESOURCE_NOT_FOUND.
   */
  CreateUser: grpc.handleUnaryCall<_latchkey_v1_CreateUserRequest__Output, _latchkey_v1_CreateUserResponse>;
  
  /**
   * Deletes a user for good and ends their sessions. API tokens are not tied to users and stay, except that a token
   * bound to this user can never be used again.
   * Errors: RESOURCE_NOT_FOUND, LAST_ADMIN, ETAG_MISMATCH.
   */
  DeleteUser: grpc.handleUnaryCall<_latchkey_v1_DeleteUserRequest__Output, _latchkey_v1_DeleteUserResponse>;
  
  /**
   * Returns one user; anybody may read themself.
   * Errors: RESOURCE_NOT_FOUND.
   */
  GetUser: grpc.handleUnaryCall<_latchkey_v1_GetUserRequest__Output, _latchkey_v1_GetUserResponse>;
  
  /**
   * Lists users.
   * Errors: FILTER_INVALID, PAGE_TOKEN_INVALID.
   */
  ListUsers: grpc.handleUnaryCall<_latchkey_v1_ListUsersRequest__Output, _latchkey_v1_ListUsersResponse>;
  
  /**
   * Sets a password and ends the user's other sessions. Users change their own by giving the present one.
   * Errors: RESOURCE_NOT_FOUND, SIGN_IN_REFUSED, SIGN_IN_THROTTLED, FIELD_INVALID.
   */
  SetPassword: grpc.handleUnaryCall<_latchkey_v1_SetPasswordRequest__Output, _latchkey_v1_SetPasswordResponse>;
  
  /**
   * Changes the fields named by the mask. Lowering a role or suspending ends the user's sessions in the same commit.
   * Errors: RESOURCE_NOT_FOUND, ETAG_MISMATCH, RESOURCE_EXISTS, LAST_ADMIN, FIELD_INVALID, UPDATE_MASK_INVALID.
   */
  UpdateUser: grpc.handleUnaryCall<_latchkey_v1_UpdateUserRequest__Output, _latchkey_v1_UpdateUserResponse>;
  
}

export interface UserServiceDefinition extends grpc.ServiceDefinition {
  CreateUser: MethodDefinition<_latchkey_v1_CreateUserRequest, _latchkey_v1_CreateUserResponse, _latchkey_v1_CreateUserRequest__Output, _latchkey_v1_CreateUserResponse__Output>
  DeleteUser: MethodDefinition<_latchkey_v1_DeleteUserRequest, _latchkey_v1_DeleteUserResponse, _latchkey_v1_DeleteUserRequest__Output, _latchkey_v1_DeleteUserResponse__Output>
  GetUser: MethodDefinition<_latchkey_v1_GetUserRequest, _latchkey_v1_GetUserResponse, _latchkey_v1_GetUserRequest__Output, _latchkey_v1_GetUserResponse__Output>
  ListUsers: MethodDefinition<_latchkey_v1_ListUsersRequest, _latchkey_v1_ListUsersResponse, _latchkey_v1_ListUsersRequest__Output, _latchkey_v1_ListUsersResponse__Output>
  SetPassword: MethodDefinition<_latchkey_v1_SetPasswordRequest, _latchkey_v1_SetPasswordResponse, _latchkey_v1_SetPasswordRequest__Output, _latchkey_v1_SetPasswordResponse__Output>
  UpdateUser: MethodDefinition<_latchkey_v1_UpdateUserRequest, _latchkey_v1_UpdateUserResponse, _latchkey_v1_UpdateUserRequest__Output, _latchkey_v1_UpdateUserResponse__Output>
}
