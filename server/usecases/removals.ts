import type { MaybePromise } from "../domain/maybe-promises.js";
import type { Lookup, Reader } from "../store/reader.js";
import { RememberingLookup } from "../store/remembering-lookup.js";
import type { Table } from "../store/table.js";
import type { Transaction } from "../store/transaction.js";
import type { Environment } from "./environment.js";

/** How many records a sweep reads at once, and one commit of it touches. */
const BATCH_SIZE = 200;

/** What a sweep removes, and how. */
export interface Removal<R> {
  /** Whether a record is over, as far as it and what is looked up go. */
  readonly isOver: (record: R, lookup: Lookup) => MaybePromise<boolean>;
  /** How it goes, with what hangs on it; the record alone unless told. */
  readonly remove?: (transaction: Transaction, record: R) => MaybePromise<void>;
}

/** Removes the records of a table that are over, a batch in one commit; answers how many. */
export async function removeWhere<R>(
  environment: Environment,
  table: Table<R>,
  removal: Removal<R>,
  below: readonly string[] = [],
): Promise<number> {
  let removed = 0;
  let after: readonly string[] | undefined;
  for (;;) {
    const from = after === undefined ? {} : { after };
    const { over, last } = await findOver(environment, removal, (reader) =>
      reader.list(table, below, { ...from, limit: BATCH_SIZE }),
    );
    removed += await removeThose(environment, table, over, removal);
    if (last === undefined) return removed;
    after = table.key(last);
  }
}

/** Reads some records, and tells which of them are over, and the last one. */
export function findOver<R>(
  environment: Environment,
  { isOver }: Removal<R>,
  read: (reader: Reader, limit: number) => Promise<readonly R[]>,
): Promise<{ readonly over: readonly R[]; readonly last: R | undefined }> {
  return environment.store.read(async (reader) => {
    const records = await read(reader, BATCH_SIZE);
    const lookup = new RememberingLookup(reader);
    const over: R[] = [];
    for (const record of records) if (await isOver(record, lookup)) over.push(record);
    return { over, last: records.at(-1) };
  });
}

/** Removes records that were found to be over, in one commit; each is looked at again inside it. */
export async function removeThose<R>(
  environment: Environment,
  table: Table<R>,
  found: readonly R[],
  { isOver, remove = (transaction, record) => transaction.delete(table, record) }: Removal<R>,
): Promise<number> {
  if (found.length === 0) return 0;
  return environment.store.write(async (transaction) => {
    let removed = 0;
    for (const one of found) {
      const record = await transaction.get(table, ...table.key(one));
      if (record === undefined || !(await isOver(record, transaction))) continue;
      await remove(transaction, record);
      removed += 1;
    }
    return removed;
  });
}
