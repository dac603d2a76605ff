// Original file: proto/latchkey/v1/access_policy.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { AttachAccessPolicyRequest as _latchkey_v1_AttachAccessPolicyRequest, AttachAccessPolicyRequest__Output as _latchkey_v1_AttachAccessPolicyRequest__Output } from '../../latchkey/v1/AttachAccessPolicyRequest.js';
import type { AttachAccessPolicyResponse as _latchkey_v1_AttachAccessPolicyResponse, AttachAccessPolicyResponse__Output as _latchkey_v1_AttachAccessPolicyResponse__Output } from '../../latchkey/v1/AttachAccessPolicyResponse.js';
import type { CreateAccessPolicyRequest as _latchkey_v1_CreateAccessPolicyRequest, CreateAccessPolicyRequest__Output as _latchkey_v1_CreateAccessPolicyRequest__Output } from '../../latchkey/v1/CreateAccessPolicyRequest.js';
import type { CreateAccessPolicyResponse as _latchkey_v1_CreateAccessPolicyResponse, CreateAccessPolicyResponse__Output as _latchkey_v1_CreateAccessPolicyResponse__Output } from '../../latchkey/v1/CreateAccessPolicyResponse.js';
import type { DeleteAccessPolicyRequest as _latchkey_v1_DeleteAccessPolicyRequest, DeleteAccessPolicyRequest__Output as _latchkey_v1_DeleteAccessPolicyRequest__Output } from '../../latchkey/v1/DeleteAccessPolicyRequest.js';
import type { DeleteAccessPolicyResponse as _latchkey_v1_DeleteAccessPolicyResponse, DeleteAccessPolicyResponse__Output as _latchkey_v1_DeleteAccessPolicyResponse__Output } from '../../latchkey/v1/DeleteAccessPolicyResponse.js';
import type { DetachAccessPolicyRequest as _latchkey_v1_DetachAccessPolicyRequest, DetachAccessPolicyRequest__Output as _latchkey_v1_DetachAccessPolicyRequest__Output } from '../../latchkey/v1/DetachAccessPolicyRequest.js';
import type { DetachAccessPolicyResponse as _latchkey_v1_DetachAccessPolicyResponse, DetachAccessPolicyResponse__Output as _latchkey_v1_DetachAccessPolicyResponse__Output } from '../../latchkey/v1/DetachAccessPolicyResponse.js';
import type { DryRunAccessPolicyRequest as _latchkey_v1_DryRunAccessPolicyRequest, DryRunAccessPolicyRequest__Output as _latchkey_v1_DryRunAccessPolicyRequest__Output } from '../../latchkey/v1/DryRunAccessPolicyRequest.js';
import type { DryRunAccessPolicyResponse as _latchkey_v1_DryRunAccessPolicyResponse, DryRunAccessPolicyResponse__Output as _latchkey_v1_DryRunAccessPolicyResponse__Output } from '../../latchkey/v1/DryRunAccessPolicyResponse.js';
import type { EnforceAccessPolicyRequest as _latchkey_v1_EnforceAccessPolicyRequest, EnforceAccessPolicyRequest__Output as _latchkey_v1_EnforceAccessPolicyRequest__Output } from '../../latchkey/v1/EnforceAccessPolicyRequest.js';
import type { EnforceAccessPolicyResponse as _latchkey_v1_EnforceAccessPolicyResponse, EnforceAccessPolicyResponse__Output as _latchkey_v1_EnforceAccessPolicyResponse__Output } from '../../latchkey/v1/EnforceAccessPolicyResponse.js';
import type { ExplainAccessRequest as _latchkey_v1_ExplainAccessRequest, ExplainAccessRequest__Output as _latchkey_v1_ExplainAccessRequest__Output } from '../../latchkey/v1/ExplainAccessRequest.js';
import type { ExplainAccessResponse as _latchkey_v1_ExplainAccessResponse, ExplainAccessResponse__Output as _latchkey_v1_ExplainAccessResponse__Output } from '../../latchkey/v1/ExplainAccessResponse.js';
import type { GetAccessPolicyRequest as _latchkey_v1_GetAccessPolicyRequest, GetAccessPolicyRequest__Output as _latchkey_v1_GetAccessPolicyRequest__Output } from '../../latchkey/v1/GetAccessPolicyRequest.js';
import type { GetAccessPolicyResponse as _latchkey_v1_GetAccessPolicyResponse, GetAccessPolicyResponse__Output as _latchkey_v1_GetAccessPolicyResponse__Output } from '../../latchkey/v1/GetAccessPolicyResponse.js';
import type { GetDryRunReportRequest as _latchkey_v1_GetDryRunReportRequest, GetDryRunReportRequest__Output as _latchkey_v1_GetDryRunReportRequest__Output } from '../../latchkey/v1/GetDryRunReportRequest.js';
import type { GetDryRunReportResponse as _latchkey_v1_GetDryRunReportResponse, GetDryRunReportResponse__Output as _latchkey_v1_GetDryRunReportResponse__Output } from '../../latchkey/v1/GetDryRunReportResponse.js';
import type { ListAccessPoliciesRequest as _latchkey_v1_ListAccessPoliciesRequest, ListAccessPoliciesRequest__Output as _latchkey_v1_ListAccessPoliciesRequest__Output } from '../../latchkey/v1/ListAccessPoliciesRequest.js';
import type { ListAccessPoliciesResponse as _latchkey_v1_ListAccessPoliciesResponse, ListAccessPoliciesResponse__Output as _latchkey_v1_ListAccessPoliciesResponse__Output } from '../../latchkey/v1/ListAccessPoliciesResponse.js';
import type { ListAccessPolicyAttachmentsRequest as _latchkey_v1_ListAccessPolicyAttachmentsRequest, ListAccessPolicyAttachmentsRequest__Output as _latchkey_v1_ListAccessPolicyAttachmentsRequest__Output } from '../../latchkey/v1/ListAccessPolicyAttachmentsRequest.js';
import type { ListAccessPolicyAttachmentsResponse as _latchkey_v1_ListAccessPolicyAttachmentsResponse, ListAccessPolicyAttachmentsResponse__Output as _latchkey_v1_ListAccessPolicyAttachmentsResponse__Output } from '../../latchkey/v1/ListAccessPolicyAttachmentsResponse.js';
import type { ListAccessPolicyVersionsRequest as _latchkey_v1_ListAccessPolicyVersionsRequest, ListAccessPolicyVersionsRequest__Output as _latchkey_v1_ListAccessPolicyVersionsRequest__Output } from '../../latchkey/v1/ListAccessPolicyVersionsRequest.js';
import type { ListAccessPolicyVersionsResponse as _latchkey_v1_ListAccessPolicyVersionsResponse, ListAccessPolicyVersionsResponse__Output as _latchkey_v1_ListAccessPolicyVersionsResponse__Output } from '../../latchkey/v1/ListAccessPolicyVersionsResponse.js';
import type { SuggestAccessPolicyRequest as _latchkey_v1_SuggestAccessPolicyRequest, SuggestAccessPolicyRequest__Output as _latchkey_v1_SuggestAccessPolicyRequest__Output } from '../../latchkey/v1/SuggestAccessPolicyRequest.js';
import type { SuggestAccessPolicyResponse as _latchkey_v1_SuggestAccessPolicyResponse, SuggestAccessPolicyResponse__Output as _latchkey_v1_SuggestAccessPolicyResponse__Output } from '../../latchkey/v1/SuggestAccessPolicyResponse.js';
import type { TestAccessPolicyRequest as _latchkey_v1_TestAccessPolicyRequest, TestAccessPolicyRequest__Output as _latchkey_v1_TestAccessPolicyRequest__Output } from '../../latchkey/v1/TestAccessPolicyRequest.js';
import type { TestAccessPolicyResponse as _latchkey_v1_TestAccessPolicyResponse, TestAccessPolicyResponse__Output as _latchkey_v1_TestAccessPolicyResponse__Output } from '../../latchkey/v1/TestAccessPolicyResponse.js';
import type { UpdateAccessPolicyRequest as _latchkey_v1_UpdateAccessPolicyRequest, UpdateAccessPolicyRequest__Output as _latchkey_v1_UpdateAccessPolicyRequest__Output } from '../../latchkey/v1/UpdateAccessPolicyRequest.js';
import type { UpdateAccessPolicyResponse as _latchkey_v1_UpdateAccessPolicyResponse, UpdateAccessPolicyResponse__Output as _latchkey_v1_UpdateAccessPolicyResponse__Output } from '../../latchkey/v1/UpdateAccessPolicyResponse.js';

