import {
  addObserved,
  type DryRunDenial,
  kindOf,
  MAX_OBSERVED_KINDS,
  type ObservedUse,
  REST,
} from "../domain/access-observations.js";
import type { IdentifiedCaller } from "../domain/callers.js";
import type { TrialDenial } from "../domain/decisions.js";
import type { Instant } from "../domain/instants.js";
import { shapeOfPath } from "../domain/path-shapes.js";
import { accessPolicies, dryRunDenials, observedUses } from "../store/policy-tables.js";
import type { Store } from "../store/store.js";
import type { Table } from "../store/table.js";
import type { Transaction } from "../store/transaction.js";

/** A request as it is counted. */
export interface CountedRequest {
  readonly method: string;
  readonly path: string;
  readonly now: Instant;
}

/** How many kinds are gathered at most before further ones are let go; a flush comes every few seconds. */
const CAPACITY = 20_000;

/** The longest method that is kept, in characters. */
const MAX_METHOD_LENGTH = 20;

/**
 * Counts what policies in dry run would deny, and where an account wants it, what its credentials are used for. Written
 * in batches, off the path of the calls; a crash loses what was gathered since the last flush.
 */
export class AccessRecorder {
  readonly #denials = new Map<string, DryRunDenial>();
  readonly #uses = new Map<string, ObservedUse>();

  /** Notes what policies in dry run would have denied to a caller. */
  noteDenials(caller: IdentifiedCaller, denials: readonly TrialDenial[], request: CountedRequest): void {
    if (denials.length === 0) return;
    const counted = count(caller, request);
    for (const { trial, denial } of denials) {
      const email = caller.user?.email ?? "";
      const row = { ...counted, policyId: trial.id, version: trial.version, email, denial };
      gather(this.#denials, `${trial.id} ${trial.version} ${rowKey(row)}`, row);
    }
  }

  /** Notes that a caller was allowed to do something. */
  noteUse(caller: IdentifiedCaller, request: CountedRequest): void {
    const use = count(caller, request);
    gather(this.#uses, rowKey(use), use);
  }

  /** Writes what was gathered. What cannot be written now is let go: these are counts, and no promise. */
  async flush(store: Store): Promise<void> {
    const denials = groupBy(take(this.#denials), ({ accountId, policyId }) => `${accountId} ${policyId}`);
    const uses = groupBy(take(this.#uses), ({ accountId, credentialId }) => `${accountId} ${credentialId}`);
    for (const rows of denials) await store.write((transaction) => writeDenials(transaction, rows));
    for (const rows of uses) await store.write((transaction) => writeRows(transaction, observedUses, rows));
  }
}

function count(
  { accountId, credentialId }: IdentifiedCaller,
  { method, path, now }: CountedRequest,
): ObservedUse {
  return {
    accountId,
    credentialId,
    method: method.slice(0, MAX_METHOD_LENGTH).toUpperCase(),
    path: shapeOfPath(path),
    count: 1,
    firstTime: now,
    lastTime: now,
  };
}

function rowKey(row: ObservedUse): string {
  return `${row.accountId} ${row.credentialId} ${kindOf(row)}`;
}

function gather<R extends ObservedUse>(rows: Map<string, R>, key: string, row: R): void {
  const known = rows.get(key);
  if (known === undefined && rows.size >= CAPACITY) return;
  rows.set(key, known === undefined ? row : addObserved(known, row));
}

function take<R>(rows: Map<string, R>): R[] {
  const all = [...rows.values()];
  rows.clear();
  return all;
}

function groupBy<R>(rows: readonly R[], keyOf: (row: R) => string): R[][] {
  const groups = new Map<string, R[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group === undefined) groups.set(keyOf(row), [row]);
    else group.push(row);
  }
  return [...groups.values()];
}

// What a dry run that is over counted is of no use to the next one.
async function writeDenials(transaction: Transaction, rows: readonly DryRunDenial[]): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const policy = await transaction.get(accessPolicies, first.accountId, first.policyId);
  const current = rows.filter(({ version }) => version === policy?.dryRun?.version);
  await writeRows(transaction, dryRunDenials, current);
}

async function writeRows<R extends ObservedUse>(
  transaction: Transaction,
  table: Table<R>,
  rows: readonly R[],
): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const below = table.key(first).slice(0, 2);
  let kept = (await transaction.list(table, below, { limit: MAX_OBSERVED_KINDS })).length;
  for (const row of rows) {
    const before = await transaction.get(table, ...table.key(row));
    if (before === undefined && kept >= MAX_OBSERVED_KINDS) {
      const rest = { ...row, method: REST, path: "" };
      const counted = await transaction.get(table, ...table.key(rest));
      await transaction.put(table, counted === undefined ? rest : addObserved(counted, rest));
      continue;
    }
    if (before === undefined) kept += 1;
    await transaction.put(table, before === undefined ? row : addObserved(before, row));
  }
}
