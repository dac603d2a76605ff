// Original file: proto/latchkey/v1/usage.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { GetUsageRequest as _latchkey_v1_GetUsageRequest, GetUsageRequest__Output as _latchkey_v1_GetUsageRequest__Output } from '../../latchkey/v1/GetUsageRequest.js';
import type { GetUsageResponse as _latchkey_v1_GetUsageResponse, GetUsageResponse__Output as _latchkey_v1_GetUsageResponse__Output } from '../../latchkey/v1/GetUsageResponse.js';

/**
 * How much the credentials of the caller's account are used.
 */
export interface UsageServiceClient extends grpc.Client {
  /**
   * Returns how often credentials were used and refused, hour by hour, up to 10 seconds behind. What a service answers
   * from its own memory, without asking, is not counted.
   * Errors: FIELD_INVALID.
   */
  GetUsage(argument: _latchkey_v1_GetUsageRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_GetUsageResponse__Output>): grpc.ClientUnaryCall;
  GetUsage(argument: _latchkey_v1_GetUsageRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_latchkey_v1_GetUsageResponse__Output>): grpc.ClientUnaryCall;
  GetUsage(argument: _latchkey_v1_GetUsageRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_GetUsageResponse__Output>): grpc.ClientUnaryCall;
  GetUsage(argument: _latchkey_v1_GetUsageRequest, callback: grpc.requestCallback<_latchkey_v1_GetUsageResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Returns how often credentials were used and refused, hour by hour, up to 10 seconds behind. What a service answers
   * from its own memory, without asking, is not counted.
   * Errors: FIELD_INVALID.
   */
  getUsage(argument: _latchkey_v1_GetUsageRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_GetUsageResponse__Output>): grpc.ClientUnaryCall;
  getUsage(argument: _latchkey_v1_GetUsageRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_latchkey_v1_GetUsageResponse__Output>): grpc.ClientUnaryCall;
  getUsage(argument: _latchkey_v1_GetUsageRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_GetUsageResponse__Output>): grpc.ClientUnaryCall;
  getUsage(argument: _latchkey_v1_GetUsageRequest, callback: grpc.requestCallback<_latchkey_v1_GetUsageResponse__Output>): grpc.ClientUnaryCall;
  
}

/**
 * How much the credentials of the caller's account are used.
 */
export interface UsageServiceHandlers extends grpc.UntypedServiceImplementation {
  /**
   * Returns how often credentials were used and refused, hour by hour, up to 10 seconds behind. What a service answers
   * from its own memory, without asking, is not counted.
   * Errors: FIELD_INVALID.
   */
  GetUsage: grpc.handleUnaryCall<_latchkey_v1_GetUsageRequest__Output, _latchkey_v1_GetUsageResponse>;
  
}

export interface UsageServiceDefinition extends grpc.ServiceDefinition {
  GetUsage: MethodDefinition<_latchkey_v1_GetUsageRequest, _latchkey_v1_GetUsageResponse, _latchkey_v1_GetUsageRequest__Output, _latchkey_v1_GetUsageResponse__Output>
}
