import {
  ACCESS_POLICY_FIELDS,
  type AccessPolicy,
  type AccessPolicyChoices,
  type AccessPolicyVersion,
  checkAccessPolicy,
  MAX_ACCESS_POLICIES,
  type PolicyRules,
} from "../domain/access-policies.js";
import { changesBetween } from "../domain/audit-events.js";
import { authorizeInAccount, type RequestContext, type UserCaller } from "../domain/callers.js";
import { Failure } from "../domain/failure.js";
import { requireOutsidePolicies } from "../domain/policy-access.js";
import { count, recordEvent } from "../store/audit-trail.js";
import { accessPoliciesByName, accessPolicyVersions } from "../store/policy-tables.js";
import { checkRequestId, findReplay, type RequestMark, rememberRequest } from "../store/replays.js";
import { accountCounters } from "../store/tables.js";
import type { Transaction } from "../store/transaction.js";
import { type AccessPolicyView, loadAccessPolicy, viewAccessPolicy } from "./access-policy-view.js";
import type { Environment } from "./environment.js";
import { loadSettings } from "./get-settings.js";
import { putPolicy } from "./policy-terms.js";
import { writeAsCaller } from "./write-as-caller.js";

/** A policy to be. */
export interface CreateAccessPolicyInput extends AccessPolicyChoices {
  readonly requestId: string;
}

/** Makes a policy with its first version, of which nothing is enforced yet. */
export async function createAccessPolicy(
  environment: Environment,
  context: RequestContext,
  input: CreateAccessPolicyInput,
): Promise<AccessPolicyView> {
  const { accountId } = authorizeInAccount(context.caller, "CreateAccessPolicy");
  checkRequestId(input.requestId);
  const mark = markOf(environment, accountId, input);
  return writeAsCaller(environment, context, "CreateAccessPolicy", async (transaction, caller) => {
    requireOutsidePolicies(caller);
    const replayed = await findReplay(transaction, mark);
    if (replayed !== undefined) {
      return viewAccessPolicy(transaction, await loadAccessPolicy(transaction, accountId, replayed));
    }
    const { resources } = await loadSettings(transaction, accountId);
    const choices = checkAccessPolicy(input, resources);
    await refuseTakenName(transaction, accountId, choices.name, undefined);
    await requireRoom(transaction, accountId);
    const policy = newPolicy(environment.newId("pol", context.now), caller, choices, context.now);
    const latest = newVersion(policy, choices, caller, context.now);
    await transaction.put(accessPolicyVersions, latest);
    await putPolicy(transaction, policy);
    await count(transaction, accountId, "accessPolicies", 1);
    await rememberRequest(transaction, mark, policy.id, context.now);
    await recordEvent(transaction, context, {
      accountId,
      action: "access_policy.create",
      resourceType: "access_policy",
      resourceId: policy.id,
      resourceLabel: policy.name,
      changes: changesBetween(undefined, policy, ACCESS_POLICY_FIELDS),
    });
    return { policy, latest };
  });
}

/** Throws RESOURCE_EXISTS when another policy has this name. */
export async function refuseTakenName(
  transaction: Transaction,
  accountId: string,
  name: string,
  ownId: string | undefined,
): Promise<void> {
  const owner = await transaction.find(accessPoliciesByName, accountId, name);
  if (owner === undefined || owner.id === ownId) return;
  const description = `"${name}" is the name of another policy of this account.`;
  throw new Failure("RESOURCE_EXISTS", `access_policy.name: ${description}`, {
    violations: [{ field: "access_policy.name", description }],
  });
}

/** The version that a policy's latest version number names. */
export function newVersion(
  { accountId, id, latestVersion }: AccessPolicy,
  { statements, testCases }: PolicyRules,
  { user }: UserCaller,
  now: number,
): AccessPolicyVersion {
  return {
    accountId,
    policyId: id,
    version: latestVersion,
    statements,
    testCases,
    createTime: now,
    creatorUserId: user.id,
    creatorEmail: user.email,
  };
}

// The counter is read by key, so that of two creates for the last free place only one commits.
async function requireRoom(transaction: Transaction, accountId: string): Promise<void> {
  const counters = await transaction.get(accountCounters, accountId);
  if ((counters?.accessPolicies ?? 0) < MAX_ACCESS_POLICIES) return;
  throw new Failure(
    "LIMIT_REACHED",
    `This account holds ${MAX_ACCESS_POLICIES} access policies, which is all it may: delete one first.`,
    { metadata: { limit: String(MAX_ACCESS_POLICIES) } },
  );
}

function markOf(environment: Environment, accountId: string, input: CreateAccessPolicyInput): RequestMark {
  const { name, description, statements, testCases, requestId } = input;
  const fingerprint = environment.digest(JSON.stringify([name, description, statements, testCases]));
  return { accountId, requestId, operation: "CreateAccessPolicy", fingerprint };
}

function newPolicy(
  id: string,
  { accountId, user }: UserCaller,
  { name, description }: AccessPolicyChoices,
  now: number,
): AccessPolicy {
  return {
    id,
    accountId,
    name,
    description,
    latestVersion: 1,
    enforcedVersion: 0,
    attachmentCount: 0,
    creatorUserId: user.id,
    creatorEmail: user.email,
    createTime: now,
    updateTime: now,
    revision: 1,
  };
}
