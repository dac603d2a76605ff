import type * as grpc from '@grpc/grpc-js';
import type { EnumTypeDefinition, MessageTypeDefinition } from '@grpc/proto-loader';

import type { FieldMask as _google_protobuf_FieldMask, FieldMask__Output as _google_protobuf_FieldMask__Output } from './google/protobuf/FieldMask.js';
import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from './google/protobuf/Timestamp.js';
import type { AccessTokenTerms as _latchkey_v1_AccessTokenTerms, AccessTokenTerms__Output as _latchkey_v1_AccessTokenTerms__Output } from './latchkey/v1/AccessTokenTerms.js';
import type { AccountRules as _latchkey_v1_AccountRules, AccountRules__Output as _latchkey_v1_AccountRules__Output } from './latchkey/v1/AccountRules.js';
import type { ApiTokenTerms as _latchkey_v1_ApiTokenTerms, ApiTokenTerms__Output as _latchkey_v1_ApiTokenTerms__Output } from './latchkey/v1/ApiTokenTerms.js';
import type { AuthenticateAnswer as _latchkey_v1_AuthenticateAnswer, AuthenticateAnswer__Output as _latchkey_v1_AuthenticateAnswer__Output } from './latchkey/v1/AuthenticateAnswer.js';
import type { AuthenticateCheck as _latchkey_v1_AuthenticateCheck, AuthenticateCheck__Output as _latchkey_v1_AuthenticateCheck__Output } from './latchkey/v1/AuthenticateCheck.js';
import type { AuthenticateRequest as _latchkey_v1_AuthenticateRequest, AuthenticateRequest__Output as _latchkey_v1_AuthenticateRequest__Output } from './latchkey/v1/AuthenticateRequest.js';
import type { AuthenticateResponse as _latchkey_v1_AuthenticateResponse, AuthenticateResponse__Output as _latchkey_v1_AuthenticateResponse__Output } from './latchkey/v1/AuthenticateResponse.js';
import type { AuthenticateStreamRequest as _latchkey_v1_AuthenticateStreamRequest, AuthenticateStreamRequest__Output as _latchkey_v1_AuthenticateStreamRequest__Output } from './latchkey/v1/AuthenticateStreamRequest.js';
import type { AuthenticateStreamResponse as _latchkey_v1_AuthenticateStreamResponse, AuthenticateStreamResponse__Output as _latchkey_v1_AuthenticateStreamResponse__Output } from './latchkey/v1/AuthenticateStreamResponse.js';
import type { AuthenticationServiceClient as _latchkey_v1_AuthenticationServiceClient, AuthenticationServiceDefinition as _latchkey_v1_AuthenticationServiceDefinition } from './latchkey/v1/AuthenticationService.js';
import type { CreateUserRequest as _latchkey_v1_CreateUserRequest, CreateUserRequest__Output as _latchkey_v1_CreateUserRequest__Output } from './latchkey/v1/CreateUserRequest.js';
import type { CreateUserResponse as _latchkey_v1_CreateUserResponse, CreateUserResponse__Output as _latchkey_v1_CreateUserResponse__Output } from './latchkey/v1/CreateUserResponse.js';
import type { CredentialRecord as _latchkey_v1_CredentialRecord, CredentialRecord__Output as _latchkey_v1_CredentialRecord__Output } from './latchkey/v1/CredentialRecord.js';
import type { DeleteUserRequest as _latchkey_v1_DeleteUserRequest, DeleteUserRequest__Output as _latchkey_v1_DeleteUserRequest__Output } from './latchkey/v1/DeleteUserRequest.js';
import type { DeleteUserResponse as _latchkey_v1_DeleteUserResponse, DeleteUserResponse__Output as _latchkey_v1_DeleteUserResponse__Output } from './latchkey/v1/DeleteUserResponse.js';
import type { GetUserRequest as _latchkey_v1_GetUserRequest, GetUserRequest__Output as _latchkey_v1_GetUserRequest__Output } from './latchkey/v1/GetUserRequest.js';
import type { GetUserResponse as _latchkey_v1_GetUserResponse, GetUserResponse__Output as _latchkey_v1_GetUserResponse__Output } from './latchkey/v1/GetUserResponse.js';
import type { ListUsersRequest as _latchkey_v1_ListUsersRequest, ListUsersRequest__Output as _latchkey_v1_ListUsersRequest__Output } from './latchkey/v1/ListUsersRequest.js';
import type { ListUsersResponse as _latchkey_v1_ListUsersResponse, ListUsersResponse__Output as _latchkey_v1_ListUsersResponse__Output } from './latchkey/v1/ListUsersResponse.js';
import type { OAuthClientTerms as _latchkey_v1_OAuthClientTerms, OAuthClientTerms__Output as _latchkey_v1_OAuthClientTerms__Output } from './latchkey/v1/OAuthClientTerms.js';
import type { OAuthCutoffTerms as _latchkey_v1_OAuthCutoffTerms, OAuthCutoffTerms__Output as _latchkey_v1_OAuthCutoffTerms__Output } from './latchkey/v1/OAuthCutoffTerms.js';
import type { OAuthGrantTerms as _latchkey_v1_OAuthGrantTerms, OAuthGrantTerms__Output as _latchkey_v1_OAuthGrantTerms__Output } from './latchkey/v1/OAuthGrantTerms.js';
import type { Principal as _latchkey_v1_Principal, Principal__Output as _latchkey_v1_Principal__Output } from './latchkey/v1/Principal.js';
import type { RemovedRecord as _latchkey_v1_RemovedRecord, RemovedRecord__Output as _latchkey_v1_RemovedRecord__Output } from './latchkey/v1/RemovedRecord.js';
import type { SessionTerms as _latchkey_v1_SessionTerms, SessionTerms__Output as _latchkey_v1_SessionTerms__Output } from './latchkey/v1/SessionTerms.js';
import type { SetPasswordRequest as _latchkey_v1_SetPasswordRequest, SetPasswordRequest__Output as _latchkey_v1_SetPasswordRequest__Output } from './latchkey/v1/SetPasswordRequest.js';
import type { SetPasswordResponse as _latchkey_v1_SetPasswordResponse, SetPasswordResponse__Output as _latchkey_v1_SetPasswordResponse__Output } from './latchkey/v1/SetPasswordResponse.js';
import type { UpdateUserRequest as _latchkey_v1_UpdateUserRequest, UpdateUserRequest__Output as _latchkey_v1_UpdateUserRequest__Output } from './latchkey/v1/UpdateUserRequest.js';
import type { UpdateUserResponse as _latchkey_v1_UpdateUserResponse, UpdateUserResponse__Output as _latchkey_v1_UpdateUserResponse__Output } from './latchkey/v1/UpdateUserResponse.js';
import type { User as _latchkey_v1_User, User__Output as _latchkey_v1_User__Output } from './latchkey/v1/User.js';
import type { UserServiceClient as _latchkey_v1_UserServiceClient, UserServiceDefinition as _latchkey_v1_UserServiceDefinition } from './latchkey/v1/UserService.js';
import type { UserTerms as _latchkey_v1_UserTerms, UserTerms__Output as _latchkey_v1_UserTerms__Output } from './latchkey/v1/UserTerms.js';
import type { WatchRevocationsRequest as _latchkey_v1_WatchRevocationsRequest, WatchRevocationsRequest__Output as _latchkey_v1_WatchRevocationsRequest__Output } from './latchkey/v1/WatchRevocationsRequest.js';
import type { WatchRevocationsResponse as _latchkey_v1_WatchRevocationsResponse, WatchRevocationsResponse__Output as _latchkey_v1_WatchRevocationsResponse__Output } from './latchkey/v1/WatchRevocationsResponse.js';

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
      AccessTokenTerms: MessageTypeDefinition<_latchkey_v1_AccessTokenTerms, _latchkey_v1_AccessTokenTerms__Output>
      AccountRules: MessageTypeDefinition<_latchkey_v1_AccountRules, _latchkey_v1_AccountRules__Output>
      ApiTokenTerms: MessageTypeDefinition<_latchkey_v1_ApiTokenTerms, _latchkey_v1_ApiTokenTerms__Output>
      AuthenticateAnswer: MessageTypeDefinition<_latchkey_v1_AuthenticateAnswer, _latchkey_v1_AuthenticateAnswer__Output>
      AuthenticateCheck: MessageTypeDefinition<_latchkey_v1_AuthenticateCheck, _latchkey_v1_AuthenticateCheck__Output>
      AuthenticateRequest: MessageTypeDefinition<_latchkey_v1_AuthenticateRequest, _latchkey_v1_AuthenticateRequest__Output>
      AuthenticateResponse: MessageTypeDefinition<_latchkey_v1_AuthenticateResponse, _latchkey_v1_AuthenticateResponse__Output>
      AuthenticateStreamRequest: MessageTypeDefinition<_latchkey_v1_AuthenticateStreamRequest, _latchkey_v1_AuthenticateStreamRequest__Output>
      AuthenticateStreamResponse: MessageTypeDefinition<_latchkey_v1_AuthenticateStreamResponse, _latchkey_v1_AuthenticateStreamResponse__Output>
      /**
       * Who is this? Asked by services for the requests they serve.
       */
      AuthenticationService: SubtypeConstructor<typeof grpc.Client, _latchkey_v1_AuthenticationServiceClient> & { service: _latchkey_v1_AuthenticationServiceDefinition }
      CreateUserRequest: MessageTypeDefinition<_latchkey_v1_CreateUserRequest, _latchkey_v1_CreateUserRequest__Output>
      CreateUserResponse: MessageTypeDefinition<_latchkey_v1_CreateUserResponse, _latchkey_v1_CreateUserResponse__Output>
      CredentialKind: EnumTypeDefinition
      CredentialRecord: MessageTypeDefinition<_latchkey_v1_CredentialRecord, _latchkey_v1_CredentialRecord__Output>
      DecisionReason: EnumTypeDefinition
      DeleteUserRequest: MessageTypeDefinition<_latchkey_v1_DeleteUserRequest, _latchkey_v1_DeleteUserRequest__Output>
      DeleteUserResponse: MessageTypeDefinition<_latchkey_v1_DeleteUserResponse, _latchkey_v1_DeleteUserResponse__Output>
      GetUserRequest: MessageTypeDefinition<_latchkey_v1_GetUserRequest, _latchkey_v1_GetUserRequest__Output>
      GetUserResponse: MessageTypeDefinition<_latchkey_v1_GetUserResponse, _latchkey_v1_GetUserResponse__Output>
      ListUsersRequest: MessageTypeDefinition<_latchkey_v1_ListUsersRequest, _latchkey_v1_ListUsersRequest__Output>
      ListUsersResponse: MessageTypeDefinition<_latchkey_v1_ListUsersResponse, _latchkey_v1_ListUsersResponse__Output>
      OAuthClientTerms: MessageTypeDefinition<_latchkey_v1_OAuthClientTerms, _latchkey_v1_OAuthClientTerms__Output>
      OAuthCutoffTerms: MessageTypeDefinition<_latchkey_v1_OAuthCutoffTerms, _latchkey_v1_OAuthCutoffTerms__Output>
      OAuthGrantTerms: MessageTypeDefinition<_latchkey_v1_OAuthGrantTerms, _latchkey_v1_OAuthGrantTerms__Output>
      Principal: MessageTypeDefinition<_latchkey_v1_Principal, _latchkey_v1_Principal__Output>
      RecordKind: EnumTypeDefinition
      RemovedRecord: MessageTypeDefinition<_latchkey_v1_RemovedRecord, _latchkey_v1_RemovedRecord__Output>
      Role: EnumTypeDefinition
      SessionTerms: MessageTypeDefinition<_latchkey_v1_SessionTerms, _latchkey_v1_SessionTerms__Output>
      SetPasswordRequest: MessageTypeDefinition<_latchkey_v1_SetPasswordRequest, _latchkey_v1_SetPasswordRequest__Output>
      SetPasswordResponse: MessageTypeDefinition<_latchkey_v1_SetPasswordResponse, _latchkey_v1_SetPasswordResponse__Output>
      UpdateUserRequest: MessageTypeDefinition<_latchkey_v1_UpdateUserRequest, _latchkey_v1_UpdateUserRequest__Output>
      UpdateUserResponse: MessageTypeDefinition<_latchkey_v1_UpdateUserResponse, _latchkey_v1_UpdateUserResponse__Output>
      User: MessageTypeDefinition<_latchkey_v1_User, _latchkey_v1_User__Output>
      /**
       * The people of the caller's account.
       */
      UserService: SubtypeConstructor<typeof grpc.Client, _latchkey_v1_UserServiceClient> & { service: _latchkey_v1_UserServiceDefinition }
      UserTerms: MessageTypeDefinition<_latchkey_v1_UserTerms, _latchkey_v1_UserTerms__Output>
      WatchRevocationsRequest: MessageTypeDefinition<_latchkey_v1_WatchRevocationsRequest, _latchkey_v1_WatchRevocationsRequest__Output>
      WatchRevocationsResponse: MessageTypeDefinition<_latchkey_v1_WatchRevocationsResponse, _latchkey_v1_WatchRevocationsResponse__Output>
    }
  }
}

