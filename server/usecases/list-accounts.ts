import type { Account } from "../domain/accounts.js";
import { authorize, type RequestContext } from "../domain/callers.js";
import { formatPageToken, type Page, pageSizeOf, parsePageToken } from "../domain/pages.js";
import { accountsByCreation } from "../store/tables.js";
import type { Environment } from "./environment.js";

const MARK = "accounts";

/** Lists all accounts, oldest first, for the operator. */
export async function listAccounts(
  environment: Environment,
  context: RequestContext,
  input: { readonly pageSize: number; readonly pageToken: string },
): Promise<Page<Account>> {
  authorize(context.caller, "ListAccounts");
  const pageSize = pageSizeOf(input);
  const after = parsePageToken(MARK, input.pageToken)?.split("/");
  const found = await environment.store.read((reader) =>
    reader.listBy(accountsByCreation, [], {
      ...(after === undefined ? {} : { after }),
      limit: pageSize + 1,
    }),
  );
  const items = found.slice(0, pageSize);
  const [place] = items.slice(-1).flatMap(accountsByCreation.keys);
  const hasMore = found.length > items.length && place !== undefined;
  return { items, nextPageToken: hasMore ? formatPageToken(MARK, place.join("/")) : "" };
}
