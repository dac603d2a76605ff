import {
  type AccessPolicy,
  describeTarget,
  MAX_POLICIES_ATTACHED,
  type PolicyTarget,
} from "../domain/access-policies.js";
import { authorizeInAccount, type RequestContext } from "../domain/callers.js";
import { Failure, notFound } from "../domain/failure.js";
import { requireOutsidePolicies } from "../domain/policy-access.js";
import { recordEvent } from "../store/audit-trail.js";
import { accessPolicies, policyAttachments } from "../store/policy-tables.js";
import { apiTokens, oauthClients, settings } from "../store/tables.js";
import type { Transaction } from "../store/transaction.js";
import { type AccessPolicyView, findAccessPolicy, viewAccessPolicy } from "./access-policy-view.js";
import { requireAdminsWayBack } from "./enforce-access-policy.js";
import type { Environment } from "./environment.js";
import { loadSettings } from "./get-settings.js";
import { writeAsCaller } from "./write-as-caller.js";

/** A policy and what it is, or is to be, attached to. */
export interface PolicyAttachmentInput {
  readonly id: string;
  readonly target: PolicyTarget;
}

/** Attaches a policy; nothing happens when it is attached already. */
export async function attachAccessPolicy(
  environment: Environment,
  context: RequestContext,
  { id, target }: PolicyAttachmentInput,
): Promise<AccessPolicyView> {
  const { accountId } = authorizeInAccount(context.caller, "AttachAccessPolicy");
  return writeAsCaller(environment, context, "AttachAccessPolicy", async (transaction, caller) => {
    requireOutsidePolicies(caller);
    const policy = await findAccessPolicy(transaction, accountId, id);
    const ids = await policyIdsOf(transaction, accountId, target);
    if (ids.includes(policy.id)) return viewAccessPolicy(transaction, policy);
    if (ids.length >= MAX_POLICIES_ATTACHED) {
      throw new Failure(
        "LIMIT_REACHED",
        `${MAX_POLICIES_ATTACHED} policies are attached to ${describeTarget(target)}, which is all that may be.`,
        { metadata: { limit: String(MAX_POLICIES_ATTACHED) } },
      );
    }
    await putPolicyIds(transaction, context, accountId, target, [...ids, policy.id]);
    const after = await noteAttached(transaction, context, policy, target);
    if (target.kind === "ROLE") await requireAdminsWayBack(transaction, context, accountId);
    return viewAccessPolicy(transaction, after);
  });
}

/** Writes that a policy is attached to something, which names it already. */
export async function noteAttached(
  transaction: Transaction,
  context: RequestContext,
  policy: AccessPolicy,
  target: PolicyTarget,
): Promise<AccessPolicy> {
  const { accountId, id: policyId } = policy;
  const after = { ...policy, attachmentCount: policy.attachmentCount + 1 };
  await transaction.put(accessPolicies, after);
  await transaction.put(policyAttachments, { accountId, policyId, target, createTime: context.now });
  await recordEvent(transaction, context, {
    accountId,
    action: "access_policy.attach",
    resourceType: "access_policy",
    resourceId: policyId,
    resourceLabel: policy.name,
    changes: [{ field: fieldOf(target), before: "", after: target.id }],
  });
  return after;
}

/** The field of AccessPolicyTarget that names a thing. */
export function fieldOf({ kind }: PolicyTarget): string {
  return { API_TOKEN: "api_token_id", OAUTH_CLIENT: "oauth_client_id", ROLE: "role" }[kind];
}

/** The ids of the policies that something is under. Throws RESOURCE_NOT_FOUND when there is no such thing. */
export async function policyIdsOf(
  transaction: Transaction,
  accountId: string,
  { kind, id }: PolicyTarget,
): Promise<readonly string[]> {
  if (kind === "ROLE") return (await loadSettings(transaction, accountId)).roleAccessPolicyIds?.[id] ?? [];
  const thing =
    kind === "API_TOKEN"
      ? await transaction.get(apiTokens, accountId, id)
      : await transaction.get(oauthClients, accountId, id);
  if (thing === undefined) throw notFound(kind === "API_TOKEN" ? "API token" : "OAuth client", id);
  return thing.accessPolicyIds ?? [];
}

/** Puts something under these policies, and no others. */
export async function putPolicyIds(
  transaction: Transaction,
  { now }: RequestContext,
  accountId: string,
  { kind, id }: PolicyTarget,
  accessPolicyIds: readonly string[],
): Promise<void> {
  if (kind === "ROLE") {
    const before = await loadSettings(transaction, accountId);
    const roleAccessPolicyIds = { ...before.roleAccessPolicyIds, [id]: accessPolicyIds };
    await transaction.put(settings, { ...before, roleAccessPolicyIds });
    return;
  }
  const revised = <R extends { readonly revision: number }>(record: R) => ({
    ...record,
    accessPolicyIds,
    updateTime: now,
    revision: record.revision + 1,
  });
  if (kind === "API_TOKEN") {
    const token = await transaction.get(apiTokens, accountId, id);
    if (token !== undefined) await transaction.put(apiTokens, revised(token));
  } else {
    const client = await transaction.get(oauthClients, accountId, id);
    if (client !== undefined) await transaction.put(oauthClients, revised(client));
  }
}
