import type { Account } from "../domain/accounts.js";
import { authorize, type RequestContext } from "../domain/callers.js";
import { compileFilter, type FilterFields } from "../domain/filters.js";
import {
  formatPageToken,
  type Page,
  type PageRequest,
  pageSizeOf,
  parseOrder,
  parsePageToken,
} from "../domain/pages.js";
import { listIndex } from "../store/listing.js";
import { accountsByCreation } from "../store/tables.js";
import type { Environment } from "./environment.js";

const FIELDS: FilterFields<Account> = {
  id: { type: "text", read: (account) => account.id },
  display_name: { type: "text", read: (account) => account.displayName },
  create_time: { type: "time", read: (account) => account.createTime },
};

/** Lists all accounts, oldest first unless told otherwise, for the operator. */
export async function listAccounts(
  environment: Environment,
  context: RequestContext,
  input: PageRequest,
): Promise<Page<Account>> {
  authorize(context.caller, "ListAccounts");
  const pageSize = pageSizeOf(input);
  const passes = compileFilter(input.filter, FIELDS);
  const order = parseOrder(input.orderBy, ["create_time"], { field: "create_time", descending: false });
  const mark = environment.digest(JSON.stringify(["accounts", input.filter, order])).slice(0, 16);
  const after = parsePageToken(mark, input.pageToken);
  const listing = { below: [], after, reverse: order.descending, pageSize, passes };
  const page = await environment.store.read((reader) => listIndex(reader, accountsByCreation, listing));
  const nextPageToken = page.nextPageToken === "" ? "" : formatPageToken(mark, page.nextPageToken);
  return { items: page.items, nextPageToken };
}
