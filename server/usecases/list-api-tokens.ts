import { requireApiTokenAccess } from "../domain/api-tokens.js";
import { authorizeInAccount, type RequestContext } from "../domain/callers.js";
import { compileFilter, type FilterFields } from "../domain/filters.js";
import {
  formatPageToken,
  type Order,
  type Page,
  type PageRequest,
  pageSizeOf,
  pageTokenInvalid,
  parseOrder,
  parsePageToken,
} from "../domain/pages.js";
import { apiTokens } from "../store/tables.js";
import { type ApiTokenView, viewApiToken } from "./api-token-view.js";
import type { Environment } from "./environment.js";
import { loadSettings } from "./get-settings.js";

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
  const mark = environment
    .digest(JSON.stringify(["api-tokens", accountId, input.filter, order]))
    .slice(0, 16);
  const after = parsePageToken(mark, input.pageToken);
  return environment.store.read(async (reader) => {
    const settings = await loadSettings(reader, accountId);
    requireApiTokenAccess(settings);
    const tokens = await reader.list(apiTokens, [accountId], { limit: Number.MAX_SAFE_INTEGER });
    const views = await Promise.all(
      tokens.map((token) => viewApiToken(reader, token, settings, context.now)),
    );
    const { items, next } = pageAfter(views.filter(passes), order, after, pageSize);
    const nextPageToken = next === undefined ? "" : formatPageToken(mark, next);
    return { items, nextPageToken, totalSize: tokens.length, maxSize: settings.maxApiTokens };
  });
}

// A page token carries the last token's place, not its number, so that what comes and goes meanwhile moves nothing.
function pageAfter(
  views: readonly ApiTokenView[],
  order: Order<OrderField>,
  after: string | undefined,
  pageSize: number,
): { items: ApiTokenView[]; next: string | undefined } {
  const direction = order.descending ? -1 : 1;
  const placed = views.map((view) => ({ view, place: placeOf(view, order.field) }));
  placed.sort((a, b) => direction * comparePlaces(a.place, b.place));
  const from = after === undefined ? undefined : readPlace(after);
  const rest =
    from === undefined ? placed : placed.filter(({ place }) => direction * comparePlaces(place, from) > 0);
  const page = rest.slice(0, pageSize);
  const last = page.at(-1);
  const hasMore = rest.length > page.length && last !== undefined;
  return {
    items: page.map(({ view }) => view),
    next: hasMore ? encodeURIComponent(JSON.stringify(last.place)) : undefined,
  };
}

function readPlace(after: string): Place {
  let place: unknown;
  try {
    place = JSON.parse(decodeURIComponent(after));
  } catch {
    throw pageTokenInvalid();
  }
  // Anybody can put a page token together.
  if (!isPlace(place)) throw pageTokenInvalid();
  return place;
}

function isPlace(place: unknown): place is Place {
  if (!Array.isArray(place) || place.length !== 2) return false;
  const [value, id] = place;
  return (typeof value === "string" || typeof value === "number") && typeof id === "string";
}

type Place = readonly [value: string | number, id: string];

function placeOf(view: ApiTokenView, field: OrderField): Place {
  return [ORDERS[field](view), view.token.id];
}

function comparePlaces(a: Place, b: Place): number {
  if (a[0] !== b[0]) return a[0] < b[0] ? -1 : 1;
  return a[1] < b[1] ? -1 : a[1] > b[1] ? 1 : 0;
}
