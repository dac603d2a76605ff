import type * as grpc from '@grpc/grpc-js';
import type { EnumTypeDefinition, MessageTypeDefinition } from '@grpc/proto-loader';

import type { Duration as _google_protobuf_Duration, Duration__Output as _google_protobuf_Duration__Output } from './google/protobuf/Duration.js';
import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from './google/protobuf/Timestamp.js';
import type { AccessToken as _latchkey_v1_AccessToken, AccessToken__Output as _latchkey_v1_AccessToken__Output } from './latchkey/v1/AccessToken.js';
import type { AccessTokenServiceClient as _latchkey_v1_AccessTokenServiceClient, AccessTokenServiceDefinition as _latchkey_v1_AccessTokenServiceDefinition } from './latchkey/v1/AccessTokenService.js';
import type { AccessTokenUse as _latchkey_v1_AccessTokenUse, AccessTokenUse__Output as _latchkey_v1_AccessTokenUse__Output } from './latchkey/v1/AccessTokenUse.js';
import type { BatchRevokeAccessTokensRequest as _latchkey_v1_BatchRevokeAccessTokensRequest, BatchRevokeAccessTokensRequest__Output as _latchkey_v1_BatchRevokeAccessTokensRequest__Output } from './latchkey/v1/BatchRevokeAccessTokensRequest.js';
import type { BatchRevokeAccessTokensResponse as _latchkey_v1_BatchRevokeAccessTokensResponse, BatchRevokeAccessTokensResponse__Output as _latchkey_v1_BatchRevokeAccessTokensResponse__Output } from './latchkey/v1/BatchRevokeAccessTokensResponse.js';
import type { CreateAccessTokenRequest as _latchkey_v1_CreateAccessTokenRequest, CreateAccessTokenRequest__Output as _latchkey_v1_CreateAccessTokenRequest__Output } from './latchkey/v1/CreateAccessTokenRequest.js';
import type { CreateAccessTokenResponse as _latchkey_v1_CreateAccessTokenResponse, CreateAccessTokenResponse__Output as _latchkey_v1_CreateAccessTokenResponse__Output } from './latchkey/v1/CreateAccessTokenResponse.js';
import type { FindTokenRequest as _latchkey_v1_FindTokenRequest, FindTokenRequest__Output as _latchkey_v1_FindTokenRequest__Output } from './latchkey/v1/FindTokenRequest.js';
import type { FindTokenResponse as _latchkey_v1_FindTokenResponse, FindTokenResponse__Output as _latchkey_v1_FindTokenResponse__Output } from './latchkey/v1/FindTokenResponse.js';
import type { GetAccessTokenRequest as _latchkey_v1_GetAccessTokenRequest, GetAccessTokenRequest__Output as _latchkey_v1_GetAccessTokenRequest__Output } from './latchkey/v1/GetAccessTokenRequest.js';
import type { GetAccessTokenResponse as _latchkey_v1_GetAccessTokenResponse, GetAccessTokenResponse__Output as _latchkey_v1_GetAccessTokenResponse__Output } from './latchkey/v1/GetAccessTokenResponse.js';
import type { GetCurrentAccessTokenRequest as _latchkey_v1_GetCurrentAccessTokenRequest, GetCurrentAccessTokenRequest__Output as _latchkey_v1_GetCurrentAccessTokenRequest__Output } from './latchkey/v1/GetCurrentAccessTokenRequest.js';
import type { GetCurrentAccessTokenResponse as _latchkey_v1_GetCurrentAccessTokenResponse, GetCurrentAccessTokenResponse__Output as _latchkey_v1_GetCurrentAccessTokenResponse__Output } from './latchkey/v1/GetCurrentAccessTokenResponse.js';
import type { ListAccessTokensRequest as _latchkey_v1_ListAccessTokensRequest, ListAccessTokensRequest__Output as _latchkey_v1_ListAccessTokensRequest__Output } from './latchkey/v1/ListAccessTokensRequest.js';
import type { ListAccessTokensResponse as _latchkey_v1_ListAccessTokensResponse, ListAccessTokensResponse__Output as _latchkey_v1_ListAccessTokensResponse__Output } from './latchkey/v1/ListAccessTokensResponse.js';
import type { RevokeAccessTokenRequest as _latchkey_v1_RevokeAccessTokenRequest, RevokeAccessTokenRequest__Output as _latchkey_v1_RevokeAccessTokenRequest__Output } from './latchkey/v1/RevokeAccessTokenRequest.js';
import type { RevokeAccessTokenResponse as _latchkey_v1_RevokeAccessTokenResponse, RevokeAccessTokenResponse__Output as _latchkey_v1_RevokeAccessTokenResponse__Output } from './latchkey/v1/RevokeAccessTokenResponse.js';
import type { RevokeCurrentAccessTokenRequest as _latchkey_v1_RevokeCurrentAccessTokenRequest, RevokeCurrentAccessTokenRequest__Output as _latchkey_v1_RevokeCurrentAccessTokenRequest__Output } from './latchkey/v1/RevokeCurrentAccessTokenRequest.js';
import type { RevokeCurrentAccessTokenResponse as _latchkey_v1_RevokeCurrentAccessTokenResponse, RevokeCurrentAccessTokenResponse__Output as _latchkey_v1_RevokeCurrentAccessTokenResponse__Output } from './latchkey/v1/RevokeCurrentAccessTokenResponse.js';

