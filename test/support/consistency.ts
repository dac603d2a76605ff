import type { AuditAction } from "../../server/domain/audit-events.js";
import type { Engine, Entry } from "../../server/engine/engine.js";
import { decodeRecord } from "../../server/store/codec.js";
import { keyOf } from "../../server/store/keys.js";
import * as policyTables from "../../server/store/policy-tables.js";
import { SCHEMA_VERSION } from "../../server/store/schema.js";
import type { Table } from "../../server/store/table.js";
import * as tables from "../../server/store/tables.js";
import {
  accessTokens,
  accessTokenUses,
  accountCounters,
  accounts,
  apiTokens,
  apiTokenUses,
  auditEvents,
  clientSecretUses,
  installations,
  oauthClients,
  oauthClientUses,
  oauthGrants,
  refreshTokens,
  sessions,
  settings,
  users,
} from "../../server/store/tables.js";

/** What changes a client. */
const CLIENT_CHANGES: readonly AuditAction[] = [
  "oauth_client.update",
  "oauth_client.rotate_secret",
  "oauth_client.retire_secret",
  "oauth_client.enable",
  "oauth_client.disable",
  "oauth_client.set_global",
];

/** Every kind of record there is. */
const TABLES = Object.values({ ...tables, ...policyTables }).filter(
  (value) => typeof value === "object" && "indexes" in value,
) as unknown as readonly Table<object>[];

/** Everything that is stored. */
export async function readEverything(engine: Engine): Promise<readonly Entry[]> {
  const snapshot = await engine.snapshot();
  try {
    return await snapshot.scan({ start: "!", end: "~" }, Number.MAX_SAFE_INTEGER);
  } finally {
    snapshot.close();
  }
}

/**
 * What is wrong in a database, in words; nothing when records, indexes, counters and audit events agree: every index
 * entry has its record and every record its index entries, what is counted is there, sequences have no holes, and
 * what the events tell leads to what the records are.
 */
export async function findInconsistencies(engine: Engine): Promise<string[]> {
  const stored = new Map((await readEverything(engine)).map(({ key, value }) => [key, value]));
  return [...checkPlaces(stored), ...checkAccounts(stored)];
}

function checkPlaces(stored: ReadonlyMap<string, string>): string[] {
  const problems: string[] = [];
  const expected = new Map<string, string>();
  for (const table of TABLES) {
    for (const [key, record] of recordsOf(stored, table)) {
      if (keyOf(table.name, table.key(record)) !== key) problems.push(`${key} holds a record of another key`);
      expected.set(key, stored.get(key) as string);
      for (const index of table.indexes) {
        for (const parts of index.keys(record)) expected.set(keyOf(index.name, parts), key);
      }
    }
  }
  expected.set(keyOf("schema", ["version"]), String(SCHEMA_VERSION));
  for (const [key, value] of expected) {
    if (stored.get(key) !== value) problems.push(`${key} should hold ${value} and holds ${stored.get(key)}`);
  }
  for (const key of stored.keys()) if (!expected.has(key)) problems.push(`${key} belongs to nothing`);
  return problems;
}

