import type { Client } from "../client/connect.js";
import type { PageRequest } from "../client/wire.js";
import type { ReadEffect } from "./effect.js";
import type { Event, ItemReadEvent, PageReadEvent } from "./event.js";
import type { ListPage } from "./list.js";
import type { ListId, ListItems } from "./lists.js";

/** How one list is read: a page of it, and where the contract allows it, one item. */
type Reader<Item> = {
  page: (client: Client, request: PageRequest) => Promise<ListPage<Item>>;
  item?: (client: Client, id: string) => Promise<Item>;
};

const PAGE_SIZE = 200;
const AUDIT_PAGE_SIZE = 100;

/** How every list is read; a new one is a row here. */
const READERS: { readonly [Id in ListId]: Reader<ListItems[Id]> } = {
  "api-tokens": {
    page: async (client, request) => {
      const { apiTokens: items, ...page } = await client.apiTokens.list({
        ...request,
        orderBy: "create_time desc",
      });
      return { ...page, items };
    },
    item: (client, id) => client.apiTokens.get(id),
  },
  "oauth-clients": {
    page: async (client, request) => {
      const { oauthClients: items, ...page } = await client.oauthClients.list({
        ...request,
        orderBy: "create_time desc",
      });
      return { ...page, items };
    },
    item: (client, id) => client.oauthClients.get(id),
  },
  "access-tokens": {
    page: async (client, { filter = "", ...request }) => {
      const { accessTokens: items, ...page } = await client.accessTokens.list({
        ...request,
        ...readOwner(filter),
        orderBy: "create_time desc",
      });
      return { ...page, items };
    },
    item: (client, id) => client.accessTokens.get(id),
  },
  users: {
    page: async (client, request) => {
      const { users: items, ...page } = await client.users.list(request);
      return { ...page, items };
    },
    item: (client, id) => client.users.get(id),
  },
  "access-policies": {
    page: async (client, request) => {
      const { accessPolicies: items, ...page } = await client.accessPolicies.list(request);
      return { ...page, items };
    },
    item: (client, id) => client.accessPolicies.get(id),
  },
  "audit-log": {
    page: async (client, request) => {
      const page = await client.auditEvents.list({ ...request, pageSize: AUDIT_PAGE_SIZE });
      return { items: page.auditEvents, nextPageToken: page.nextPageToken };
    },
  },
};

/** Reads one page of a list. */
export async function readPage(
  client: Client,
  { list, reading, pageToken, filter }: Extract<ReadEffect, { type: "read-page" }>,
): Promise<Event> {
  const request = { pageSize: PAGE_SIZE, ...(pageToken && { pageToken }), ...(filter && { filter }) };
  const page = await READERS[list].page(client, request);
  return { type: "page-read", list, reading, first: pageToken === undefined, page } as PageReadEvent;
}

/** Reads one item of a list. */
export async function readItem(
  client: Client,
  { list, id }: Extract<ReadEffect, { type: "read-item" }>,
): Promise<Event> {
  const item = await READERS[list].item?.(client, id);
  if (item === undefined) throw new TypeError(`${list} cannot be read one by one`);
  return { type: "item-read", list, item } as ItemReadEvent;
}

/** The tokens of one client or of one user: the server finds them without looking at others, unlike by a filter. */
function readOwner(filter: string) {
  const [, name, id] = /^(client_id|user_id) = "([^"]*)"$/.exec(filter) ?? [];
  if (id === undefined) return { filter };
  return name === "client_id" ? { clientId: id } : { userId: id };
}
