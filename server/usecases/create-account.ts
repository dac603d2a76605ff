import { type Account, checkAccountId, noCounters } from "../domain/accounts.js";
import { changesBetween } from "../domain/audit-events.js";
import { authorize, type RequestContext } from "../domain/callers.js";
import { Failure } from "../domain/failure.js";
import { FieldChecks } from "../domain/field-checks.js";
import { SESSION_LIFETIME_MS } from "../domain/sessions.js";
import { newSettings } from "../domain/settings.js";
import { checkEmail, checkPassword, checkUserName, type User } from "../domain/users.js";
import { recordEvent } from "../store/audit-trail.js";
import type { Reader } from "../store/reader.js";
import { checkRequestId, findReplay, type RequestMark, rememberRequest } from "../store/replays.js";
import { accountCounters, accounts, installations, sessions, settings, users } from "../store/tables.js";
import type { Transaction } from "../store/transaction.js";
import type { Environment } from "./environment.js";

/** An account and its first administrator. */
export interface CreateAccountInput {
  readonly setupCode: string;
  readonly accountId: string;
  /** Empty for the id. */
  readonly displayName: string;
  readonly adminEmail: string;
  /** Empty for the e-mail. */
  readonly adminName: string;
  readonly adminPassword: string;
  readonly requestId: string;
  /** Whether it had more API tokens elsewhere than a new account may hold. */
  readonly carriedOver?: boolean;
}

/** The account that was made; no session token when the request came before. */
export interface CreatedAccount {
  readonly account: Account;
  readonly adminUserId: string;
  readonly sessionToken: string;
}

/**
 * Makes an account with its first administrator, and signs that administrator in. The setup code serves once; the
 * request it served, sent again, is answered all the same.
 */
export async function createAccount(
  environment: Environment,
  context: RequestContext,
  given: CreateAccountInput,
): Promise<CreatedAccount> {
  authorize(context.caller, "CreateAccount");
  const input = checkInput(given);
  const mark = markOf(environment, input);
  const handled = await environment.store.read((reader) => replayed(reader, mark));
  if (handled !== undefined) return handled;
  requireSetupCode(environment, context, input.setupCode);
  const passwordDigest = await environment.passwords.hash(input.adminPassword);
  const sessionToken = environment.newSecret("SESSION");
  const created = await environment.store.write(async (transaction) => {
    const handled = await replayed(transaction, mark);
    if (handled !== undefined) return handled;
    await refuseTaken(transaction, context, input.accountId);
    const { account, admin } = await saveAccount(environment, context, transaction, input, passwordDigest);
    await saveSession(environment, context, transaction, admin, sessionToken);
    await rememberRequest(transaction, mark, admin.id, context.now);
    return { account, adminUserId: admin.id, sessionToken };
  });
  environment.setupCode.withdraw();
  return created;
}

function requireSetupCode(environment: Environment, context: RequestContext, code: string): void {
  if (context.caller.kind === "OPERATOR") return;
  if (environment.setupCode.accepts(environment.digest(code.trim()))) return;
  throw new Failure(
    "SETUP_CODE_INVALID",
    "This setup code is not, or no longer, good. The server prints a new one each time it starts without an account; later accounts are made by the operator over the operator socket.",
    { violations: [{ field: "setup_code", description: "Is not the one on offer." }] },
  );
}

function checkInput(input: CreateAccountInput): CreateAccountInput {
  const checks = new FieldChecks();
  checkAccountId(checks, "account_id", input.accountId);
  const displayName = input.displayName && checks.text("display_name", input.displayName, 1, 80);
  const adminEmail = checkEmail(checks, "admin_email", input.adminEmail);
  const adminName = checkUserName(checks, "admin_name", input.adminName, adminEmail);
  checkPassword(checks, "admin_password", input.adminPassword);
  checks.finish();
  checkRequestId(input.requestId);
  return { ...input, displayName: displayName || input.accountId, adminEmail, adminName };
}

function markOf(environment: Environment, input: CreateAccountInput): RequestMark {
  const { setupCode, accountId, displayName, adminEmail, adminName, requestId, carriedOver = false } = input;
  // The setup code belongs to it, so that nobody without it learns from a replay. It is random: a digest tells nothing.
  const fingerprint = environment.digest(
    JSON.stringify([setupCode.trim(), accountId, displayName, adminEmail, adminName, carriedOver]),
  );
  return { accountId, requestId, operation: "CreateAccount", fingerprint };
}

async function replayed(reader: Reader, mark: RequestMark): Promise<CreatedAccount | undefined> {
  const adminUserId = await findReplay(reader, mark);
  const account = await reader.get(accounts, mark.accountId);
  if (adminUserId === undefined || account === undefined) return undefined;
  return { account, adminUserId, sessionToken: "" };
}

async function refuseTaken(
  transaction: Transaction,
  context: RequestContext,
  accountId: string,
): Promise<void> {
  const installation = await transaction.get(installations, "installation");
  if (installation !== undefined && context.caller.kind !== "OPERATOR") {
    throw new Failure("SETUP_CODE_INVALID", "This server has its first account already: sign in.");
  }
  if ((await transaction.get(accounts, accountId)) !== undefined) {
    throw new Failure("RESOURCE_EXISTS", `account_id: There is an account "${accountId}" already.`, {
      violations: [{ field: "account_id", description: "Is taken." }],
    });
  }
}

async function saveAccount(
  environment: Environment,
  context: RequestContext,
  transaction: Transaction,
  input: CreateAccountInput,
  passwordDigest: string,
): Promise<{ account: Account; admin: User }> {
  const { now } = context;
  const { accountId, displayName } = input;
  const account: Account = { id: accountId, displayName, createTime: now };
  const admin: User = {
    id: environment.newId("usr", now),
    accountId,
    email: input.adminEmail,
    name: input.adminName,
    role: "ADMIN",
    verified: true,
    suspended: false,
    passwordDigest,
    createTime: now,
    updateTime: now,
    lastSignInTime: now,
    revision: 1,
  };
  if ((await transaction.get(installations, "installation")) === undefined) {
    await transaction.put(installations, { id: "installation", firstAccountId: accountId });
  }
  await transaction.put(accounts, account);
  const rules = newSettings(accountId, now, input.carriedOver);
  await transaction.put(settings, rules);
  await transaction.put(users, admin);
  await transaction.put(accountCounters, { ...noCounters(accountId), users: 1 });
  await recordEvent(transaction, context, {
    accountId,
    action: "account.create",
    resourceType: "account",
    resourceId: accountId,
    resourceLabel: displayName,
    changes: changesBetween(undefined, admin, {
      admin_email: (user) => user.email,
      admin_user_id: (user) => user.id,
      ...(input.carriedOver ? { max_api_tokens: () => String(rules.maxApiTokens) } : {}),
    }),
  });
  return { account, admin };
}

async function saveSession(
  environment: Environment,
  context: RequestContext,
  transaction: Transaction,
  admin: User,
  sessionToken: string,
): Promise<void> {
  await transaction.put(sessions, {
    id: environment.newId("ses", context.now),
    accountId: admin.accountId,
    userId: admin.id,
    digest: environment.digest(sessionToken),
    scopes: [],
    createTime: context.now,
    expireTime: context.now + SESSION_LIFETIME_MS,
  });
}
