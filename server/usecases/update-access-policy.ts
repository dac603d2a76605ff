import {
  ACCESS_POLICY_FIELDS,
  type AccessPolicy,
  type AccessPolicyChoices,
  CHANGEABLE_POLICY_FIELDS,
  checkAccessPolicy,
  MAX_POLICY_VERSIONS,
  revisePolicy,
} from "../domain/access-policies.js";
import { changesBetween } from "../domain/audit-events.js";
import { authorizeInAccount, type RequestContext } from "../domain/callers.js";
import { checkEtag } from "../domain/etags.js";
import { Failure } from "../domain/failure.js";
import { requireOutsidePolicies } from "../domain/policy-access.js";
import { resolveUpdateMask } from "../domain/update-masks.js";
import { recordEvent } from "../store/audit-trail.js";
import { accessPolicies, accessPolicyVersions } from "../store/policy-tables.js";
import { type AccessPolicyView, loadAccessPolicy, viewAccessPolicy } from "./access-policy-view.js";
import { newVersion, refuseTakenName } from "./create-access-policy.js";
import type { Environment } from "./environment.js";
import { loadSettings } from "./get-settings.js";
import { writeAsCaller } from "./write-as-caller.js";

/** A change of a policy. */
export interface UpdateAccessPolicyInput {
  readonly id: string;
  readonly choices: AccessPolicyChoices;
  readonly etag: string;
  readonly updateMask: readonly string[];
}

/** Changes a policy; other statements or test cases make a new version, which is not enforced. */
export async function updateAccessPolicy(
  environment: Environment,
  context: RequestContext,
  input: UpdateAccessPolicyInput,
): Promise<AccessPolicyView> {
  const { accountId } = authorizeInAccount(context.caller, "UpdateAccessPolicy");
  const named = resolveUpdateMask(input.updateMask, CHANGEABLE_POLICY_FIELDS);
  return writeAsCaller(environment, context, "UpdateAccessPolicy", async (transaction, caller) => {
    requireOutsidePolicies(caller);
    const before = await loadAccessPolicy(transaction, accountId, input.id);
    checkEtag(before, input.etag);
    const view = await viewAccessPolicy(transaction, before);
    const { resources } = await loadSettings(transaction, accountId);
    const choices = checkAccessPolicy(merge(view, input.choices, named), resources);
    await refuseTakenName(transaction, accountId, choices.name, before.id);
    const hasNewRules =
      JSON.stringify([choices.statements, choices.testCases]) !==
      JSON.stringify([view.latest.statements, view.latest.testCases]);
    const changed = change(before, choices, hasNewRules);
    const changes = changesBetween(before, changed, ACCESS_POLICY_FIELDS);
    if (changes.length === 0) return view;
    const policy = revisePolicy(changed, context.now);
    const latest = hasNewRules ? newVersion(policy, choices, caller, context.now) : view.latest;
    if (hasNewRules) await transaction.put(accessPolicyVersions, latest);
    await transaction.put(accessPolicies, policy);
    await recordEvent(transaction, context, {
      accountId,
      action: "access_policy.update",
      resourceType: "access_policy",
      resourceId: policy.id,
      resourceLabel: policy.name,
      changes,
    });
    return { policy, latest };
  });
}

function merge(
  { policy, latest }: AccessPolicyView,
  choices: AccessPolicyChoices,
  named: ReadonlySet<string>,
): AccessPolicyChoices {
  return {
    name: named.has("name") ? choices.name : policy.name,
    description: named.has("description") ? choices.description : policy.description,
    statements: named.has("statements") ? choices.statements : latest.statements,
    testCases: named.has("test_cases") ? choices.testCases : latest.testCases,
  };
}

function change(
  before: AccessPolicy,
  { name, description }: AccessPolicyChoices,
  hasNewRules: boolean,
): AccessPolicy {
  const latestVersion = before.latestVersion + (hasNewRules ? 1 : 0);
  if (latestVersion > MAX_POLICY_VERSIONS) {
    throw new Failure(
      "LIMIT_REACHED",
      `This policy has ${MAX_POLICY_VERSIONS} versions, which is all it may: make another policy.`,
      { metadata: { limit: String(MAX_POLICY_VERSIONS) } },
    );
  }
  return { ...before, name, description, latestVersion };
}
