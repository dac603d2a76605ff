import type * as grpc from '@grpc/grpc-js';
import type { EnumTypeDefinition, MessageTypeDefinition } from '@grpc/proto-loader';

import type { Duration as _google_protobuf_Duration, Duration__Output as _google_protobuf_Duration__Output } from './google/protobuf/Duration.js';
import type { FieldMask as _google_protobuf_FieldMask, FieldMask__Output as _google_protobuf_FieldMask__Output } from './google/protobuf/FieldMask.js';
import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from './google/protobuf/Timestamp.js';
import type { CreateOAuthClientRequest as _latchkey_v1_CreateOAuthClientRequest, CreateOAuthClientRequest__Output as _latchkey_v1_CreateOAuthClientRequest__Output } from './latchkey/v1/CreateOAuthClientRequest.js';
import type { CreateOAuthClientResponse as _latchkey_v1_CreateOAuthClientResponse, CreateOAuthClientResponse__Output as _latchkey_v1_CreateOAuthClientResponse__Output } from './latchkey/v1/CreateOAuthClientResponse.js';
import type { DeleteOAuthClientRequest as _latchkey_v1_DeleteOAuthClientRequest, DeleteOAuthClientRequest__Output as _latchkey_v1_DeleteOAuthClientRequest__Output } from './latchkey/v1/DeleteOAuthClientRequest.js';
import type { DeleteOAuthClientResponse as _latchkey_v1_DeleteOAuthClientResponse, DeleteOAuthClientResponse__Output as _latchkey_v1_DeleteOAuthClientResponse__Output } from './latchkey/v1/DeleteOAuthClientResponse.js';
import type { DisableOAuthClientRequest as _latchkey_v1_DisableOAuthClientRequest, DisableOAuthClientRequest__Output as _latchkey_v1_DisableOAuthClientRequest__Output } from './latchkey/v1/DisableOAuthClientRequest.js';
import type { DisableOAuthClientResponse as _latchkey_v1_DisableOAuthClientResponse, DisableOAuthClientResponse__Output as _latchkey_v1_DisableOAuthClientResponse__Output } from './latchkey/v1/DisableOAuthClientResponse.js';
import type { EnableOAuthClientRequest as _latchkey_v1_EnableOAuthClientRequest, EnableOAuthClientRequest__Output as _latchkey_v1_EnableOAuthClientRequest__Output } from './latchkey/v1/EnableOAuthClientRequest.js';
import type { EnableOAuthClientResponse as _latchkey_v1_EnableOAuthClientResponse, EnableOAuthClientResponse__Output as _latchkey_v1_EnableOAuthClientResponse__Output } from './latchkey/v1/EnableOAuthClientResponse.js';
import type { GetOAuthClientRequest as _latchkey_v1_GetOAuthClientRequest, GetOAuthClientRequest__Output as _latchkey_v1_GetOAuthClientRequest__Output } from './latchkey/v1/GetOAuthClientRequest.js';
import type { GetOAuthClientResponse as _latchkey_v1_GetOAuthClientResponse, GetOAuthClientResponse__Output as _latchkey_v1_GetOAuthClientResponse__Output } from './latchkey/v1/GetOAuthClientResponse.js';
import type { ListOAuthClientsRequest as _latchkey_v1_ListOAuthClientsRequest, ListOAuthClientsRequest__Output as _latchkey_v1_ListOAuthClientsRequest__Output } from './latchkey/v1/ListOAuthClientsRequest.js';
import type { ListOAuthClientsResponse as _latchkey_v1_ListOAuthClientsResponse, ListOAuthClientsResponse__Output as _latchkey_v1_ListOAuthClientsResponse__Output } from './latchkey/v1/ListOAuthClientsResponse.js';
import type { OAuthClient as _latchkey_v1_OAuthClient, OAuthClient__Output as _latchkey_v1_OAuthClient__Output } from './latchkey/v1/OAuthClient.js';
import type { OAuthClientImpact as _latchkey_v1_OAuthClientImpact, OAuthClientImpact__Output as _latchkey_v1_OAuthClientImpact__Output } from './latchkey/v1/OAuthClientImpact.js';
import type { OAuthClientSecret as _latchkey_v1_OAuthClientSecret, OAuthClientSecret__Output as _latchkey_v1_OAuthClientSecret__Output } from './latchkey/v1/OAuthClientSecret.js';
import type { OAuthClientSecretSource as _latchkey_v1_OAuthClientSecretSource, OAuthClientSecretSource__Output as _latchkey_v1_OAuthClientSecretSource__Output } from './latchkey/v1/OAuthClientSecretSource.js';
import type { OAuthClientServiceClient as _latchkey_v1_OAuthClientServiceClient, OAuthClientServiceDefinition as _latchkey_v1_OAuthClientServiceDefinition } from './latchkey/v1/OAuthClientService.js';
import type { RetireOAuthClientSecretRequest as _latchkey_v1_RetireOAuthClientSecretRequest, RetireOAuthClientSecretRequest__Output as _latchkey_v1_RetireOAuthClientSecretRequest__Output } from './latchkey/v1/RetireOAuthClientSecretRequest.js';
import type { RetireOAuthClientSecretResponse as _latchkey_v1_RetireOAuthClientSecretResponse, RetireOAuthClientSecretResponse__Output as _latchkey_v1_RetireOAuthClientSecretResponse__Output } from './latchkey/v1/RetireOAuthClientSecretResponse.js';
import type { RotateOAuthClientSecretRequest as _latchkey_v1_RotateOAuthClientSecretRequest, RotateOAuthClientSecretRequest__Output as _latchkey_v1_RotateOAuthClientSecretRequest__Output } from './latchkey/v1/RotateOAuthClientSecretRequest.js';
import type { RotateOAuthClientSecretResponse as _latchkey_v1_RotateOAuthClientSecretResponse, RotateOAuthClientSecretResponse__Output as _latchkey_v1_RotateOAuthClientSecretResponse__Output } from './latchkey/v1/RotateOAuthClientSecretResponse.js';
import type { SetOAuthClientGlobalRequest as _latchkey_v1_SetOAuthClientGlobalRequest, SetOAuthClientGlobalRequest__Output as _latchkey_v1_SetOAuthClientGlobalRequest__Output } from './latchkey/v1/SetOAuthClientGlobalRequest.js';
import type { SetOAuthClientGlobalResponse as _latchkey_v1_SetOAuthClientGlobalResponse, SetOAuthClientGlobalResponse__Output as _latchkey_v1_SetOAuthClientGlobalResponse__Output } from './latchkey/v1/SetOAuthClientGlobalResponse.js';
import type { UpdateOAuthClientRequest as _latchkey_v1_UpdateOAuthClientRequest, UpdateOAuthClientRequest__Output as _latchkey_v1_UpdateOAuthClientRequest__Output } from './latchkey/v1/UpdateOAuthClientRequest.js';
import type { UpdateOAuthClientResponse as _latchkey_v1_UpdateOAuthClientResponse, UpdateOAuthClientResponse__Output as _latchkey_v1_UpdateOAuthClientResponse__Output } from './latchkey/v1/UpdateOAuthClientResponse.js';

