import type { FieldChecks } from "./field-checks.js";
import type { Instant } from "./instants.js";

/** A tenant: every user, setting and credential belongs to exactly one. */
export interface Account {
  readonly id: string;
  readonly displayName: string;
  readonly createTime: Instant;
}

/** What an account's id looks like, as a part of a regular expression. */
export const ACCOUNT_ID = "[a-z][a-z0-9-]{1,38}[a-z0-9]";

const WHOLE_ACCOUNT_ID = new RegExp(`^${ACCOUNT_ID}$`);

/** Whether an account could have this id. */
export function isAccountId(id: string): boolean {
  return WHOLE_ACCOUNT_ID.test(id);
}

/** Checks the id an account is to have. */
export function checkAccountId(checks: FieldChecks, field: string, id: string): void {
  checks.require(
    isAccountId(id),
    field,
    "Must have 3 to 40 characters: a-z, 0-9 and hyphens, starting with a letter and not ending with a hyphen.",
  );
}

/** How much an account holds, kept beside it so that a limit is checked without counting. */
export interface AccountCounters {
  readonly accountId: string;
  readonly apiTokens: number;
  readonly users: number;
  /** Absent in what was stored before there were any. */
  readonly oauthClients?: number;
  readonly accessTokens?: number;
  readonly accessPolicies?: number;
  /** The sequence number of the newest audit event. */
  readonly auditEvents: number;
}

/** The counters of an account that holds nothing. */
export function noCounters(accountId: string): AccountCounters {
  return { accountId, apiTokens: 0, users: 0, auditEvents: 0 };
}

/** What an account holds, of each kind. */
export type Counted =
  | "apiTokens"
  | "users"
  | "oauthClients"
  | "accessTokens"
  | "accessPolicies"
  | "auditEvents";

/** The counters with so many more of a kind (or with a negative number, fewer). */
export function withMore(counters: AccountCounters, what: Counted, difference: number): AccountCounters {
  // Each by its name: this is made with every change, and a copy of a frozen record costs several times as much.
  const sum = {
    accountId: counters.accountId,
    apiTokens: counters.apiTokens,
    users: counters.users,
    oauthClients: counters.oauthClients ?? 0,
    accessTokens: counters.accessTokens ?? 0,
    accessPolicies: counters.accessPolicies ?? 0,
    auditEvents: counters.auditEvents,
  };
  sum[what] += difference;
  return sum;
}
