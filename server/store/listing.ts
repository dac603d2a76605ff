import type { Predicate } from "../domain/filters.js";
import type { Page } from "../domain/pages.js";
import type { Reader } from "./reader.js";
import type { Table } from "./table.js";

/** How a page is read off a table in the order of its keys. */
export interface TableListing<R> {
  /** The parts below which all records of the list lie. */
  readonly below: readonly string[];
  /** The last part of the key the page begins after. */
  readonly after: string | undefined;
  readonly reverse: boolean;
  readonly pageSize: number;
  readonly passes: Predicate<R>;
}

const CHUNK = 200;

/** How many records one page looks at; a page may be short, even empty, and still have a next one (AIP-158). */
const MAX_EXAMINED = 5_000;

/** A page of a table's records that pass, and the key part after which the next begins. */
export async function listTable<R>(
  reader: Reader,
  table: Table<R>,
  { below, after, reverse, pageSize, passes }: TableListing<R>,
): Promise<Page<R>> {
  const items: R[] = [];
  let cursor = after;
  for (let examined = 0; examined < MAX_EXAMINED; examined += CHUNK) {
    const from = cursor === undefined ? {} : { after: [...below, cursor] };
    const chunk = await reader.list(table, below, { ...from, reverse, limit: CHUNK });
    for (const [index, record] of chunk.entries()) {
      cursor = table.key(record).at(-1);
      if (passes(record)) items.push(record);
      const isLast = index === chunk.length - 1 && chunk.length < CHUNK;
      if (items.length === pageSize && !isLast) return { items, nextPageToken: cursor ?? "" };
    }
    if (chunk.length < CHUNK) return { items, nextPageToken: "" };
  }
  return { items, nextPageToken: cursor ?? "" };
}
