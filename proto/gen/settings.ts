import type * as grpc from '@grpc/grpc-js';
import type { MessageTypeDefinition } from '@grpc/proto-loader';

import type { FieldMask as _google_protobuf_FieldMask, FieldMask__Output as _google_protobuf_FieldMask__Output } from './google/protobuf/FieldMask.js';
import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from './google/protobuf/Timestamp.js';
import type { GetSettingsRequest as _latchkey_v1_GetSettingsRequest, GetSettingsRequest__Output as _latchkey_v1_GetSettingsRequest__Output } from './latchkey/v1/GetSettingsRequest.js';
import type { GetSettingsResponse as _latchkey_v1_GetSettingsResponse, GetSettingsResponse__Output as _latchkey_v1_GetSettingsResponse__Output } from './latchkey/v1/GetSettingsResponse.js';
import type { InactivityPolicy as _latchkey_v1_InactivityPolicy, InactivityPolicy__Output as _latchkey_v1_InactivityPolicy__Output } from './latchkey/v1/InactivityPolicy.js';
import type { Settings as _latchkey_v1_Settings, Settings__Output as _latchkey_v1_Settings__Output } from './latchkey/v1/Settings.js';
import type { SettingsServiceClient as _latchkey_v1_SettingsServiceClient, SettingsServiceDefinition as _latchkey_v1_SettingsServiceDefinition } from './latchkey/v1/SettingsService.js';
import type { UpdateSettingsRequest as _latchkey_v1_UpdateSettingsRequest, UpdateSettingsRequest__Output as _latchkey_v1_UpdateSettingsRequest__Output } from './latchkey/v1/UpdateSettingsRequest.js';
import type { UpdateSettingsResponse as _latchkey_v1_UpdateSettingsResponse, UpdateSettingsResponse__Output as _latchkey_v1_UpdateSettingsResponse__Output } from './latchkey/v1/UpdateSettingsResponse.js';

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
      GetSettingsRequest: MessageTypeDefinition<_latchkey_v1_GetSettingsRequest, _latchkey_v1_GetSettingsRequest__Output>
      GetSettingsResponse: MessageTypeDefinition<_latchkey_v1_GetSettingsResponse, _latchkey_v1_GetSettingsResponse__Output>
      InactivityPolicy: MessageTypeDefinition<_latchkey_v1_InactivityPolicy, _latchkey_v1_InactivityPolicy__Output>
      Settings: MessageTypeDefinition<_latchkey_v1_Settings, _latchkey_v1_Settings__Output>
      /**
       * The switches, limits and lifetimes of the caller's account.
       */
      SettingsService: SubtypeConstructor<typeof grpc.Client, _latchkey_v1_SettingsServiceClient> & { service: _latchkey_v1_SettingsServiceDefinition }
      UpdateSettingsRequest: MessageTypeDefinition<_latchkey_v1_UpdateSettingsRequest, _latchkey_v1_UpdateSettingsRequest__Output>
      UpdateSettingsResponse: MessageTypeDefinition<_latchkey_v1_UpdateSettingsResponse, _latchkey_v1_UpdateSettingsResponse__Output>
    }
  }
}

