import type { AccessPolicy, PolicyTarget } from "../domain/access-policies.js";
import { authorizeInAccount, type RequestContext } from "../domain/callers.js";
import { policyAttachments } from "../store/policy-tables.js";
import type { Reader } from "../store/reader.js";
import { loadAccessPolicy } from "./access-policy-view.js";
import type { Environment } from "./environment.js";

/** Lists what a policy is attached to. An account's tokens, clients and roles are few thousands. */
export async function listAccessPolicyAttachments(
  environment: Environment,
  context: RequestContext,
  input: { readonly id: string },
): Promise<readonly PolicyTarget[]> {
  const { accountId } = authorizeInAccount(context.caller, "ListAccessPolicyAttachments");
  return environment.store.read(async (reader) =>
    targetsOf(reader, await loadAccessPolicy(reader, accountId, input.id)),
  );
}

/** What a policy is attached to. */
export async function targetsOf(reader: Reader, { accountId, id }: AccessPolicy): Promise<PolicyTarget[]> {
  const attachments = await reader.list(policyAttachments, [accountId, id], {
    limit: Number.MAX_SAFE_INTEGER,
  });
  return attachments.map(({ target }) => target);
}
