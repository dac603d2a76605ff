import type { AccessPolicy } from "../domain/access-policies.js";
import { authorizeInAccount, type RequestContext } from "../domain/callers.js";
import type { FilterFields } from "../domain/filters.js";
import type { Page, PageRequest } from "../domain/pages.js";
import { listTable } from "../store/listing.js";
import { accessPolicies } from "../store/policy-tables.js";
import { accountCounters } from "../store/tables.js";
import { type AccessPolicyView, viewAccessPolicy } from "./access-policy-view.js";
import { createdPage } from "./created-page.js";
import type { Environment } from "./environment.js";

const FIELDS: FilterFields<AccessPolicy> = {
  id: { type: "text", read: (policy) => policy.id },
  name: { type: "text", read: (policy) => policy.name },
  description: { type: "text", read: (policy) => policy.description },
  enforced_version: { type: "text", read: (policy) => String(policy.enforcedVersion) },
  dry_run_version: { type: "text", read: (policy) => String(policy.dryRun?.version ?? 0) },
  create_time: { type: "time", read: (policy) => policy.createTime },
};

/** A page of policies, and how many there are whatever the filter. */
export interface AccessPolicyPage extends Page<AccessPolicyView> {
  readonly totalSize: number;
}

/** Lists the policies of the caller's account in the order they were made. */
export async function listAccessPolicies(
  environment: Environment,
  context: RequestContext,
  input: PageRequest,
): Promise<AccessPolicyPage> {
  const { accountId } = authorizeInAccount(context.caller, "ListAccessPolicies");
  return createdPage(environment, input, {
    name: ["access-policies", accountId],
    fields: FIELDS,
    isNewestFirst: false,
    async read(reader, listing) {
      const { items, nextPageToken } = await listTable(reader, accessPolicies, {
        below: [accountId],
        ...listing,
      });
      const counters = await reader.get(accountCounters, accountId);
      return {
        items: await Promise.all(items.map((policy) => viewAccessPolicy(reader, policy))),
        nextPageToken,
        totalSize: counters?.accessPolicies ?? 0,
      };
    },
  });
}
