import { type ApiToken, deactivate, inactivityDeactivateTime, purgeTime } from "../domain/api-tokens.js";
import type { RequestContext } from "../domain/callers.js";
import { DAY, type Instant } from "../domain/instants.js";
import type { Settings } from "../domain/settings.js";
import { isForgotten } from "../domain/usage.js";
import { recordEvent } from "../store/audit-trail.js";
import { observedUses, useReporters } from "../store/policy-tables.js";
import type { Table } from "../store/table.js";
import {
  accounts,
  apiTokens,
  apiTokenUses,
  handledRequests,
  hourlyUsage,
  sessions,
  settings,
} from "../store/tables.js";
import type { Transaction } from "../store/transaction.js";
import { removeApiToken } from "./delete-api-token.js";
import type { Environment } from "./environment.js";
import { removeWhere } from "./removals.js";
import { type SweptOAuth, sweepAccountOAuth, sweepSharedOAuth } from "./sweep-oauth.js";

/** How many records are read at once. */
const BATCH_SIZE = 200;

/** How long a request id is remembered. */
const REQUEST_MEMORY_MS = DAY;

/** How long it is remembered what a credential was used for, since it last was. */
const OBSERVATION_MEMORY_MS = 90 * DAY;

/** How long whoever reported uses is remembered. */
const REPORTER_MEMORY_MS = 7 * DAY;

/** What a sweep did. */
export interface Swept {
  readonly deactivatedApiTokens: number;
  readonly purgedApiTokens: number;
  readonly endedSessions: number;
  readonly forgottenRequests: number;
  readonly forgottenHours: number;
  readonly oauth: SweptOAuth;
}

/**
 * Does what only time asks for: deactivates and purges API tokens by the inactivity policy, and removes sessions, OAuth
 * tokens, request ids and hours that are over. In bounded batches, each deciding anew inside its own commit.
 */
export async function sweep(environment: Environment, context: RequestContext): Promise<Swept> {
  await environment.uses.flush(environment.store);
  const { now } = context;
  let deactivatedApiTokens = 0;
  let purgedApiTokens = 0;
  const ofAccounts = { accessTokens: 0, grants: 0, clientSecrets: 0 };
  for await (const account of each(environment, accounts)) {
    const done = await sweepApiTokens(environment, context, account.id);
    deactivatedApiTokens += done.deactivated;
    purgedApiTokens += done.purged;
    const removed = await sweepAccountOAuth(environment, account.id, now);
    ofAccounts.accessTokens += removed.accessTokens;
    ofAccounts.grants += removed.grants;
    ofAccounts.clientSecrets += removed.clientSecrets;
  }
  const endedSessions = await removeWhere(environment, sessions, {
    isOver: ({ expireTime }) => expireTime <= now,
  });
  const forgottenRequests = await removeWhere(environment, handledRequests, {
    isOver: ({ createTime }) => createTime + REQUEST_MEMORY_MS <= now,
  });
  const forgottenHours = await removeWhere(environment, hourlyUsage, {
    isOver: (hour) => isForgotten(hour, now),
  });
  await removeWhere(environment, observedUses, {
    isOver: ({ lastTime }) => lastTime + OBSERVATION_MEMORY_MS <= now,
  });
  await removeWhere(environment, useReporters, {
    isOver: ({ time }) => time + REPORTER_MEMORY_MS <= now,
  });
  const oauth = { ...ofAccounts, ...(await sweepSharedOAuth(environment, now)) };
  return { deactivatedApiTokens, purgedApiTokens, endedSessions, forgottenRequests, forgottenHours, oauth };
}

async function sweepApiTokens(environment: Environment, context: RequestContext, accountId: string) {
  const rules = await environment.store.read((reader) => reader.get(settings, accountId));
  let deactivated = 0;
  let purged = 0;
  if (rules === undefined || !rules.inactivityPolicy.enabled) return { deactivated, purged };
  for await (const { id } of each(environment, apiTokens, [accountId])) {
    const fate = await environment.store.write((transaction) =>
      applyPolicy(transaction, context, accountId, id),
    );
    if (fate === "deactivated") deactivated += 1;
    if (fate === "purged") purged += 1;
  }
  return { deactivated, purged };
}

async function applyPolicy(
  transaction: Transaction,
  context: RequestContext,
  accountId: string,
  id: string,
): Promise<"deactivated" | "purged" | "kept"> {
  const rules = await transaction.get(settings, accountId);
  const token = await transaction.get(apiTokens, accountId, id);
  if (rules === undefined || token === undefined) return "kept";
  if (isPast(purgeTime(token, rules.inactivityPolicy), context.now)) {
    await removeApiToken(transaction, context, token);
    return "purged";
  }
  if (!(await isIdle(transaction, token, rules, context.now))) return "kept";
  await transaction.put(apiTokens, deactivate(token, "INACTIVITY", context.now));
  await recordEvent(transaction, context, {
    accountId,
    action: "api_token.deactivate",
    resourceType: "api_token",
    resourceId: id,
    resourceLabel: token.description,
    changes: [{ field: "deactivation_cause", before: "", after: "INACTIVITY" }],
  });
  return "deactivated";
}

async function isIdle(transaction: Transaction, token: ApiToken, rules: Settings, now: Instant) {
  const lastUse = await transaction.get(apiTokenUses, token.accountId, token.id);
  return isPast(inactivityDeactivateTime(token, lastUse, rules.inactivityPolicy), now);
}

function isPast(instant: Instant | undefined, now: Instant): boolean {
  return instant !== undefined && instant <= now;
}

/** Every record of a table, a batch at a time, each batch as it is when its turn comes. */
async function* each<R>(
  environment: Environment,
  table: Table<R>,
  below: readonly string[] = [],
): AsyncGenerator<R> {
  let after: readonly string[] | undefined;
  for (;;) {
    const from = after === undefined ? {} : { after };
    const batch = await environment.store.read((reader) =>
      reader.list(table, below, { ...from, limit: BATCH_SIZE }),
    );
    yield* batch;
    const last = batch.at(-1);
    if (last === undefined) return;
    after = table.key(last);
  }
}
