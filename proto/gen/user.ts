import type * as grpc from '@grpc/grpc-js';
import type { EnumTypeDefinition, MessageTypeDefinition } from '@grpc/proto-loader';

import type { FieldMask as _google_protobuf_FieldMask, FieldMask__Output as _google_protobuf_FieldMask__Output } from './google/protobuf/FieldMask.js';
import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from './google/protobuf/Timestamp.js';
import type { CreateUserRequest as _latchkey_v1_CreateUserRequest, CreateUserRequest__Output as _latchkey_v1_CreateUserRequest__Output } from './latchkey/v1/CreateUserRequest.js';
import type { CreateUserResponse as _latchkey_v1_CreateUserResponse, CreateUserResponse__Output as _latchkey_v1_CreateUserResponse__Output } from './latchkey/v1/CreateUserResponse.js';
import type { DeleteUserRequest as _latchkey_v1_DeleteUserRequest, DeleteUserRequest__Output as _latchkey_v1_DeleteUserRequest__Output } from './latchkey/v1/DeleteUserRequest.js';
import type { DeleteUserResponse as _latchkey_v1_DeleteUserResponse, DeleteUserResponse__Output as _latchkey_v1_DeleteUserResponse__Output } from './latchkey/v1/DeleteUserResponse.js';
import type { GetUserRequest as _latchkey_v1_GetUserRequest, GetUserRequest__Output as _latchkey_v1_GetUserRequest__Output } from './latchkey/v1/GetUserRequest.js';
import type { GetUserResponse as _latchkey_v1_GetUserResponse, GetUserResponse__Output as _latchkey_v1_GetUserResponse__Output } from './latchkey/v1/GetUserResponse.js';
import type { ListUsersRequest as _latchkey_v1_ListUsersRequest, ListUsersRequest__Output as _latchkey_v1_ListUsersRequest__Output } from './latchkey/v1/ListUsersRequest.js';
import type { ListUsersResponse as _latchkey_v1_ListUsersResponse, ListUsersResponse__Output as _latchkey_v1_ListUsersResponse__Output } from './latchkey/v1/ListUsersResponse.js';
import type { SetPasswordRequest as _latchkey_v1_SetPasswordRequest, SetPasswordRequest__Output as _latchkey_v1_SetPasswordRequest__Output } from './latchkey/v1/SetPasswordRequest.js';
import type { SetPasswordResponse as _latchkey_v1_SetPasswordResponse, SetPasswordResponse__Output as _latchkey_v1_SetPasswordResponse__Output } from './latchkey/v1/SetPasswordResponse.js';
import type { UpdateUserRequest as _latchkey_v1_UpdateUserRequest, UpdateUserRequest__Output as _latchkey_v1_UpdateUserRequest__Output } from './latchkey/v1/UpdateUserRequest.js';
import type { UpdateUserResponse as _latchkey_v1_UpdateUserResponse, UpdateUserResponse__Output as _latchkey_v1_UpdateUserResponse__Output } from './latchkey/v1/UpdateUserResponse.js';
import type { User as _latchkey_v1_User, User__Output as _latchkey_v1_User__Output } from './latchkey/v1/User.js';
import type { UserServiceClient as _latchkey_v1_UserServiceClient, UserServiceDefinition as _latchkey_v1_UserServiceDefinition } from './latchkey/v1/UserService.js';

type SubtypeConstructor<Constructor extends new (...args: any) => any, Subtype> = {
  new(...args: ConstructorParameters<Constructor>): Subtype;
};

export interface ProtoGrpcType {
  google: {
    protobuf: {
      FieldMask: MessageTypeDefinition<_google_protobuf_FieldMask, _google_protobuf_FieldMask__Output>
      Timestamp: MessageTypeDefinition<_google_protobuf_Timestamp, _google_protobuf_Timestamp__Output>
    }
  }
  latchkey: {
    v1: {
      CreateUserRequest: MessageTypeDefinition<_latchkey_v1_CreateUserRequest, _latchkey_v1_CreateUserRequest__Output>
      CreateUserResponse: MessageTypeDefinition<_latchkey_v1_CreateUserResponse, _latchkey_v1_CreateUserResponse__Output>
      DeleteUserRequest: MessageTypeDefinition<_latchkey_v1_DeleteUserRequest, _latchkey_v1_DeleteUserRequest__Output>
      DeleteUserResponse: MessageTypeDefinition<_latchkey_v1_DeleteUserResponse, _latchkey_v1_DeleteUserResponse__Output>
      GetUserRequest: MessageTypeDefinition<_latchkey_v1_GetUserRequest, _latchkey_v1_GetUserRequest__Output>
      GetUserResponse: MessageTypeDefinition<_latchkey_v1_GetUserResponse, _latchkey_v1_GetUserResponse__Output>
      ListUsersRequest: MessageTypeDefinition<_latchkey_v1_ListUsersRequest, _latchkey_v1_ListUsersRequest__Output>
      ListUsersResponse: MessageTypeDefinition<_latchkey_v1_ListUsersResponse, _latchkey_v1_ListUsersResponse__Output>
      Role: EnumTypeDefinition
      SetPasswordRequest: MessageTypeDefinition<_latchkey_v1_SetPasswordRequest, _latchkey_v1_SetPasswordRequest__Output>
      SetPasswordResponse: MessageTypeDefinition<_latchkey_v1_SetPasswordResponse, _latchkey_v1_SetPasswordResponse__Output>
      UpdateUserRequest: MessageTypeDefinition<_latchkey_v1_UpdateUserRequest, _latchkey_v1_UpdateUserRequest__Output>
      UpdateUserResponse: MessageTypeDefinition<_latchkey_v1_UpdateUserResponse, _latchkey_v1_UpdateUserResponse__Output>
      User: MessageTypeDefinition<_latchkey_v1_User, _latchkey_v1_User__Output>
      /**
       * The people of the caller's account.
       */
      UserService: SubtypeConstructor<typeof grpc.Client, _latchkey_v1_UserServiceClient> & { service: _latchkey_v1_UserServiceDefinition }
    }
  }
}

