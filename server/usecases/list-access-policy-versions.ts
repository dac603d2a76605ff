import type { AccessPolicyVersion } from "../domain/access-policies.js";
import { authorizeInAccount, type RequestContext } from "../domain/callers.js";
import { formatPageToken, type Page, type PageRequest, pageSizeOf, parsePageToken } from "../domain/pages.js";
import { listTable } from "../store/listing.js";
import { accessPolicyVersions } from "../store/policy-tables.js";
import { loadAccessPolicy } from "./access-policy-view.js";
import type { Environment } from "./environment.js";

/** Of which policy the versions are, and how the list is asked for. */
export interface ListAccessPolicyVersionsInput extends Pick<PageRequest, "pageSize" | "pageToken"> {
  readonly id: string;
}

/** Lists the versions of a policy, newest first. */
export async function listAccessPolicyVersions(
  environment: Environment,
  context: RequestContext,
  input: ListAccessPolicyVersionsInput,
): Promise<Page<AccessPolicyVersion>> {
  const { accountId } = authorizeInAccount(context.caller, "ListAccessPolicyVersions");
  const pageSize = pageSizeOf(input);
  const mark = environment.digest(JSON.stringify(["policy-versions", accountId, input.id])).slice(0, 16);
  const after = parsePageToken(mark, input.pageToken);
  return environment.store.read(async (reader) => {
    const { id } = await loadAccessPolicy(reader, accountId, input.id);
    const listing = { below: [accountId, id], after, reverse: true, pageSize, passes: () => true };
    const { items, nextPageToken } = await listTable(reader, accessPolicyVersions, listing);
    return { items, nextPageToken: nextPageToken === "" ? "" : formatPageToken(mark, nextPageToken) };
  });
}