function checkAccounts(stored: ReadonlyMap<string, string>): string[] {
  const problems: string[] = [];
  const expect = (isSo: boolean, problem: string) => {
    if (!isSo) problems.push(problem);
  };
  const all = <R extends object>(table: Table<R>) =>
    [...recordsOf(stored, table)].map(([, record]) => record);
  const accountIds = all(accounts).map(({ id }) => id);
  const has = (table: { readonly name: string }, ...parts: string[]) => stored.has(keyOf(table.name, parts));
  expect(
    accountIds.length === 0 || all(installations).length === 1,
    "there is no record of the installation",
  );

  for (const accountId of accountIds) {
    const mine = <R extends { readonly accountId: string }>(table: Table<R>) =>
      all(table).filter((record) => record.accountId === accountId);
    const [counters] = mine(accountCounters);
    const tokens = mine(apiTokens);
    const people = mine(users);
    const [rules] = mine(settings);
    expect(rules !== undefined, `${accountId} has no settings`);
    expect(
      counters?.apiTokens === tokens.length,
      `${accountId}: ${counters?.apiTokens} tokens are counted, ${tokens.length} there`,
    );
    expect(
      counters?.users === people.length,
      `${accountId}: ${counters?.users} users are counted, ${people.length} there`,
    );
    expect(tokens.length <= (rules?.maxApiTokens ?? 0), `${accountId} holds more tokens than it may`);
    const isLed = people.some(
      ({ role, suspended, passwordDigest }) => role === "ADMIN" && !suspended && passwordDigest,
    );
    expect(isLed, `${accountId} has no administrator who can sign in`);
    for (const session of mine(sessions))
      expect(has(users, accountId, session.userId), `${session.id} is nobody's session`);
    for (const use of mine(apiTokenUses))
      expect(has(apiTokens, accountId, use.tokenId), `a use is left of ${use.tokenId}`);
    const issued = mine(accessTokens).length;
    expect(
      (counters?.accessTokens ?? 0) === issued,
      `${accountId}: ${counters?.accessTokens} access tokens are counted, ${issued} there`,
    );
    for (const use of mine(accessTokenUses))
      expect(has(accessTokens, accountId, use.tokenId), `a use is left of ${use.tokenId}`);
    const clients = mine(oauthClients);
    expect(
      (counters?.oauthClients ?? 0) === clients.length,
      `${accountId}: ${counters?.oauthClients} OAuth clients are counted, ${clients.length} there`,
    );
    for (const use of mine(oauthClientUses))
      expect(has(oauthClients, accountId, use.clientId), `a use is left of ${use.clientId}`);
    for (const use of mine(clientSecretUses)) {
      const client = clients.find(({ id }) => id === use.clientId);
      const hasSecret = client?.secrets.some(({ hint }) => hint === use.secretHint) ?? false;
      expect(hasSecret, `a use is left of a secret of ${use.clientId}`);
    }
    problems.push(...checkGrants(accountId, stored));
    problems.push(...checkEvents(accountId, stored, counters?.auditEvents ?? 0));
  }
  for (const table of [accountCounters, settings, users, sessions, apiTokens, apiTokenUses, auditEvents]) {
    for (const { accountId } of all(table as Table<{ readonly accountId: string }>)) {
      expect(
        accountIds.includes(accountId),
        `${table.name} holds something of ${accountId}, which does not exist`,
      );
    }
  }
  return problems;
}

/** Every grant and access token was made by one event and not ended by any; a grant has one good refresh token at most. */
function checkGrants(accountId: string, stored: ReadonlyMap<string, string>): string[] {
  const problems: string[] = [];
  const mine = <R extends { readonly accountId: string }>(table: Table<R>) =>
    [...recordsOf(stored, table)]
      .map(([, record]) => record)
      .filter((record) => record.accountId === accountId);
  const events = mine(auditEvents);
  const told = (id: string, ...actions: AuditAction[]) =>
    events.filter((event) => event.resourceId === id && actions.includes(event.action)).length;
  for (const { id } of mine(accessTokens)) {
    if (told(id, "access_token.create") !== 1) problems.push(`${id} was not made by one event`);
    if (told(id, "access_token.revoke") !== 0) problems.push(`${id} is there, and its end is told`);
  }
  for (const grant of mine(oauthGrants)) {
    const { id, generation } = grant;
    if (told(id, "oauth_grant.create") !== 1) problems.push(`${id} was not made by one event`);
    const ends = told(id, "oauth_grant.revoke", "oauth_grant.reuse_detected");
    if (ends !== 0) problems.push(`${id} is there, and its end is told`);
    const good = mine(refreshTokens).filter((token) => token.grantId === id && token.rotation === undefined);
    if (good.length > 1) problems.push(`${id} has ${good.length} good refresh tokens`);
    if (good.some((token) => token.generation !== generation)) problems.push(`${id} has a branch`);
  }
  return problems;
}

