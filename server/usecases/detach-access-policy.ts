import type { AccessPolicy, PolicyTarget } from "../domain/access-policies.js";
import { authorizeInAccount, type RequestContext } from "../domain/callers.js";
import { requireOutsidePolicies } from "../domain/policy-access.js";
import { recordEvent } from "../store/audit-trail.js";
import { accessPolicies, policyAttachments } from "../store/policy-tables.js";
import type { Transaction } from "../store/transaction.js";
import { type AccessPolicyView, findAccessPolicy, viewAccessPolicy } from "./access-policy-view.js";
import { fieldOf, type PolicyAttachmentInput, policyIdsOf, putPolicyIds } from "./attach-access-policy.js";
import { requireAdminsWayBack } from "./enforce-access-policy.js";
import type { Environment } from "./environment.js";
import { writeAsCaller } from "./write-as-caller.js";

/** Detaches a policy; nothing happens when it is not attached. */
export async function detachAccessPolicy(
  environment: Environment,
  context: RequestContext,
  { id, target }: PolicyAttachmentInput,
): Promise<AccessPolicyView> {
  const { accountId } = authorizeInAccount(context.caller, "DetachAccessPolicy");
  return writeAsCaller(environment, context, "DetachAccessPolicy", async (transaction, caller) => {
    requireOutsidePolicies(caller);
    const policy = await findAccessPolicy(transaction, accountId, id);
    const ids = await policyIdsOf(transaction, accountId, target);
    if (!ids.includes(policy.id)) return viewAccessPolicy(transaction, policy);
    const others = ids.filter((other) => other !== policy.id);
    await putPolicyIds(transaction, context, accountId, target, others);
    const after = await noteDetached(transaction, context, policy, target);
    if (target.kind === "ROLE") await requireAdminsWayBack(transaction, context, accountId);
    return viewAccessPolicy(transaction, after);
  });
}

/** Writes that a policy is no longer attached to something. */
async function noteDetached(
  transaction: Transaction,
  context: RequestContext,
  policy: AccessPolicy,
  target: PolicyTarget,
): Promise<AccessPolicy> {
  const { accountId, id: policyId } = policy;
  const after = { ...policy, attachmentCount: policy.attachmentCount - 1 };
  await transaction.put(accessPolicies, after);
  const attachment = await transaction.get(policyAttachments, accountId, policyId, target.kind, target.id);
  if (attachment !== undefined) transaction.delete(policyAttachments, attachment);
  await recordEvent(transaction, context, {
    accountId,
    action: "access_policy.detach",
    resourceType: "access_policy",
    resourceId: policyId,
    resourceLabel: policy.name,
    changes: [{ field: fieldOf(target), before: target.id, after: "" }],
  });
  return after;
}

/** Detaches every policy from a thing that is about to go. */
export async function detachAll(
  transaction: Transaction,
  context: RequestContext,
  accountId: string,
  target: PolicyTarget,
  policyIds: readonly string[],
): Promise<void> {
  for (const id of policyIds) {
    const policy = await transaction.get(accessPolicies, accountId, id);
    if (policy !== undefined) await noteDetached(transaction, context, policy, target);
  }
}
