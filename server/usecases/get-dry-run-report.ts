import { type DryRunDenial, MAX_OBSERVED_KINDS, REST } from "../domain/access-observations.js";
import type { AccessPolicy } from "../domain/access-policies.js";
import { authorizeInAccount, type RequestContext } from "../domain/callers.js";
import { dryRunDenials } from "../store/policy-tables.js";
import { findAccessPolicy } from "./access-policy-view.js";
import type { Environment } from "./environment.js";

/** What a policy's dry run would have denied; without a dry run, nothing. */
export interface DryRunReport {
  readonly dryRun: AccessPolicy["dryRun"];
  readonly deniedCount: number;
  /** How many of them have no row. */
  readonly otherCount: number;
  /** Most often first. */
  readonly denials: readonly DryRunDenial[];
}

/** Returns what the version in dry run would have denied so far. */
export async function getDryRunReport(
  environment: Environment,
  context: RequestContext,
  input: { readonly id: string },
): Promise<DryRunReport> {
  const { accountId } = authorizeInAccount(context.caller, "GetDryRunReport");
  await environment.access.flush(environment.store);
  return environment.store.read(async (reader) => {
    const { id, dryRun } = await findAccessPolicy(reader, accountId, input.id);
    const all = await reader.list(dryRunDenials, [accountId, id], { limit: 2 * MAX_OBSERVED_KINDS });
    const rows = all.filter(({ version }) => version === dryRun?.version);
    return {
      dryRun,
      deniedCount: total(rows),
      otherCount: total(rows.filter(({ method }) => method === REST)),
      denials: rows.filter(({ method }) => method !== REST).sort((a, b) => b.count - a.count),
    };
  });
}

function total(rows: readonly DryRunDenial[]): number {
  return rows.reduce((sum, { count }) => sum + count, 0);
}
