import type { PageRequest } from "../tui/client/wire.js";
import type { Column, Output } from "./output.js";

/** The options of a command that lists. */
export const LIST_OPTIONS = {
  filter: { type: "string", hint: "FILTER", summary: "only these (latchkey help filters)" },
  "order-by": { type: "string", hint: "FIELD", summary: "a field, with ' desc' for downwards" },
} as const;

/** The largest page a server gives. */
const PAGE_SIZE = 200;

/** One page of whatever is listed. */
export type Page<Row> = { readonly rows: readonly Row[]; readonly nextPageToken: string | undefined };

/** The filter and the order of a list, as they were given. */
export function listRequest(values: {
  readonly filter?: string | undefined;
  readonly "order-by"?: string | undefined;
}): PageRequest {
  const orderBy = values["order-by"];
  return {
    ...(values.filter !== undefined && { filter: values.filter }),
    ...(orderBy !== undefined && { orderBy }),
  };
}

/** Writes all pages, or the first rows up to a limit, each as it comes. Returns how many rows that were. */
export async function printPages<Row extends object>(
  output: Output,
  columns: readonly Column<Row>[],
  fetchPage: (page: PageRequest) => Promise<Page<Row>>,
  limit = Number.POSITIVE_INFINITY,
): Promise<number> {
  const printRows = output.json ? undefined : output.table(columns);
  let count = 0;
  let pageToken: string | undefined;
  do {
    const pageSize = Math.min(PAGE_SIZE, limit - count);
    const page = await fetchPage({ pageSize, ...(pageToken !== undefined && { pageToken }) });
    if (printRows !== undefined) await printRows(page.rows);
    else for (const row of page.rows) await output.object(row);
    count += page.rows.length;
    pageToken = page.nextPageToken;
  } while (pageToken !== undefined && count < limit);
  return count;
}
