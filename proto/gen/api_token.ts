import type * as grpc from '@grpc/grpc-js';
import type { EnumTypeDefinition, MessageTypeDefinition } from '@grpc/proto-loader';

import type { FieldMask as _google_protobuf_FieldMask, FieldMask__Output as _google_protobuf_FieldMask__Output } from './google/protobuf/FieldMask.js';
import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from './google/protobuf/Timestamp.js';
import type { ApiToken as _latchkey_v1_ApiToken, ApiToken__Output as _latchkey_v1_ApiToken__Output } from './latchkey/v1/ApiToken.js';
import type { ApiTokenServiceClient as _latchkey_v1_ApiTokenServiceClient, ApiTokenServiceDefinition as _latchkey_v1_ApiTokenServiceDefinition } from './latchkey/v1/ApiTokenService.js';
import type { ApiTokenUse as _latchkey_v1_ApiTokenUse, ApiTokenUse__Output as _latchkey_v1_ApiTokenUse__Output } from './latchkey/v1/ApiTokenUse.js';
import type { BatchDeleteApiTokensRequest as _latchkey_v1_BatchDeleteApiTokensRequest, BatchDeleteApiTokensRequest__Output as _latchkey_v1_BatchDeleteApiTokensRequest__Output } from './latchkey/v1/BatchDeleteApiTokensRequest.js';
import type { BatchDeleteApiTokensResponse as _latchkey_v1_BatchDeleteApiTokensResponse, BatchDeleteApiTokensResponse__Output as _latchkey_v1_BatchDeleteApiTokensResponse__Output } from './latchkey/v1/BatchDeleteApiTokensResponse.js';
import type { CreateApiTokenRequest as _latchkey_v1_CreateApiTokenRequest, CreateApiTokenRequest__Output as _latchkey_v1_CreateApiTokenRequest__Output } from './latchkey/v1/CreateApiTokenRequest.js';
import type { CreateApiTokenResponse as _latchkey_v1_CreateApiTokenResponse, CreateApiTokenResponse__Output as _latchkey_v1_CreateApiTokenResponse__Output } from './latchkey/v1/CreateApiTokenResponse.js';
import type { DeactivateApiTokenRequest as _latchkey_v1_DeactivateApiTokenRequest, DeactivateApiTokenRequest__Output as _latchkey_v1_DeactivateApiTokenRequest__Output } from './latchkey/v1/DeactivateApiTokenRequest.js';
import type { DeactivateApiTokenResponse as _latchkey_v1_DeactivateApiTokenResponse, DeactivateApiTokenResponse__Output as _latchkey_v1_DeactivateApiTokenResponse__Output } from './latchkey/v1/DeactivateApiTokenResponse.js';
import type { DeleteApiTokenRequest as _latchkey_v1_DeleteApiTokenRequest, DeleteApiTokenRequest__Output as _latchkey_v1_DeleteApiTokenRequest__Output } from './latchkey/v1/DeleteApiTokenRequest.js';
import type { DeleteApiTokenResponse as _latchkey_v1_DeleteApiTokenResponse, DeleteApiTokenResponse__Output as _latchkey_v1_DeleteApiTokenResponse__Output } from './latchkey/v1/DeleteApiTokenResponse.js';
import type { GetApiTokenRequest as _latchkey_v1_GetApiTokenRequest, GetApiTokenRequest__Output as _latchkey_v1_GetApiTokenRequest__Output } from './latchkey/v1/GetApiTokenRequest.js';
import type { GetApiTokenResponse as _latchkey_v1_GetApiTokenResponse, GetApiTokenResponse__Output as _latchkey_v1_GetApiTokenResponse__Output } from './latchkey/v1/GetApiTokenResponse.js';
import type { ListApiTokensRequest as _latchkey_v1_ListApiTokensRequest, ListApiTokensRequest__Output as _latchkey_v1_ListApiTokensRequest__Output } from './latchkey/v1/ListApiTokensRequest.js';
import type { ListApiTokensResponse as _latchkey_v1_ListApiTokensResponse, ListApiTokensResponse__Output as _latchkey_v1_ListApiTokensResponse__Output } from './latchkey/v1/ListApiTokensResponse.js';
import type { ReactivateApiTokenRequest as _latchkey_v1_ReactivateApiTokenRequest, ReactivateApiTokenRequest__Output as _latchkey_v1_ReactivateApiTokenRequest__Output } from './latchkey/v1/ReactivateApiTokenRequest.js';
import type { ReactivateApiTokenResponse as _latchkey_v1_ReactivateApiTokenResponse, ReactivateApiTokenResponse__Output as _latchkey_v1_ReactivateApiTokenResponse__Output } from './latchkey/v1/ReactivateApiTokenResponse.js';
import type { UpdateApiTokenRequest as _latchkey_v1_UpdateApiTokenRequest, UpdateApiTokenRequest__Output as _latchkey_v1_UpdateApiTokenRequest__Output } from './latchkey/v1/UpdateApiTokenRequest.js';
import type { UpdateApiTokenResponse as _latchkey_v1_UpdateApiTokenResponse, UpdateApiTokenResponse__Output as _latchkey_v1_UpdateApiTokenResponse__Output } from './latchkey/v1/UpdateApiTokenResponse.js';

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
      ApiToken: MessageTypeDefinition<_latchkey_v1_ApiToken, _latchkey_v1_ApiToken__Output>
      /**
       * The API tokens of the caller's account. While API-token access is off in the settings every call here fails with
       * API_TOKEN_ACCESS_OFF, and no token authenticates.
       */
      ApiTokenService: SubtypeConstructor<typeof grpc.Client, _latchkey_v1_ApiTokenServiceClient> & { service: _latchkey_v1_ApiTokenServiceDefinition }
      ApiTokenState: EnumTypeDefinition
      ApiTokenUse: MessageTypeDefinition<_latchkey_v1_ApiTokenUse, _latchkey_v1_ApiTokenUse__Output>
      BatchDeleteApiTokensRequest: MessageTypeDefinition<_latchkey_v1_BatchDeleteApiTokensRequest, _latchkey_v1_BatchDeleteApiTokensRequest__Output>
      BatchDeleteApiTokensResponse: MessageTypeDefinition<_latchkey_v1_BatchDeleteApiTokensResponse, _latchkey_v1_BatchDeleteApiTokensResponse__Output>
      CreateApiTokenRequest: MessageTypeDefinition<_latchkey_v1_CreateApiTokenRequest, _latchkey_v1_CreateApiTokenRequest__Output>
      CreateApiTokenResponse: MessageTypeDefinition<_latchkey_v1_CreateApiTokenResponse, _latchkey_v1_CreateApiTokenResponse__Output>
      DeactivateApiTokenRequest: MessageTypeDefinition<_latchkey_v1_DeactivateApiTokenRequest, _latchkey_v1_DeactivateApiTokenRequest__Output>
      DeactivateApiTokenResponse: MessageTypeDefinition<_latchkey_v1_DeactivateApiTokenResponse, _latchkey_v1_DeactivateApiTokenResponse__Output>
      DeactivationCause: EnumTypeDefinition
      DeleteApiTokenRequest: MessageTypeDefinition<_latchkey_v1_DeleteApiTokenRequest, _latchkey_v1_DeleteApiTokenRequest__Output>
      DeleteApiTokenResponse: MessageTypeDefinition<_latchkey_v1_DeleteApiTokenResponse, _latchkey_v1_DeleteApiTokenResponse__Output>
      GetApiTokenRequest: MessageTypeDefinition<_latchkey_v1_GetApiTokenRequest, _latchkey_v1_GetApiTokenRequest__Output>
      GetApiTokenResponse: MessageTypeDefinition<_latchkey_v1_GetApiTokenResponse, _latchkey_v1_GetApiTokenResponse__Output>
      ListApiTokensRequest: MessageTypeDefinition<_latchkey_v1_ListApiTokensRequest, _latchkey_v1_ListApiTokensRequest__Output>
      ListApiTokensResponse: MessageTypeDefinition<_latchkey_v1_ListApiTokensResponse, _latchkey_v1_ListApiTokensResponse__Output>
      ReactivateApiTokenRequest: MessageTypeDefinition<_latchkey_v1_ReactivateApiTokenRequest, _latchkey_v1_ReactivateApiTokenRequest__Output>
      ReactivateApiTokenResponse: MessageTypeDefinition<_latchkey_v1_ReactivateApiTokenResponse, _latchkey_v1_ReactivateApiTokenResponse__Output>
      UpdateApiTokenRequest: MessageTypeDefinition<_latchkey_v1_UpdateApiTokenRequest, _latchkey_v1_UpdateApiTokenRequest__Output>
      UpdateApiTokenResponse: MessageTypeDefinition<_latchkey_v1_UpdateApiTokenResponse, _latchkey_v1_UpdateApiTokenResponse__Output>
    }
  }
}

