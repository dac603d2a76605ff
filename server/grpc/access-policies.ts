import type { AccessPolicy as WireAccessPolicy } from "../../proto/gen/latchkey/v1/AccessPolicy.js";
import type { AccessPolicyServiceHandlers } from "../../proto/gen/latchkey/v1/AccessPolicyService.js";
import type { AccessPolicyVersion as WireVersion } from "../../proto/gen/latchkey/v1/AccessPolicyVersion.js";
import type { AccessPolicyVersion } from "../domain/access-policies.js";
import { etagOf } from "../domain/etags.js";
import type { AccessPolicyView } from "../usecases/access-policy-view.js";
import { attachAccessPolicy } from "../usecases/attach-access-policy.js";
import { createAccessPolicy } from "../usecases/create-access-policy.js";
import { deleteAccessPolicy } from "../usecases/delete-access-policy.js";
import { detachAccessPolicy } from "../usecases/detach-access-policy.js";
import { dryRunAccessPolicy } from "../usecases/dry-run-access-policy.js";
import { enforceAccessPolicy } from "../usecases/enforce-access-policy.js";
import { explainAccess } from "../usecases/explain-access.js";
import { getAccessPolicy } from "../usecases/get-access-policy.js";
import { getDryRunReport } from "../usecases/get-dry-run-report.js";
import { listAccessPolicies } from "../usecases/list-access-policies.js";
import { listAccessPolicyAttachments } from "../usecases/list-access-policy-attachments.js";
import { listAccessPolicyVersions } from "../usecases/list-access-policy-versions.js";
import { suggestAccessPolicy } from "../usecases/suggest-access-policy.js";
import { testAccessPolicy } from "../usecases/test-access-policy.js";
import { updateAccessPolicy } from "../usecases/update-access-policy.js";
import { decodeExplainInput, encodeExplanation, encodeReport } from "./access-explanations.js";
import { encodeInstant, encodeOptionalInstant } from "./instants.js";
import { decodePageRequest, requireMessage } from "./messages.js";
import {
  decodeChoices,
  decodeRules,
  decodeTarget,
  encodeStatement,
  encodeTarget,
  encodeTestCase,
} from "./policy-rules.js";
import type { Complete, ServiceMethods } from "./wire.js";

/** AccessPolicyService. */
export const accessPolicyMethods: ServiceMethods<AccessPolicyServiceHandlers> = {
  async CreateAccessPolicy(environment, context, { accessPolicy, requestId }) {
    const choices = decodeChoices(requireMessage("access_policy", accessPolicy));
    return answer(await createAccessPolicy(environment, context, { ...choices, requestId }));
  },
  async GetAccessPolicy(environment, context, { id }) {
    return answer(await getAccessPolicy(environment, context, { id }));
  },
  async ListAccessPolicies(environment, context, request) {
    const page = await listAccessPolicies(environment, context, decodePageRequest(request));
    const { nextPageToken, totalSize } = page;
    return { accessPolicies: page.items.map(encodeAccessPolicy), nextPageToken, totalSize };
  },
  async UpdateAccessPolicy(environment, context, request) {
    const accessPolicy = requireMessage("access_policy", request.accessPolicy);
    const { id, etag } = accessPolicy;
    const updateMask = request.updateMask?.paths ?? [];
    const choices = decodeChoices(accessPolicy);
    return answer(await updateAccessPolicy(environment, context, { id, etag, updateMask, choices }));
  },
  async DeleteAccessPolicy(environment, context, { id, etag, validateOnly }) {
    return answer(await deleteAccessPolicy(environment, context, { id, etag, validateOnly }));
  },
  async ListAccessPolicyVersions(environment, context, { id, pageSize, pageToken }) {
    const page = await listAccessPolicyVersions(environment, context, { id, pageSize, pageToken });
    return { versions: page.items.map(encodeVersion), nextPageToken: page.nextPageToken };
  },
  async EnforceAccessPolicy(environment, context, { id, version, etag }) {
    return answer(await enforceAccessPolicy(environment, context, { id, version, etag }));
  },
  async DryRunAccessPolicy(environment, context, { id, version, etag }) {
    return answer(await dryRunAccessPolicy(environment, context, { id, version, etag }));
  },
  async GetDryRunReport(environment, context, { id }) {
    return encodeReport(await getDryRunReport(environment, context, { id }));
  },
  async TestAccessPolicy(environment, context, { id, version, accessPolicy }) {
    const given = decodeRules(accessPolicy);
    const results = await testAccessPolicy(environment, context, { id, version, given });
    return { passed: results.every(({ passed }) => passed), results: [...results] };
  },
  async AttachAccessPolicy(environment, context, { id, target }) {
    return answer(await attachAccessPolicy(environment, context, { id, target: decodeTarget(target) }));
  },
  async DetachAccessPolicy(environment, context, { id, target }) {
    return answer(await detachAccessPolicy(environment, context, { id, target: decodeTarget(target) }));
  },
  async ListAccessPolicyAttachments(environment, context, { id }) {
    const targets = await listAccessPolicyAttachments(environment, context, { id });
    return { targets: targets.map(encodeTarget) };
  },
  async ExplainAccess(environment, context, request) {
    return encodeExplanation(await explainAccess(environment, context, decodeExplainInput(request)));
  },
  async SuggestAccessPolicy(environment, context, { credentialId, accessPolicyId }) {
    const suggested = await suggestAccessPolicy(environment, context, { credentialId, accessPolicyId });
    const { diff, sinceTime, requestCount, isIncomplete } = suggested;
    return {
      statements: suggested.statements.map(encodeStatement),
      testCases: suggested.testCases.map(encodeTestCase),
      diff: [...diff],
      sinceTime: encodeOptionalInstant(sinceTime),
      requestCount,
      isIncomplete,
      evidence: suggested.evidence.map((one) => ({ ...one })),
    };
  },
};

function answer(view: AccessPolicyView) {
  return { accessPolicy: encodeAccessPolicy(view) };
}

/** Writes a policy with its newest version. */
function encodeAccessPolicy({ policy, latest }: AccessPolicyView): Complete<WireAccessPolicy> {
  return {
    id: policy.id,
    name: policy.name,
    description: policy.description,
    statements: latest.statements.map(encodeStatement),
    testCases: latest.testCases.map(encodeTestCase),
    latestVersion: policy.latestVersion,
    enforcedVersion: policy.enforcedVersion,
    dryRunVersion: policy.dryRun?.version ?? 0,
    attachmentCount: policy.attachmentCount,
    createTime: encodeInstant(policy.createTime),
    updateTime: encodeInstant(policy.updateTime),
    creatorEmail: policy.creatorEmail,
    etag: etagOf(policy),
  };
}

function encodeVersion(version: AccessPolicyVersion): Complete<WireVersion> {
  return {
    version: version.version,
    statements: version.statements.map(encodeStatement),
    testCases: version.testCases.map(encodeTestCase),
    createTime: encodeInstant(version.createTime),
    creatorEmail: version.creatorEmail,
  };
}