/**
 * The access policies of the caller's account: what API tokens, OAuth clients and users of a role may do at most, down
 * to the path and the field. A policy does nothing until one of its versions is enforced and it is attached; then
 * everything is denied that none of its statements allows, Latchkey's own calls included (as gRPC methods such as
 * `latchkey.v1.UserService/ListUsers`). Several policies allow what each of them allows.
 */
export interface AccessPolicyServiceClient extends grpc.Client {
  /**
   * Attaches a policy; nothing happens when it is attached already.
   * Errors: RESOURCE_NOT_FOUND, FIELD_INVALID, LIMIT_REACHED, ACCESS_POLICY_LOCKS_OUT.
   */
  AttachAccessPolicy(argument: _latchkey_v1_AttachAccessPolicyRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_AttachAccessPolicyResponse__Output>): grpc.ClientUnaryCall;
  AttachAccessPolicy(argument: _latchkey_v1_AttachAccessPolicyRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_latchkey_v1_AttachAccessPolicyResponse__Output>): grpc.ClientUnaryCall;
  AttachAccessPolicy(argument: _latchkey_v1_AttachAccessPolicyRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_AttachAccessPolicyResponse__Output>): grpc.ClientUnaryCall;
  AttachAccessPolicy(argument: _latchkey_v1_AttachAccessPolicyRequest, callback: grpc.requestCallback<_latchkey_v1_AttachAccessPolicyResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Attaches a policy; nothing happens when it is attached already.
   * Errors: RESOURCE_NOT_FOUND, FIELD_INVALID, LIMIT_REACHED, ACCESS_POLICY_LOCKS_OUT.
   */
  attachAccessPolicy(argument: _latchkey_v1_AttachAccessPolicyRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_AttachAccessPolicyResponse__Output>): grpc.ClientUnaryCall;
  attachAccessPolicy(argument: _latchkey_v1_AttachAccessPolicyRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_latchkey_v1_AttachAccessPolicyResponse__Output>): grpc.ClientUnaryCall;
  attachAccessPolicy(argument: _latchkey_v1_AttachAccessPolicyRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_AttachAccessPolicyResponse__Output>): grpc.ClientUnaryCall;
  attachAccessPolicy(argument: _latchkey_v1_AttachAccessPolicyRequest, callback: grpc.requestCallback<_latchkey_v1_AttachAccessPolicyResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Makes a policy with its first version. Nothing is enforced yet.
   * Errors: FIELD_INVALID, RESOURCE_EXISTS (name), LIMIT_REACHED, REQUEST_ID_REUSED, RESOURCE_NOT_FOUND.
   */
  CreateAccessPolicy(argument: _latchkey_v1_CreateAccessPolicyRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_CreateAccessPolicyResponse__Output>): grpc.ClientUnaryCall;
  CreateAccessPolicy(argument: _latchkey_v1_CreateAccessPolicyRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_latchkey_v1_CreateAccessPolicyResponse__Output>): grpc.ClientUnaryCall;
  CreateAccessPolicy(argument: _latchkey_v1_CreateAccessPolicyRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_CreateAccessPolicyResponse__Output>): grpc.ClientUnaryCall;
  CreateAccessPolicy(argument: _latchkey_v1_CreateAccessPolicyRequest, callback: grpc.requestCallback<_latchkey_v1_CreateAccessPolicyResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Makes a policy with its first version. Nothing is enforced yet.
   * Errors: FIELD_INVALID, RESOURCE_EXISTS (name), LIMIT_REACHED, REQUEST_ID_REUSED, RESOURCE_NOT_FOUND.
   */
  createAccessPolicy(argument: _latchkey_v1_CreateAccessPolicyRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_CreateAccessPolicyResponse__Output>): grpc.ClientUnaryCall;
  createAccessPolicy(argument: _latchkey_v1_CreateAccessPolicyRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_latchkey_v1_CreateAccessPolicyResponse__Output>): grpc.ClientUnaryCall;
  createAccessPolicy(argument: _latchkey_v1_CreateAccessPolicyRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_CreateAccessPolicyResponse__Output>): grpc.ClientUnaryCall;
  createAccessPolicy(argument: _latchkey_v1_CreateAccessPolicyRequest, callback: grpc.requestCallback<_latchkey_v1_CreateAccessPolicyResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Deletes a policy with all its versions.
   * Errors: RESOURCE_NOT_FOUND, ETAG_MISMATCH, ACCESS_POLICY_ATTACHED (violations say to what).
   */
  DeleteAccessPolicy(argument: _latchkey_v1_DeleteAccessPolicyRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_DeleteAccessPolicyResponse__Output>): grpc.ClientUnaryCall;
  DeleteAccessPolicy(argument: _latchkey_v1_DeleteAccessPolicyRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_latchkey_v1_DeleteAccessPolicyResponse__Output>): grpc.ClientUnaryCall;
  DeleteAccessPolicy(argument: _latchkey_v1_DeleteAccessPolicyRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_DeleteAccessPolicyResponse__Output>): grpc.ClientUnaryCall;
  DeleteAccessPolicy(argument: _latchkey_v1_DeleteAccessPolicyRequest, callback: grpc.requestCallback<_latchkey_v1_DeleteAccessPolicyResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Deletes a policy with all its versions.
   * Errors: RESOURCE_NOT_FOUND, ETAG_MISMATCH, ACCESS_POLICY_ATTACHED (violations say to what).
   */
  deleteAccessPolicy(argument: _latchkey_v1_DeleteAccessPolicyRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_DeleteAccessPolicyResponse__Output>): grpc.ClientUnaryCall;
  deleteAccessPolicy(argument: _latchkey_v1_DeleteAccessPolicyRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_latchkey_v1_DeleteAccessPolicyResponse__Output>): grpc.ClientUnaryCall;
  deleteAccessPolicy(argument: _latchkey_v1_DeleteAccessPolicyRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_DeleteAccessPolicyResponse__Output>): grpc.ClientUnaryCall;
  deleteAccessPolicy(argument: _latchkey_v1_DeleteAccessPolicyRequest, callback: grpc.requestCallback<_latchkey_v1_DeleteAccessPolicyResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Detaches a policy; nothing happens when it is not attached. Errors: RESOURCE_NOT_FOUND, FIELD_INVALID.
   */
  DetachAccessPolicy(argument: _latchkey_v1_DetachAccessPolicyRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_DetachAccessPolicyResponse__Output>): grpc.ClientUnaryCall;
  DetachAccessPolicy(argument: _latchkey_v1_DetachAccessPolicyRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_latchkey_v1_DetachAccessPolicyResponse__Output>): grpc.ClientUnaryCall;
  DetachAccessPolicy(argument: _latchkey_v1_DetachAccessPolicyRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_DetachAccessPolicyResponse__Output>): grpc.ClientUnaryCall;
  DetachAccessPolicy(argument: _latchkey_v1_DetachAccessPolicyRequest, callback: grpc.requestCallback<_latchkey_v1_DetachAccessPolicyResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Detaches a policy; nothing happens when it is not attached. Errors: RESOURCE_NOT_FOUND, FIELD_INVALID.
   */
  detachAccessPolicy(argument: _latchkey_v1_DetachAccessPolicyRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_DetachAccessPolicyResponse__Output>): grpc.ClientUnaryCall;
  detachAccessPolicy(argument: _latchkey_v1_DetachAccessPolicyRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_latchkey_v1_DetachAccessPolicyResponse__Output>): grpc.ClientUnaryCall;
  detachAccessPolicy(argument: _latchkey_v1_DetachAccessPolicyRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_DetachAccessPolicyResponse__Output>): grpc.ClientUnaryCall;
  detachAccessPolicy(argument: _latchkey_v1_DetachAccessPolicyRequest, callback: grpc.requestCallback<_latchkey_v1_DetachAccessPolicyResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Lets a version run beside the enforced one, to see what it would deny; version 0 ends that. Begins a new report.
   * Errors: RESOURCE_NOT_FOUND, ETAG_MISMATCH.
   */
  DryRunAccessPolicy(argument: _latchkey_v1_DryRunAccessPolicyRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_DryRunAccessPolicyResponse__Output>): grpc.ClientUnaryCall;
  DryRunAccessPolicy(argument: _latchkey_v1_DryRunAccessPolicyRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_latchkey_v1_DryRunAccessPolicyResponse__Output>): grpc.ClientUnaryCall;
  DryRunAccessPolicy(argument: _latchkey_v1_DryRunAccessPolicyRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_DryRunAccessPolicyResponse__Output>): grpc.ClientUnaryCall;
  DryRunAccessPolicy(argument: _latchkey_v1_DryRunAccessPolicyRequest, callback: grpc.requestCallback<_latchkey_v1_DryRunAccessPolicyResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Lets a version run beside the enforced one, to see what it would deny; version 0 ends that. Begins a new report.
   * Errors: RESOURCE_NOT_FOUND, ETAG_MISMATCH.
   */
  dryRunAccessPolicy(argument: _latchkey_v1_DryRunAccessPolicyRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_DryRunAccessPolicyResponse__Output>): grpc.ClientUnaryCall;
  dryRunAccessPolicy(argument: _latchkey_v1_DryRunAccessPolicyRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_latchkey_v1_DryRunAccessPolicyResponse__Output>): grpc.ClientUnaryCall;
  dryRunAccessPolicy(argument: _latchkey_v1_DryRunAccessPolicyRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_DryRunAccessPolicyResponse__Output>): grpc.ClientUnaryCall;
  dryRunAccessPolicy(argument: _latchkey_v1_DryRunAccessPolicyRequest, callback: grpc.requestCallback<_latchkey_v1_DryRunAccessPolicyResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Enforces a version, an older one too, from the next call on; version 0 enforces none.
   * Errors: RESOURCE_NOT_FOUND, ETAG_MISMATCH, ACCESS_POLICY_TEST_FAILED, ACCESS_POLICY_LOCKS_OUT.
   */
  EnforceAccessPolicy(argument: _latchkey_v1_EnforceAccessPolicyRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_EnforceAccessPolicyResponse__Output>): grpc.ClientUnaryCall;
  EnforceAccessPolicy(argument: _latchkey_v1_EnforceAccessPolicyRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_latchkey_v1_EnforceAccessPolicyResponse__Output>): grpc.ClientUnaryCall;
  EnforceAccessPolicy(argument: _latchkey_v1_EnforceAccessPolicyRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_EnforceAccessPolicyResponse__Output>): grpc.ClientUnaryCall;
  EnforceAccessPolicy(argument: _latchkey_v1_EnforceAccessPolicyRequest, callback: grpc.requestCallback<_latchkey_v1_EnforceAccessPolicyResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Enforces a version, an older one too, from the next call on; version 0 enforces none.
   * Errors: RESOURCE_NOT_FOUND, ETAG_MISMATCH, ACCESS_POLICY_TEST_FAILED, ACCESS_POLICY_LOCKS_OUT.
   */
  enforceAccessPolicy(argument: _latchkey_v1_EnforceAccessPolicyRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_EnforceAccessPolicyResponse__Output>): grpc.ClientUnaryCall;
  enforceAccessPolicy(argument: _latchkey_v1_EnforceAccessPolicyRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_latchkey_v1_EnforceAccessPolicyResponse__Output>): grpc.ClientUnaryCall;
  enforceAccessPolicy(argument: _latchkey_v1_EnforceAccessPolicyRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_EnforceAccessPolicyResponse__Output>): grpc.ClientUnaryCall;
  enforceAccessPolicy(argument: _latchkey_v1_EnforceAccessPolicyRequest, callback: grpc.requestCallback<_latchkey_v1_EnforceAccessPolicyResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Says which layer decides about a request made with a credential, and why; also for a moment in the past, as far
   * as the audit log goes back, for credentials, users and clients that are deleted since, too. Of a policy that is
   * deleted since, what it said is not known, and it counts as denying. Errors: RESOURCE_NOT_FOUND, FIELD_INVALID.
   */
  ExplainAccess(argument: _latchkey_v1_ExplainAccessRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_ExplainAccessResponse__Output>): grpc.ClientUnaryCall;
  ExplainAccess(argument: _latchkey_v1_ExplainAccessRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_latchkey_v1_ExplainAccessResponse__Output>): grpc.ClientUnaryCall;
  ExplainAccess(argument: _latchkey_v1_ExplainAccessRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_ExplainAccessResponse__Output>): grpc.ClientUnaryCall;
  ExplainAccess(argument: _latchkey_v1_ExplainAccessRequest, callback: grpc.requestCallback<_latchkey_v1_ExplainAccessResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Says which layer decides about a request made with a credential, and why; also for a moment in the past, as far
   * as the audit log goes back, for credentials, users and clients that are deleted since, too. Of a policy that is
   * deleted since, what it said is not known, and it counts as denying. Errors: RESOURCE_NOT_FOUND, FIELD_INVALID.
   */
  explainAccess(argument: _latchkey_v1_ExplainAccessRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_ExplainAccessResponse__Output>): grpc.ClientUnaryCall;
  explainAccess(argument: _latchkey_v1_ExplainAccessRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_latchkey_v1_ExplainAccessResponse__Output>): grpc.ClientUnaryCall;
  explainAccess(argument: _latchkey_v1_ExplainAccessRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_ExplainAccessResponse__Output>): grpc.ClientUnaryCall;
  explainAccess(argument: _latchkey_v1_ExplainAccessRequest, callback: grpc.requestCallback<_latchkey_v1_ExplainAccessResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Returns one policy with its newest version. Errors: RESOURCE_NOT_FOUND.
   */
  GetAccessPolicy(argument: _latchkey_v1_GetAccessPolicyRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_GetAccessPolicyResponse__Output>): grpc.ClientUnaryCall;
  GetAccessPolicy(argument: _latchkey_v1_GetAccessPolicyRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_latchkey_v1_GetAccessPolicyResponse__Output>): grpc.ClientUnaryCall;
  GetAccessPolicy(argument: _latchkey_v1_GetAccessPolicyRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_GetAccessPolicyResponse__Output>): grpc.ClientUnaryCall;
  GetAccessPolicy(argument: _latchkey_v1_GetAccessPolicyRequest, callback: grpc.requestCallback<_latchkey_v1_GetAccessPolicyResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Returns one policy with its newest version. Errors: RESOURCE_NOT_FOUND.
   */
  getAccessPolicy(argument: _latchkey_v1_GetAccessPolicyRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_GetAccessPolicyResponse__Output>): grpc.ClientUnaryCall;
  getAccessPolicy(argument: _latchkey_v1_GetAccessPolicyRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_latchkey_v1_GetAccessPolicyResponse__Output>): grpc.ClientUnaryCall;
  getAccessPolicy(argument: _latchkey_v1_GetAccessPolicyRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_GetAccessPolicyResponse__Output>): grpc.ClientUnaryCall;
  getAccessPolicy(argument: _latchkey_v1_GetAccessPolicyRequest, callback: grpc.requestCallback<_latchkey_v1_GetAccessPolicyResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Returns what the version in dry run would have denied, most often first, up to some seconds behind.
   * Errors: RESOURCE_NOT_FOUND.
   */
  GetDryRunReport(argument: _latchkey_v1_GetDryRunReportRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_GetDryRunReportResponse__Output>): grpc.ClientUnaryCall;
  GetDryRunReport(argument: _latchkey_v1_GetDryRunReportRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_latchkey_v1_GetDryRunReportResponse__Output>): grpc.ClientUnaryCall;
  GetDryRunReport(argument: _latchkey_v1_GetDryRunReportRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_GetDryRunReportResponse__Output>): grpc.ClientUnaryCall;
  GetDryRunReport(argument: _latchkey_v1_GetDryRunReportRequest, callback: grpc.requestCallback<_latchkey_v1_GetDryRunReportResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Returns what the version in dry run would have denied, most often first, up to some seconds behind.
   * Errors: RESOURCE_NOT_FOUND.
   */
  getDryRunReport(argument: _latchkey_v1_GetDryRunReportRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_GetDryRunReportResponse__Output>): grpc.ClientUnaryCall;
  getDryRunReport(argument: _latchkey_v1_GetDryRunReportRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_latchkey_v1_GetDryRunReportResponse__Output>): grpc.ClientUnaryCall;
  getDryRunReport(argument: _latchkey_v1_GetDryRunReportRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_GetDryRunReportResponse__Output>): grpc.ClientUnaryCall;
  getDryRunReport(argument: _latchkey_v1_GetDryRunReportRequest, callback: grpc.requestCallback<_latchkey_v1_GetDryRunReportResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Lists policies, each with its newest version. Errors: FILTER_INVALID, PAGE_TOKEN_INVALID.
   */
  ListAccessPolicies(argument: _latchkey_v1_ListAccessPoliciesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_ListAccessPoliciesResponse__Output>): grpc.ClientUnaryCall;
  ListAccessPolicies(argument: _latchkey_v1_ListAccessPoliciesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_latchkey_v1_ListAccessPoliciesResponse__Output>): grpc.ClientUnaryCall;
  ListAccessPolicies(argument: _latchkey_v1_ListAccessPoliciesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_ListAccessPoliciesResponse__Output>): grpc.ClientUnaryCall;
  ListAccessPolicies(argument: _latchkey_v1_ListAccessPoliciesRequest, callback: grpc.requestCallback<_latchkey_v1_ListAccessPoliciesResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Lists policies, each with its newest version. Errors: FILTER_INVALID, PAGE_TOKEN_INVALID.
   */
  listAccessPolicies(argument: _latchkey_v1_ListAccessPoliciesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_ListAccessPoliciesResponse__Output>): grpc.ClientUnaryCall;
  listAccessPolicies(argument: _latchkey_v1_ListAccessPoliciesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_latchkey_v1_ListAccessPoliciesResponse__Output>): grpc.ClientUnaryCall;
  listAccessPolicies(argument: _latchkey_v1_ListAccessPoliciesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_ListAccessPoliciesResponse__Output>): grpc.ClientUnaryCall;
  listAccessPolicies(argument: _latchkey_v1_ListAccessPoliciesRequest, callback: grpc.requestCallback<_latchkey_v1_ListAccessPoliciesResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Lists what a policy is attached to. Errors: RESOURCE_NOT_FOUND.
   */
  ListAccessPolicyAttachments(argument: _latchkey_v1_ListAccessPolicyAttachmentsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_ListAccessPolicyAttachmentsResponse__Output>): grpc.ClientUnaryCall;
  ListAccessPolicyAttachments(argument: _latchkey_v1_ListAccessPolicyAttachmentsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_latchkey_v1_ListAccessPolicyAttachmentsResponse__Output>): grpc.ClientUnaryCall;
  ListAccessPolicyAttachments(argument: _latchkey_v1_ListAccessPolicyAttachmentsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_ListAccessPolicyAttachmentsResponse__Output>): grpc.ClientUnaryCall;
  ListAccessPolicyAttachments(argument: _latchkey_v1_ListAccessPolicyAttachmentsRequest, callback: grpc.requestCallback<_latchkey_v1_ListAccessPolicyAttachmentsResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Lists what a policy is attached to. Errors: RESOURCE_NOT_FOUND.
   */
  listAccessPolicyAttachments(argument: _latchkey_v1_ListAccessPolicyAttachmentsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_ListAccessPolicyAttachmentsResponse__Output>): grpc.ClientUnaryCall;
  listAccessPolicyAttachments(argument: _latchkey_v1_ListAccessPolicyAttachmentsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_latchkey_v1_ListAccessPolicyAttachmentsResponse__Output>): grpc.ClientUnaryCall;
  listAccessPolicyAttachments(argument: _latchkey_v1_ListAccessPolicyAttachmentsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_ListAccessPolicyAttachmentsResponse__Output>): grpc.ClientUnaryCall;
  listAccessPolicyAttachments(argument: _latchkey_v1_ListAccessPolicyAttachmentsRequest, callback: grpc.requestCallback<_latchkey_v1_ListAccessPolicyAttachmentsResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Lists the versions of a policy, newest first. Errors: RESOURCE_NOT_FOUND, PAGE_TOKEN_INVALID.
   */
  ListAccessPolicyVersions(argument: _latchkey_v1_ListAccessPolicyVersionsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_ListAccessPolicyVersionsResponse__Output>): grpc.ClientUnaryCall;
  ListAccessPolicyVersions(argument: _latchkey_v1_ListAccessPolicyVersionsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_latchkey_v1_ListAccessPolicyVersionsResponse__Output>): grpc.ClientUnaryCall;
  ListAccessPolicyVersions(argument: _latchkey_v1_ListAccessPolicyVersionsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_ListAccessPolicyVersionsResponse__Output>): grpc.ClientUnaryCall;
  ListAccessPolicyVersions(argument: _latchkey_v1_ListAccessPolicyVersionsRequest, callback: grpc.requestCallback<_latchkey_v1_ListAccessPolicyVersionsResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Lists the versions of a policy, newest first. Errors: RESOURCE_NOT_FOUND, PAGE_TOKEN_INVALID.
   */
  listAccessPolicyVersions(argument: _latchkey_v1_ListAccessPolicyVersionsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_ListAccessPolicyVersionsResponse__Output>): grpc.ClientUnaryCall;
  listAccessPolicyVersions(argument: _latchkey_v1_ListAccessPolicyVersionsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_latchkey_v1_ListAccessPolicyVersionsResponse__Output>): grpc.ClientUnaryCall;
  listAccessPolicyVersions(argument: _latchkey_v1_ListAccessPolicyVersionsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_ListAccessPolicyVersionsResponse__Output>): grpc.ClientUnaryCall;
  listAccessPolicyVersions(argument: _latchkey_v1_ListAccessPolicyVersionsRequest, callback: grpc.requestCallback<_latchkey_v1_ListAccessPolicyVersionsResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Proposes the smallest policy that allows what was observed of a credential (see `observe_use` in the settings), as
   * statements ready for UpdateAccessPolicy. Errors: RESOURCE_NOT_FOUND, FIELD_INVALID.
   */
  SuggestAccessPolicy(argument: _latchkey_v1_SuggestAccessPolicyRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_SuggestAccessPolicyResponse__Output>): grpc.ClientUnaryCall;
  SuggestAccessPolicy(argument: _latchkey_v1_SuggestAccessPolicyRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_latchkey_v1_SuggestAccessPolicyResponse__Output>): grpc.ClientUnaryCall;
  SuggestAccessPolicy(argument: _latchkey_v1_SuggestAccessPolicyRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_SuggestAccessPolicyResponse__Output>): grpc.ClientUnaryCall;
  SuggestAccessPolicy(argument: _latchkey_v1_SuggestAccessPolicyRequest, callback: grpc.requestCallback<_latchkey_v1_SuggestAccessPolicyResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Proposes the smallest policy that allows what was observed of a credential (see `observe_use` in the settings), as
   * statements ready for UpdateAccessPolicy. Errors: RESOURCE_NOT_FOUND, FIELD_INVALID.
   */
  suggestAccessPolicy(argument: _latchkey_v1_SuggestAccessPolicyRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_SuggestAccessPolicyResponse__Output>): grpc.ClientUnaryCall;
  suggestAccessPolicy(argument: _latchkey_v1_SuggestAccessPolicyRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_latchkey_v1_SuggestAccessPolicyResponse__Output>): grpc.ClientUnaryCall;
  suggestAccessPolicy(argument: _latchkey_v1_SuggestAccessPolicyRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_SuggestAccessPolicyResponse__Output>): grpc.ClientUnaryCall;
  suggestAccessPolicy(argument: _latchkey_v1_SuggestAccessPolicyRequest, callback: grpc.requestCallback<_latchkey_v1_SuggestAccessPolicyResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Runs the test cases of a policy against statements, and stores nothing. Errors: RESOURCE_NOT_FOUND, FIELD_INVALID.
   */
  TestAccessPolicy(argument: _latchkey_v1_TestAccessPolicyRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_TestAccessPolicyResponse__Output>): grpc.ClientUnaryCall;
  TestAccessPolicy(argument: _latchkey_v1_TestAccessPolicyRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_latchkey_v1_TestAccessPolicyResponse__Output>): grpc.ClientUnaryCall;
  TestAccessPolicy(argument: _latchkey_v1_TestAccessPolicyRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_TestAccessPolicyResponse__Output>): grpc.ClientUnaryCall;
  TestAccessPolicy(argument: _latchkey_v1_TestAccessPolicyRequest, callback: grpc.requestCallback<_latchkey_v1_TestAccessPolicyResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Runs the test cases of a policy against statements, and stores nothing. Errors: RESOURCE_NOT_FOUND, FIELD_INVALID.
   */
  testAccessPolicy(argument: _latchkey_v1_TestAccessPolicyRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_TestAccessPolicyResponse__Output>): grpc.ClientUnaryCall;
  testAccessPolicy(argument: _latchkey_v1_TestAccessPolicyRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_latchkey_v1_TestAccessPolicyResponse__Output>): grpc.ClientUnaryCall;
  testAccessPolicy(argument: _latchkey_v1_TestAccessPolicyRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_TestAccessPolicyResponse__Output>): grpc.ClientUnaryCall;
  testAccessPolicy(argument: _latchkey_v1_TestAccessPolicyRequest, callback: grpc.requestCallback<_latchkey_v1_TestAccessPolicyResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Changes the fields named by the mask. Other statements or test cases make a new version, which is not enforced.
   * Errors: RESOURCE_NOT_FOUND, RESOURCE_EXISTS (name), ETAG_MISMATCH, UPDATE_MASK_INVALID, FIELD_INVALID, LIMIT_REACHED.
   */
  UpdateAccessPolicy(argument: _latchkey_v1_UpdateAccessPolicyRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_UpdateAccessPolicyResponse__Output>): grpc.ClientUnaryCall;
  UpdateAccessPolicy(argument: _latchkey_v1_UpdateAccessPolicyRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_latchkey_v1_UpdateAccessPolicyResponse__Output>): grpc.ClientUnaryCall;
  UpdateAccessPolicy(argument: _latchkey_v1_UpdateAccessPolicyRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_UpdateAccessPolicyResponse__Output>): grpc.ClientUnaryCall;
  UpdateAccessPolicy(argument: _latchkey_v1_UpdateAccessPolicyRequest, callback: grpc.requestCallback<_latchkey_v1_UpdateAccessPolicyResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Changes the fields named by the mask. Other statements or test cases make a new version, which is not enforced.
   * Errors: RESOURCE_NOT_FOUND, RESOURCE_EXISTS (name), ETAG_MISMATCH, UPDATE_MASK_INVALID, FIELD_INVALID, LIMIT_REACHED.
   */
  updateAccessPolicy(argument: _latchkey_v1_UpdateAccessPolicyRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_UpdateAccessPolicyResponse__Output>): grpc.ClientUnaryCall;
  updateAccessPolicy(argument: _latchkey_v1_UpdateAccessPolicyRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_latchkey_v1_UpdateAccessPolicyResponse__Output>): grpc.ClientUnaryCall;
  updateAccessPolicy(argument: _latchkey_v1_UpdateAccessPolicyRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_latchkey_v1_UpdateAccessPolicyResponse__Output>): grpc.ClientUnaryCall;
  updateAccessPolicy(argument: _latchkey_v1_UpdateAccessPolicyRequest, callback: grpc.requestCallback<_latchkey_v1_UpdateAccessPolicyResponse__Output>): grpc.ClientUnaryCall;
  
}

/**
 * The access policies of the caller's account: what API tokens, OAuth clients and users of a role may do at most, down
 * to the path and the field. A policy does nothing until one of its versions is enforced and it is attached; then
 * everything is denied that none of its statements allows, Latchkey's own calls included (as gRPC methods such as
 * `latchkey.v1.UserService/ListUsers`). Several policies allow what each of them allows.
 */
export interface AccessPolicyServiceHandlers extends grpc.UntypedServiceImplementation {
  /**
   * Attaches a policy; nothing happens when it is attached already.
   * Errors: RESOURCE_NOT_FOUND, FIELD_INVALID, LIMIT_REACHED, ACCESS_POLICY_LOCKS_OUT.
   */
  AttachAccessPolicy: grpc.handleUnaryCall<_latchkey_v1_AttachAccessPolicyRequest__Output, _latchkey_v1_AttachAccessPolicyResponse>;
  
  /**
   * Makes a policy with its first version. Nothing is enforced yet.
   * Errors: FIELD_INVALID, RESOURCE_EXISTS (name), LIMIT_REACHED, REQUEST_ID_REUSED, RESOURCE_NOT_FOUND.
   */
  CreateAccessPolicy: grpc.handleUnaryCall<_latchkey_v1_CreateAccessPolicyRequest__Output, _latchkey_v1_CreateAccessPolicyResponse>;
  
  /**
   * Deletes a policy with all its versions.
   * Errors: RESOURCE_NOT_FOUND, ETAG_MISMATCH, ACCESS_POLICY_ATTACHED (violations say to what).
   */
  DeleteAccessPolicy: grpc.handleUnaryCall<_latchkey_v1_DeleteAccessPolicyRequest__Output, _latchkey_v1_DeleteAccessPolicyResponse>;
  
  /**
   * Detaches a policy; nothing happens when it is not attached. Errors: RESOURCE_NOT_FOUND, FIELD_INVALID.
   */
  DetachAccessPolicy: grpc.handleUnaryCall<_latchkey_v1_DetachAccessPolicyRequest__Output, _latchkey_v1_DetachAccessPolicyResponse>;
  
  /**
   * Lets a version run beside the enforced one, to see what it would deny; version 0 ends that. Begins a new report.
   * Errors: RESOURCE_NOT_FOUND, ETAG_MISMATCH.
   */
  DryRunAccessPolicy: grpc.handleUnaryCall<_latchkey_v1_DryRunAccessPolicyRequest__Output, _latchkey_v1_DryRunAccessPolicyResponse>;
  
  /**
   * Enforces a version, an older one too, from the next call on; version 0 enforces none.
   * Errors: RESOURCE_NOT_FOUND, ETAG_MISMATCH, ACCESS_POLICY_TEST_FAILED, ACCESS_POLICY_LOCKS_OUT.
   */
  EnforceAccessPolicy: grpc.handleUnaryCall<_latchkey_v1_EnforceAccessPolicyRequest__Output, _latchkey_v1_EnforceAccessPolicyResponse>;
  
  /**
   * Says which layer decides about a request made with a credential, and why; also for a moment in the past, as far
   * as the audit log goes back, for credentials, users and clients that are deleted since, too. Of a policy that is
   * deleted since, what it said is not known, and it counts as denying. Errors: RESOURCE_NOT_FOUND, FIELD_INVALID.
   */
  ExplainAccess: grpc.handleUnaryCall<_latchkey_v1_ExplainAccessRequest__Output, _latchkey_v1_ExplainAccessResponse>;
  
  /**
   * Returns one policy with its newest version. Errors: RESOURCE_NOT_FOUND.
   */
  GetAccessPolicy: grpc.handleUnaryCall<_latchkey_v1_GetAccessPolicyRequest__Output, _latchkey_v1_GetAccessPolicyResponse>;
  
  /**
   * Returns what the version in dry run would have denied, most often first, up to some seconds behind.
   * Errors: RESOURCE_NOT_FOUND.
   */
  GetDryRunReport: grpc.handleUnaryCall<_latchkey_v1_GetDryRunReportRequest__Output, _latchkey_v1_GetDryRunReportResponse>;
  
  /**
   * Lists policies, each with its newest version. Errors: FILTER_INVALID, PAGE_TOKEN_INVALID.
   */
  ListAccessPolicies: grpc.handleUnaryCall<_latchkey_v1_ListAccessPoliciesRequest__Output, _latchkey_v1_ListAccessPoliciesResponse>;
  
  /**
   * Lists what a policy is attached to. Errors: RESOURCE_NOT_FOUND.
   */
  ListAccessPolicyAttachments: grpc.handleUnaryCall<_latchkey_v1_ListAccessPolicyAttachmentsRequest__Output, _latchkey_v1_ListAccessPolicyAttachmentsResponse>;
  
  /**
   * Lists the versions of a policy, newest first. Errors: RESOURCE_NOT_FOUND, PAGE_TOKEN_INVALID.
   */
  ListAccessPolicyVersions: grpc.handleUnaryCall<_latchkey_v1_ListAccessPolicyVersionsRequest__Output, _latchkey_v1_ListAccessPolicyVersionsResponse>;
  
  /**
   * Proposes the smallest policy that allows what was observed of a credential (see `observe_use` in the settings), as
   * statements ready for UpdateAccessPolicy. Errors: RESOURCE_NOT_FOUND, FIELD_INVALID.
   */
  SuggestAccessPolicy: grpc.handleUnaryCall<_latchkey_v1_SuggestAccessPolicyRequest__Output, _latchkey_v1_SuggestAccessPolicyResponse>;
  
  /**
   * Runs the test cases of a policy against statements, and stores nothing. Errors: RESOURCE_NOT_FOUND, FIELD_INVALID.
   */
  TestAccessPolicy: grpc.handleUnaryCall<_latchkey_v1_TestAccessPolicyRequest__Output, _latchkey_v1_TestAccessPolicyResponse>;
  
  /**
   * Changes the fields named by the mask. Other statements or test cases make a new version, which is not enforced.
   * Errors: RESOURCE_NOT_FOUND, RESOURCE_EXISTS (name), ETAG_MISMATCH, UPDATE_MASK_INVALID, FIELD_INVALID, LIMIT_REACHED.
   */
  UpdateAccessPolicy: grpc.handleUnaryCall<_latchkey_v1_UpdateAccessPolicyRequest__Output, _latchkey_v1_UpdateAccessPolicyResponse>;
  
}

export interface AccessPolicyServiceDefinition extends grpc.ServiceDefinition {
  AttachAccessPolicy: MethodDefinition<_latchkey_v1_AttachAccessPolicyRequest, _latchkey_v1_AttachAccessPolicyResponse, _latchkey_v1_AttachAccessPolicyRequest__Output, _latchkey_v1_AttachAccessPolicyResponse__Output>
  CreateAccessPolicy: MethodDefinition<_latchkey_v1_CreateAccessPolicyRequest, _latchkey_v1_CreateAccessPolicyResponse, _latchkey_v1_CreateAccessPolicyRequest__Output, _latchkey_v1_CreateAccessPolicyResponse__Output>
  DeleteAccessPolicy: MethodDefinition<_latchkey_v1_DeleteAccessPolicyRequest, _latchkey_v1_DeleteAccessPolicyResponse, _latchkey_v1_DeleteAccessPolicyRequest__Output, _latchkey_v1_DeleteAccessPolicyResponse__Output>
  DetachAccessPolicy: MethodDefinition<_latchkey_v1_DetachAccessPolicyRequest, _latchkey_v1_DetachAccessPolicyResponse, _latchkey_v1_DetachAccessPolicyRequest__Output, _latchkey_v1_DetachAccessPolicyResponse__Output>
  DryRunAccessPolicy: MethodDefinition<_latchkey_v1_DryRunAccessPolicyRequest, _latchkey_v1_DryRunAccessPolicyResponse, _latchkey_v1_DryRunAccessPolicyRequest__Output, _latchkey_v1_DryRunAccessPolicyResponse__Output>
  EnforceAccessPolicy: MethodDefinition<_latchkey_v1_EnforceAccessPolicyRequest, _latchkey_v1_EnforceAccessPolicyResponse, _latchkey_v1_EnforceAccessPolicyRequest__Output, _latchkey_v1_EnforceAccessPolicyResponse__Output>
  ExplainAccess: MethodDefinition<_latchkey_v1_ExplainAccessRequest, _latchkey_v1_ExplainAccessResponse, _latchkey_v1_ExplainAccessRequest__Output, _latchkey_v1_ExplainAccessResponse__Output>
  GetAccessPolicy: MethodDefinition<_latchkey_v1_GetAccessPolicyRequest, _latchkey_v1_GetAccessPolicyResponse, _latchkey_v1_GetAccessPolicyRequest__Output, _latchkey_v1_GetAccessPolicyResponse__Output>
  GetDryRunReport: MethodDefinition<_latchkey_v1_GetDryRunReportRequest, _latchkey_v1_GetDryRunReportResponse, _latchkey_v1_GetDryRunReportRequest__Output, _latchkey_v1_GetDryRunReportResponse__Output>
  ListAccessPolicies: MethodDefinition<_latchkey_v1_ListAccessPoliciesRequest, _latchkey_v1_ListAccessPoliciesResponse, _latchkey_v1_ListAccessPoliciesRequest__Output, _latchkey_v1_ListAccessPoliciesResponse__Output>
  ListAccessPolicyAttachments: MethodDefinition<_latchkey_v1_ListAccessPolicyAttachmentsRequest, _latchkey_v1_ListAccessPolicyAttachmentsResponse, _latchkey_v1_ListAccessPolicyAttachmentsRequest__Output, _latchkey_v1_ListAccessPolicyAttachmentsResponse__Output>
  ListAccessPolicyVersions: MethodDefinition<_latchkey_v1_ListAccessPolicyVersionsRequest, _latchkey_v1_ListAccessPolicyVersionsResponse, _latchkey_v1_ListAccessPolicyVersionsRequest__Output, _latchkey_v1_ListAccessPolicyVersionsResponse__Output>
  SuggestAccessPolicy: MethodDefinition<_latchkey_v1_SuggestAccessPolicyRequest, _latchkey_v1_SuggestAccessPolicyResponse, _latchkey_v1_SuggestAccessPolicyRequest__Output, _latchkey_v1_SuggestAccessPolicyResponse__Output>
  TestAccessPolicy: MethodDefinition<_latchkey_v1_TestAccessPolicyRequest, _latchkey_v1_TestAccessPolicyResponse, _latchkey_v1_TestAccessPolicyRequest__Output, _latchkey_v1_TestAccessPolicyResponse__Output>
  UpdateAccessPolicy: MethodDefinition<_latchkey_v1_UpdateAccessPolicyRequest, _latchkey_v1_UpdateAccessPolicyResponse, _latchkey_v1_UpdateAccessPolicyRequest__Output, _latchkey_v1_UpdateAccessPolicyResponse__Output>
}
