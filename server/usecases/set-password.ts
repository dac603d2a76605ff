import type { AuditAction } from "../domain/audit-events.js";
import {
  authorizeInAccount,
  type RequestContext,
  requireUnrestricted,
  type UserCaller,
} from "../domain/callers.js";
import { Failure, notFound } from "../domain/failure.js";
import { FieldChecks } from "../domain/field-checks.js";
import { checkPassword, type User, type UserTerms } from "../domain/users.js";
import { type EventDraft, recordEvent } from "../store/audit-trail.js";
import { users } from "../store/tables.js";
import type { Environment } from "./environment.js";
import { identityOf, tryPassword } from "./try-password.js";
import { type ChangedUser, endSessions } from "./update-user.js";
import { writeAsCaller } from "./write-as-caller.js";

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
): Promise<Omit<ChangedUser, "endedAccessTokens">> {
  const caller = authorizeInAccount(context.caller, "SetPassword");
  const checks = new FieldChecks();
  checkPassword(checks, "new_password", input.newPassword);
  checks.finish();
  const userId = input.userId || caller.user.id;
  const isOwn = userId === caller.user.id;
  refuseOthers(caller, userId);
  if (isOwn) await requireCurrentPassword(environment, context, caller, input.currentPassword);
  const passwordDigest = await environment.passwords.hash(input.newPassword);
  return writeAsCaller(environment, context, "SetPassword", async (transaction, present) => {
    refuseOthers(present, userId);
    const before = await transaction.get(users, caller.accountId, userId);
    if (before === undefined) throw notFound("user", userId);
    // Somebody set another one since it was checked: the one given is no longer the present one.
    if (isOwn && before.passwordDigest !== caller.user.passwordDigest) throw currentPasswordWrong();
    const user: User = {
      ...before,
      passwordDigest,
      updateTime: context.now,
      revision: before.revision + 1,
    };
    await transaction.put(users, user);
    const endedSessions = await endSessions(transaction, user, isOwn ? caller.credentialId : undefined);
    await recordEvent(transaction, context, eventOf("user.set_password", user));
    return { user, endedSessions };
  });
}

/** Throws RESOURCE_NOT_FOUND for somebody else's, unless an administrator asks, with an unrestricted credential. */
function refuseOthers(caller: UserCaller, userId: string): void {
  const { user } = caller;
  if (userId !== user.id && user.role !== "ADMIN") throw notFound("user", userId);
  if (userId !== user.id) requireUnrestricted(caller, "set somebody's password");
}

// The same throttle as for signing in: a stolen session must not become a way to guess the password.
async function requireCurrentPassword(
  environment: Environment,
  context: RequestContext,
  { accountId, user }: UserCaller,
  password: string,
): Promise<void> {
  const identity = identityOf(accountId, user.email);
  const digest = user.passwordDigest;
  if (await tryPassword(environment, context, { identity, password, digest })) {
    environment.signInThrottle.succeeded(identity, context.sourceIp);
    return;
  }
  await environment.store.write((transaction) =>
    recordEvent(transaction, context, eventOf("user.set_password_refused", user)),
  );
  throw currentPasswordWrong();
}

function currentPasswordWrong(): Failure {
  return new Failure("SIGN_IN_REFUSED", "current_password: The present password is wrong.", {
    violations: [{ field: "current_password", description: "Is wrong." }],
  });
}

function eventOf(action: AuditAction, { accountId, id, email }: UserTerms): EventDraft {
  return { accountId, action, resourceType: "user", resourceId: id, resourceLabel: email };
}
