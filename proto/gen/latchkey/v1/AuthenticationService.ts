// Original file: proto/latchkey/v1/authentication.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { AuthenticateRequest as _latchkey_v1_AuthenticateRequest, AuthenticateRequest__Output as _latchkey_v1_AuthenticateRequest__Output } from '../../latchkey/v1/AuthenticateRequest.js';
import type { AuthenticateResponse as _latchkey_v1_AuthenticateResponse, AuthenticateResponse__Output as _latchkey_v1_AuthenticateResponse__Output } from '../../latchkey/v1/AuthenticateResponse.js';

/**
 * Who is this? Asked by services for the requests they serve.
 */
export interface AuthenticationServiceClient extends grpc.Client {
  /**
   * Checks one credential. The caller needs the scope `authenticate`. A credential that is dead, unknown, malformed or
   * of another account is not an error: the answer is simply not authenticated (RFC 7662 section 2.2).
   * Errors: CREDENTIAL_INVALID, ROLE_INSUFFICIENT and SCOPE_INSUFFICIENT, all of them about the caller.
   */
  Authenticate(argument: _latchkey_v1_AuthenticateRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_AuthenticateResponse__Output>): grpc.ClientUnaryCall;
  Authenticate(argument: _latchkey_v1_AuthenticateRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_latchkey_v1_AuthenticateResponse__Output>): grpc.ClientUnaryCall;
  Authenticate(argument: _latchkey_v1_AuthenticateRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_AuthenticateResponse__Output>): grpc.ClientUnaryCall;
  Authenticate(argument: _latchkey_v1_AuthenticateRequest, callback: grpc.requestCallback<_latchkey_v1_AuthenticateResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Checks one credential. The caller needs the scope `authenticate`. A credential that is dead, unknown, malformed or
   * of another account is not an error: the answer is simply not authenticated (RFC 7662 section 2.2).
   * Errors: CREDENTIAL_INVALID, ROLE_INSUFFICIENT and SCOPE_INSUFFICIENT, all of them about the caller.
   */
  authenticate(argument: _latchkey_v1_AuthenticateRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_AuthenticateResponse__Output>): grpc.ClientUnaryCall;
  authenticate(argument: _latchkey_v1_AuthenticateRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_latchkey_v1_AuthenticateResponse__Output>): grpc.ClientUnaryCall;
  authenticate(argument: _latchkey_v1_AuthenticateRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_AuthenticateResponse__Output>): grpc.ClientUnaryCall;
  authenticate(argument: _latchkey_v1_AuthenticateRequest, callback: grpc.requestCallback<_latchkey_v1_AuthenticateResponse__Output>): grpc.ClientUnaryCall;
  
}

/**
 * Who is this? Asked by services for the requests they serve.
 */
export interface AuthenticationServiceHandlers extends grpc.UntypedServiceImplementation {
  /**
   * Checks one credential. The caller needs the scope `authenticate`. A credential that is dead, unknown, malformed or
   * of another account is not an error: the answer is simply not authenticated (RFC 7662 section 2.2).
   * Errors: CREDENTIAL_INVALID, ROLE_INSUFFICIENT and SCOPE_INSUFFICIENT, all of them about the caller.
   */
  Authenticate: grpc.handleUnaryCall<_latchkey_v1_AuthenticateRequest__Output, _latchkey_v1_AuthenticateResponse>;
  
}

export interface AuthenticationServiceDefinition extends grpc.ServiceDefinition {
  Authenticate: MethodDefinition<_latchkey_v1_AuthenticateRequest, _latchkey_v1_AuthenticateResponse, _latchkey_v1_AuthenticateRequest__Output, _latchkey_v1_AuthenticateResponse__Output>
}
