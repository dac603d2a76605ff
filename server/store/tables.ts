import type { Account, AccountCounters } from "../domain/accounts.js";
import type { ApiToken, ApiTokenUse } from "../domain/api-tokens.js";
import { type AuditEvent, auditEventId } from "../domain/audit-events.js";
import type { Instant } from "../domain/instants.js";
import type { Session } from "../domain/sessions.js";
import type { Settings } from "../domain/settings.js";
import { normalizeEmail, type User } from "../domain/users.js";
import type { Index, Table } from "./table.js";

/** Accounts by the instant they were made, oldest first. */
export const accountsByCreation: Index<Account> = {
  name: "accounts.by-creation",
  keys: ({ createTime, id }) => [[String(createTime).padStart(15, "0"), id]],
};

/** Accounts, by id. */
export const accounts: Table<Account> = {
  name: "accounts",
  key: ({ id }) => [id],
  indexes: [accountsByCreation],
};

/** What each account holds, by account. */
export const accountCounters: Table<AccountCounters> = {
  name: "account-counters",
  key: ({ accountId }) => [accountId],
  indexes: [],
};

/** Settings, by account. */
export const settings: Table<Settings> = {
  name: "settings",
  key: ({ accountId }) => [accountId],
  indexes: [],
};

/** Users by account and e-mail in lower case; unique. */
export const usersByEmail: Index<User> = {
  name: "users.by-email",
  keys: ({ accountId, email }) => [[accountId, normalizeEmail(email)]],
};

/** Users, by account and id (so in the order they were made). */
export const users: Table<User> = {
  name: "users",
  key: ({ accountId, id }) => [accountId, id],
  indexes: [usersByEmail],
};

/** Sessions by the digest of their token. */
export const sessionsByDigest: Index<Session> = {
  name: "sessions.by-digest",
  keys: ({ digest }) => [[digest]],
};

/** Sessions, by account, user and id: a user's end together. */
export const sessions: Table<Session> = {
  name: "sessions",
  key: ({ accountId, userId, id }) => [accountId, userId, id],
  indexes: [sessionsByDigest],
};

/** API tokens by the digest of their secret. */
export const apiTokensByDigest: Index<ApiToken> = {
  name: "api-tokens.by-digest",
  keys: ({ digest }) => [[digest]],
};

/** API tokens, by account and id (so in the order they were made). */
export const apiTokens: Table<ApiToken> = {
  name: "api-tokens",
  key: ({ accountId, id }) => [accountId, id],
  indexes: [apiTokensByDigest],
};

/** The last use of each API token that was ever used, by account and token. */
export const apiTokenUses: Table<ApiTokenUse> = {
  name: "api-token-uses",
  key: ({ accountId, tokenId }) => [accountId, tokenId],
  indexes: [],
};

/** Audit events, by account and sequence. */
export const auditEvents: Table<AuditEvent> = {
  name: "audit-events",
  key: ({ accountId, sequence }) => [accountId, auditEventId(sequence)],
  indexes: [],
};

/** A create that carried a request id, so that the same one again makes nothing twice. */
export interface HandledRequest {
  /** The account, or for the creation of accounts the account's id asked for. */
  readonly accountId: string;
  readonly requestId: string;
  readonly operation: string;
  /** A digest of the request, its secrets left out. */
  readonly fingerprint: string;
  readonly resourceId: string;
  readonly createTime: Instant;
}

/** Handled requests, by account and request id. */
export const handledRequests: Table<HandledRequest> = {
  name: "handled-requests",
  key: ({ accountId, requestId }) => [accountId, requestId],
  indexes: [],
};

/** What the whole installation has been through. */
export interface Installation {
  readonly id: "installation";
  /** Set once the first account is made: from then on the setup code is of no use. */
  readonly firstAccountId: string;
}

/** The one record about the installation. */
export const installations: Table<Installation> = {
  name: "installation",
  key: ({ id }) => [id],
  indexes: [],
};
