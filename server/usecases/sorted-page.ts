import { formatPageToken, type Page, pageTokenInvalid, parsePageToken } from "../domain/pages.js";

/** Where an item stands in its list: a value it is sorted by, and its id, which settles ties. */
export type Place = readonly [value: string | number, id: string];

/** How a list is sorted and which page of it is asked for. */
export interface SortedListing<Item> {
  readonly placeOf: (item: Item) => Place;
  readonly descending: boolean;
  /** Tells this list, filter and order from others; see formatPageToken. */
  readonly mark: string;
  readonly pageToken: string;
  readonly pageSize: number;
}

/**
 * A page of a list that is small enough to be sorted in memory. A page token carries the last item's place, not its
 * number, so that what comes and goes meanwhile moves nothing. Throws PAGE_TOKEN_INVALID.
 */
export function sortedPage<Item>(items: readonly Item[], listing: SortedListing<Item>): Page<Item> {
  const { placeOf, mark, pageSize } = listing;
  const after = parsePageToken(mark, listing.pageToken);
  const from = after === undefined ? undefined : readPlace(after);
  const direction = listing.descending ? -1 : 1;
  const placed = items.map((item) => ({ item, place: placeOf(item) }));
  placed.sort((a, b) => direction * comparePlaces(a.place, b.place));
  const rest =
    from === undefined ? placed : placed.filter(({ place }) => direction * comparePlaces(place, from) > 0);
  const page = rest.slice(0, pageSize);
  const last = page.at(-1);
  const hasMore = rest.length > page.length && last !== undefined;
  return {
    items: page.map(({ item }) => item),
    nextPageToken: hasMore ? formatPageToken(mark, encodeURIComponent(JSON.stringify(last.place))) : "",
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

function comparePlaces(a: Place, b: Place): number {
  if (a[0] !== b[0]) return a[0] < b[0] ? -1 : 1;
  return a[1] < b[1] ? -1 : a[1] > b[1] ? 1 : 0;
}
