import type { AccessPolicy } from "../domain/access-policies.js";
import { authorizeInAccount, type RequestContext } from "../domain/callers.js";
import { checkEtag } from "../domain/etags.js";
import { requireOutsidePolicies } from "../domain/policy-access.js";
import { dryRunDenials } from "../store/policy-tables.js";
import {
  type AccessPolicyView,
  loadAccessPolicy,
  loadPolicyVersion,
  viewAccessPolicy,
} from "./access-policy-view.js";
import { savePolicy } from "./enforce-access-policy.js";
import type { Environment } from "./environment.js";
import { writeAsCaller } from "./write-as-caller.js";

/** Which version to let run beside the enforced one. */
export interface DryRunAccessPolicyInput {
  readonly id: string;
  /** 0 to end the dry run. */
  readonly version: number;
  readonly etag: string;
}

/** Lets a version of a policy run beside the enforced one; what was reported of another before is forgotten. */
export async function dryRunAccessPolicy(
  environment: Environment,
  context: RequestContext,
  input: DryRunAccessPolicyInput,
): Promise<AccessPolicyView> {
  const { accountId } = authorizeInAccount(context.caller, "DryRunAccessPolicy");
  return writeAsCaller(environment, context, "DryRunAccessPolicy", async (transaction, caller) => {
    requireOutsidePolicies(caller);
    const before = await loadAccessPolicy(transaction, accountId, input.id);
    checkEtag(before, input.etag);
    const { dryRun: _, ...rest } = before;
    let changed: AccessPolicy = rest;
    if (input.version !== 0) {
      await loadPolicyVersion(transaction, before, input.version);
      changed = { ...rest, dryRun: { version: input.version, startTime: context.now } };
    }
    if (input.version !== (before.dryRun?.version ?? 0)) {
      const rows = await transaction.list(dryRunDenials, [accountId, before.id], { limit: MAX_ROWS });
      for (const row of rows) transaction.delete(dryRunDenials, row);
      await savePolicy(transaction, context, "access_policy.dry_run", before, changed);
    }
    return viewAccessPolicy(transaction, await loadAccessPolicy(transaction, accountId, before.id));
  });
}

/** More rows than a report has. */
const MAX_ROWS = 10_000;
