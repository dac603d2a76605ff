import type * as grpc from '@grpc/grpc-js';
import type { MessageTypeDefinition } from '@grpc/proto-loader';

import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from './google/protobuf/Timestamp.js';
import type { GetUsageRequest as _latchkey_v1_GetUsageRequest, GetUsageRequest__Output as _latchkey_v1_GetUsageRequest__Output } from './latchkey/v1/GetUsageRequest.js';
import type { GetUsageResponse as _latchkey_v1_GetUsageResponse, GetUsageResponse__Output as _latchkey_v1_GetUsageResponse__Output } from './latchkey/v1/GetUsageResponse.js';
import type { HourlyUsage as _latchkey_v1_HourlyUsage, HourlyUsage__Output as _latchkey_v1_HourlyUsage__Output } from './latchkey/v1/HourlyUsage.js';
import type { UsageServiceClient as _latchkey_v1_UsageServiceClient, UsageServiceDefinition as _latchkey_v1_UsageServiceDefinition } from './latchkey/v1/UsageService.js';

type SubtypeConstructor<Constructor extends new (...args: any) => any, Subtype> = {
  new(...args: ConstructorParameters<Constructor>): Subtype;
};

export interface ProtoGrpcType {
  google: {
    protobuf: {
      Timestamp: MessageTypeDefinition<_google_protobuf_Timestamp, _google_protobuf_Timestamp__Output>
    }
  }
  latchkey: {
    v1: {
      GetUsageRequest: MessageTypeDefinition<_latchkey_v1_GetUsageRequest, _latchkey_v1_GetUsageRequest__Output>
      GetUsageResponse: MessageTypeDefinition<_latchkey_v1_GetUsageResponse, _latchkey_v1_GetUsageResponse__Output>
      HourlyUsage: MessageTypeDefinition<_latchkey_v1_HourlyUsage, _latchkey_v1_HourlyUsage__Output>
      /**
       * How much the credentials of the caller's account are used.
       */
      UsageService: SubtypeConstructor<typeof grpc.Client, _latchkey_v1_UsageServiceClient> & { service: _latchkey_v1_UsageServiceDefinition }
    }
  }
}

