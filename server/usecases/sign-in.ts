import type { Account } from "../domain/accounts.js";
import { type AuditAction, actorOf } from "../domain/audit-events.js";
import { authorize, type RequestContext } from "../domain/callers.js";
import { Failure } from "../domain/failure.js";
import { FieldChecks } from "../domain/field-checks.js";
import { isIpAllowed } from "../domain/ip-ranges.js";
import { checkScopes } from "../domain/scopes.js";
import { SESSION_LIFETIME_MS, type Session } from "../domain/sessions.js";
import { normalizeEmail, type User } from "../domain/users.js";
import { recordEvent } from "../store/audit-trail.js";
import { accounts, installations, sessions, settings, users, usersByEmail } from "../store/tables.js";
import type { Transaction } from "../store/transaction.js";
import type { Environment } from "./environment.js";
import { identityOf, tryPassword } from "./try-password.js";

/** A person's sign-in. */
export interface SignInInput {
  /** May be empty on a server with one account. */
  readonly accountId: string;
  readonly email: string;
  readonly password: string;
  /** Empty for all that the user may. */
  readonly scopes: readonly string[];
}

/** A session and its secret. */
export interface SignedIn {
  readonly sessionToken: string;
  readonly session: Session;
}

/** Signs a person in. Nothing in the answer or its timing tells whether account, e-mail or password was wrong. */
export async function signIn(
  environment: Environment,
  context: RequestContext,
  input: SignInInput,
): Promise<SignedIn> {
  authorize(context.caller, "SignIn");
  checkInput(input);
  const account = await findAccount(environment, input.accountId);
  const user = account && (await findUser(environment, account.id, input.email));
  const { password } = input;
  const identity = identityOf(account?.id ?? input.accountId, input.email);
  const isRight = await tryPassword(environment, context, {
    identity,
    password,
    digest: user?.passwordDigest,
  });
  if (!isRight || user === undefined || !(await mayEnter(environment, user, context))) {
    await recordRefusal(environment, context, account, input.email);
    throw refused();
  }
  environment.signInThrottle.succeeded(identity, context.sourceIp);
  return saveSession(environment, context, user, input.scopes);
}

function checkInput(input: SignInInput): void {
  const checks = new FieldChecks();
  checks.require(
    input.email.trim() !== "" && input.email.length <= 254,
    "email",
    "Must be an e-mail address.",
  );
  checks.require(input.password !== "", "password", "Must not be empty.");
  checks.require(input.password.length <= 1_000, "password", "Must have at most 1,000 characters.");
  checks.require(input.accountId.length <= 40, "account_id", "Must have at most 40 characters.");
  checkScopes(checks, "scopes", input.scopes, []);
  checks.finish();
}

async function findAccount(environment: Environment, accountId: string): Promise<Account | undefined> {
  return environment.store.read(async (reader) => {
    if (accountId !== "") return reader.get(accounts, accountId);
    const [only, second] = await reader.list(accounts, [], { limit: 2 });
    return second === undefined ? only : undefined;
  });
}

function findUser(environment: Environment, accountId: string, email: string): Promise<User | undefined> {
  return environment.store.read((reader) => reader.find(usersByEmail, accountId, normalizeEmail(email)));
}

async function mayEnter(environment: Environment, user: User, context: RequestContext): Promise<boolean> {
  const accountSettings = await environment.store.read((reader) => reader.get(settings, user.accountId));
  return !user.suspended && isIpAllowed(accountSettings?.ipAllowList ?? [], context.sourceIp);
}

async function recordRefusal(
  environment: Environment,
  context: RequestContext,
  account: Account | undefined,
  email: string,
): Promise<void> {
  await environment.store.write(async (transaction) => {
    if (account === undefined) return spendSameTime(transaction);
    await recordEvent(transaction, context, {
      ...eventOf("session.sign_in_refused", account.id),
      actor: { ...actorOf(context.caller), email: email.trim() },
    });
  });
}

// A durable write takes a time that can be measured: without one, it would tell that there is no such account.
async function spendSameTime(transaction: Transaction): Promise<void> {
  const installation = await transaction.get(installations, "installation");
  if (installation !== undefined) await transaction.put(installations, installation);
}

function eventOf(action: AuditAction, accountId: string) {
  return { accountId, action, resourceType: "session", resourceId: "", resourceLabel: "" } as const;
}

function refused(): Failure {
  return new Failure("SIGN_IN_REFUSED", "The account, the e-mail or the password is wrong.");
}

async function saveSession(
  environment: Environment,
  context: RequestContext,
  known: User,
  scopes: readonly string[],
): Promise<SignedIn> {
  const { now } = context;
  const sessionToken = environment.newSecret("SESSION");
  const session: Session = {
    id: environment.newId("ses", now),
    accountId: known.accountId,
    userId: known.id,
    digest: environment.digest(sessionToken),
    scopes,
    createTime: now,
    expireTime: now + SESSION_LIFETIME_MS,
  };
  await environment.store.write(async (transaction) => {
    const user = await transaction.get(users, known.accountId, known.id);
    // Suspended, deleted or given another password between the check and now.
    if (user === undefined || user.suspended || user.passwordDigest !== known.passwordDigest) throw refused();
    await transaction.put(users, { ...user, lastSignInTime: now });
    await transaction.add(sessions, session);
    await recordEvent(transaction, context, {
      ...eventOf("session.sign_in", user.accountId),
      resourceId: session.id,
      resourceLabel: user.email,
      actor: { kind: "SESSION", userId: user.id, email: user.email, credentialId: session.id },
    });
  });
  return { sessionToken, session };
}