type SubtypeConstructor<Constructor extends new (...args: any) => any, Subtype> = {
  new(...args: ConstructorParameters<Constructor>): Subtype;
};

export interface ProtoGrpcType {
  google: {
    protobuf: {
      Duration: MessageTypeDefinition<_google_protobuf_Duration, _google_protobuf_Duration__Output>
      FieldMask: MessageTypeDefinition<_google_protobuf_FieldMask, _google_protobuf_FieldMask__Output>
      Timestamp: MessageTypeDefinition<_google_protobuf_Timestamp, _google_protobuf_Timestamp__Output>
    }
  }
  latchkey: {
    v1: {
      ClientKind: EnumTypeDefinition
      CreateOAuthClientRequest: MessageTypeDefinition<_latchkey_v1_CreateOAuthClientRequest, _latchkey_v1_CreateOAuthClientRequest__Output>
      CreateOAuthClientResponse: MessageTypeDefinition<_latchkey_v1_CreateOAuthClientResponse, _latchkey_v1_CreateOAuthClientResponse__Output>
      DeleteOAuthClientRequest: MessageTypeDefinition<_latchkey_v1_DeleteOAuthClientRequest, _latchkey_v1_DeleteOAuthClientRequest__Output>
      DeleteOAuthClientResponse: MessageTypeDefinition<_latchkey_v1_DeleteOAuthClientResponse, _latchkey_v1_DeleteOAuthClientResponse__Output>
      DisableOAuthClientRequest: MessageTypeDefinition<_latchkey_v1_DisableOAuthClientRequest, _latchkey_v1_DisableOAuthClientRequest__Output>
      DisableOAuthClientResponse: MessageTypeDefinition<_latchkey_v1_DisableOAuthClientResponse, _latchkey_v1_DisableOAuthClientResponse__Output>
      EnableOAuthClientRequest: MessageTypeDefinition<_latchkey_v1_EnableOAuthClientRequest, _latchkey_v1_EnableOAuthClientRequest__Output>
      EnableOAuthClientResponse: MessageTypeDefinition<_latchkey_v1_EnableOAuthClientResponse, _latchkey_v1_EnableOAuthClientResponse__Output>
      GetOAuthClientRequest: MessageTypeDefinition<_latchkey_v1_GetOAuthClientRequest, _latchkey_v1_GetOAuthClientRequest__Output>
      GetOAuthClientResponse: MessageTypeDefinition<_latchkey_v1_GetOAuthClientResponse, _latchkey_v1_GetOAuthClientResponse__Output>
      GrantType: EnumTypeDefinition
      ListOAuthClientsRequest: MessageTypeDefinition<_latchkey_v1_ListOAuthClientsRequest, _latchkey_v1_ListOAuthClientsRequest__Output>
      ListOAuthClientsResponse: MessageTypeDefinition<_latchkey_v1_ListOAuthClientsResponse, _latchkey_v1_ListOAuthClientsResponse__Output>
      OAuthClient: MessageTypeDefinition<_latchkey_v1_OAuthClient, _latchkey_v1_OAuthClient__Output>
      OAuthClientImpact: MessageTypeDefinition<_latchkey_v1_OAuthClientImpact, _latchkey_v1_OAuthClientImpact__Output>
      OAuthClientSecret: MessageTypeDefinition<_latchkey_v1_OAuthClientSecret, _latchkey_v1_OAuthClientSecret__Output>
      OAuthClientSecretSource: MessageTypeDefinition<_latchkey_v1_OAuthClientSecretSource, _latchkey_v1_OAuthClientSecretSource__Output>
      /**
       * The OAuth clients of the caller's account: the applications that may ask for access tokens. Clients can be made and
       * changed while OAuth access is off in the settings; they get no tokens then.
       */
      OAuthClientService: SubtypeConstructor<typeof grpc.Client, _latchkey_v1_OAuthClientServiceClient> & { service: _latchkey_v1_OAuthClientServiceDefinition }
      RetireOAuthClientSecretRequest: MessageTypeDefinition<_latchkey_v1_RetireOAuthClientSecretRequest, _latchkey_v1_RetireOAuthClientSecretRequest__Output>
      RetireOAuthClientSecretResponse: MessageTypeDefinition<_latchkey_v1_RetireOAuthClientSecretResponse, _latchkey_v1_RetireOAuthClientSecretResponse__Output>
      RotateOAuthClientSecretRequest: MessageTypeDefinition<_latchkey_v1_RotateOAuthClientSecretRequest, _latchkey_v1_RotateOAuthClientSecretRequest__Output>
      RotateOAuthClientSecretResponse: MessageTypeDefinition<_latchkey_v1_RotateOAuthClientSecretResponse, _latchkey_v1_RotateOAuthClientSecretResponse__Output>
      SetOAuthClientGlobalRequest: MessageTypeDefinition<_latchkey_v1_SetOAuthClientGlobalRequest, _latchkey_v1_SetOAuthClientGlobalRequest__Output>
      SetOAuthClientGlobalResponse: MessageTypeDefinition<_latchkey_v1_SetOAuthClientGlobalResponse, _latchkey_v1_SetOAuthClientGlobalResponse__Output>
      UpdateOAuthClientRequest: MessageTypeDefinition<_latchkey_v1_UpdateOAuthClientRequest, _latchkey_v1_UpdateOAuthClientRequest__Output>
      UpdateOAuthClientResponse: MessageTypeDefinition<_latchkey_v1_UpdateOAuthClientResponse, _latchkey_v1_UpdateOAuthClientResponse__Output>
    }
  }
}

