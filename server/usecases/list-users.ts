import { authorizeInAccount, type RequestContext } from "../domain/callers.js";
import type { FilterFields } from "../domain/filters.js";
import type { Page, PageRequest } from "../domain/pages.js";
import type { User } from "../domain/users.js";
import { listTable } from "../store/listing.js";
import { accountCounters, users } from "../store/tables.js";
import { createdPage } from "./created-page.js";
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
  return createdPage(environment, input, {
    name: ["users", accountId],
    fields: FIELDS,
    isNewestFirst: false,
    async read(reader, listing) {
      const page = await listTable(reader, users, { below: [accountId], ...listing });
      const counters = await reader.get(accountCounters, accountId);
      return { ...page, totalSize: counters?.users ?? 0 };
    },
  });
}
