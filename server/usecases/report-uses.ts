import { type DryRunDenial, type ObservedUse, REST } from "../domain/access-observations.js";
import { authorizeCredential, type RequestContext } from "../domain/callers.js";
import { hourOf, quietHour, USES_COUNTED } from "../domain/usage.js";
import { checkReport, type Reported, type ReportedUse, type UseReport } from "../domain/use-reports.js";
import { useReporters } from "../store/policy-tables.js";
import { accessTokens, apiTokens, sessions, settings, users } from "../store/tables.js";
import type { Transaction } from "../store/transaction.js";
import { writeDenials, writeUses } from "../verification/observation-writes.js";
import {
  writeAccessTokenUses,
  writeSessionUses,
  writeTokenUses,
  writeUsage,
} from "../verification/use-writes.js";
import type { Environment } from "./environment.js";

/** How many reporters of an account are remembered. */
const MAX_REPORTERS = 1_000;

/** Counts what a service reports of the requests it answered by itself, once: what was counted, and who said so, is one commit. */
export async function reportUses(
  environment: Environment,
  context: RequestContext,
  report: UseReport,
): Promise<{ readonly alreadyCounted: boolean }> {
  const { accountId } = authorizeCredential(context.caller, "ReportUses");
  checkReport(report);
  const { reporterId, sequence } = report;
  return environment.store.write(async (transaction) => {
    const known = await transaction.get(useReporters, accountId, reporterId);
    if (known !== undefined && known.sequence >= sequence) return { alreadyCounted: true };
    if (known === undefined) await makeRoom(transaction, accountId);
    await transaction.put(useReporters, { accountId, reporterId, sequence, time: context.now });
    await new Count(transaction, accountId).write(report, context);
    return { alreadyCounted: false };
  });
}

async function makeRoom(transaction: Transaction, accountId: string): Promise<void> {
  const known = await transaction.list(useReporters, [accountId], { limit: MAX_REPORTERS });
  if (known.length < MAX_REPORTERS) return;
  const [oldest] = known.sort((one, other) => one.time - other.time);
  if (oldest !== undefined) transaction.delete(useReporters, oldest);
}

/** Adds one report to what is stored. */
class Count {
  readonly #transaction: Transaction;
  readonly #accountId: string;
  readonly #emails = new Map<string, string>();

  constructor(transaction: Transaction, accountId: string) {
    this.#transaction = transaction;
    this.#accountId = accountId;
  }

  async write({ uses, denials, requests, refusedCount }: UseReport, { now }: RequestContext): Promise<void> {
    const transaction = this.#transaction;
    const accountId = this.#accountId;
    await this.#writeUses(uses.filter(({ credentialId }) => credentialId !== ""));
    const counted = { ...quietHour(accountId, hourOf(now)), refusals: refusedCount };
    for (const { kind, count } of uses) counted[USES_COUNTED[kind]] += count;
    await writeUsage(transaction, [counted]);
    const told: DryRunDenial[] = [];
    for (const denial of denials)
      told.push({ ...denial, accountId, email: await this.#emailOf(denial.userId) });
    await writeDenials(transaction, told);
    if ((await transaction.get(settings, accountId))?.observeUse !== true) return;
    await writeUses(transaction, await this.#observed(requests));
  }

  async #writeUses(uses: readonly ReportedUse[]): Promise<void> {
    const accountId = this.#accountId;
    const of = (wanted: ReportedUse["kind"]) => uses.filter(({ kind }) => kind === wanted);
    const ofTokens = [];
    for (const { credentialId: tokenId, userId, ...use } of of("API_TOKEN")) {
      const { time, sourceIp, count } = use;
      ofTokens.push({ accountId, tokenId, time, sourceIp, count, email: await this.#emailOf(userId) });
    }
    await writeTokenUses(this.#transaction, ofTokens);
    const ofAccessTokens = of("ACCESS_TOKEN").map(({ credentialId: tokenId, time, sourceIp, count }) => ({
      accountId,
      tokenId,
      time,
      sourceIp,
      count,
    }));
    await writeAccessTokenUses(this.#transaction, ofAccessTokens);
    const ofSessions = of("SESSION").map(({ credentialId: sessionId, userId, time }) => ({
      accountId,
      userId,
      sessionId,
      time,
    }));
    await writeSessionUses(this.#transaction, ofSessions);
  }

  /** Of credentials that are there: what is kept of others would be nobody's. */
  async #observed(requests: readonly Reported<ObservedUse>[]): Promise<ObservedUse[]> {
    const known = new Map<string, boolean>();
    const observed: ObservedUse[] = [];
    for (const use of requests) {
      const { credentialId, userId } = use;
      const isThere = known.get(credentialId) ?? (await this.#isThere(credentialId, userId));
      known.set(credentialId, isThere);
      if (isThere) observed.push({ ...use, accountId: this.#accountId });
    }
    return observed;
  }

  async #isThere(credentialId: string, userId: string): Promise<boolean> {
    const [transaction, accountId] = [this.#transaction, this.#accountId];
    if (credentialId === "" || credentialId === REST) return false;
    const record =
      (await transaction.get(apiTokens, accountId, credentialId)) ??
      (await transaction.get(accessTokens, accountId, credentialId)) ??
      (userId === "" ? undefined : await transaction.get(sessions, accountId, userId, credentialId));
    return record !== undefined;
  }

  async #emailOf(userId: string): Promise<string> {
    const known = this.#emails.get(userId);
    if (known !== undefined) return known;
    const user = userId === "" ? undefined : await this.#transaction.get(users, this.#accountId, userId);
    this.#emails.set(userId, user?.email ?? "");
    return user?.email ?? "";
  }
}
