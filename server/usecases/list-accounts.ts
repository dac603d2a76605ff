import type { Account } from "../domain/accounts.js";
import { authorize, type RequestContext } from "../domain/callers.js";
import { formatPageToken, type Page, pageSizeOf, parsePageToken } from "../domain/pages.js";
import { listTable } from "../store/listing.js";
import { accounts } from "../store/tables.js";
import type { Environment } from "./environment.js";

const MARK = "accounts";

/** Lists all accounts by id, for the operator. */
export async function listAccounts(
  environment: Environment,
  context: RequestContext,
  input: { readonly pageSize: number; readonly pageToken: string },
): Promise<Page<Account>> {
  authorize(context.caller, "ListAccounts");
  const pageSize = pageSizeOf(input);
  const after = parsePageToken(MARK, input.pageToken);
  const page = await environment.store.read((reader) =>
    listTable(reader, accounts, { below: [], after, reverse: false, pageSize, passes: () => true }),
  );
  const nextPageToken = page.nextPageToken === "" ? "" : formatPageToken(MARK, page.nextPageToken);
  return { items: page.items, nextPageToken };
}