type SubtypeConstructor<Constructor extends new (...args: any) => any, Subtype> = {
  new(...args: ConstructorParameters<Constructor>): Subtype;
};

export interface ProtoGrpcType {
  google: {
    protobuf: {
      Duration: MessageTypeDefinition<_google_protobuf_Duration, _google_protobuf_Duration__Output>
      Timestamp: MessageTypeDefinition<_google_protobuf_Timestamp, _google_protobuf_Timestamp__Output>
    }
  }
  latchkey: {
    v1: {
      AccessToken: MessageTypeDefinition<_latchkey_v1_AccessToken, _latchkey_v1_AccessToken__Output>
      AccessTokenOrigin: EnumTypeDefinition
      /**
       * The OAuth access tokens of the caller's account. Administrators see and revoke all of them, everybody else their own.
       */
      AccessTokenService: SubtypeConstructor<typeof grpc.Client, _latchkey_v1_AccessTokenServiceClient> & { service: _latchkey_v1_AccessTokenServiceDefinition }
      AccessTokenState: EnumTypeDefinition
      AccessTokenUse: MessageTypeDefinition<_latchkey_v1_AccessTokenUse, _latchkey_v1_AccessTokenUse__Output>
      BatchRevokeAccessTokensRequest: MessageTypeDefinition<_latchkey_v1_BatchRevokeAccessTokensRequest, _latchkey_v1_BatchRevokeAccessTokensRequest__Output>
      BatchRevokeAccessTokensResponse: MessageTypeDefinition<_latchkey_v1_BatchRevokeAccessTokensResponse, _latchkey_v1_BatchRevokeAccessTokensResponse__Output>
      CreateAccessTokenRequest: MessageTypeDefinition<_latchkey_v1_CreateAccessTokenRequest, _latchkey_v1_CreateAccessTokenRequest__Output>
      CreateAccessTokenResponse: MessageTypeDefinition<_latchkey_v1_CreateAccessTokenResponse, _latchkey_v1_CreateAccessTokenResponse__Output>
      FindTokenRequest: MessageTypeDefinition<_latchkey_v1_FindTokenRequest, _latchkey_v1_FindTokenRequest__Output>
      FindTokenResponse: MessageTypeDefinition<_latchkey_v1_FindTokenResponse, _latchkey_v1_FindTokenResponse__Output>
      GetAccessTokenRequest: MessageTypeDefinition<_latchkey_v1_GetAccessTokenRequest, _latchkey_v1_GetAccessTokenRequest__Output>
      GetAccessTokenResponse: MessageTypeDefinition<_latchkey_v1_GetAccessTokenResponse, _latchkey_v1_GetAccessTokenResponse__Output>
      GetCurrentAccessTokenRequest: MessageTypeDefinition<_latchkey_v1_GetCurrentAccessTokenRequest, _latchkey_v1_GetCurrentAccessTokenRequest__Output>
      GetCurrentAccessTokenResponse: MessageTypeDefinition<_latchkey_v1_GetCurrentAccessTokenResponse, _latchkey_v1_GetCurrentAccessTokenResponse__Output>
      ListAccessTokensRequest: MessageTypeDefinition<_latchkey_v1_ListAccessTokensRequest, _latchkey_v1_ListAccessTokensRequest__Output>
      ListAccessTokensResponse: MessageTypeDefinition<_latchkey_v1_ListAccessTokensResponse, _latchkey_v1_ListAccessTokensResponse__Output>
      RevokeAccessTokenRequest: MessageTypeDefinition<_latchkey_v1_RevokeAccessTokenRequest, _latchkey_v1_RevokeAccessTokenRequest__Output>
      RevokeAccessTokenResponse: MessageTypeDefinition<_latchkey_v1_RevokeAccessTokenResponse, _latchkey_v1_RevokeAccessTokenResponse__Output>
      RevokeCurrentAccessTokenRequest: MessageTypeDefinition<_latchkey_v1_RevokeCurrentAccessTokenRequest, _latchkey_v1_RevokeCurrentAccessTokenRequest__Output>
      RevokeCurrentAccessTokenResponse: MessageTypeDefinition<_latchkey_v1_RevokeCurrentAccessTokenResponse, _latchkey_v1_RevokeCurrentAccessTokenResponse__Output>
    }
  }
}

