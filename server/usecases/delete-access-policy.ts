import { ACCESS_POLICY_FIELDS, MAX_POLICY_VERSIONS, requireDetached } from "../domain/access-policies.js";
import { changesBetween } from "../domain/audit-events.js";
import { authorizeInAccount, type RequestContext } from "../domain/callers.js";
import { checkEtag } from "../domain/etags.js";
import { requireOutsidePolicies } from "../domain/policy-access.js";
import { count, recordEvent } from "../store/audit-trail.js";
import {
  accessPolicies,
  accessPolicyTerms,
  accessPolicyVersions,
  dryRunDenials,
} from "../store/policy-tables.js";
import { type AccessPolicyView, loadAccessPolicy, viewAccessPolicy } from "./access-policy-view.js";
import type { Environment } from "./environment.js";
import { targetsOf } from "./list-access-policy-attachments.js";
import { writeAsCaller } from "./write-as-caller.js";

/** Which policy to delete. */
export interface DeleteAccessPolicyInput {
  readonly id: string;
  readonly etag: string;
  readonly validateOnly: boolean;
}

/** Deletes a policy with all its versions; answers it as it was. Refused while it is attached to anything. */
export async function deleteAccessPolicy(
  environment: Environment,
  context: RequestContext,
  input: DeleteAccessPolicyInput,
): Promise<AccessPolicyView> {
  const { accountId } = authorizeInAccount(context.caller, "DeleteAccessPolicy");
  return writeAsCaller(environment, context, "DeleteAccessPolicy", async (transaction, caller) => {
    requireOutsidePolicies(caller);
    const policy = await loadAccessPolicy(transaction, accountId, input.id);
    checkEtag(policy, input.etag);
    // Whoever attaches it writes the policy, too, so that one attached meanwhile is not missed.
    requireDetached(policy, await targetsOf(transaction, policy));
    const view = await viewAccessPolicy(transaction, policy);
    if (input.validateOnly) return view;
    const all = { limit: MAX_POLICY_VERSIONS };
    for (const version of await transaction.list(accessPolicyVersions, [accountId, policy.id], all)) {
      transaction.delete(accessPolicyVersions, version);
    }
    for (const row of await transaction.list(dryRunDenials, [accountId, policy.id], all)) {
      transaction.delete(dryRunDenials, row);
    }
    transaction.delete(accessPolicies, policy);
    const terms = await transaction.get(accessPolicyTerms, accountId, policy.id);
    if (terms !== undefined) transaction.delete(accessPolicyTerms, terms);
    await count(transaction, accountId, "accessPolicies", -1);
    await recordEvent(transaction, context, {
      accountId,
      action: "access_policy.delete",
      resourceType: "access_policy",
      resourceId: policy.id,
      resourceLabel: policy.name,
      changes: changesBetween(policy, undefined, ACCESS_POLICY_FIELDS),
    });
    return view;
  });
}
