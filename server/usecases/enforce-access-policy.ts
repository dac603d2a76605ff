import { ACCESS_POLICY_FIELDS, type AccessPolicy, revisePolicy } from "../domain/access-policies.js";
import { type AuditAction, changesBetween } from "../domain/audit-events.js";
import { authorizeInAccount, type RequestContext } from "../domain/callers.js";
import { checkEtag } from "../domain/etags.js";
import { requireOutsidePolicies, requireWayBack } from "../domain/policy-access.js";
import { requireTestsPassed } from "../domain/policy-tests.js";
import { recordEvent } from "../store/audit-trail.js";
import type { Transaction } from "../store/transaction.js";
import { policiesOfRole } from "../verification/policies.js";
import {
  type AccessPolicyView,
  loadAccessPolicy,
  loadPolicyVersion,
  viewAccessPolicy,
} from "./access-policy-view.js";
import type { Environment } from "./environment.js";
import { loadSettings } from "./get-settings.js";
import { putPolicy } from "./policy-terms.js";
import { writeAsCaller } from "./write-as-caller.js";

/** Which version to enforce. */
export interface EnforceAccessPolicyInput {
  readonly id: string;
  /** 0 for none. */
  readonly version: number;
  readonly etag: string;
}

/** Enforces a version of a policy from the next call on, provided that its test cases pass. */
export async function enforceAccessPolicy(
  environment: Environment,
  context: RequestContext,
  input: EnforceAccessPolicyInput,
): Promise<AccessPolicyView> {
  const { accountId } = authorizeInAccount(context.caller, "EnforceAccessPolicy");
  return writeAsCaller(environment, context, "EnforceAccessPolicy", async (transaction, caller) => {
    requireOutsidePolicies(caller);
    const before = await loadAccessPolicy(transaction, accountId, input.id);
    checkEtag(before, input.etag);
    if (input.version !== 0) {
      const { statements, testCases } = await loadPolicyVersion(transaction, before, input.version);
      requireTestsPassed(statements, testCases);
    }
    const changed = { ...before, enforcedVersion: input.version };
    await savePolicy(transaction, context, "access_policy.enforce", before, changed);
    await requireAdminsWayBack(transaction, context, accountId);
    return viewAccessPolicy(transaction, await loadAccessPolicy(transaction, accountId, before.id));
  });
}

/** Throws ACCESS_POLICY_LOCKS_OUT unless administrators can still undo what this transaction does. */
export async function requireAdminsWayBack(
  transaction: Transaction,
  { sourceIp }: RequestContext,
  accountId: string,
): Promise<void> {
  const settings = await loadSettings(transaction, accountId);
  requireWayBack(await policiesOfRole(transaction, settings, "ADMIN"), sourceIp);
}

/** Saves a changed policy with its event, unless nothing changed. */
export async function savePolicy(
  transaction: Transaction,
  context: RequestContext,
  action: AuditAction,
  before: AccessPolicy,
  changed: AccessPolicy,
): Promise<void> {
  const changes = changesBetween(before, changed, ACCESS_POLICY_FIELDS);
  if (changes.length === 0) return;
  const after = revisePolicy(changed, context.now);
  await putPolicy(transaction, after);
  await recordEvent(transaction, context, {
    accountId: after.accountId,
    action,
    resourceType: "access_policy",
    resourceId: after.id,
    resourceLabel: after.name,
    changes,
  });
}