/** Every change has its event: replaying the events of one account leads to the revisions and states that are stored. */
function checkEvents(accountId: string, stored: ReadonlyMap<string, string>, newest: number): string[] {
  const problems: string[] = [];
  const mine = <R extends { readonly accountId: string }>(table: Table<R>) =>
    [...recordsOf(stored, table)]
      .map(([, record]) => record)
      .filter((record) => record.accountId === accountId);
  const events = mine(auditEvents);
  events.forEach(({ sequence }, index) => {
    if (sequence !== index + 1)
      problems.push(`${accountId}: event ${sequence} stands where ${index + 1} should`);
  });
  if (events.length !== newest)
    problems.push(`${accountId}: ${newest} events are counted, ${events.length} there`);

  const counts = new Map<string, number>();
  for (const { action, resourceId } of events) {
    const what = `${action} ${resourceId}`;
    counts.set(what, (counts.get(what) ?? 0) + 1);
  }
  const told = (action: AuditAction, id: string) => counts.get(`${action} ${id}`) ?? 0;
  const check = (isSo: boolean, id: string, what: string) => {
    if (!isSo) problems.push(`${accountId}: ${id} ${what}`);
  };
  for (const token of mine(apiTokens)) {
    const { id } = token;
    check(told("api_token.create", id) === 1, id, "was not made by one event");
    check(told("api_token.delete", id) === 0, id, "is there, and its deletion is told");
    const changes =
      told("api_token.update", id) + told("api_token.deactivate", id) + told("api_token.reactivate", id);
    check(token.revision === 1 + changes, id, `has revision ${token.revision} after ${changes} changes told`);
    const stops = told("api_token.deactivate", id) - told("api_token.reactivate", id);
    check((token.deactivation === undefined ? 0 : 1) === stops, id, "is not in the state that is told");
  }
  for (const client of mine(oauthClients)) {
    const { id } = client;
    check(told("oauth_client.create", id) === 1, id, "was not made by one event");
    check(told("oauth_client.delete", id) === 0, id, "is there, and its deletion is told");
    const changes = CLIENT_CHANGES.reduce((sum, action) => sum + told(action, id), 0);
    check(
      client.revision === 1 + changes,
      id,
      `has revision ${client.revision} after ${changes} changes told`,
    );
    const stops = told("oauth_client.disable", id) - told("oauth_client.enable", id);
    check((client.enabled ? 0 : 1) === stops, id, "is not in the state that is told");
    check(
      told("oauth_client.set_global", id) % 2 === (client.global ? 1 : 0),
      id,
      "is not as global as is told",
    );
  }
  for (const user of mine(users)) {
    const { id } = user;
    const changes = told("user.update", id) + told("user.set_password", id);
    check(user.revision === 1 + changes, id, `has revision ${user.revision} after ${changes} changes told`);
    check(told("user.delete", id) === 0, id, "is there, and its deletion is told");
  }
  for (const rules of mine(settings)) {
    const changes = told("settings.update", accountId);
    check(
      rules.revision === 1 + changes,
      "settings",
      `have revision ${rules.revision} after ${changes} told`,
    );
  }
  const made = (action: AuditAction) => events.filter((event) => event.action === action);
  for (const { resourceId } of made("api_token.create")) {
    const isThere = stored.has(keyOf(apiTokens.name, [accountId, resourceId]));
    check(
      isThere !== (told("api_token.delete", resourceId) === 1),
      resourceId,
      "is gone, and no event tells",
    );
  }
  for (const { resourceId } of made("oauth_client.create")) {
    const isThere = stored.has(keyOf(oauthClients.name, [accountId, resourceId]));
    const isGone = told("oauth_client.delete", resourceId) === 1;
    check(isThere !== isGone, resourceId, "is gone, and no event tells");
  }
  return problems;
}

function* recordsOf<R extends object>(
  stored: ReadonlyMap<string, string>,
  table: Table<R>,
): Generator<[string, R]> {
  for (const [key, value] of stored) {
    if (key.startsWith(`${table.name}/`)) yield [key, decodeRecord<R>(value)];
  }
}
