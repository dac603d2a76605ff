import { changesBetween } from "../domain/audit-events.js";
import { authorizeInAccount, type RequestContext, requireUnrestricted } from "../domain/callers.js";
import { Failure, notFound } from "../domain/failure.js";
import { FieldChecks } from "../domain/field-checks.js";
import {
  checkEmail,
  checkPassword,
  checkUserName,
  normalizeEmail,
  type Role,
  USER_FIELDS,
  type User,
} from "../domain/users.js";
import { count, recordEvent } from "../store/audit-trail.js";
import { checkRequestId, findReplay, type RequestMark, rememberRequest } from "../store/replays.js";
import { users, usersByEmail } from "../store/tables.js";
import type { Transaction } from "../store/transaction.js";
import type { Environment } from "./environment.js";
import { writeAsCaller } from "./write-as-caller.js";

/** A user to be. */
export interface CreateUserInput {
  readonly email: string;
  /** Empty for the e-mail. */
  readonly name: string;
  readonly role: Role;
  readonly verified: boolean;
  readonly suspended: boolean;
  /** Empty for none. */
  readonly password: string;
  readonly requestId: string;
}

/** Adds a user to the caller's account. RESOURCE_NOT_FOUND when the same request came before and its user is gone. */
export async function createUser(
  environment: Environment,
  context: RequestContext,
  given: CreateUserInput,
): Promise<User> {
  const caller = authorizeInAccount(context.caller, "CreateUser");
  const { accountId } = caller;
  const input = checkInput(given);
  if (input.password !== "") requireUnrestricted(caller, "set a password");
  if (input.role === "ADMIN") requireUnrestricted(caller, "make an administrator");
  const mark = markOf(environment, accountId, input);
  const digest = input.password === "" ? undefined : await environment.passwords.hash(input.password);
  return writeAsCaller(environment, context, "CreateUser", async (transaction) => {
    const replayed = await findReplay(transaction, mark);
    if (replayed !== undefined) {
      const existing = await transaction.get(users, accountId, replayed);
      if (existing === undefined) throw notFound("user", replayed);
      return existing;
    }
    await refuseTakenEmail(transaction, accountId, input.email, undefined);
    const user = newUser(environment.newId("usr", context.now), accountId, input, digest, context.now);
    await transaction.put(users, user);
    await count(transaction, accountId, "users", 1);
    await rememberRequest(transaction, mark, user.id, context.now);
    await recordEvent(transaction, context, {
      accountId,
      action: "user.create",
      resourceType: "user",
      resourceId: user.id,
      resourceLabel: user.email,
      changes: changesBetween(undefined, user, USER_FIELDS),
    });
    return user;
  });
}

/** Throws RESOURCE_EXISTS when another user has this e-mail. */
export async function refuseTakenEmail(
  transaction: Transaction,
  accountId: string,
  email: string,
  ownId: string | undefined,
): Promise<void> {
  const owner = await transaction.find(usersByEmail, accountId, normalizeEmail(email));
  if (owner === undefined || owner.id === ownId) return;
  const description = `${email} belongs to another user of this account.`;
  throw new Failure("RESOURCE_EXISTS", `user.email: ${description}`, {
    violations: [{ field: "user.email", description }],
  });
}

function checkInput(input: CreateUserInput): CreateUserInput {
  const checks = new FieldChecks();
  const email = checkEmail(checks, "user.email", input.email);
  const name = checkUserName(checks, "user.name", input.name, email);
  if (input.password !== "") checkPassword(checks, "password", input.password);
  checks.finish();
  checkRequestId(input.requestId);
  return { ...input, email, name };
}

function markOf(environment: Environment, accountId: string, input: CreateUserInput): RequestMark {
  const { email, name, role, verified, suspended, requestId } = input;
  const fingerprint = environment.digest(JSON.stringify([email, name, role, verified, suspended]));
  return { accountId, requestId, operation: "CreateUser", fingerprint };
}

function newUser(
  id: string,
  accountId: string,
  { email, name, role, verified, suspended }: CreateUserInput,
  passwordDigest: string | undefined,
  now: number,
): User {
  const password = passwordDigest === undefined ? {} : { passwordDigest };
  const times = { createTime: now, updateTime: now };
  return { id, accountId, email, name, role, verified, suspended, ...password, ...times, revision: 1 };
}
