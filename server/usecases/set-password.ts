import { authorizeInAccount, type IdentifiedCaller, type RequestContext } from "../domain/callers.js";
import { Failure, notFound } from "../domain/failure.js";
import { FieldChecks } from "../domain/field-checks.js";
import { checkPassword, normalizeEmail, type User } from "../domain/users.js";
import { recordEvent } from "../store/audit-trail.js";
import { users } from "../store/tables.js";
import type { Environment } from "./environment.js";
import { type ChangedUser, endSessions } from "./update-user.js";

/** A new password. */
export interface SetPasswordInput {
  /** Empty for the caller's own. */
  readonly userId: string;
  /** Required when callers set their own. */
  readonly currentPassword: string;
  readonly newPassword: string;
}

/** Sets a password and ends the user's other sessions. Only administrators set another's. */
export async function setPassword(
  environment: Environment,
  context: RequestContext,
  input: SetPasswordInput,
): Promise<ChangedUser> {
  const caller = authorizeInAccount(context.caller, "SetPassword");
  const checks = new FieldChecks();
  checkPassword(checks, "new_password", input.newPassword);
  checks.finish();
  const userId = input.userId || caller.user.id;
  const isOwn = userId === caller.user.id;
  if (!isOwn && caller.user.role !== "ADMIN") throw notFound("user", userId);
  if (isOwn) await requireCurrentPassword(environment, context, caller, input.currentPassword);
  const passwordDigest = await environment.passwords.hash(input.newPassword);
  return environment.store.write(async (transaction) => {
    const before = await transaction.get(users, caller.accountId, userId);
    if (before === undefined) throw notFound("user", userId);
    const user: User = {
      ...before,
      passwordDigest,
      updateTime: context.now,
      revision: before.revision + 1,
    };
    await transaction.put(users, user);
    const endedSessions = await endSessions(transaction, user, isOwn ? caller.credentialId : undefined);
    await recordEvent(transaction, context, {
      accountId: user.accountId,
      action: "user.set_password",
      resourceType: "user",
      resourceId: user.id,
      resourceLabel: user.email,
    });
    return { user, endedSessions };
  });
}

// The same throttle as for signing in: a stolen session must not become a way to guess the password.
async function requireCurrentPassword(
  environment: Environment,
  { now, sourceIp }: RequestContext,
  { user }: IdentifiedCaller,
  password: string,
): Promise<void> {
  const { passwords, signInThrottle } = environment;
  const identity = `${user.accountId}/${normalizeEmail(user.email)}`;
  const seconds = signInThrottle.waitSeconds(identity, sourceIp, now);
  if (seconds > 0) {
    throw new Failure("SIGN_IN_THROTTLED", `Too many wrong passwords: try again in ${seconds} s.`, {
      retryAfterSeconds: seconds,
    });
  }
  signInThrottle.attempted(identity, sourceIp, now);
  if (!(await passwords.verify(password, user.passwordDigest))) {
    throw new Failure("SIGN_IN_REFUSED", "current_password: The present password is wrong.", {
      violations: [{ field: "current_password", description: "Is wrong." }],
    });
  }
  signInThrottle.succeeded(identity, sourceIp);
}
