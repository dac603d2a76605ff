// Original file: proto/latchkey/v1/settings.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { GetSettingsRequest as _latchkey_v1_GetSettingsRequest, GetSettingsRequest__Output as _latchkey_v1_GetSettingsRequest__Output } from '../../latchkey/v1/GetSettingsRequest.js';
import type { GetSettingsResponse as _latchkey_v1_GetSettingsResponse, GetSettingsResponse__Output as _latchkey_v1_GetSettingsResponse__Output } from '../../latchkey/v1/GetSettingsResponse.js';
import type { UpdateSettingsRequest as _latchkey_v1_UpdateSettingsRequest, UpdateSettingsRequest__Output as _latchkey_v1_UpdateSettingsRequest__Output } from '../../latchkey/v1/UpdateSettingsRequest.js';
import type { UpdateSettingsResponse as _latchkey_v1_UpdateSettingsResponse, UpdateSettingsResponse__Output as _latchkey_v1_UpdateSettingsResponse__Output } from '../../latchkey/v1/UpdateSettingsResponse.js';

/**
 * The switches, limits and lifetimes of the caller's account.
 */
export interface SettingsServiceClient extends grpc.Client {
  /**
   * Returns the settings of the caller's account.
   */
  GetSettings(argument: _latchkey_v1_GetSettingsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_GetSettingsResponse__Output>): grpc.ClientUnaryCall;
  GetSettings(argument: _latchkey_v1_GetSettingsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_latchkey_v1_GetSettingsResponse__Output>): grpc.ClientUnaryCall;
  GetSettings(argument: _latchkey_v1_GetSettingsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_GetSettingsResponse__Output>): grpc.ClientUnaryCall;
  GetSettings(argument: _latchkey_v1_GetSettingsRequest, callback: grpc.requestCallback<_latchkey_v1_GetSettingsResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Returns the settings of the caller's account.
   */
  getSettings(argument: _latchkey_v1_GetSettingsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_GetSettingsResponse__Output>): grpc.ClientUnaryCall;
  getSettings(argument: _latchkey_v1_GetSettingsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_latchkey_v1_GetSettingsResponse__Output>): grpc.ClientUnaryCall;
  getSettings(argument: _latchkey_v1_GetSettingsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_GetSettingsResponse__Output>): grpc.ClientUnaryCall;
  getSettings(argument: _latchkey_v1_GetSettingsRequest, callback: grpc.requestCallback<_latchkey_v1_GetSettingsResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Changes the fields named by the mask. A switch takes effect on the next call, on every connection.
   * Errors: FIELD_INVALID, UPDATE_MASK_INVALID, ETAG_MISMATCH.
   */
  UpdateSettings(argument: _latchkey_v1_UpdateSettingsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_UpdateSettingsResponse__Output>): grpc.ClientUnaryCall;
  UpdateSettings(argument: _latchkey_v1_UpdateSettingsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_latchkey_v1_UpdateSettingsResponse__Output>): grpc.ClientUnaryCall;
  UpdateSettings(argument: _latchkey_v1_UpdateSettingsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_UpdateSettingsResponse__Output>): grpc.ClientUnaryCall;
  UpdateSettings(argument: _latchkey_v1_UpdateSettingsRequest, callback: grpc.requestCallback<_latchkey_v1_UpdateSettingsResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Changes the fields named by the mask. A switch takes effect on the next call, on every connection.
   * Errors: FIELD_INVALID, UPDATE_MASK_INVALID, ETAG_MISMATCH.
   */
  updateSettings(argument: _latchkey_v1_UpdateSettingsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_UpdateSettingsResponse__Output>): grpc.ClientUnaryCall;
  updateSettings(argument: _latchkey_v1_UpdateSettingsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_latchkey_v1_UpdateSettingsResponse__Output>): grpc.ClientUnaryCall;
  updateSettings(argument: _latchkey_v1_UpdateSettingsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_UpdateSettingsResponse__Output>): grpc.ClientUnaryCall;
  updateSettings(argument: _latchkey_v1_UpdateSettingsRequest, callback: grpc.requestCallback<_latchkey_v1_UpdateSettingsResponse__Output>): grpc.ClientUnaryCall;
  
}

/**
 * The switches, limits and lifetimes of the caller's account.
 */
export interface SettingsServiceHandlers extends grpc.UntypedServiceImplementation {
  /**
   * Returns the settings of the caller's account.
   */
  GetSettings: grpc.handleUnaryCall<_latchkey_v1_GetSettingsRequest__Output, _latchkey_v1_GetSettingsResponse>;
  
  /**
   * Changes the fields named by the mask. A switch takes effect on the next call, on every connection.
   * Errors: FIELD_INVALID, UPDATE_MASK_INVALID, ETAG_MISMATCH.
   */
  UpdateSettings: grpc.handleUnaryCall<_latchkey_v1_UpdateSettingsRequest__Output, _latchkey_v1_UpdateSettingsResponse>;
  
}

export interface SettingsServiceDefinition extends grpc.ServiceDefinition {
  GetSettings: MethodDefinition<_latchkey_v1_GetSettingsRequest, _latchkey_v1_GetSettingsResponse, _latchkey_v1_GetSettingsRequest__Output, _latchkey_v1_GetSettingsResponse__Output>
  UpdateSettings: MethodDefinition<_latchkey_v1_UpdateSettingsRequest, _latchkey_v1_UpdateSettingsResponse, _latchkey_v1_UpdateSettingsRequest__Output, _latchkey_v1_UpdateSettingsResponse__Output>
}
