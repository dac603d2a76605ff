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
import type { User } from "../domain/users.js";
import { listTable } from "../store/listing.js";
import { accountCounters, users } from "../store/tables.js";
import type { Environment } from "./environment.js";

const FIELDS: FilterFields<User> = {
  id: { type: "text", read: (user) => user.id },
  email: { type: "text", read: (user) => user.email },
  name: { type: "text", read: (user) => user.name },
  role: { type: "text", read: (user) => user.role },
  verified: { type: "boolean", read: (user) => user.verified },
  suspended: { type: "boolean", read: (user) => user.suspended },
  create_time: { type: "time", read: (user) => user.createTime },
};

/** A page of users, and how many there are whatever the filter. */
export interface UserPage extends Page<User> {
  readonly totalSize: number;
}

/** Lists the users of the caller's account in the order they were added. */
export async function listUsers(
  environment: Environment,
  context: RequestContext,
  input: PageRequest,
): Promise<UserPage> {
  const { accountId } = authorizeInAccount(context.caller, "ListUsers");
  const pageSize = pageSizeOf(input);
  const passes = compileFilter(input.filter, FIELDS);
  const order = parseOrder(input.orderBy, ["create_time"], { field: "create_time", descending: false });
  const mark = environment.digest(JSON.stringify(["users", accountId, input.filter, order])).slice(0, 16);
  const after = parsePageToken(mark, input.pageToken);
  return environment.store.read(async (reader) => {
    const listing = { below: [accountId], after, reverse: order.descending, pageSize, passes };
    const { items, nextPageToken } = await listTable(reader, users, listing);
    const counters = await reader.get(accountCounters, accountId);
    return {
      items,
      nextPageToken: nextPageToken === "" ? "" : formatPageToken(mark, nextPageToken),
      totalSize: counters?.users ?? 0,
    };
  });
}
