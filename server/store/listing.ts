import type { Predicate } from "../domain/filters.js";
import type { MaybePromise } from "../domain/maybe-promises.js";
import type { Page } from "../domain/pages.js";
import type { Reader } from "./reader.js";
import type { Index, Table } from "./table.js";

/** Which page is read off a table or an index, in the order of its keys. */
interface KeyedPage {
  /** The parts below which all records of the list lie. */
  readonly below: readonly string[];
  /** The place the page begins after: the last part of a table's key, all parts of an index's below those. */
  readonly after: string | undefined;
  readonly reverse: boolean;
  readonly pageSize: number;
}

/** A page of records, of those that pass. */
export interface TableListing<R> extends KeyedPage {
  readonly passes: Predicate<R>;
}

/** A page of what is told of records; undefined where one is left out. */
export interface ViewListing<R, V> extends KeyedPage {
  readonly view: (record: R) => MaybePromise<V | undefined>;
}

const CHUNK = 200;

/** How many records one page looks at; a page may be short, even empty, and still have a next one (AIP-158). */
const MAX_EXAMINED = 5_000;

/** A page of a table's records that pass, and the place after which the next begins. */
export function listTable<R>(reader: Reader, table: Table<R>, listing: TableListing<R>): Promise<Page<R>> {
  return viewTable(reader, table, viewing(listing));
}

/** The same in the order of an index that has each record once. No part of its keys holds a slash. */
export function listIndex<R>(reader: Reader, index: Index<R>, listing: TableListing<R>): Promise<Page<R>> {
  return viewIndex(reader, index, viewing(listing));
}

/** A page of what is told of a table's records, and the place after which the next begins. */
export function viewTable<R, V>(
  reader: Reader,
  table: Table<R>,
  listing: ViewListing<R, V>,
): Promise<Page<V>> {
  const { below, reverse } = listing;
  const read = (after: string | undefined) => {
    const from = after === undefined ? {} : { after: [...below, after] };
    return reader.list(table, below, { ...from, reverse, limit: CHUNK });
  };
  return collect(read, (record) => table.key(record).at(-1), listing);
}

/** The same in the order of an index that has each record once. No part of its keys holds a slash. */
export function viewIndex<R, V>(
  reader: Reader,
  index: Index<R>,
  listing: ViewListing<R, V>,
): Promise<Page<V>> {
  const { below, reverse } = listing;
  const read = (after: string | undefined) => {
    const from = after === undefined ? {} : { after: [...below, ...after.split("/")] };
    return reader.listBy(index, below, { ...from, reverse, limit: CHUNK });
  };
  return collect(read, (record) => index.keys(record)[0]?.slice(below.length).join("/"), listing);
}

function viewing<R>({ passes, ...page }: TableListing<R>): ViewListing<R, R> {
  return { ...page, view: (record) => (passes(record) ? record : undefined) };
}

async function collect<R, V>(
  read: (after: string | undefined) => Promise<R[]>,
  placeOf: (record: R) => string | undefined,
  { after, pageSize, view }: ViewListing<R, V>,
): Promise<Page<V>> {
  const items: V[] = [];
  let cursor = after;
  for (let examined = 0; examined < MAX_EXAMINED; examined += CHUNK) {
    const chunk = await read(cursor);
    for (const [index, record] of chunk.entries()) {
      cursor = placeOf(record);
      const item = await view(record);
      if (item !== undefined) items.push(item);
      const isLast = index === chunk.length - 1 && chunk.length < CHUNK;
      if (items.length === pageSize && !isLast) return { items, nextPageToken: cursor ?? "" };
    }
    if (chunk.length < CHUNK) return { items, nextPageToken: "" };
  }
  return { items, nextPageToken: cursor ?? "" };
}
