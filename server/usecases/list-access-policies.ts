import type { AccessPolicy } from "../domain/access-policies.js";
import { authorizeInAccount, type RequestContext } from "../domain/callers.js";
import { compileFilter, type FilterFields } from "../domain/filters.js";
import {
  formatPageToken,
  type Page,
  type PageRequest,
  pageSizeOf,
  parseOrder,
  parsePageToken,
} from "../domain/pages.js";
import { listTable } from "../store/listing.js";
import { accessPolicies } from "../store/policy-tables.js";
import { accountCounters } from "../store/tables.js";
import { type AccessPolicyView, viewAccessPolicy } from "./access-policy-view.js";
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
  const pageSize = pageSizeOf(input);
  const passes = compileFilter(input.filter, FIELDS);
  const order = parseOrder(input.orderBy, ["create_time"], { field: "create_time", descending: false });
  const mark = environment
    .digest(JSON.stringify(["access-policies", accountId, input.filter, order]))
    .slice(0, 16);
  const after = parsePageToken(mark, input.pageToken);
  return environment.store.read(async (reader) => {
    const listing = { below: [accountId], after, reverse: order.descending, pageSize, passes };
    const { items, nextPageToken } = await listTable(reader, accessPolicies, listing);
    const counters = await reader.get(accountCounters, accountId);
    return {
      items: await Promise.all(items.map((policy) => viewAccessPolicy(reader, policy))),
      nextPageToken: nextPageToken === "" ? "" : formatPageToken(mark, nextPageToken),
      totalSize: counters?.accessPolicies ?? 0,
    };
  });
}
