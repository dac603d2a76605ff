// Original file: proto/latchkey/v1/session.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { GetSessionRequest as _latchkey_v1_GetSessionRequest, GetSessionRequest__Output as _latchkey_v1_GetSessionRequest__Output } from '../../latchkey/v1/GetSessionRequest.js';
import type { GetSessionResponse as _latchkey_v1_GetSessionResponse, GetSessionResponse__Output as _latchkey_v1_GetSessionResponse__Output } from '../../latchkey/v1/GetSessionResponse.js';
import type { SignInRequest as _latchkey_v1_SignInRequest, SignInRequest__Output as _latchkey_v1_SignInRequest__Output } from '../../latchkey/v1/SignInRequest.js';
import type { SignInResponse as _latchkey_v1_SignInResponse, SignInResponse__Output as _latchkey_v1_SignInResponse__Output } from '../../latchkey/v1/SignInResponse.js';
import type { SignOutRequest as _latchkey_v1_SignOutRequest, SignOutRequest__Output as _latchkey_v1_SignOutRequest__Output } from '../../latchkey/v1/SignOutRequest.js';
import type { SignOutResponse as _latchkey_v1_SignOutResponse, SignOutResponse__Output as _latchkey_v1_SignOutResponse__Output } from '../../latchkey/v1/SignOutResponse.js';

/**
 * People signing in. A session token goes into the `authorization` metadata as `Bearer TOKEN`.
 */
export interface SessionServiceClient extends grpc.Client {
  /**
   * Returns the session this call is made with, its user and its account.
   */
  GetSession(argument: _latchkey_v1_GetSessionRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_GetSessionResponse__Output>): grpc.ClientUnaryCall;
  GetSession(argument: _latchkey_v1_GetSessionRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_latchkey_v1_GetSessionResponse__Output>): grpc.ClientUnaryCall;
  GetSession(argument: _latchkey_v1_GetSessionRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_GetSessionResponse__Output>): grpc.ClientUnaryCall;
  GetSession(argument: _latchkey_v1_GetSessionRequest, callback: grpc.requestCallback<_latchkey_v1_GetSessionResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Returns the session this call is made with, its user and its account.
   */
  getSession(argument: _latchkey_v1_GetSessionRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_GetSessionResponse__Output>): grpc.ClientUnaryCall;
  getSession(argument: _latchkey_v1_GetSessionRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_latchkey_v1_GetSessionResponse__Output>): grpc.ClientUnaryCall;
  getSession(argument: _latchkey_v1_GetSessionRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_GetSessionResponse__Output>): grpc.ClientUnaryCall;
  getSession(argument: _latchkey_v1_GetSessionRequest, callback: grpc.requestCallback<_latchkey_v1_GetSessionResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Signs a person in. Failed tries are slowed down per person and per source address.
   * Errors: SIGN_IN_REFUSED, SIGN_IN_THROTTLED, FIELD_INVALID.
   */
  SignIn(argument: _latchkey_v1_SignInRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_SignInResponse__Output>): grpc.ClientUnaryCall;
  SignIn(argument: _latchkey_v1_SignInRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_latchkey_v1_SignInResponse__Output>): grpc.ClientUnaryCall;
  SignIn(argument: _latchkey_v1_SignInRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_SignInResponse__Output>): grpc.ClientUnaryCall;
  SignIn(argument: _latchkey_v1_SignInRequest, callback: grpc.requestCallback<_latchkey_v1_SignInResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Signs a person in. Failed tries are slowed down per person and per source address.
   * Errors: SIGN_IN_REFUSED, SIGN_IN_THROTTLED, FIELD_INVALID.
   */
  signIn(argument: _latchkey_v1_SignInRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_SignInResponse__Output>): grpc.ClientUnaryCall;
  signIn(argument: _latchkey_v1_SignInRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_latchkey_v1_SignInResponse__Output>): grpc.ClientUnaryCall;
  signIn(argument: _latchkey_v1_SignInRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_SignInResponse__Output>): grpc.ClientUnaryCall;
  signIn(argument: _latchkey_v1_SignInRequest, callback: grpc.requestCallback<_latchkey_v1_SignInResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Ends the session this call is made with.
   */
  SignOut(argument: _latchkey_v1_SignOutRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_SignOutResponse__Output>): grpc.ClientUnaryCall;
  SignOut(argument: _latchkey_v1_SignOutRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_latchkey_v1_SignOutResponse__Output>): grpc.ClientUnaryCall;
  SignOut(argument: _latchkey_v1_SignOutRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_SignOutResponse__Output>): grpc.ClientUnaryCall;
  SignOut(argument: _latchkey_v1_SignOutRequest, callback: grpc.requestCallback<_latchkey_v1_SignOutResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Ends the session this call is made with.
   */
  signOut(argument: _latchkey_v1_SignOutRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_SignOutResponse__Output>): grpc.ClientUnaryCall;
  signOut(argument: _latchkey_v1_SignOutRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_latchkey_v1_SignOutResponse__Output>): grpc.ClientUnaryCall;
  signOut(argument: _latchkey_v1_SignOutRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_SignOutResponse__Output>): grpc.ClientUnaryCall;
  signOut(argument: _latchkey_v1_SignOutRequest, callback: grpc.requestCallback<_latchkey_v1_SignOutResponse__Output>): grpc.ClientUnaryCall;
  
}

/**
 * People signing in. A session token goes into the `authorization` metadata as `Bearer TOKEN`.
 */
export interface SessionServiceHandlers extends grpc.UntypedServiceImplementation {
  /**
   * Returns the session this call is made with, its user and its account.
   */
  GetSession: grpc.handleUnaryCall<_latchkey_v1_GetSessionRequest__Output, _latchkey_v1_GetSessionResponse>;
  
  /**
   * Signs a person in. Failed tries are slowed down per person and per source address.
   * Errors: SIGN_IN_REFUSED, SIGN_IN_THROTTLED, FIELD_INVALID.
   */
  SignIn: grpc.handleUnaryCall<_latchkey_v1_SignInRequest__Output, _latchkey_v1_SignInResponse>;
  
  /**
   * Ends the session this call is made with.
   */
  SignOut: grpc.handleUnaryCall<_latchkey_v1_SignOutRequest__Output, _latchkey_v1_SignOutResponse>;
  
}

export interface SessionServiceDefinition extends grpc.ServiceDefinition {
  GetSession: MethodDefinition<_latchkey_v1_GetSessionRequest, _latchkey_v1_GetSessionResponse, _latchkey_v1_GetSessionRequest__Output, _latchkey_v1_GetSessionResponse__Output>
  SignIn: MethodDefinition<_latchkey_v1_SignInRequest, _latchkey_v1_SignInResponse, _latchkey_v1_SignInRequest__Output, _latchkey_v1_SignInResponse__Output>
  SignOut: MethodDefinition<_latchkey_v1_SignOutRequest, _latchkey_v1_SignOutResponse, _latchkey_v1_SignOutRequest__Output, _latchkey_v1_SignOutResponse__Output>
}
