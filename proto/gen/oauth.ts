import type * as grpc from '@grpc/grpc-js';
import type { EnumTypeDefinition, MessageTypeDefinition } from '@grpc/proto-loader';

import type { Duration as _google_protobuf_Duration, Duration__Output as _google_protobuf_Duration__Output } from './google/protobuf/Duration.js';
import type { FieldMask as _google_protobuf_FieldMask, FieldMask__Output as _google_protobuf_FieldMask__Output } from './google/protobuf/FieldMask.js';
import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from './google/protobuf/Timestamp.js';
import type { ApproveAuthorizationRequest as _latchkey_v1_ApproveAuthorizationRequest, ApproveAuthorizationRequest__Output as _latchkey_v1_ApproveAuthorizationRequest__Output } from './latchkey/v1/ApproveAuthorizationRequest.js';
import type { ApproveAuthorizationResponse as _latchkey_v1_ApproveAuthorizationResponse, ApproveAuthorizationResponse__Output as _latchkey_v1_ApproveAuthorizationResponse__Output } from './latchkey/v1/ApproveAuthorizationResponse.js';
import type { ApproveDeviceRequest as _latchkey_v1_ApproveDeviceRequest, ApproveDeviceRequest__Output as _latchkey_v1_ApproveDeviceRequest__Output } from './latchkey/v1/ApproveDeviceRequest.js';
import type { ApproveDeviceResponse as _latchkey_v1_ApproveDeviceResponse, ApproveDeviceResponse__Output as _latchkey_v1_ApproveDeviceResponse__Output } from './latchkey/v1/ApproveDeviceResponse.js';
import type { AuthorizationRequest as _latchkey_v1_AuthorizationRequest, AuthorizationRequest__Output as _latchkey_v1_AuthorizationRequest__Output } from './latchkey/v1/AuthorizationRequest.js';
import type { AuthorizeRequest as _latchkey_v1_AuthorizeRequest, AuthorizeRequest__Output as _latchkey_v1_AuthorizeRequest__Output } from './latchkey/v1/AuthorizeRequest.js';
import type { AuthorizeResponse as _latchkey_v1_AuthorizeResponse, AuthorizeResponse__Output as _latchkey_v1_AuthorizeResponse__Output } from './latchkey/v1/AuthorizeResponse.js';
import type { ClientAuthentication as _latchkey_v1_ClientAuthentication, ClientAuthentication__Output as _latchkey_v1_ClientAuthentication__Output } from './latchkey/v1/ClientAuthentication.js';
import type { ConsentClient as _latchkey_v1_ConsentClient, ConsentClient__Output as _latchkey_v1_ConsentClient__Output } from './latchkey/v1/ConsentClient.js';
import type { CreateOAuthClientRequest as _latchkey_v1_CreateOAuthClientRequest, CreateOAuthClientRequest__Output as _latchkey_v1_CreateOAuthClientRequest__Output } from './latchkey/v1/CreateOAuthClientRequest.js';
import type { CreateOAuthClientResponse as _latchkey_v1_CreateOAuthClientResponse, CreateOAuthClientResponse__Output as _latchkey_v1_CreateOAuthClientResponse__Output } from './latchkey/v1/CreateOAuthClientResponse.js';
import type { DeleteOAuthClientRequest as _latchkey_v1_DeleteOAuthClientRequest, DeleteOAuthClientRequest__Output as _latchkey_v1_DeleteOAuthClientRequest__Output } from './latchkey/v1/DeleteOAuthClientRequest.js';
import type { DeleteOAuthClientResponse as _latchkey_v1_DeleteOAuthClientResponse, DeleteOAuthClientResponse__Output as _latchkey_v1_DeleteOAuthClientResponse__Output } from './latchkey/v1/DeleteOAuthClientResponse.js';
import type { DisableOAuthClientRequest as _latchkey_v1_DisableOAuthClientRequest, DisableOAuthClientRequest__Output as _latchkey_v1_DisableOAuthClientRequest__Output } from './latchkey/v1/DisableOAuthClientRequest.js';
import type { DisableOAuthClientResponse as _latchkey_v1_DisableOAuthClientResponse, DisableOAuthClientResponse__Output as _latchkey_v1_DisableOAuthClientResponse__Output } from './latchkey/v1/DisableOAuthClientResponse.js';
import type { EnableOAuthClientRequest as _latchkey_v1_EnableOAuthClientRequest, EnableOAuthClientRequest__Output as _latchkey_v1_EnableOAuthClientRequest__Output } from './latchkey/v1/EnableOAuthClientRequest.js';
import type { EnableOAuthClientResponse as _latchkey_v1_EnableOAuthClientResponse, EnableOAuthClientResponse__Output as _latchkey_v1_EnableOAuthClientResponse__Output } from './latchkey/v1/EnableOAuthClientResponse.js';
import type { ExchangeTokenRequest as _latchkey_v1_ExchangeTokenRequest, ExchangeTokenRequest__Output as _latchkey_v1_ExchangeTokenRequest__Output } from './latchkey/v1/ExchangeTokenRequest.js';
import type { ExchangeTokenResponse as _latchkey_v1_ExchangeTokenResponse, ExchangeTokenResponse__Output as _latchkey_v1_ExchangeTokenResponse__Output } from './latchkey/v1/ExchangeTokenResponse.js';
import type { GetDeviceAuthorizationRequest as _latchkey_v1_GetDeviceAuthorizationRequest, GetDeviceAuthorizationRequest__Output as _latchkey_v1_GetDeviceAuthorizationRequest__Output } from './latchkey/v1/GetDeviceAuthorizationRequest.js';
import type { GetDeviceAuthorizationResponse as _latchkey_v1_GetDeviceAuthorizationResponse, GetDeviceAuthorizationResponse__Output as _latchkey_v1_GetDeviceAuthorizationResponse__Output } from './latchkey/v1/GetDeviceAuthorizationResponse.js';
import type { GetOAuthClientRequest as _latchkey_v1_GetOAuthClientRequest, GetOAuthClientRequest__Output as _latchkey_v1_GetOAuthClientRequest__Output } from './latchkey/v1/GetOAuthClientRequest.js';
import type { GetOAuthClientResponse as _latchkey_v1_GetOAuthClientResponse, GetOAuthClientResponse__Output as _latchkey_v1_GetOAuthClientResponse__Output } from './latchkey/v1/GetOAuthClientResponse.js';
import type { IntrospectTokenRequest as _latchkey_v1_IntrospectTokenRequest, IntrospectTokenRequest__Output as _latchkey_v1_IntrospectTokenRequest__Output } from './latchkey/v1/IntrospectTokenRequest.js';
import type { IntrospectTokenResponse as _latchkey_v1_IntrospectTokenResponse, IntrospectTokenResponse__Output as _latchkey_v1_IntrospectTokenResponse__Output } from './latchkey/v1/IntrospectTokenResponse.js';
import type { ListOAuthClientsRequest as _latchkey_v1_ListOAuthClientsRequest, ListOAuthClientsRequest__Output as _latchkey_v1_ListOAuthClientsRequest__Output } from './latchkey/v1/ListOAuthClientsRequest.js';
import type { ListOAuthClientsResponse as _latchkey_v1_ListOAuthClientsResponse, ListOAuthClientsResponse__Output as _latchkey_v1_ListOAuthClientsResponse__Output } from './latchkey/v1/ListOAuthClientsResponse.js';
import type { OAuthClient as _latchkey_v1_OAuthClient, OAuthClient__Output as _latchkey_v1_OAuthClient__Output } from './latchkey/v1/OAuthClient.js';
import type { OAuthClientImpact as _latchkey_v1_OAuthClientImpact, OAuthClientImpact__Output as _latchkey_v1_OAuthClientImpact__Output } from './latchkey/v1/OAuthClientImpact.js';
import type { OAuthClientSecret as _latchkey_v1_OAuthClientSecret, OAuthClientSecret__Output as _latchkey_v1_OAuthClientSecret__Output } from './latchkey/v1/OAuthClientSecret.js';
import type { OAuthClientSecretSource as _latchkey_v1_OAuthClientSecretSource, OAuthClientSecretSource__Output as _latchkey_v1_OAuthClientSecretSource__Output } from './latchkey/v1/OAuthClientSecretSource.js';
import type { OAuthClientServiceClient as _latchkey_v1_OAuthClientServiceClient, OAuthClientServiceDefinition as _latchkey_v1_OAuthClientServiceDefinition } from './latchkey/v1/OAuthClientService.js';
import type { OAuthServiceClient as _latchkey_v1_OAuthServiceClient, OAuthServiceDefinition as _latchkey_v1_OAuthServiceDefinition } from './latchkey/v1/OAuthService.js';
import type { RetireOAuthClientSecretRequest as _latchkey_v1_RetireOAuthClientSecretRequest, RetireOAuthClientSecretRequest__Output as _latchkey_v1_RetireOAuthClientSecretRequest__Output } from './latchkey/v1/RetireOAuthClientSecretRequest.js';
import type { RetireOAuthClientSecretResponse as _latchkey_v1_RetireOAuthClientSecretResponse, RetireOAuthClientSecretResponse__Output as _latchkey_v1_RetireOAuthClientSecretResponse__Output } from './latchkey/v1/RetireOAuthClientSecretResponse.js';
import type { RevokeTokenRequest as _latchkey_v1_RevokeTokenRequest, RevokeTokenRequest__Output as _latchkey_v1_RevokeTokenRequest__Output } from './latchkey/v1/RevokeTokenRequest.js';
import type { RevokeTokenResponse as _latchkey_v1_RevokeTokenResponse, RevokeTokenResponse__Output as _latchkey_v1_RevokeTokenResponse__Output } from './latchkey/v1/RevokeTokenResponse.js';
import type { RotateOAuthClientSecretRequest as _latchkey_v1_RotateOAuthClientSecretRequest, RotateOAuthClientSecretRequest__Output as _latchkey_v1_RotateOAuthClientSecretRequest__Output } from './latchkey/v1/RotateOAuthClientSecretRequest.js';
import type { RotateOAuthClientSecretResponse as _latchkey_v1_RotateOAuthClientSecretResponse, RotateOAuthClientSecretResponse__Output as _latchkey_v1_RotateOAuthClientSecretResponse__Output } from './latchkey/v1/RotateOAuthClientSecretResponse.js';
import type { SetOAuthClientGlobalRequest as _latchkey_v1_SetOAuthClientGlobalRequest, SetOAuthClientGlobalRequest__Output as _latchkey_v1_SetOAuthClientGlobalRequest__Output } from './latchkey/v1/SetOAuthClientGlobalRequest.js';
import type { SetOAuthClientGlobalResponse as _latchkey_v1_SetOAuthClientGlobalResponse, SetOAuthClientGlobalResponse__Output as _latchkey_v1_SetOAuthClientGlobalResponse__Output } from './latchkey/v1/SetOAuthClientGlobalResponse.js';
import type { StartDeviceAuthorizationRequest as _latchkey_v1_StartDeviceAuthorizationRequest, StartDeviceAuthorizationRequest__Output as _latchkey_v1_StartDeviceAuthorizationRequest__Output } from './latchkey/v1/StartDeviceAuthorizationRequest.js';
import type { StartDeviceAuthorizationResponse as _latchkey_v1_StartDeviceAuthorizationResponse, StartDeviceAuthorizationResponse__Output as _latchkey_v1_StartDeviceAuthorizationResponse__Output } from './latchkey/v1/StartDeviceAuthorizationResponse.js';
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
      ApproveAuthorizationRequest: MessageTypeDefinition<_latchkey_v1_ApproveAuthorizationRequest, _latchkey_v1_ApproveAuthorizationRequest__Output>
      ApproveAuthorizationResponse: MessageTypeDefinition<_latchkey_v1_ApproveAuthorizationResponse, _latchkey_v1_ApproveAuthorizationResponse__Output>
      ApproveDeviceRequest: MessageTypeDefinition<_latchkey_v1_ApproveDeviceRequest, _latchkey_v1_ApproveDeviceRequest__Output>
      ApproveDeviceResponse: MessageTypeDefinition<_latchkey_v1_ApproveDeviceResponse, _latchkey_v1_ApproveDeviceResponse__Output>
      AuthorizationRequest: MessageTypeDefinition<_latchkey_v1_AuthorizationRequest, _latchkey_v1_AuthorizationRequest__Output>
      AuthorizeRequest: MessageTypeDefinition<_latchkey_v1_AuthorizeRequest, _latchkey_v1_AuthorizeRequest__Output>
      AuthorizeResponse: MessageTypeDefinition<_latchkey_v1_AuthorizeResponse, _latchkey_v1_AuthorizeResponse__Output>
      ClientAuthentication: MessageTypeDefinition<_latchkey_v1_ClientAuthentication, _latchkey_v1_ClientAuthentication__Output>
      ClientKind: EnumTypeDefinition
      ConsentClient: MessageTypeDefinition<_latchkey_v1_ConsentClient, _latchkey_v1_ConsentClient__Output>
      CreateOAuthClientRequest: MessageTypeDefinition<_latchkey_v1_CreateOAuthClientRequest, _latchkey_v1_CreateOAuthClientRequest__Output>
      CreateOAuthClientResponse: MessageTypeDefinition<_latchkey_v1_CreateOAuthClientResponse, _latchkey_v1_CreateOAuthClientResponse__Output>
      DeleteOAuthClientRequest: MessageTypeDefinition<_latchkey_v1_DeleteOAuthClientRequest, _latchkey_v1_DeleteOAuthClientRequest__Output>
      DeleteOAuthClientResponse: MessageTypeDefinition<_latchkey_v1_DeleteOAuthClientResponse, _latchkey_v1_DeleteOAuthClientResponse__Output>
      DisableOAuthClientRequest: MessageTypeDefinition<_latchkey_v1_DisableOAuthClientRequest, _latchkey_v1_DisableOAuthClientRequest__Output>
      DisableOAuthClientResponse: MessageTypeDefinition<_latchkey_v1_DisableOAuthClientResponse, _latchkey_v1_DisableOAuthClientResponse__Output>
      EnableOAuthClientRequest: MessageTypeDefinition<_latchkey_v1_EnableOAuthClientRequest, _latchkey_v1_EnableOAuthClientRequest__Output>
      EnableOAuthClientResponse: MessageTypeDefinition<_latchkey_v1_EnableOAuthClientResponse, _latchkey_v1_EnableOAuthClientResponse__Output>
      ExchangeTokenRequest: MessageTypeDefinition<_latchkey_v1_ExchangeTokenRequest, _latchkey_v1_ExchangeTokenRequest__Output>
      ExchangeTokenResponse: MessageTypeDefinition<_latchkey_v1_ExchangeTokenResponse, _latchkey_v1_ExchangeTokenResponse__Output>
      GetDeviceAuthorizationRequest: MessageTypeDefinition<_latchkey_v1_GetDeviceAuthorizationRequest, _latchkey_v1_GetDeviceAuthorizationRequest__Output>
      GetDeviceAuthorizationResponse: MessageTypeDefinition<_latchkey_v1_GetDeviceAuthorizationResponse, _latchkey_v1_GetDeviceAuthorizationResponse__Output>
      GetOAuthClientRequest: MessageTypeDefinition<_latchkey_v1_GetOAuthClientRequest, _latchkey_v1_GetOAuthClientRequest__Output>
      GetOAuthClientResponse: MessageTypeDefinition<_latchkey_v1_GetOAuthClientResponse, _latchkey_v1_GetOAuthClientResponse__Output>
      GrantType: EnumTypeDefinition
      IntrospectTokenRequest: MessageTypeDefinition<_latchkey_v1_IntrospectTokenRequest, _latchkey_v1_IntrospectTokenRequest__Output>
      IntrospectTokenResponse: MessageTypeDefinition<_latchkey_v1_IntrospectTokenResponse, _latchkey_v1_IntrospectTokenResponse__Output>
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
      /**
       * OAuth 2.0 (RFC 6749, with RFC 9700's rules) for those who speak gRPC; the HTTP endpoints answer by the same rules.
       * Whoever has no credential of Latchkey names the account. Errors that RFC 6749 names come as ErrorInfo reasons
       * OAUTH_INVALID_REQUEST, OAUTH_INVALID_CLIENT and so on, whose `error` metadata is the RFC's code.
       */
      OAuthService: SubtypeConstructor<typeof grpc.Client, _latchkey_v1_OAuthServiceClient> & { service: _latchkey_v1_OAuthServiceDefinition }
      RetireOAuthClientSecretRequest: MessageTypeDefinition<_latchkey_v1_RetireOAuthClientSecretRequest, _latchkey_v1_RetireOAuthClientSecretRequest__Output>
      RetireOAuthClientSecretResponse: MessageTypeDefinition<_latchkey_v1_RetireOAuthClientSecretResponse, _latchkey_v1_RetireOAuthClientSecretResponse__Output>
      RevokeTokenRequest: MessageTypeDefinition<_latchkey_v1_RevokeTokenRequest, _latchkey_v1_RevokeTokenRequest__Output>
      RevokeTokenResponse: MessageTypeDefinition<_latchkey_v1_RevokeTokenResponse, _latchkey_v1_RevokeTokenResponse__Output>
      RotateOAuthClientSecretRequest: MessageTypeDefinition<_latchkey_v1_RotateOAuthClientSecretRequest, _latchkey_v1_RotateOAuthClientSecretRequest__Output>
      RotateOAuthClientSecretResponse: MessageTypeDefinition<_latchkey_v1_RotateOAuthClientSecretResponse, _latchkey_v1_RotateOAuthClientSecretResponse__Output>
      SetOAuthClientGlobalRequest: MessageTypeDefinition<_latchkey_v1_SetOAuthClientGlobalRequest, _latchkey_v1_SetOAuthClientGlobalRequest__Output>
      SetOAuthClientGlobalResponse: MessageTypeDefinition<_latchkey_v1_SetOAuthClientGlobalResponse, _latchkey_v1_SetOAuthClientGlobalResponse__Output>
      StartDeviceAuthorizationRequest: MessageTypeDefinition<_latchkey_v1_StartDeviceAuthorizationRequest, _latchkey_v1_StartDeviceAuthorizationRequest__Output>
      StartDeviceAuthorizationResponse: MessageTypeDefinition<_latchkey_v1_StartDeviceAuthorizationResponse, _latchkey_v1_StartDeviceAuthorizationResponse__Output>
      UpdateOAuthClientRequest: MessageTypeDefinition<_latchkey_v1_UpdateOAuthClientRequest, _latchkey_v1_UpdateOAuthClientRequest__Output>
      UpdateOAuthClientResponse: MessageTypeDefinition<_latchkey_v1_UpdateOAuthClientResponse, _latchkey_v1_UpdateOAuthClientResponse__Output>
    }
  }
}

