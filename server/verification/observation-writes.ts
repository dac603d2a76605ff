import {
  addObserved,
  addUse,
  type DryRunDenial,
  MAX_OBSERVED_KINDS,
  type ObservedUse,
  restOfDenials,
  restOfUses,
} from "../domain/access-observations.js";
import { accessPolicies, dryRunDenials, observedUses } from "../store/policy-tables.js";
import type { Table } from "../store/table.js";
import type { Transaction } from "../store/transaction.js";

/** Adds what policies in dry run would have denied. What a dry run that is over counted is of no use to the next one. */
export async function writeDenials(transaction: Transaction, rows: readonly DryRunDenial[]): Promise<void> {
  for (const ofPolicy of groupBy(rows, ({ accountId, policyId }) => `${accountId} ${policyId}`)) {
    const [{ accountId, policyId }] = ofPolicy;
    const dryRun = (await transaction.get(accessPolicies, accountId, policyId))?.dryRun;
    const current = ofPolicy.filter(
      ({ version, dryRunTime }) => version === dryRun?.version && dryRunTime === dryRun.startTime,
    );
    await writeRows(transaction, current, { table: dryRunDenials, add: addObserved, restOf: restOfDenials });
  }
}

/** Adds what credentials were used for. */
export async function writeUses(transaction: Transaction, rows: readonly ObservedUse[]): Promise<void> {
  const groups = groupBy(rows, ({ accountId, credentialId }) => `${accountId} ${credentialId}`);
  for (const ofCredential of groups) {
    await writeRows(transaction, ofCredential, { table: observedUses, add: addUse, restOf: restOfUses });
  }
}

interface Kept<R> {
  readonly table: Table<R>;
  readonly add: (one: R, other: R) => R;
  /** What counts a row that has no place any more. */
  readonly restOf: (row: R) => R;
}

/** Rows of one policy or credential: so many kinds have a row each, what comes beyond is in one. */
async function writeRows<R>(
  transaction: Transaction,
  rows: readonly R[],
  { table, add, restOf }: Kept<R>,
): Promise<void> {
  let kept: number | undefined;
  for (const row of rows) {
    const before = await transaction.get(table, ...table.key(row));
    if (before !== undefined) {
      await transaction.put(table, add(before, row));
      continue;
    }
    const below = table.key(row).slice(0, 2);
    kept ??= (await transaction.list(table, below, { limit: MAX_OBSERVED_KINDS })).length;
    if (kept < MAX_OBSERVED_KINDS) {
      kept += 1;
      await transaction.put(table, row);
      continue;
    }
    const rest = restOf(row);
    const counted = await transaction.get(table, ...table.key(rest));
    await transaction.put(table, counted === undefined ? rest : add(counted, rest));
  }
}

function groupBy<R>(rows: readonly R[], keyOf: (row: R) => string): [R, ...R[]][] {
  const groups = new Map<string, [R, ...R[]]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group === undefined) groups.set(keyOf(row), [row]);
    else group.push(row);
  }
  return [...groups.values()];
}
