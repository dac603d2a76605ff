// Original file: proto/latchkey/v1/oauth.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { ApproveAuthorizationRequest as _latchkey_v1_ApproveAuthorizationRequest, ApproveAuthorizationRequest__Output as _latchkey_v1_ApproveAuthorizationRequest__Output } from '../../latchkey/v1/ApproveAuthorizationRequest.js';
import type { ApproveAuthorizationResponse as _latchkey_v1_ApproveAuthorizationResponse, ApproveAuthorizationResponse__Output as _latchkey_v1_ApproveAuthorizationResponse__Output } from '../../latchkey/v1/ApproveAuthorizationResponse.js';
import type { ApproveDeviceRequest as _latchkey_v1_ApproveDeviceRequest, ApproveDeviceRequest__Output as _latchkey_v1_ApproveDeviceRequest__Output } from '../../latchkey/v1/ApproveDeviceRequest.js';
import type { ApproveDeviceResponse as _latchkey_v1_ApproveDeviceResponse, ApproveDeviceResponse__Output as _latchkey_v1_ApproveDeviceResponse__Output } from '../../latchkey/v1/ApproveDeviceResponse.js';
import type { AuthorizeRequest as _latchkey_v1_AuthorizeRequest, AuthorizeRequest__Output as _latchkey_v1_AuthorizeRequest__Output } from '../../latchkey/v1/AuthorizeRequest.js';
import type { AuthorizeResponse as _latchkey_v1_AuthorizeResponse, AuthorizeResponse__Output as _latchkey_v1_AuthorizeResponse__Output } from '../../latchkey/v1/AuthorizeResponse.js';
import type { ExchangeTokenRequest as _latchkey_v1_ExchangeTokenRequest, ExchangeTokenRequest__Output as _latchkey_v1_ExchangeTokenRequest__Output } from '../../latchkey/v1/ExchangeTokenRequest.js';
import type { ExchangeTokenResponse as _latchkey_v1_ExchangeTokenResponse, ExchangeTokenResponse__Output as _latchkey_v1_ExchangeTokenResponse__Output } from '../../latchkey/v1/ExchangeTokenResponse.js';
import type { GetDeviceAuthorizationRequest as _latchkey_v1_GetDeviceAuthorizationRequest, GetDeviceAuthorizationRequest__Output as _latchkey_v1_GetDeviceAuthorizationRequest__Output } from '../../latchkey/v1/GetDeviceAuthorizationRequest.js';
import type { GetDeviceAuthorizationResponse as _latchkey_v1_GetDeviceAuthorizationResponse, GetDeviceAuthorizationResponse__Output as _latchkey_v1_GetDeviceAuthorizationResponse__Output } from '../../latchkey/v1/GetDeviceAuthorizationResponse.js';
import type { IntrospectTokenRequest as _latchkey_v1_IntrospectTokenRequest, IntrospectTokenRequest__Output as _latchkey_v1_IntrospectTokenRequest__Output } from '../../latchkey/v1/IntrospectTokenRequest.js';
import type { IntrospectTokenResponse as _latchkey_v1_IntrospectTokenResponse, IntrospectTokenResponse__Output as _latchkey_v1_IntrospectTokenResponse__Output } from '../../latchkey/v1/IntrospectTokenResponse.js';
import type { RevokeTokenRequest as _latchkey_v1_RevokeTokenRequest, RevokeTokenRequest__Output as _latchkey_v1_RevokeTokenRequest__Output } from '../../latchkey/v1/RevokeTokenRequest.js';
import type { RevokeTokenResponse as _latchkey_v1_RevokeTokenResponse, RevokeTokenResponse__Output as _latchkey_v1_RevokeTokenResponse__Output } from '../../latchkey/v1/RevokeTokenResponse.js';
import type { StartDeviceAuthorizationRequest as _latchkey_v1_StartDeviceAuthorizationRequest, StartDeviceAuthorizationRequest__Output as _latchkey_v1_StartDeviceAuthorizationRequest__Output } from '../../latchkey/v1/StartDeviceAuthorizationRequest.js';
import type { StartDeviceAuthorizationResponse as _latchkey_v1_StartDeviceAuthorizationResponse, StartDeviceAuthorizationResponse__Output as _latchkey_v1_StartDeviceAuthorizationResponse__Output } from '../../latchkey/v1/StartDeviceAuthorizationResponse.js';

