import type * as grpc from '@grpc/grpc-js';
import type { EnumTypeDefinition, MessageTypeDefinition } from '@grpc/proto-loader';

import type { FieldMask as _google_protobuf_FieldMask, FieldMask__Output as _google_protobuf_FieldMask__Output } from './google/protobuf/FieldMask.js';
import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from './google/protobuf/Timestamp.js';
import type { AccessLayer as _latchkey_v1_AccessLayer, AccessLayer__Output as _latchkey_v1_AccessLayer__Output } from './latchkey/v1/AccessLayer.js';
import type { AccessPolicy as _latchkey_v1_AccessPolicy, AccessPolicy__Output as _latchkey_v1_AccessPolicy__Output } from './latchkey/v1/AccessPolicy.js';
import type { AccessPolicyDenial as _latchkey_v1_AccessPolicyDenial, AccessPolicyDenial__Output as _latchkey_v1_AccessPolicyDenial__Output } from './latchkey/v1/AccessPolicyDenial.js';
import type { AccessPolicyServiceClient as _latchkey_v1_AccessPolicyServiceClient, AccessPolicyServiceDefinition as _latchkey_v1_AccessPolicyServiceDefinition } from './latchkey/v1/AccessPolicyService.js';
import type { AccessPolicyStatement as _latchkey_v1_AccessPolicyStatement, AccessPolicyStatement__Output as _latchkey_v1_AccessPolicyStatement__Output } from './latchkey/v1/AccessPolicyStatement.js';
import type { AccessPolicyTarget as _latchkey_v1_AccessPolicyTarget, AccessPolicyTarget__Output as _latchkey_v1_AccessPolicyTarget__Output } from './latchkey/v1/AccessPolicyTarget.js';
import type { AccessPolicyTerms as _latchkey_v1_AccessPolicyTerms, AccessPolicyTerms__Output as _latchkey_v1_AccessPolicyTerms__Output } from './latchkey/v1/AccessPolicyTerms.js';
import type { AccessPolicyTestCase as _latchkey_v1_AccessPolicyTestCase, AccessPolicyTestCase__Output as _latchkey_v1_AccessPolicyTestCase__Output } from './latchkey/v1/AccessPolicyTestCase.js';
import type { AccessPolicyTestResult as _latchkey_v1_AccessPolicyTestResult, AccessPolicyTestResult__Output as _latchkey_v1_AccessPolicyTestResult__Output } from './latchkey/v1/AccessPolicyTestResult.js';
import type { AccessPolicyVersion as _latchkey_v1_AccessPolicyVersion, AccessPolicyVersion__Output as _latchkey_v1_AccessPolicyVersion__Output } from './latchkey/v1/AccessPolicyVersion.js';
import type { AccessTokenTerms as _latchkey_v1_AccessTokenTerms, AccessTokenTerms__Output as _latchkey_v1_AccessTokenTerms__Output } from './latchkey/v1/AccessTokenTerms.js';
import type { AccountRules as _latchkey_v1_AccountRules, AccountRules__Output as _latchkey_v1_AccountRules__Output } from './latchkey/v1/AccountRules.js';
import type { ApiTokenTerms as _latchkey_v1_ApiTokenTerms, ApiTokenTerms__Output as _latchkey_v1_ApiTokenTerms__Output } from './latchkey/v1/ApiTokenTerms.js';
import type { AttachAccessPolicyRequest as _latchkey_v1_AttachAccessPolicyRequest, AttachAccessPolicyRequest__Output as _latchkey_v1_AttachAccessPolicyRequest__Output } from './latchkey/v1/AttachAccessPolicyRequest.js';
import type { AttachAccessPolicyResponse as _latchkey_v1_AttachAccessPolicyResponse, AttachAccessPolicyResponse__Output as _latchkey_v1_AttachAccessPolicyResponse__Output } from './latchkey/v1/AttachAccessPolicyResponse.js';
import type { AuthenticateAnswer as _latchkey_v1_AuthenticateAnswer, AuthenticateAnswer__Output as _latchkey_v1_AuthenticateAnswer__Output } from './latchkey/v1/AuthenticateAnswer.js';
import type { AuthenticateCheck as _latchkey_v1_AuthenticateCheck, AuthenticateCheck__Output as _latchkey_v1_AuthenticateCheck__Output } from './latchkey/v1/AuthenticateCheck.js';
import type { AuthenticateRequest as _latchkey_v1_AuthenticateRequest, AuthenticateRequest__Output as _latchkey_v1_AuthenticateRequest__Output } from './latchkey/v1/AuthenticateRequest.js';
import type { AuthenticateResponse as _latchkey_v1_AuthenticateResponse, AuthenticateResponse__Output as _latchkey_v1_AuthenticateResponse__Output } from './latchkey/v1/AuthenticateResponse.js';
import type { AuthenticateStreamRequest as _latchkey_v1_AuthenticateStreamRequest, AuthenticateStreamRequest__Output as _latchkey_v1_AuthenticateStreamRequest__Output } from './latchkey/v1/AuthenticateStreamRequest.js';
import type { AuthenticateStreamResponse as _latchkey_v1_AuthenticateStreamResponse, AuthenticateStreamResponse__Output as _latchkey_v1_AuthenticateStreamResponse__Output } from './latchkey/v1/AuthenticateStreamResponse.js';
import type { AuthenticationServiceClient as _latchkey_v1_AuthenticationServiceClient, AuthenticationServiceDefinition as _latchkey_v1_AuthenticationServiceDefinition } from './latchkey/v1/AuthenticationService.js';
import type { CreateAccessPolicyRequest as _latchkey_v1_CreateAccessPolicyRequest, CreateAccessPolicyRequest__Output as _latchkey_v1_CreateAccessPolicyRequest__Output } from './latchkey/v1/CreateAccessPolicyRequest.js';
import type { CreateAccessPolicyResponse as _latchkey_v1_CreateAccessPolicyResponse, CreateAccessPolicyResponse__Output as _latchkey_v1_CreateAccessPolicyResponse__Output } from './latchkey/v1/CreateAccessPolicyResponse.js';
import type { CreateUserRequest as _latchkey_v1_CreateUserRequest, CreateUserRequest__Output as _latchkey_v1_CreateUserRequest__Output } from './latchkey/v1/CreateUserRequest.js';
import type { CreateUserResponse as _latchkey_v1_CreateUserResponse, CreateUserResponse__Output as _latchkey_v1_CreateUserResponse__Output } from './latchkey/v1/CreateUserResponse.js';
import type { CredentialRecord as _latchkey_v1_CredentialRecord, CredentialRecord__Output as _latchkey_v1_CredentialRecord__Output } from './latchkey/v1/CredentialRecord.js';
import type { CredentialUse as _latchkey_v1_CredentialUse, CredentialUse__Output as _latchkey_v1_CredentialUse__Output } from './latchkey/v1/CredentialUse.js';
import type { DeleteAccessPolicyRequest as _latchkey_v1_DeleteAccessPolicyRequest, DeleteAccessPolicyRequest__Output as _latchkey_v1_DeleteAccessPolicyRequest__Output } from './latchkey/v1/DeleteAccessPolicyRequest.js';
import type { DeleteAccessPolicyResponse as _latchkey_v1_DeleteAccessPolicyResponse, DeleteAccessPolicyResponse__Output as _latchkey_v1_DeleteAccessPolicyResponse__Output } from './latchkey/v1/DeleteAccessPolicyResponse.js';
import type { DeleteUserRequest as _latchkey_v1_DeleteUserRequest, DeleteUserRequest__Output as _latchkey_v1_DeleteUserRequest__Output } from './latchkey/v1/DeleteUserRequest.js';
import type { DeleteUserResponse as _latchkey_v1_DeleteUserResponse, DeleteUserResponse__Output as _latchkey_v1_DeleteUserResponse__Output } from './latchkey/v1/DeleteUserResponse.js';
import type { DetachAccessPolicyRequest as _latchkey_v1_DetachAccessPolicyRequest, DetachAccessPolicyRequest__Output as _latchkey_v1_DetachAccessPolicyRequest__Output } from './latchkey/v1/DetachAccessPolicyRequest.js';
import type { DetachAccessPolicyResponse as _latchkey_v1_DetachAccessPolicyResponse, DetachAccessPolicyResponse__Output as _latchkey_v1_DetachAccessPolicyResponse__Output } from './latchkey/v1/DetachAccessPolicyResponse.js';
import type { DryRunAccessPolicyRequest as _latchkey_v1_DryRunAccessPolicyRequest, DryRunAccessPolicyRequest__Output as _latchkey_v1_DryRunAccessPolicyRequest__Output } from './latchkey/v1/DryRunAccessPolicyRequest.js';
import type { DryRunAccessPolicyResponse as _latchkey_v1_DryRunAccessPolicyResponse, DryRunAccessPolicyResponse__Output as _latchkey_v1_DryRunAccessPolicyResponse__Output } from './latchkey/v1/DryRunAccessPolicyResponse.js';
import type { DryRunDenial as _latchkey_v1_DryRunDenial, DryRunDenial__Output as _latchkey_v1_DryRunDenial__Output } from './latchkey/v1/DryRunDenial.js';
import type { EnforceAccessPolicyRequest as _latchkey_v1_EnforceAccessPolicyRequest, EnforceAccessPolicyRequest__Output as _latchkey_v1_EnforceAccessPolicyRequest__Output } from './latchkey/v1/EnforceAccessPolicyRequest.js';
import type { EnforceAccessPolicyResponse as _latchkey_v1_EnforceAccessPolicyResponse, EnforceAccessPolicyResponse__Output as _latchkey_v1_EnforceAccessPolicyResponse__Output } from './latchkey/v1/EnforceAccessPolicyResponse.js';
import type { ExplainAccessRequest as _latchkey_v1_ExplainAccessRequest, ExplainAccessRequest__Output as _latchkey_v1_ExplainAccessRequest__Output } from './latchkey/v1/ExplainAccessRequest.js';
import type { ExplainAccessResponse as _latchkey_v1_ExplainAccessResponse, ExplainAccessResponse__Output as _latchkey_v1_ExplainAccessResponse__Output } from './latchkey/v1/ExplainAccessResponse.js';
import type { FieldList as _latchkey_v1_FieldList, FieldList__Output as _latchkey_v1_FieldList__Output } from './latchkey/v1/FieldList.js';
import type { FieldLists as _latchkey_v1_FieldLists, FieldLists__Output as _latchkey_v1_FieldLists__Output } from './latchkey/v1/FieldLists.js';
import type { GetAccessPolicyRequest as _latchkey_v1_GetAccessPolicyRequest, GetAccessPolicyRequest__Output as _latchkey_v1_GetAccessPolicyRequest__Output } from './latchkey/v1/GetAccessPolicyRequest.js';
import type { GetAccessPolicyResponse as _latchkey_v1_GetAccessPolicyResponse, GetAccessPolicyResponse__Output as _latchkey_v1_GetAccessPolicyResponse__Output } from './latchkey/v1/GetAccessPolicyResponse.js';
import type { GetDryRunReportRequest as _latchkey_v1_GetDryRunReportRequest, GetDryRunReportRequest__Output as _latchkey_v1_GetDryRunReportRequest__Output } from './latchkey/v1/GetDryRunReportRequest.js';
import type { GetDryRunReportResponse as _latchkey_v1_GetDryRunReportResponse, GetDryRunReportResponse__Output as _latchkey_v1_GetDryRunReportResponse__Output } from './latchkey/v1/GetDryRunReportResponse.js';
import type { GetUserRequest as _latchkey_v1_GetUserRequest, GetUserRequest__Output as _latchkey_v1_GetUserRequest__Output } from './latchkey/v1/GetUserRequest.js';
import type { GetUserResponse as _latchkey_v1_GetUserResponse, GetUserResponse__Output as _latchkey_v1_GetUserResponse__Output } from './latchkey/v1/GetUserResponse.js';
import type { ListAccessPoliciesRequest as _latchkey_v1_ListAccessPoliciesRequest, ListAccessPoliciesRequest__Output as _latchkey_v1_ListAccessPoliciesRequest__Output } from './latchkey/v1/ListAccessPoliciesRequest.js';
import type { ListAccessPoliciesResponse as _latchkey_v1_ListAccessPoliciesResponse, ListAccessPoliciesResponse__Output as _latchkey_v1_ListAccessPoliciesResponse__Output } from './latchkey/v1/ListAccessPoliciesResponse.js';
import type { ListAccessPolicyAttachmentsRequest as _latchkey_v1_ListAccessPolicyAttachmentsRequest, ListAccessPolicyAttachmentsRequest__Output as _latchkey_v1_ListAccessPolicyAttachmentsRequest__Output } from './latchkey/v1/ListAccessPolicyAttachmentsRequest.js';
import type { ListAccessPolicyAttachmentsResponse as _latchkey_v1_ListAccessPolicyAttachmentsResponse, ListAccessPolicyAttachmentsResponse__Output as _latchkey_v1_ListAccessPolicyAttachmentsResponse__Output } from './latchkey/v1/ListAccessPolicyAttachmentsResponse.js';
import type { ListAccessPolicyVersionsRequest as _latchkey_v1_ListAccessPolicyVersionsRequest, ListAccessPolicyVersionsRequest__Output as _latchkey_v1_ListAccessPolicyVersionsRequest__Output } from './latchkey/v1/ListAccessPolicyVersionsRequest.js';
import type { ListAccessPolicyVersionsResponse as _latchkey_v1_ListAccessPolicyVersionsResponse, ListAccessPolicyVersionsResponse__Output as _latchkey_v1_ListAccessPolicyVersionsResponse__Output } from './latchkey/v1/ListAccessPolicyVersionsResponse.js';
import type { ListUsersRequest as _latchkey_v1_ListUsersRequest, ListUsersRequest__Output as _latchkey_v1_ListUsersRequest__Output } from './latchkey/v1/ListUsersRequest.js';
import type { ListUsersResponse as _latchkey_v1_ListUsersResponse, ListUsersResponse__Output as _latchkey_v1_ListUsersResponse__Output } from './latchkey/v1/ListUsersResponse.js';
import type { OAuthClientTerms as _latchkey_v1_OAuthClientTerms, OAuthClientTerms__Output as _latchkey_v1_OAuthClientTerms__Output } from './latchkey/v1/OAuthClientTerms.js';
import type { OAuthCutoffTerms as _latchkey_v1_OAuthCutoffTerms, OAuthCutoffTerms__Output as _latchkey_v1_OAuthCutoffTerms__Output } from './latchkey/v1/OAuthCutoffTerms.js';
import type { OAuthGrantTerms as _latchkey_v1_OAuthGrantTerms, OAuthGrantTerms__Output as _latchkey_v1_OAuthGrantTerms__Output } from './latchkey/v1/OAuthGrantTerms.js';
import type { ObservedRequest as _latchkey_v1_ObservedRequest, ObservedRequest__Output as _latchkey_v1_ObservedRequest__Output } from './latchkey/v1/ObservedRequest.js';
import type { Principal as _latchkey_v1_Principal, Principal__Output as _latchkey_v1_Principal__Output } from './latchkey/v1/Principal.js';
import type { RemovedRecord as _latchkey_v1_RemovedRecord, RemovedRecord__Output as _latchkey_v1_RemovedRecord__Output } from './latchkey/v1/RemovedRecord.js';
import type { ReportUsesRequest as _latchkey_v1_ReportUsesRequest, ReportUsesRequest__Output as _latchkey_v1_ReportUsesRequest__Output } from './latchkey/v1/ReportUsesRequest.js';
import type { ReportUsesResponse as _latchkey_v1_ReportUsesResponse, ReportUsesResponse__Output as _latchkey_v1_ReportUsesResponse__Output } from './latchkey/v1/ReportUsesResponse.js';
import type { RequestCount as _latchkey_v1_RequestCount, RequestCount__Output as _latchkey_v1_RequestCount__Output } from './latchkey/v1/RequestCount.js';
import type { RoleAccessPolicies as _latchkey_v1_RoleAccessPolicies, RoleAccessPolicies__Output as _latchkey_v1_RoleAccessPolicies__Output } from './latchkey/v1/RoleAccessPolicies.js';
import type { SessionTerms as _latchkey_v1_SessionTerms, SessionTerms__Output as _latchkey_v1_SessionTerms__Output } from './latchkey/v1/SessionTerms.js';
import type { SetPasswordRequest as _latchkey_v1_SetPasswordRequest, SetPasswordRequest__Output as _latchkey_v1_SetPasswordRequest__Output } from './latchkey/v1/SetPasswordRequest.js';
import type { SetPasswordResponse as _latchkey_v1_SetPasswordResponse, SetPasswordResponse__Output as _latchkey_v1_SetPasswordResponse__Output } from './latchkey/v1/SetPasswordResponse.js';
import type { StatementEvidence as _latchkey_v1_StatementEvidence, StatementEvidence__Output as _latchkey_v1_StatementEvidence__Output } from './latchkey/v1/StatementEvidence.js';
import type { SuggestAccessPolicyRequest as _latchkey_v1_SuggestAccessPolicyRequest, SuggestAccessPolicyRequest__Output as _latchkey_v1_SuggestAccessPolicyRequest__Output } from './latchkey/v1/SuggestAccessPolicyRequest.js';
import type { SuggestAccessPolicyResponse as _latchkey_v1_SuggestAccessPolicyResponse, SuggestAccessPolicyResponse__Output as _latchkey_v1_SuggestAccessPolicyResponse__Output } from './latchkey/v1/SuggestAccessPolicyResponse.js';
import type { TestAccessPolicyRequest as _latchkey_v1_TestAccessPolicyRequest, TestAccessPolicyRequest__Output as _latchkey_v1_TestAccessPolicyRequest__Output } from './latchkey/v1/TestAccessPolicyRequest.js';
import type { TestAccessPolicyResponse as _latchkey_v1_TestAccessPolicyResponse, TestAccessPolicyResponse__Output as _latchkey_v1_TestAccessPolicyResponse__Output } from './latchkey/v1/TestAccessPolicyResponse.js';
import type { TrialDenial as _latchkey_v1_TrialDenial, TrialDenial__Output as _latchkey_v1_TrialDenial__Output } from './latchkey/v1/TrialDenial.js';
import type { UpdateAccessPolicyRequest as _latchkey_v1_UpdateAccessPolicyRequest, UpdateAccessPolicyRequest__Output as _latchkey_v1_UpdateAccessPolicyRequest__Output } from './latchkey/v1/UpdateAccessPolicyRequest.js';
import type { UpdateAccessPolicyResponse as _latchkey_v1_UpdateAccessPolicyResponse, UpdateAccessPolicyResponse__Output as _latchkey_v1_UpdateAccessPolicyResponse__Output } from './latchkey/v1/UpdateAccessPolicyResponse.js';
import type { UpdateUserRequest as _latchkey_v1_UpdateUserRequest, UpdateUserRequest__Output as _latchkey_v1_UpdateUserRequest__Output } from './latchkey/v1/UpdateUserRequest.js';
import type { UpdateUserResponse as _latchkey_v1_UpdateUserResponse, UpdateUserResponse__Output as _latchkey_v1_UpdateUserResponse__Output } from './latchkey/v1/UpdateUserResponse.js';
import type { User as _latchkey_v1_User, User__Output as _latchkey_v1_User__Output } from './latchkey/v1/User.js';
import type { UserServiceClient as _latchkey_v1_UserServiceClient, UserServiceDefinition as _latchkey_v1_UserServiceDefinition } from './latchkey/v1/UserService.js';
import type { UserTerms as _latchkey_v1_UserTerms, UserTerms__Output as _latchkey_v1_UserTerms__Output } from './latchkey/v1/UserTerms.js';
import type { WatchRevocationsRequest as _latchkey_v1_WatchRevocationsRequest, WatchRevocationsRequest__Output as _latchkey_v1_WatchRevocationsRequest__Output } from './latchkey/v1/WatchRevocationsRequest.js';
import type { WatchRevocationsResponse as _latchkey_v1_WatchRevocationsResponse, WatchRevocationsResponse__Output as _latchkey_v1_WatchRevocationsResponse__Output } from './latchkey/v1/WatchRevocationsResponse.js';

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
      AccessLayer: MessageTypeDefinition<_latchkey_v1_AccessLayer, _latchkey_v1_AccessLayer__Output>
      AccessPolicy: MessageTypeDefinition<_latchkey_v1_AccessPolicy, _latchkey_v1_AccessPolicy__Output>
      AccessPolicyDenial: MessageTypeDefinition<_latchkey_v1_AccessPolicyDenial, _latchkey_v1_AccessPolicyDenial__Output>
      AccessPolicyEffect: EnumTypeDefinition
      /**
       * The access policies of the caller's account: what API tokens, OAuth clients and users of a role may do at most, down
       * to the path and the field. A policy does nothing until one of its versions is enforced and it is attached; then
       * everything is denied that none of its statements allows, Latchkey's own calls included (as gRPC methods such as
       * `latchkey.v1.UserService/ListUsers`). Several policies allow what each of them allows.
       */
      AccessPolicyService: SubtypeConstructor<typeof grpc.Client, _latchkey_v1_AccessPolicyServiceClient> & { service: _latchkey_v1_AccessPolicyServiceDefinition }
      AccessPolicyStatement: MessageTypeDefinition<_latchkey_v1_AccessPolicyStatement, _latchkey_v1_AccessPolicyStatement__Output>
      AccessPolicyTarget: MessageTypeDefinition<_latchkey_v1_AccessPolicyTarget, _latchkey_v1_AccessPolicyTarget__Output>
      AccessPolicyTerms: MessageTypeDefinition<_latchkey_v1_AccessPolicyTerms, _latchkey_v1_AccessPolicyTerms__Output>
      AccessPolicyTestCase: MessageTypeDefinition<_latchkey_v1_AccessPolicyTestCase, _latchkey_v1_AccessPolicyTestCase__Output>
      AccessPolicyTestResult: MessageTypeDefinition<_latchkey_v1_AccessPolicyTestResult, _latchkey_v1_AccessPolicyTestResult__Output>
      AccessPolicyVersion: MessageTypeDefinition<_latchkey_v1_AccessPolicyVersion, _latchkey_v1_AccessPolicyVersion__Output>
      AccessTokenTerms: MessageTypeDefinition<_latchkey_v1_AccessTokenTerms, _latchkey_v1_AccessTokenTerms__Output>
      AccountRules: MessageTypeDefinition<_latchkey_v1_AccountRules, _latchkey_v1_AccountRules__Output>
      ApiTokenTerms: MessageTypeDefinition<_latchkey_v1_ApiTokenTerms, _latchkey_v1_ApiTokenTerms__Output>
      AttachAccessPolicyRequest: MessageTypeDefinition<_latchkey_v1_AttachAccessPolicyRequest, _latchkey_v1_AttachAccessPolicyRequest__Output>
      AttachAccessPolicyResponse: MessageTypeDefinition<_latchkey_v1_AttachAccessPolicyResponse, _latchkey_v1_AttachAccessPolicyResponse__Output>
      AuthenticateAnswer: MessageTypeDefinition<_latchkey_v1_AuthenticateAnswer, _latchkey_v1_AuthenticateAnswer__Output>
      AuthenticateCheck: MessageTypeDefinition<_latchkey_v1_AuthenticateCheck, _latchkey_v1_AuthenticateCheck__Output>
      AuthenticateRequest: MessageTypeDefinition<_latchkey_v1_AuthenticateRequest, _latchkey_v1_AuthenticateRequest__Output>
      AuthenticateResponse: MessageTypeDefinition<_latchkey_v1_AuthenticateResponse, _latchkey_v1_AuthenticateResponse__Output>
      AuthenticateStreamRequest: MessageTypeDefinition<_latchkey_v1_AuthenticateStreamRequest, _latchkey_v1_AuthenticateStreamRequest__Output>
      AuthenticateStreamResponse: MessageTypeDefinition<_latchkey_v1_AuthenticateStreamResponse, _latchkey_v1_AuthenticateStreamResponse__Output>
      /**
       * Who is this? Asked by services for the requests they serve.
       */
      AuthenticationService: SubtypeConstructor<typeof grpc.Client, _latchkey_v1_AuthenticationServiceClient> & { service: _latchkey_v1_AuthenticationServiceDefinition }
      CreateAccessPolicyRequest: MessageTypeDefinition<_latchkey_v1_CreateAccessPolicyRequest, _latchkey_v1_CreateAccessPolicyRequest__Output>
      CreateAccessPolicyResponse: MessageTypeDefinition<_latchkey_v1_CreateAccessPolicyResponse, _latchkey_v1_CreateAccessPolicyResponse__Output>
      CreateUserRequest: MessageTypeDefinition<_latchkey_v1_CreateUserRequest, _latchkey_v1_CreateUserRequest__Output>
      CreateUserResponse: MessageTypeDefinition<_latchkey_v1_CreateUserResponse, _latchkey_v1_CreateUserResponse__Output>
      CredentialKind: EnumTypeDefinition
      CredentialRecord: MessageTypeDefinition<_latchkey_v1_CredentialRecord, _latchkey_v1_CredentialRecord__Output>
      CredentialUse: MessageTypeDefinition<_latchkey_v1_CredentialUse, _latchkey_v1_CredentialUse__Output>
      DecisionReason: EnumTypeDefinition
      DeleteAccessPolicyRequest: MessageTypeDefinition<_latchkey_v1_DeleteAccessPolicyRequest, _latchkey_v1_DeleteAccessPolicyRequest__Output>
      DeleteAccessPolicyResponse: MessageTypeDefinition<_latchkey_v1_DeleteAccessPolicyResponse, _latchkey_v1_DeleteAccessPolicyResponse__Output>
      DeleteUserRequest: MessageTypeDefinition<_latchkey_v1_DeleteUserRequest, _latchkey_v1_DeleteUserRequest__Output>
      DeleteUserResponse: MessageTypeDefinition<_latchkey_v1_DeleteUserResponse, _latchkey_v1_DeleteUserResponse__Output>
      DetachAccessPolicyRequest: MessageTypeDefinition<_latchkey_v1_DetachAccessPolicyRequest, _latchkey_v1_DetachAccessPolicyRequest__Output>
      DetachAccessPolicyResponse: MessageTypeDefinition<_latchkey_v1_DetachAccessPolicyResponse, _latchkey_v1_DetachAccessPolicyResponse__Output>
      DryRunAccessPolicyRequest: MessageTypeDefinition<_latchkey_v1_DryRunAccessPolicyRequest, _latchkey_v1_DryRunAccessPolicyRequest__Output>
      DryRunAccessPolicyResponse: MessageTypeDefinition<_latchkey_v1_DryRunAccessPolicyResponse, _latchkey_v1_DryRunAccessPolicyResponse__Output>
      DryRunDenial: MessageTypeDefinition<_latchkey_v1_DryRunDenial, _latchkey_v1_DryRunDenial__Output>
      EnforceAccessPolicyRequest: MessageTypeDefinition<_latchkey_v1_EnforceAccessPolicyRequest, _latchkey_v1_EnforceAccessPolicyRequest__Output>
      EnforceAccessPolicyResponse: MessageTypeDefinition<_latchkey_v1_EnforceAccessPolicyResponse, _latchkey_v1_EnforceAccessPolicyResponse__Output>
      ExplainAccessRequest: MessageTypeDefinition<_latchkey_v1_ExplainAccessRequest, _latchkey_v1_ExplainAccessRequest__Output>
      ExplainAccessResponse: MessageTypeDefinition<_latchkey_v1_ExplainAccessResponse, _latchkey_v1_ExplainAccessResponse__Output>
      FieldList: MessageTypeDefinition<_latchkey_v1_FieldList, _latchkey_v1_FieldList__Output>
      FieldLists: MessageTypeDefinition<_latchkey_v1_FieldLists, _latchkey_v1_FieldLists__Output>
      GetAccessPolicyRequest: MessageTypeDefinition<_latchkey_v1_GetAccessPolicyRequest, _latchkey_v1_GetAccessPolicyRequest__Output>
      GetAccessPolicyResponse: MessageTypeDefinition<_latchkey_v1_GetAccessPolicyResponse, _latchkey_v1_GetAccessPolicyResponse__Output>
      GetDryRunReportRequest: MessageTypeDefinition<_latchkey_v1_GetDryRunReportRequest, _latchkey_v1_GetDryRunReportRequest__Output>
      GetDryRunReportResponse: MessageTypeDefinition<_latchkey_v1_GetDryRunReportResponse, _latchkey_v1_GetDryRunReportResponse__Output>
      GetUserRequest: MessageTypeDefinition<_latchkey_v1_GetUserRequest, _latchkey_v1_GetUserRequest__Output>
      GetUserResponse: MessageTypeDefinition<_latchkey_v1_GetUserResponse, _latchkey_v1_GetUserResponse__Output>
      ListAccessPoliciesRequest: MessageTypeDefinition<_latchkey_v1_ListAccessPoliciesRequest, _latchkey_v1_ListAccessPoliciesRequest__Output>
      ListAccessPoliciesResponse: MessageTypeDefinition<_latchkey_v1_ListAccessPoliciesResponse, _latchkey_v1_ListAccessPoliciesResponse__Output>
      ListAccessPolicyAttachmentsRequest: MessageTypeDefinition<_latchkey_v1_ListAccessPolicyAttachmentsRequest, _latchkey_v1_ListAccessPolicyAttachmentsRequest__Output>
      ListAccessPolicyAttachmentsResponse: MessageTypeDefinition<_latchkey_v1_ListAccessPolicyAttachmentsResponse, _latchkey_v1_ListAccessPolicyAttachmentsResponse__Output>
      ListAccessPolicyVersionsRequest: MessageTypeDefinition<_latchkey_v1_ListAccessPolicyVersionsRequest, _latchkey_v1_ListAccessPolicyVersionsRequest__Output>
      ListAccessPolicyVersionsResponse: MessageTypeDefinition<_latchkey_v1_ListAccessPolicyVersionsResponse, _latchkey_v1_ListAccessPolicyVersionsResponse__Output>
      ListUsersRequest: MessageTypeDefinition<_latchkey_v1_ListUsersRequest, _latchkey_v1_ListUsersRequest__Output>
      ListUsersResponse: MessageTypeDefinition<_latchkey_v1_ListUsersResponse, _latchkey_v1_ListUsersResponse__Output>
      OAuthClientTerms: MessageTypeDefinition<_latchkey_v1_OAuthClientTerms, _latchkey_v1_OAuthClientTerms__Output>
      OAuthCutoffTerms: MessageTypeDefinition<_latchkey_v1_OAuthCutoffTerms, _latchkey_v1_OAuthCutoffTerms__Output>
      OAuthGrantTerms: MessageTypeDefinition<_latchkey_v1_OAuthGrantTerms, _latchkey_v1_OAuthGrantTerms__Output>
      ObservedRequest: MessageTypeDefinition<_latchkey_v1_ObservedRequest, _latchkey_v1_ObservedRequest__Output>
      Principal: MessageTypeDefinition<_latchkey_v1_Principal, _latchkey_v1_Principal__Output>
      RecordKind: EnumTypeDefinition
      RemovedRecord: MessageTypeDefinition<_latchkey_v1_RemovedRecord, _latchkey_v1_RemovedRecord__Output>
      ReportUsesRequest: MessageTypeDefinition<_latchkey_v1_ReportUsesRequest, _latchkey_v1_ReportUsesRequest__Output>
      ReportUsesResponse: MessageTypeDefinition<_latchkey_v1_ReportUsesResponse, _latchkey_v1_ReportUsesResponse__Output>
      RequestCount: MessageTypeDefinition<_latchkey_v1_RequestCount, _latchkey_v1_RequestCount__Output>
      Role: EnumTypeDefinition
      RoleAccessPolicies: MessageTypeDefinition<_latchkey_v1_RoleAccessPolicies, _latchkey_v1_RoleAccessPolicies__Output>
      SessionTerms: MessageTypeDefinition<_latchkey_v1_SessionTerms, _latchkey_v1_SessionTerms__Output>
      SetPasswordRequest: MessageTypeDefinition<_latchkey_v1_SetPasswordRequest, _latchkey_v1_SetPasswordRequest__Output>
      SetPasswordResponse: MessageTypeDefinition<_latchkey_v1_SetPasswordResponse, _latchkey_v1_SetPasswordResponse__Output>
      StatementEvidence: MessageTypeDefinition<_latchkey_v1_StatementEvidence, _latchkey_v1_StatementEvidence__Output>
      SuggestAccessPolicyRequest: MessageTypeDefinition<_latchkey_v1_SuggestAccessPolicyRequest, _latchkey_v1_SuggestAccessPolicyRequest__Output>
      SuggestAccessPolicyResponse: MessageTypeDefinition<_latchkey_v1_SuggestAccessPolicyResponse, _latchkey_v1_SuggestAccessPolicyResponse__Output>
      TestAccessPolicyRequest: MessageTypeDefinition<_latchkey_v1_TestAccessPolicyRequest, _latchkey_v1_TestAccessPolicyRequest__Output>
      TestAccessPolicyResponse: MessageTypeDefinition<_latchkey_v1_TestAccessPolicyResponse, _latchkey_v1_TestAccessPolicyResponse__Output>
      TrialDenial: MessageTypeDefinition<_latchkey_v1_TrialDenial, _latchkey_v1_TrialDenial__Output>
      UpdateAccessPolicyRequest: MessageTypeDefinition<_latchkey_v1_UpdateAccessPolicyRequest, _latchkey_v1_UpdateAccessPolicyRequest__Output>
      UpdateAccessPolicyResponse: MessageTypeDefinition<_latchkey_v1_UpdateAccessPolicyResponse, _latchkey_v1_UpdateAccessPolicyResponse__Output>
      UpdateUserRequest: MessageTypeDefinition<_latchkey_v1_UpdateUserRequest, _latchkey_v1_UpdateUserRequest__Output>
      UpdateUserResponse: MessageTypeDefinition<_latchkey_v1_UpdateUserResponse, _latchkey_v1_UpdateUserResponse__Output>
      User: MessageTypeDefinition<_latchkey_v1_User, _latchkey_v1_User__Output>
      /**
       * The people of the caller's account.
       */
      UserService: SubtypeConstructor<typeof grpc.Client, _latchkey_v1_UserServiceClient> & { service: _latchkey_v1_UserServiceDefinition }
      UserTerms: MessageTypeDefinition<_latchkey_v1_UserTerms, _latchkey_v1_UserTerms__Output>
      WatchRevocationsRequest: MessageTypeDefinition<_latchkey_v1_WatchRevocationsRequest, _latchkey_v1_WatchRevocationsRequest__Output>
      WatchRevocationsResponse: MessageTypeDefinition<_latchkey_v1_WatchRevocationsResponse, _latchkey_v1_WatchRevocationsResponse__Output>
    }
  }
}

