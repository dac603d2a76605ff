// Original file: proto/latchkey/v1/authentication.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { AuthenticateRequest as _latchkey_v1_AuthenticateRequest, AuthenticateRequest__Output as _latchkey_v1_AuthenticateRequest__Output } from '../../latchkey/v1/AuthenticateRequest.js';
import type { AuthenticateResponse as _latchkey_v1_AuthenticateResponse, AuthenticateResponse__Output as _latchkey_v1_AuthenticateResponse__Output } from '../../latchkey/v1/AuthenticateResponse.js';
import type { AuthenticateStreamRequest as _latchkey_v1_AuthenticateStreamRequest, AuthenticateStreamRequest__Output as _latchkey_v1_AuthenticateStreamRequest__Output } from '../../latchkey/v1/AuthenticateStreamRequest.js';
import type { AuthenticateStreamResponse as _latchkey_v1_AuthenticateStreamResponse, AuthenticateStreamResponse__Output as _latchkey_v1_AuthenticateStreamResponse__Output } from '../../latchkey/v1/AuthenticateStreamResponse.js';
import type { ReportUsesRequest as _latchkey_v1_ReportUsesRequest, ReportUsesRequest__Output as _latchkey_v1_ReportUsesRequest__Output } from '../../latchkey/v1/ReportUsesRequest.js';
import type { ReportUsesResponse as _latchkey_v1_ReportUsesResponse, ReportUsesResponse__Output as _latchkey_v1_ReportUsesResponse__Output } from '../../latchkey/v1/ReportUsesResponse.js';
import type { WatchRevocationsRequest as _latchkey_v1_WatchRevocationsRequest, WatchRevocationsRequest__Output as _latchkey_v1_WatchRevocationsRequest__Output } from '../../latchkey/v1/WatchRevocationsRequest.js';
import type { WatchRevocationsResponse as _latchkey_v1_WatchRevocationsResponse, WatchRevocationsResponse__Output as _latchkey_v1_WatchRevocationsResponse__Output } from '../../latchkey/v1/WatchRevocationsResponse.js';

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
  
  /**
   * Checks many credentials over one stream, many to a message. Each message is answered by one with as many answers,
   * matched by id; messages are answered in their order. A caller that does not read its answers is not read from
   * either. The caller needs the scope `authenticate`, and the stream ends when they lose it or their credential goes.
   * Errors: as Authenticate; FIELD_INVALID (more than 1,000 checks in a message, or one that is too long); SHUTTING_DOWN.
   */
  AuthenticateStream(metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientDuplexStream<_latchkey_v1_AuthenticateStreamRequest, _latchkey_v1_AuthenticateStreamResponse__Output>;
  AuthenticateStream(options?: grpc.CallOptions): grpc.ClientDuplexStream<_latchkey_v1_AuthenticateStreamRequest, _latchkey_v1_AuthenticateStreamResponse__Output>;
  /**
   * Checks many credentials over one stream, many to a message. Each message is answered by one with as many answers,
   * matched by id; messages are answered in their order. A caller that does not read its answers is not read from
   * either. The caller needs the scope `authenticate`, and the stream ends when they lose it or their credential goes.
   * Errors: as Authenticate; FIELD_INVALID (more than 1,000 checks in a message, or one that is too long); SHUTTING_DOWN.
   */
  authenticateStream(metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientDuplexStream<_latchkey_v1_AuthenticateStreamRequest, _latchkey_v1_AuthenticateStreamResponse__Output>;
  authenticateStream(options?: grpc.CallOptions): grpc.ClientDuplexStream<_latchkey_v1_AuthenticateStreamRequest, _latchkey_v1_AuthenticateStreamResponse__Output>;
  
  /**
   * Tells how credentials of the caller's account were used with a service that checks them in its own process: who
   * used them last and how often, what policies in dry run would have denied, and where the account wants it observed,
   * what for. What is reported is durable when it is answered, and counted once, however often it is sent. What is gone
   * since, or of another account, is passed over. The caller needs the scope `authenticate`.
   * Errors: as Authenticate; FIELD_INVALID.
   */
  ReportUses(argument: _latchkey_v1_ReportUsesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_ReportUsesResponse__Output>): grpc.ClientUnaryCall;
  ReportUses(argument: _latchkey_v1_ReportUsesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_latchkey_v1_ReportUsesResponse__Output>): grpc.ClientUnaryCall;
  ReportUses(argument: _latchkey_v1_ReportUsesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_ReportUsesResponse__Output>): grpc.ClientUnaryCall;
  ReportUses(argument: _latchkey_v1_ReportUsesRequest, callback: grpc.requestCallback<_latchkey_v1_ReportUsesResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Tells how credentials of the caller's account were used with a service that checks them in its own process: who
   * used them last and how often, what policies in dry run would have denied, and where the account wants it observed,
   * what for. What is reported is durable when it is answered, and counted once, however often it is sent. What is gone
   * since, or of another account, is passed over. The caller needs the scope `authenticate`.
   * Errors: as Authenticate; FIELD_INVALID.
   */
  reportUses(argument: _latchkey_v1_ReportUsesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_ReportUsesResponse__Output>): grpc.ClientUnaryCall;
  reportUses(argument: _latchkey_v1_ReportUsesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_latchkey_v1_ReportUsesResponse__Output>): grpc.ClientUnaryCall;
  reportUses(argument: _latchkey_v1_ReportUsesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_ReportUsesResponse__Output>): grpc.ClientUnaryCall;
  reportUses(argument: _latchkey_v1_ReportUsesRequest, callback: grpc.requestCallback<_latchkey_v1_ReportUsesResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Tells everything that decides about the credentials of the caller's account, in the order of commits, for those who
   * check credentials in their own process: first all there is, then each change as it becomes durable. A revocation
   * is a change like any other. Digests are told, secrets never, and only the caller's own account. Whoever comes back
   * with the history and position they stand at gets what they missed, or all of it once more where that is not known
   * any longer. The caller needs the scope `authenticate`, and the stream ends when they lose it or their credential goes.
   * Errors: as Authenticate; FIELD_INVALID; POSITION_UNKNOWN (a position that this history has not come to yet);
   * STREAM_TOO_SLOW (the caller does not read: come back with the last position); SHUTTING_DOWN.
   */
  WatchRevocations(argument: _latchkey_v1_WatchRevocationsRequest, metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientReadableStream<_latchkey_v1_WatchRevocationsResponse__Output>;
  WatchRevocations(argument: _latchkey_v1_WatchRevocationsRequest, options?: grpc.CallOptions): grpc.ClientReadableStream<_latchkey_v1_WatchRevocationsResponse__Output>;
  /**
   * Tells everything that decides about the credentials of the caller's account, in the order of commits, for those who
   * check credentials in their own process: first all there is, then each change as it becomes durable. A revocation
   * is a change like any other. Digests are told, secrets never, and only the caller's own account. Whoever comes back
   * with the history and position they stand at gets what they missed, or all of it once more where that is not known
   * any longer. The caller needs the scope `authenticate`, and the stream ends when they lose it or their credential goes.
   * Errors: as Authenticate; FIELD_INVALID; POSITION_UNKNOWN (a position that this history has not come to yet);
   * STREAM_TOO_SLOW (the caller does not read: come back with the last position); SHUTTING_DOWN.
   */
  watchRevocations(argument: _latchkey_v1_WatchRevocationsRequest, metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientReadableStream<_latchkey_v1_WatchRevocationsResponse__Output>;
  watchRevocations(argument: _latchkey_v1_WatchRevocationsRequest, options?: grpc.CallOptions): grpc.ClientReadableStream<_latchkey_v1_WatchRevocationsResponse__Output>;
  
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
  
  /**
   * Checks many credentials over one stream, many to a message. Each message is answered by one with as many answers,
   * matched by id; messages are answered in their order. A caller that does not read its answers is not read from
   * either. The caller needs the scope `authenticate`, and the stream ends when they lose it or their credential goes.
   * Errors: as Authenticate; FIELD_INVALID (more than 1,000 checks in a message, or one that is too long); SHUTTING_DOWN.
   */
  AuthenticateStream: grpc.handleBidiStreamingCall<_latchkey_v1_AuthenticateStreamRequest__Output, _latchkey_v1_AuthenticateStreamResponse>;
  
  /**
   * Tells how credentials of the caller's account were used with a service that checks them in its own process: who
   * used them last and how often, what policies in dry run would have denied, and where the account wants it observed,
   * what for. What is reported is durable when it is answered, and counted once, however often it is sent. What is gone
   * since, or of another account, is passed over. The caller needs the scope `authenticate`.
   * Errors: as Authenticate; FIELD_INVALID.
   */
  ReportUses: grpc.handleUnaryCall<_latchkey_v1_ReportUsesRequest__Output, _latchkey_v1_ReportUsesResponse>;
  
  /**
   * Tells everything that decides about the credentials of the caller's account, in the order of commits, for those who
   * check credentials in their own process: first all there is, then each change as it becomes durable. A revocation
   * is a change like any other. Digests are told, secrets never, and only the caller's own account. Whoever comes back
   * with the history and position they stand at gets what they missed, or all of it once more where that is not known
   * any longer. The caller needs the scope `authenticate`, and the stream ends when they lose it or their credential goes.
   * Errors: as Authenticate; FIELD_INVALID; POSITION_UNKNOWN (a position that this history has not come to yet);
   * STREAM_TOO_SLOW (the caller does not read: come back with the last position); SHUTTING_DOWN.
   */
  WatchRevocations: grpc.handleServerStreamingCall<_latchkey_v1_WatchRevocationsRequest__Output, _latchkey_v1_WatchRevocationsResponse>;
  
}

export interface AuthenticationServiceDefinition extends grpc.ServiceDefinition {
  Authenticate: MethodDefinition<_latchkey_v1_AuthenticateRequest, _latchkey_v1_AuthenticateResponse, _latchkey_v1_AuthenticateRequest__Output, _latchkey_v1_AuthenticateResponse__Output>
  AuthenticateStream: MethodDefinition<_latchkey_v1_AuthenticateStreamRequest, _latchkey_v1_AuthenticateStreamResponse, _latchkey_v1_AuthenticateStreamRequest__Output, _latchkey_v1_AuthenticateStreamResponse__Output>
  ReportUses: MethodDefinition<_latchkey_v1_ReportUsesRequest, _latchkey_v1_ReportUsesResponse, _latchkey_v1_ReportUsesRequest__Output, _latchkey_v1_ReportUsesResponse__Output>
  WatchRevocations: MethodDefinition<_latchkey_v1_WatchRevocationsRequest, _latchkey_v1_WatchRevocationsResponse, _latchkey_v1_WatchRevocationsRequest__Output, _latchkey_v1_WatchRevocationsResponse__Output>
}
