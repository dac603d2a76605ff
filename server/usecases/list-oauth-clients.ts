import { authorizeInAccount, type RequestContext } from "../domain/callers.js";
import { compileFilter, type FilterFields } from "../domain/filters.js";
import { MAX_OAUTH_CLIENTS } from "../domain/oauth-clients.js";
import { type Page, type PageRequest, pageSizeOf, parseOrder } from "../domain/pages.js";
import { oauthClients } from "../store/tables.js";
import type { Environment } from "./environment.js";
import { listMark } from "./list-mark.js";
import {
  type OAuthClientView,
  type UsedOAuthClient,
  viewOAuthClient,
  withLastUse,
} from "./oauth-client-view.js";
import { type Place, sortedPage } from "./sorted-page.js";

const FIELDS: FilterFields<UsedOAuthClient> = {
  id: { type: "text", read: ({ client }) => client.id },
  identifier: { type: "text", read: ({ client }) => client.identifier },
  name: { type: "text", read: ({ client }) => client.name },
  description: { type: "text", read: ({ client }) => client.description },
  company: { type: "text", read: ({ client }) => client.company },
  kind: { type: "text", read: ({ client }) => client.kind },
  enabled: { type: "boolean", read: ({ client }) => client.enabled },
  global: { type: "boolean", read: ({ client }) => client.global },
  creator_email: { type: "text", read: ({ client }) => client.creatorEmail },
  create_time: { type: "time", read: ({ client }) => client.createTime },
  update_time: { type: "time", read: ({ client }) => client.updateTime },
  last_use_time: { type: "time", read: ({ lastUseTime }) => lastUseTime },
  allowed_scopes: { type: "list", read: ({ client }) => client.allowedScopes },
};

/** The orders a list comes in, each with what a client is placed by; the id settles ties. */
const ORDERS = {
  create_time: ({ client }: UsedOAuthClient) => client.createTime,
  update_time: ({ client }: UsedOAuthClient) => client.updateTime,
  name: ({ client }: UsedOAuthClient) => client.name.toLowerCase(),
  identifier: ({ client }: UsedOAuthClient) => client.identifier,
  last_use_time: ({ lastUseTime }: UsedOAuthClient) => lastUseTime ?? 0,
} as const;

const ORDER_FIELDS = Object.keys(ORDERS) as (keyof typeof ORDERS)[];

/** A page of clients, how many there are whatever the filter, and how many there may be. */
export interface OAuthClientPage extends Page<OAuthClientView> {
  readonly totalSize: number;
  readonly maxSize: number;
}

/** Lists the OAuth clients of the caller's account. They are at most 2,000, so they are sorted in memory. */
export async function listOAuthClients(
  environment: Environment,
  context: RequestContext,
  input: PageRequest,
): Promise<OAuthClientPage> {
  const { accountId } = authorizeInAccount(context.caller, "ListOAuthClients");
  const pageSize = pageSizeOf(input);
  const passes = compileFilter(input.filter, FIELDS);
  const { field, descending } = parseOrder(input.orderBy, ORDER_FIELDS, {
    field: "create_time",
    descending: false,
  });
  const mark = listMark(environment, "oauth-clients", accountId, input.filter, field, descending);
  const placeOf = (used: UsedOAuthClient): Place => [ORDERS[field](used), used.client.id];
  const { pageToken } = input;
  return environment.store.read(async (reader) => {
    const clients = await reader.list(oauthClients, [accountId], { limit: Number.MAX_SAFE_INTEGER });
    const used = await Promise.all(clients.map((client) => withLastUse(reader, client)));
    const page = sortedPage(used.filter(passes), { placeOf, descending, mark, pageToken, pageSize });
    const items = await Promise.all(page.items.map((one) => viewOAuthClient(reader, one, context.now)));
    return { ...page, items, totalSize: clients.length, maxSize: MAX_OAUTH_CLIENTS };
  });
}
