import type { AccessPolicy, EnforcedRules } from "../domain/access-policies.js";
import { accessPolicies, accessPolicyTerms } from "../store/policy-tables.js";
import type { Transaction } from "../store/transaction.js";
import { loadPolicyVersion } from "./access-policy-view.js";

/** Stores a policy, and beside it what of it decides. */
export async function putPolicy(transaction: Transaction, policy: AccessPolicy): Promise<void> {
  const { id, accountId, enforcedVersion, dryRun } = policy;
  const load = async (version: number): Promise<EnforcedRules> => {
    const { statements } = await loadPolicyVersion(transaction, policy, version);
    return { version, statements };
  };
  await transaction.put(accessPolicies, policy);
  await transaction.put(accessPolicyTerms, {
    id,
    accountId,
    ...(enforcedVersion === 0 ? {} : { enforced: await load(enforcedVersion) }),
    ...(dryRun === undefined
      ? {}
      : { trial: { ...(await load(dryRun.version)), startTime: dryRun.startTime } }),
  });
}
