import { compileFilter, type FilterFields } from "../domain/filters.js";
import {
  formatPageToken,
  type Page,
  type PageRequest,
  pageSizeOf,
  parseOrder,
  parsePageToken,
} from "../domain/pages.js";
import type { TableListing } from "../store/listing.js";
import type { Reader } from "../store/reader.js";
import type { Environment } from "./environment.js";
import { listMark } from "./list-mark.js";

/** A list that is kept in the order in which its records were made. */
export interface CreatedList<R, P extends Page<unknown>> {
  /** What tells it from others: its name, and its account's id if it has one. */
  readonly name: readonly string[];
  readonly fields: FilterFields<R>;
  /** Unless the caller says otherwise. */
  readonly isNewestFirst: boolean;
  readonly read: (reader: Reader, listing: Omit<TableListing<R>, "below">) => Promise<P>;
}

/** A page of such a list, as it was asked for. */
export async function createdPage<R, P extends Page<unknown>>(
  environment: Environment,
  input: PageRequest,
  { name, fields, isNewestFirst, read }: CreatedList<R, P>,
): Promise<P> {
  const pageSize = pageSizeOf(input);
  const passes = compileFilter(input.filter, fields);
  const byDefault = { field: "create_time", descending: isNewestFirst } as const;
  const { descending } = parseOrder(input.orderBy, ["create_time"], byDefault);
  const mark = listMark(environment, ...name, input.filter, descending);
  const after = parsePageToken(mark, input.pageToken);
  const page = await environment.store.read((reader) =>
    read(reader, { after, reverse: descending, pageSize, passes }),
  );
  return { ...page, nextPageToken: page.nextPageToken && formatPageToken(mark, page.nextPageToken) };
}
