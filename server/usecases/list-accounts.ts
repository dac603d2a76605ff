import type { Account } from "../domain/accounts.js";
import { authorize, type RequestContext } from "../domain/callers.js";
import type { FilterFields } from "../domain/filters.js";
import type { Page, PageRequest } from "../domain/pages.js";
import { listIndex } from "../store/listing.js";
import { accountsByCreation } from "../store/tables.js";
import { createdPage } from "./created-page.js";
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
  return createdPage(environment, input, {
    name: ["accounts"],
    fields: FIELDS,
    isNewestFirst: false,
    read: (reader, listing) => listIndex(reader, accountsByCreation, { below: [], ...listing }),
  });
}
