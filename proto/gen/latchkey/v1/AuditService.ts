// Original file: proto/latchkey/v1/audit.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { ListAuditEventsRequest as _latchkey_v1_ListAuditEventsRequest, ListAuditEventsRequest__Output as _latchkey_v1_ListAuditEventsRequest__Output } from '../../latchkey/v1/ListAuditEventsRequest.js';
import type { ListAuditEventsResponse as _latchkey_v1_ListAuditEventsResponse, ListAuditEventsResponse__Output as _latchkey_v1_ListAuditEventsResponse__Output } from '../../latchkey/v1/ListAuditEventsResponse.js';
import type { WatchAuditEventsRequest as _latchkey_v1_WatchAuditEventsRequest, WatchAuditEventsRequest__Output as _latchkey_v1_WatchAuditEventsRequest__Output } from '../../latchkey/v1/WatchAuditEventsRequest.js';
import type { WatchAuditEventsResponse as _latchkey_v1_WatchAuditEventsResponse, WatchAuditEventsResponse__Output as _latchkey_v1_WatchAuditEventsResponse__Output } from '../../latchkey/v1/WatchAuditEventsResponse.js';

/**
 * What happened in the caller's account. Every change commits together with its event.
 */
export interface AuditServiceClient extends grpc.Client {
  /**
   * Lists events, newest first.
   * Errors: FILTER_INVALID, PAGE_TOKEN_INVALID.
   */
  ListAuditEvents(argument: _latchkey_v1_ListAuditEventsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_ListAuditEventsResponse__Output>): grpc.ClientUnaryCall;
  ListAuditEvents(argument: _latchkey_v1_ListAuditEventsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_latchkey_v1_ListAuditEventsResponse__Output>): grpc.ClientUnaryCall;
  ListAuditEvents(argument: _latchkey_v1_ListAuditEventsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_ListAuditEventsResponse__Output>): grpc.ClientUnaryCall;
  ListAuditEvents(argument: _latchkey_v1_ListAuditEventsRequest, callback: grpc.requestCallback<_latchkey_v1_ListAuditEventsResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Lists events, newest first.
   * Errors: FILTER_INVALID, PAGE_TOKEN_INVALID.
   */
  listAuditEvents(argument: _latchkey_v1_ListAuditEventsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_ListAuditEventsResponse__Output>): grpc.ClientUnaryCall;
  listAuditEvents(argument: _latchkey_v1_ListAuditEventsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_latchkey_v1_ListAuditEventsResponse__Output>): grpc.ClientUnaryCall;
  listAuditEvents(argument: _latchkey_v1_ListAuditEventsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_ListAuditEventsResponse__Output>): grpc.ClientUnaryCall;
  listAuditEvents(argument: _latchkey_v1_ListAuditEventsRequest, callback: grpc.requestCallback<_latchkey_v1_ListAuditEventsResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Sends events as they happen, in the order of their commits, until the caller stops. Begins with what came after
   * the given event, or with the present.
   * Errors: FILTER_INVALID, RESOURCE_NOT_FOUND (no such event to begin after), STREAM_TOO_SLOW, SHUTTING_DOWN.
   */
  WatchAuditEvents(argument: _latchkey_v1_WatchAuditEventsRequest, metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientReadableStream<_latchkey_v1_WatchAuditEventsResponse__Output>;
  WatchAuditEvents(argument: _latchkey_v1_WatchAuditEventsRequest, options?: grpc.CallOptions): grpc.ClientReadableStream<_latchkey_v1_WatchAuditEventsResponse__Output>;
  /**
   * Sends events as they happen, in the order of their commits, until the caller stops. Begins with what came after
   * the given event, or with the present.
   * Errors: FILTER_INVALID, RESOURCE_NOT_FOUND (no such event to begin after), STREAM_TOO_SLOW, SHUTTING_DOWN.
   */
  watchAuditEvents(argument: _latchkey_v1_WatchAuditEventsRequest, metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientReadableStream<_latchkey_v1_WatchAuditEventsResponse__Output>;
  watchAuditEvents(argument: _latchkey_v1_WatchAuditEventsRequest, options?: grpc.CallOptions): grpc.ClientReadableStream<_latchkey_v1_WatchAuditEventsResponse__Output>;
  
}

/**
 * What happened in the caller's account. Every change commits together with its event.
 */
export interface AuditServiceHandlers extends grpc.UntypedServiceImplementation {
  /**
   * Lists events, newest first.
   * Errors: FILTER_INVALID, PAGE_TOKEN_INVALID.
   */
  ListAuditEvents: grpc.handleUnaryCall<_latchkey_v1_ListAuditEventsRequest__Output, _latchkey_v1_ListAuditEventsResponse>;
  
  /**
   * Sends events as they happen, in the order of their commits, until the caller stops. Begins with what came after
   * the given event, or with the present.
   * Errors: FILTER_INVALID, RESOURCE_NOT_FOUND (no such event to begin after), STREAM_TOO_SLOW, SHUTTING_DOWN.
   */
  WatchAuditEvents: grpc.handleServerStreamingCall<_latchkey_v1_WatchAuditEventsRequest__Output, _latchkey_v1_WatchAuditEventsResponse>;
  
}

export interface AuditServiceDefinition extends grpc.ServiceDefinition {
  ListAuditEvents: MethodDefinition<_latchkey_v1_ListAuditEventsRequest, _latchkey_v1_ListAuditEventsResponse, _latchkey_v1_ListAuditEventsRequest__Output, _latchkey_v1_ListAuditEventsResponse__Output>
  WatchAuditEvents: MethodDefinition<_latchkey_v1_WatchAuditEventsRequest, _latchkey_v1_WatchAuditEventsResponse, _latchkey_v1_WatchAuditEventsRequest__Output, _latchkey_v1_WatchAuditEventsResponse__Output>
}