/**
 * OAuth 2.0 (RFC 6749, with RFC 9700's rules) for those who speak gRPC; the HTTP endpoints answer by the same rules.
 * Whoever has no credential of Latchkey names the account. Errors that RFC 6749 names come as ErrorInfo reasons
 * OAUTH_INVALID_REQUEST, OAUTH_INVALID_CLIENT and so on, whose `error` metadata is the RFC's code.
 */
export interface OAuthServiceClient extends grpc.Client {
  /**
   * Approves or denies an authorization request as the calling user, and says where to send them: with a code, or
   * with the error `access_denied` (RFC 6749 section 4.1.2).
   * Errors: those of Authorize; OAUTH_ACCESS_DENIED (the user is not verified).
   */
  ApproveAuthorization(argument: _latchkey_v1_ApproveAuthorizationRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_ApproveAuthorizationResponse__Output>): grpc.ClientUnaryCall;
  ApproveAuthorization(argument: _latchkey_v1_ApproveAuthorizationRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_latchkey_v1_ApproveAuthorizationResponse__Output>): grpc.ClientUnaryCall;
  ApproveAuthorization(argument: _latchkey_v1_ApproveAuthorizationRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_ApproveAuthorizationResponse__Output>): grpc.ClientUnaryCall;
  ApproveAuthorization(argument: _latchkey_v1_ApproveAuthorizationRequest, callback: grpc.requestCallback<_latchkey_v1_ApproveAuthorizationResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Approves or denies an authorization request as the calling user, and says where to send them: with a code, or
   * with the error `access_denied` (RFC 6749 section 4.1.2).
   * Errors: those of Authorize; OAUTH_ACCESS_DENIED (the user is not verified).
   */
  approveAuthorization(argument: _latchkey_v1_ApproveAuthorizationRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_ApproveAuthorizationResponse__Output>): grpc.ClientUnaryCall;
  approveAuthorization(argument: _latchkey_v1_ApproveAuthorizationRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_latchkey_v1_ApproveAuthorizationResponse__Output>): grpc.ClientUnaryCall;
  approveAuthorization(argument: _latchkey_v1_ApproveAuthorizationRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_ApproveAuthorizationResponse__Output>): grpc.ClientUnaryCall;
  approveAuthorization(argument: _latchkey_v1_ApproveAuthorizationRequest, callback: grpc.requestCallback<_latchkey_v1_ApproveAuthorizationResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Approves or denies a device by its user code, as the calling user.
   * Errors: RESOURCE_NOT_FOUND, STATE_CONFLICT (decided already, or the user is not verified), SIGN_IN_THROTTLED.
   */
  ApproveDevice(argument: _latchkey_v1_ApproveDeviceRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_ApproveDeviceResponse__Output>): grpc.ClientUnaryCall;
  ApproveDevice(argument: _latchkey_v1_ApproveDeviceRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_latchkey_v1_ApproveDeviceResponse__Output>): grpc.ClientUnaryCall;
  ApproveDevice(argument: _latchkey_v1_ApproveDeviceRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_ApproveDeviceResponse__Output>): grpc.ClientUnaryCall;
  ApproveDevice(argument: _latchkey_v1_ApproveDeviceRequest, callback: grpc.requestCallback<_latchkey_v1_ApproveDeviceResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Approves or denies a device by its user code, as the calling user.
   * Errors: RESOURCE_NOT_FOUND, STATE_CONFLICT (decided already, or the user is not verified), SIGN_IN_THROTTLED.
   */
  approveDevice(argument: _latchkey_v1_ApproveDeviceRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_ApproveDeviceResponse__Output>): grpc.ClientUnaryCall;
  approveDevice(argument: _latchkey_v1_ApproveDeviceRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_latchkey_v1_ApproveDeviceResponse__Output>): grpc.ClientUnaryCall;
  approveDevice(argument: _latchkey_v1_ApproveDeviceRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_ApproveDeviceResponse__Output>): grpc.ClientUnaryCall;
  approveDevice(argument: _latchkey_v1_ApproveDeviceRequest, callback: grpc.requestCallback<_latchkey_v1_ApproveDeviceResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Checks an authorization request (RFC 6749 section 4.1.1) and says what the calling user is asked to consent to.
   * Errors: OAUTH_CLIENT_UNKNOWN and OAUTH_REDIRECT_URI_INVALID (never redirect then); OAUTH_INVALID_REQUEST,
   * OAUTH_UNAUTHORIZED_CLIENT, OAUTH_UNSUPPORTED_RESPONSE_TYPE, OAUTH_INVALID_SCOPE, OAUTH_ACCESS_OFF.
   */
  Authorize(argument: _latchkey_v1_AuthorizeRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_AuthorizeResponse__Output>): grpc.ClientUnaryCall;
  Authorize(argument: _latchkey_v1_AuthorizeRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_latchkey_v1_AuthorizeResponse__Output>): grpc.ClientUnaryCall;
  Authorize(argument: _latchkey_v1_AuthorizeRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_AuthorizeResponse__Output>): grpc.ClientUnaryCall;
  Authorize(argument: _latchkey_v1_AuthorizeRequest, callback: grpc.requestCallback<_latchkey_v1_AuthorizeResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Checks an authorization request (RFC 6749 section 4.1.1) and says what the calling user is asked to consent to.
   * Errors: OAUTH_CLIENT_UNKNOWN and OAUTH_REDIRECT_URI_INVALID (never redirect then); OAUTH_INVALID_REQUEST,
   * OAUTH_UNAUTHORIZED_CLIENT, OAUTH_UNSUPPORTED_RESPONSE_TYPE, OAUTH_INVALID_SCOPE, OAUTH_ACCESS_OFF.
   */
  authorize(argument: _latchkey_v1_AuthorizeRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_AuthorizeResponse__Output>): grpc.ClientUnaryCall;
  authorize(argument: _latchkey_v1_AuthorizeRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_latchkey_v1_AuthorizeResponse__Output>): grpc.ClientUnaryCall;
  authorize(argument: _latchkey_v1_AuthorizeRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_AuthorizeResponse__Output>): grpc.ClientUnaryCall;
  authorize(argument: _latchkey_v1_AuthorizeRequest, callback: grpc.requestCallback<_latchkey_v1_AuthorizeResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * The token endpoint (RFC 6749 section 3.2): a code, a refresh token, client credentials or a device code for tokens.
   * Errors: OAUTH_INVALID_REQUEST, OAUTH_INVALID_CLIENT, OAUTH_INVALID_GRANT, OAUTH_UNAUTHORIZED_CLIENT,
   * OAUTH_UNSUPPORTED_GRANT_TYPE, OAUTH_INVALID_SCOPE, OAUTH_AUTHORIZATION_PENDING, OAUTH_SLOW_DOWN,
   * OAUTH_ACCESS_DENIED, OAUTH_EXPIRED_TOKEN, OAUTH_ACCESS_OFF, SIGN_IN_THROTTLED.
   */
  ExchangeToken(argument: _latchkey_v1_ExchangeTokenRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_ExchangeTokenResponse__Output>): grpc.ClientUnaryCall;
  ExchangeToken(argument: _latchkey_v1_ExchangeTokenRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_latchkey_v1_ExchangeTokenResponse__Output>): grpc.ClientUnaryCall;
  ExchangeToken(argument: _latchkey_v1_ExchangeTokenRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_ExchangeTokenResponse__Output>): grpc.ClientUnaryCall;
  ExchangeToken(argument: _latchkey_v1_ExchangeTokenRequest, callback: grpc.requestCallback<_latchkey_v1_ExchangeTokenResponse__Output>): grpc.ClientUnaryCall;
  /**
   * The token endpoint (RFC 6749 section 3.2): a code, a refresh token, client credentials or a device code for tokens.
   * Errors: OAUTH_INVALID_REQUEST, OAUTH_INVALID_CLIENT, OAUTH_INVALID_GRANT, OAUTH_UNAUTHORIZED_CLIENT,
   * OAUTH_UNSUPPORTED_GRANT_TYPE, OAUTH_INVALID_SCOPE, OAUTH_AUTHORIZATION_PENDING, OAUTH_SLOW_DOWN,
   * OAUTH_ACCESS_DENIED, OAUTH_EXPIRED_TOKEN, OAUTH_ACCESS_OFF, SIGN_IN_THROTTLED.
   */
  exchangeToken(argument: _latchkey_v1_ExchangeTokenRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_ExchangeTokenResponse__Output>): grpc.ClientUnaryCall;
  exchangeToken(argument: _latchkey_v1_ExchangeTokenRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_latchkey_v1_ExchangeTokenResponse__Output>): grpc.ClientUnaryCall;
  exchangeToken(argument: _latchkey_v1_ExchangeTokenRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_ExchangeTokenResponse__Output>): grpc.ClientUnaryCall;
  exchangeToken(argument: _latchkey_v1_ExchangeTokenRequest, callback: grpc.requestCallback<_latchkey_v1_ExchangeTokenResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Says which client waits behind a user code, for a person to decide on.
   * Errors: RESOURCE_NOT_FOUND (no such code, or it is over), SIGN_IN_THROTTLED (too many wrong codes).
   */
  GetDeviceAuthorization(argument: _latchkey_v1_GetDeviceAuthorizationRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_GetDeviceAuthorizationResponse__Output>): grpc.ClientUnaryCall;
  GetDeviceAuthorization(argument: _latchkey_v1_GetDeviceAuthorizationRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_latchkey_v1_GetDeviceAuthorizationResponse__Output>): grpc.ClientUnaryCall;
  GetDeviceAuthorization(argument: _latchkey_v1_GetDeviceAuthorizationRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_GetDeviceAuthorizationResponse__Output>): grpc.ClientUnaryCall;
  GetDeviceAuthorization(argument: _latchkey_v1_GetDeviceAuthorizationRequest, callback: grpc.requestCallback<_latchkey_v1_GetDeviceAuthorizationResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Says which client waits behind a user code, for a person to decide on.
   * Errors: RESOURCE_NOT_FOUND (no such code, or it is over), SIGN_IN_THROTTLED (too many wrong codes).
   */
  getDeviceAuthorization(argument: _latchkey_v1_GetDeviceAuthorizationRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_GetDeviceAuthorizationResponse__Output>): grpc.ClientUnaryCall;
  getDeviceAuthorization(argument: _latchkey_v1_GetDeviceAuthorizationRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_latchkey_v1_GetDeviceAuthorizationResponse__Output>): grpc.ClientUnaryCall;
  getDeviceAuthorization(argument: _latchkey_v1_GetDeviceAuthorizationRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_GetDeviceAuthorizationResponse__Output>): grpc.ClientUnaryCall;
  getDeviceAuthorization(argument: _latchkey_v1_GetDeviceAuthorizationRequest, callback: grpc.requestCallback<_latchkey_v1_GetDeviceAuthorizationResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Says what a token is worth (RFC 7662), to a credential with the scope `authenticate`, or to the client it was
   * issued to, if that is confidential. An inactive token is no error and tells nothing more. A refresh token is told to
   * its client alone.
   * Errors: OAUTH_INVALID_CLIENT, OAUTH_INVALID_REQUEST, CREDENTIAL_INVALID, SCOPE_INSUFFICIENT.
   */
  IntrospectToken(argument: _latchkey_v1_IntrospectTokenRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_IntrospectTokenResponse__Output>): grpc.ClientUnaryCall;
  IntrospectToken(argument: _latchkey_v1_IntrospectTokenRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_latchkey_v1_IntrospectTokenResponse__Output>): grpc.ClientUnaryCall;
  IntrospectToken(argument: _latchkey_v1_IntrospectTokenRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_IntrospectTokenResponse__Output>): grpc.ClientUnaryCall;
  IntrospectToken(argument: _latchkey_v1_IntrospectTokenRequest, callback: grpc.requestCallback<_latchkey_v1_IntrospectTokenResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Says what a token is worth (RFC 7662), to a credential with the scope `authenticate`, or to the client it was
   * issued to, if that is confidential. An inactive token is no error and tells nothing more. A refresh token is told to
   * its client alone.
   * Errors: OAUTH_INVALID_CLIENT, OAUTH_INVALID_REQUEST, CREDENTIAL_INVALID, SCOPE_INSUFFICIENT.
   */
  introspectToken(argument: _latchkey_v1_IntrospectTokenRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_IntrospectTokenResponse__Output>): grpc.ClientUnaryCall;
  introspectToken(argument: _latchkey_v1_IntrospectTokenRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_latchkey_v1_IntrospectTokenResponse__Output>): grpc.ClientUnaryCall;
  introspectToken(argument: _latchkey_v1_IntrospectTokenRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_IntrospectTokenResponse__Output>): grpc.ClientUnaryCall;
  introspectToken(argument: _latchkey_v1_IntrospectTokenRequest, callback: grpc.requestCallback<_latchkey_v1_IntrospectTokenResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Revokes an access or refresh token of the calling client (RFC 7009). An unknown token is no error.
   * Errors: OAUTH_INVALID_CLIENT, OAUTH_INVALID_REQUEST, OAUTH_UNAUTHORIZED_CLIENT (another client's token),
   * SIGN_IN_THROTTLED.
   */
  RevokeToken(argument: _latchkey_v1_RevokeTokenRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_RevokeTokenResponse__Output>): grpc.ClientUnaryCall;
  RevokeToken(argument: _latchkey_v1_RevokeTokenRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_latchkey_v1_RevokeTokenResponse__Output>): grpc.ClientUnaryCall;
  RevokeToken(argument: _latchkey_v1_RevokeTokenRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_RevokeTokenResponse__Output>): grpc.ClientUnaryCall;
  RevokeToken(argument: _latchkey_v1_RevokeTokenRequest, callback: grpc.requestCallback<_latchkey_v1_RevokeTokenResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Revokes an access or refresh token of the calling client (RFC 7009). An unknown token is no error.
   * Errors: OAUTH_INVALID_CLIENT, OAUTH_INVALID_REQUEST, OAUTH_UNAUTHORIZED_CLIENT (another client's token),
   * SIGN_IN_THROTTLED.
   */
  revokeToken(argument: _latchkey_v1_RevokeTokenRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_RevokeTokenResponse__Output>): grpc.ClientUnaryCall;
  revokeToken(argument: _latchkey_v1_RevokeTokenRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_latchkey_v1_RevokeTokenResponse__Output>): grpc.ClientUnaryCall;
  revokeToken(argument: _latchkey_v1_RevokeTokenRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_RevokeTokenResponse__Output>): grpc.ClientUnaryCall;
  revokeToken(argument: _latchkey_v1_RevokeTokenRequest, callback: grpc.requestCallback<_latchkey_v1_RevokeTokenResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Starts a device authorization (RFC 8628 section 3.1).
   * Errors: OAUTH_INVALID_CLIENT, OAUTH_UNAUTHORIZED_CLIENT, OAUTH_INVALID_SCOPE, OAUTH_ACCESS_OFF, SIGN_IN_THROTTLED.
   */
  StartDeviceAuthorization(argument: _latchkey_v1_StartDeviceAuthorizationRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_StartDeviceAuthorizationResponse__Output>): grpc.ClientUnaryCall;
  StartDeviceAuthorization(argument: _latchkey_v1_StartDeviceAuthorizationRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_latchkey_v1_StartDeviceAuthorizationResponse__Output>): grpc.ClientUnaryCall;
  StartDeviceAuthorization(argument: _latchkey_v1_StartDeviceAuthorizationRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_StartDeviceAuthorizationResponse__Output>): grpc.ClientUnaryCall;
  StartDeviceAuthorization(argument: _latchkey_v1_StartDeviceAuthorizationRequest, callback: grpc.requestCallback<_latchkey_v1_StartDeviceAuthorizationResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Starts a device authorization (RFC 8628 section 3.1).
   * Errors: OAUTH_INVALID_CLIENT, OAUTH_UNAUTHORIZED_CLIENT, OAUTH_INVALID_SCOPE, OAUTH_ACCESS_OFF, SIGN_IN_THROTTLED.
   */
  startDeviceAuthorization(argument: _latchkey_v1_StartDeviceAuthorizationRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_StartDeviceAuthorizationResponse__Output>): grpc.ClientUnaryCall;
  startDeviceAuthorization(argument: _latchkey_v1_StartDeviceAuthorizationRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_latchkey_v1_StartDeviceAuthorizationResponse__Output>): grpc.ClientUnaryCall;
  startDeviceAuthorization(argument: _latchkey_v1_StartDeviceAuthorizationRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_StartDeviceAuthorizationResponse__Output>): grpc.ClientUnaryCall;
  startDeviceAuthorization(argument: _latchkey_v1_StartDeviceAuthorizationRequest, callback: grpc.requestCallback<_latchkey_v1_StartDeviceAuthorizationResponse__Output>): grpc.ClientUnaryCall;
  
}

/**
 * OAuth 2.0 (RFC 6749, with RFC 9700's rules) for those who speak gRPC; the HTTP endpoints answer by the same rules.
 * Whoever has no credential of Latchkey names the account. Errors that RFC 6749 names come as ErrorInfo reasons
 * OAUTH_INVALID_REQUEST, OAUTH_INVALID_CLIENT and so on, whose `error` metadata is the RFC's code.
 */
export interface OAuthServiceHandlers extends grpc.UntypedServiceImplementation {
  /**
   * Approves or denies an authorization request as the calling user, and says where to send them: with a code, or
   * with the error `access_denied` (RFC 6749 section 4.1.2).
   * Errors: those of Authorize; OAUTH_ACCESS_DENIED (the user is not verified).
   */
  ApproveAuthorization: grpc.handleUnaryCall<_latchkey_v1_ApproveAuthorizationRequest__Output, _latchkey_v1_ApproveAuthorizationResponse>;
  
  /**
   * Approves or denies a device by its user code, as the calling user.
   * Errors: RESOURCE_NOT_FOUND, STATE_CONFLICT (decided already, or the user is not verified), SIGN_IN_THROTTLED.
   */
  ApproveDevice: grpc.handleUnaryCall<_latchkey_v1_ApproveDeviceRequest__Output, _latchkey_v1_ApproveDeviceResponse>;
  
  /**
   * Checks an authorization request (RFC 6749 section 4.1.1) and says what the calling user is asked to consent to.
   * Errors: OAUTH_CLIENT_UNKNOWN and OAUTH_REDIRECT_URI_INVALID (never redirect then); OAUTH_INVALID_REQUEST,
   * OAUTH_UNAUTHORIZED_CLIENT, OAUTH_UNSUPPORTED_RESPONSE_TYPE, OAUTH_INVALID_SCOPE, OAUTH_ACCESS_OFF.
   */
  Authorize: grpc.handleUnaryCall<_latchkey_v1_AuthorizeRequest__Output, _latchkey_v1_AuthorizeResponse>;
  
  /**
   * The token endpoint (RFC 6749 section 3.2): a code, a refresh token, client credentials or a device code for tokens.
   * Errors: OAUTH_INVALID_REQUEST, OAUTH_INVALID_CLIENT, OAUTH_INVALID_GRANT, OAUTH_UNAUTHORIZED_CLIENT,
   * OAUTH_UNSUPPORTED_GRANT_TYPE, OAUTH_INVALID_SCOPE, OAUTH_AUTHORIZATION_PENDING, OAUTH_SLOW_DOWN,
   * OAUTH_ACCESS_DENIED, OAUTH_EXPIRED_TOKEN, OAUTH_ACCESS_OFF, SIGN_IN_THROTTLED.
   */
  ExchangeToken: grpc.handleUnaryCall<_latchkey_v1_ExchangeTokenRequest__Output, _latchkey_v1_ExchangeTokenResponse>;
  
  /**
   * Says which client waits behind a user code, for a person to decide on.
   * Errors: RESOURCE_NOT_FOUND (no such code, or it is over), SIGN_IN_THROTTLED (too many wrong codes).
   */
  GetDeviceAuthorization: grpc.handleUnaryCall<_latchkey_v1_GetDeviceAuthorizationRequest__Output, _latchkey_v1_GetDeviceAuthorizationResponse>;
  
  /**
   * Says what a token is worth (RFC 7662), to a credential with the scope `authenticate`, or to the client it was
   * issued to, if that is confidential. An inactive token is no error and tells nothing more. A refresh token is told to
   * its client alone.
   * Errors: OAUTH_INVALID_CLIENT, OAUTH_INVALID_REQUEST, CREDENTIAL_INVALID, SCOPE_INSUFFICIENT.
   */
  IntrospectToken: grpc.handleUnaryCall<_latchkey_v1_IntrospectTokenRequest__Output, _latchkey_v1_IntrospectTokenResponse>;
  
  /**
   * Revokes an access or refresh token of the calling client (RFC 7009). An unknown token is no error.
   * Errors: OAUTH_INVALID_CLIENT, OAUTH_INVALID_REQUEST, OAUTH_UNAUTHORIZED_CLIENT (another client's token),
   * SIGN_IN_THROTTLED.
   */
  RevokeToken: grpc.handleUnaryCall<_latchkey_v1_RevokeTokenRequest__Output, _latchkey_v1_RevokeTokenResponse>;
  
  /**
   * Starts a device authorization (RFC 8628 section 3.1).
   * Errors: OAUTH_INVALID_CLIENT, OAUTH_UNAUTHORIZED_CLIENT, OAUTH_INVALID_SCOPE, OAUTH_ACCESS_OFF, SIGN_IN_THROTTLED.
   */
  StartDeviceAuthorization: grpc.handleUnaryCall<_latchkey_v1_StartDeviceAuthorizationRequest__Output, _latchkey_v1_StartDeviceAuthorizationResponse>;
  
}

export interface OAuthServiceDefinition extends grpc.ServiceDefinition {
  ApproveAuthorization: MethodDefinition<_latchkey_v1_ApproveAuthorizationRequest, _latchkey_v1_ApproveAuthorizationResponse, _latchkey_v1_ApproveAuthorizationRequest__Output, _latchkey_v1_ApproveAuthorizationResponse__Output>
  ApproveDevice: MethodDefinition<_latchkey_v1_ApproveDeviceRequest, _latchkey_v1_ApproveDeviceResponse, _latchkey_v1_ApproveDeviceRequest__Output, _latchkey_v1_ApproveDeviceResponse__Output>
  Authorize: MethodDefinition<_latchkey_v1_AuthorizeRequest, _latchkey_v1_AuthorizeResponse, _latchkey_v1_AuthorizeRequest__Output, _latchkey_v1_AuthorizeResponse__Output>
  ExchangeToken: MethodDefinition<_latchkey_v1_ExchangeTokenRequest, _latchkey_v1_ExchangeTokenResponse, _latchkey_v1_ExchangeTokenRequest__Output, _latchkey_v1_ExchangeTokenResponse__Output>
  GetDeviceAuthorization: MethodDefinition<_latchkey_v1_GetDeviceAuthorizationRequest, _latchkey_v1_GetDeviceAuthorizationResponse, _latchkey_v1_GetDeviceAuthorizationRequest__Output, _latchkey_v1_GetDeviceAuthorizationResponse__Output>
  IntrospectToken: MethodDefinition<_latchkey_v1_IntrospectTokenRequest, _latchkey_v1_IntrospectTokenResponse, _latchkey_v1_IntrospectTokenRequest__Output, _latchkey_v1_IntrospectTokenResponse__Output>
  RevokeToken: MethodDefinition<_latchkey_v1_RevokeTokenRequest, _latchkey_v1_RevokeTokenResponse, _latchkey_v1_RevokeTokenRequest__Output, _latchkey_v1_RevokeTokenResponse__Output>
  StartDeviceAuthorization: MethodDefinition<_latchkey_v1_StartDeviceAuthorizationRequest, _latchkey_v1_StartDeviceAuthorizationResponse, _latchkey_v1_StartDeviceAuthorizationRequest__Output, _latchkey_v1_StartDeviceAuthorizationResponse__Output>
}
