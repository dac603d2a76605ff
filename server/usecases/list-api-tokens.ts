import { requireApiTokenAccess } from "../domain/api-tokens.js";
import { authorizeInAccount, type RequestContext } from "../domain/callers.js";
import { compileFilter, type FilterFields } from "../domain/filters.js";
import { type Page, type PageRequest, pageSizeOf, parseOrder } from "../domain/pages.js";
import { apiTokens } from "../store/tables.js";
import { type ApiTokenView, viewApiToken } from "./api-token-view.js";
import type { Environment } from "./environment.js";
import { loadSettings } from "./get-settings.js";
import { listMark } from "./list-mark.js";
import { type Place, sortedPage } from "./sorted-page.js";

const FIELDS: FilterFields<ApiTokenView> = {
  id: { type: "text", read: ({ token }) => token.id },
  description: { type: "text", read: ({ token }) => token.description },
  state: { type: "text", read: ({ state }) => state },
  creator_email: { type: "text", read: ({ token }) => token.creatorEmail },
  creator_user_id: { type: "text", read: ({ token }) => token.creatorUserId },
  bound_user_id: { type: "text", read: ({ token }) => token.boundUserId },
  create_time: { type: "time", read: ({ token }) => token.createTime },
  update_time: { type: "time", read: ({ token }) => token.updateTime },
  expire_time: { type: "time", read: ({ token }) => token.expireTime },
  "last_use.time": { type: "time", read: ({ lastUse }) => lastUse?.time },
  "last_use.email": { type: "text", read: ({ lastUse }) => lastUse?.email },
  scopes: { type: "list", read: ({ token }) => token.scopes },
};

/** The orders a list comes in, each with what a token is placed by; the id settles ties. */
const ORDERS = {
  create_time: ({ token }: ApiTokenView) => token.createTime,
  update_time: ({ token }: ApiTokenView) => token.updateTime,
  description: ({ token }: ApiTokenView) => token.description.toLowerCase(),
  state: ({ state }: ApiTokenView) => state,
  "last_use.time": ({ lastUse }: ApiTokenView) => lastUse?.time ?? 0,
  expire_time: ({ token }: ApiTokenView) => token.expireTime ?? Number.MAX_SAFE_INTEGER,
} as const;

type OrderField = keyof typeof ORDERS;

const ORDER_FIELDS = Object.keys(ORDERS) as OrderField[];

/** A page of tokens, how many there are whatever the filter, and how many there may be. */
export interface ApiTokenPage extends Page<ApiTokenView> {
  readonly totalSize: number;
  readonly maxSize: number;
}

/** Lists the API tokens of the caller's account. They are at most 2,048, so they are sorted in memory. */
export async function listApiTokens(
  environment: Environment,
  context: RequestContext,
  input: PageRequest,
): Promise<ApiTokenPage> {
  const { accountId } = authorizeInAccount(context.caller, "ListApiTokens");
  const pageSize = pageSizeOf(input);
  const passes = compileFilter(input.filter, FIELDS);
  const order = parseOrder(input.orderBy, ORDER_FIELDS, { field: "create_time", descending: false });
  const mark = listMark(environment, "api-tokens", accountId, input.filter, order);
  const { pageToken } = input;
  return environment.store.read(async (reader) => {
    const settings = await loadSettings(reader, accountId);
    requireApiTokenAccess(settings);
    const tokens = await reader.list(apiTokens, [accountId], { limit: Number.MAX_SAFE_INTEGER });
    const views = await Promise.all(
      tokens.map((token) => viewApiToken(reader, token, settings, context.now)),
    );
    const { descending, field } = order;
    const placeOf = (view: ApiTokenView): Place => [ORDERS[field](view), view.token.id];
    const page = sortedPage(views.filter(passes), { placeOf, descending, mark, pageToken, pageSize });
    return { ...page, totalSize: tokens.length, maxSize: settings.maxApiTokens };
  });
}
