import type * as grpc from '@grpc/grpc-js';
import type { EnumTypeDefinition, MessageTypeDefinition } from '@grpc/proto-loader';

import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from './google/protobuf/Timestamp.js';
import type { Actor as _latchkey_v1_Actor, Actor__Output as _latchkey_v1_Actor__Output } from './latchkey/v1/Actor.js';
import type { AuditEvent as _latchkey_v1_AuditEvent, AuditEvent__Output as _latchkey_v1_AuditEvent__Output } from './latchkey/v1/AuditEvent.js';
import type { AuditServiceClient as _latchkey_v1_AuditServiceClient, AuditServiceDefinition as _latchkey_v1_AuditServiceDefinition } from './latchkey/v1/AuditService.js';
import type { FieldChange as _latchkey_v1_FieldChange, FieldChange__Output as _latchkey_v1_FieldChange__Output } from './latchkey/v1/FieldChange.js';
import type { ListAuditEventsRequest as _latchkey_v1_ListAuditEventsRequest, ListAuditEventsRequest__Output as _latchkey_v1_ListAuditEventsRequest__Output } from './latchkey/v1/ListAuditEventsRequest.js';
import type { ListAuditEventsResponse as _latchkey_v1_ListAuditEventsResponse, ListAuditEventsResponse__Output as _latchkey_v1_ListAuditEventsResponse__Output } from './latchkey/v1/ListAuditEventsResponse.js';
import type { WatchAuditEventsRequest as _latchkey_v1_WatchAuditEventsRequest, WatchAuditEventsRequest__Output as _latchkey_v1_WatchAuditEventsRequest__Output } from './latchkey/v1/WatchAuditEventsRequest.js';
import type { WatchAuditEventsResponse as _latchkey_v1_WatchAuditEventsResponse, WatchAuditEventsResponse__Output as _latchkey_v1_WatchAuditEventsResponse__Output } from './latchkey/v1/WatchAuditEventsResponse.js';

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
      Actor: MessageTypeDefinition<_latchkey_v1_Actor, _latchkey_v1_Actor__Output>
      ActorKind: EnumTypeDefinition
      AuditEvent: MessageTypeDefinition<_latchkey_v1_AuditEvent, _latchkey_v1_AuditEvent__Output>
      /**
       * What happened in the caller's account. Every change commits together with its event.
       */
      AuditService: SubtypeConstructor<typeof grpc.Client, _latchkey_v1_AuditServiceClient> & { service: _latchkey_v1_AuditServiceDefinition }
      FieldChange: MessageTypeDefinition<_latchkey_v1_FieldChange, _latchkey_v1_FieldChange__Output>
      ListAuditEventsRequest: MessageTypeDefinition<_latchkey_v1_ListAuditEventsRequest, _latchkey_v1_ListAuditEventsRequest__Output>
      ListAuditEventsResponse: MessageTypeDefinition<_latchkey_v1_ListAuditEventsResponse, _latchkey_v1_ListAuditEventsResponse__Output>
      WatchAuditEventsRequest: MessageTypeDefinition<_latchkey_v1_WatchAuditEventsRequest, _latchkey_v1_WatchAuditEventsRequest__Output>
      WatchAuditEventsResponse: MessageTypeDefinition<_latchkey_v1_WatchAuditEventsResponse, _latchkey_v1_WatchAuditEventsResponse__Output>
    }
  }
}

