import { changesBetween } from "../domain/audit-events.js";
import { authorizeInAccount, type RequestContext, requireUnrestricted } from "../domain/callers.js";
import { checkEtag } from "../domain/etags.js";
import { Failure, notFound } from "../domain/failure.js";
import { FieldChecks } from "../domain/field-checks.js";
import type { Instant } from "../domain/instants.js";
import { resolveUpdateMask } from "../domain/update-masks.js";
import {
  checkEmail,
  isActiveAdmin,
  losesPower,
  type Role,
  USER_FIELDS,
  type User,
  type UserField,
} from "../domain/users.js";
import { recordEvent } from "../store/audit-trail.js";
import type { Reader } from "../store/reader.js";
import { sessions, users } from "../store/tables.js";
import type { Transaction } from "../store/transaction.js";
import { refuseTakenEmail } from "./create-user.js";
import type { Environment } from "./environment.js";
import { impactInAccount, type TokenImpact } from "./live-tokens.js";
import { endTokensTogether } from "./oauth-cutoffs.js";
import { writeAsCaller } from "./write-as-caller.js";

const FIELD_NAMES = Object.keys(USER_FIELDS) as UserField[];

/** A change of a user. */
export interface UpdateUserInput {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly role: Role | undefined;
  readonly verified: boolean;
  readonly suspended: boolean;
  readonly etag: string;
  readonly updateMask: readonly string[];
}

/** The user after a change, and how many sessions and access tokens ended with it. */
export interface ChangedUser {
  readonly user: User;
  readonly endedSessions: number;
  readonly endedAccessTokens: number;
}

/** Changes a user. Taking power away ends the user's sessions and OAuth tokens in the same commit. */
export async function updateUser(
  environment: Environment,
  context: RequestContext,
  input: UpdateUserInput,
): Promise<ChangedUser> {
  const { accountId } = authorizeInAccount(context.caller, "UpdateUser");
  const named = resolveUpdateMask(input.updateMask, FIELD_NAMES);
  return writeAsCaller(environment, context, "UpdateUser", async (transaction, caller) => {
    const before = await transaction.get(users, accountId, input.id);
    if (before === undefined) throw notFound("user", input.id);
    checkEtag(before, input.etag);
    const changed = merge(before, input, named);
    if (changed.role === "ADMIN" && before.role !== "ADMIN") {
      requireUnrestricted(caller, "make an administrator");
    }
    const changes = changesBetween(before, changed, USER_FIELDS);
    if (changes.length === 0) return { user: before, endedSessions: 0, endedAccessTokens: 0 };
    await refuseTakenEmail(transaction, accountId, changed.email, changed.id);
    if (isActiveAdmin(before) && !isActiveAdmin(changed)) await refuseLastAdmin(transaction, before);
    const user = { ...changed, updateTime: context.now, revision: before.revision + 1 };
    await transaction.put(users, user);
    const isLoss = losesPower(before, user);
    const endedSessions = isLoss ? await endSessions(transaction, user, undefined) : 0;
    const endedAccessTokens = isLoss ? await endTokensOf(transaction, user, context.now) : 0;
    await recordEvent(transaction, context, {
      accountId,
      action: "user.update",
      resourceType: "user",
      resourceId: user.id,
      resourceLabel: user.email,
      changes,
    });
    return { user, endedSessions, endedAccessTokens };
  });
}

/** Ends all OAuth tokens of a user, refresh tokens included; answers how many access tokens worked until now. */
export async function endTokensOf(
  transaction: Transaction,
  { accountId, id }: User,
  now: Instant,
): Promise<number> {
  const { accessTokens } = await tokensOf(transaction, accountId, id, now);
  await endTokensTogether(transaction, { accountId, kind: "USER", id }, now);
  return accessTokens;
}

/** What of a user's OAuth tokens works, before this transaction. */
export function tokensOf(
  transaction: Transaction,
  accountId: string,
  userId: string,
  now: Instant,
): Promise<TokenImpact> {
  return impactInAccount(transaction.before(), accountId, { clientId: undefined, userId }, now);
}

/** Ends all sessions of a user, but the one to keep; answers how many. */
export async function endSessions(
  transaction: Transaction,
  user: User,
  keptId: string | undefined,
): Promise<number> {
  const ending = (await sessionsOf(transaction, user)).filter(({ id }) => id !== keptId);
  for (const session of ending) transaction.delete(sessions, session);
  return ending.length;
}

/** All sessions of a user. */
export function sessionsOf(reader: Reader, user: User) {
  return reader.list(sessions, [user.accountId, user.id], { limit: Number.MAX_SAFE_INTEGER });
}

/** Throws LAST_ADMIN when no administrator who can sign in would remain without this one. */
export async function refuseLastAdmin(transaction: Transaction, leaving: User): Promise<void> {
  let after: string | undefined;
  for (;;) {
    const from = after === undefined ? {} : { after: [leaving.accountId, after] };
    const some = await transaction.list(users, [leaving.accountId], { ...from, limit: 200 });
    for (const listed of some) {
      if (listed.id === leaving.id || !isActiveAdmin(listed)) continue;
      // Read by key, so that the commit fails when this one leaves at the same time.
      const other = await transaction.get(users, leaving.accountId, listed.id);
      if (other !== undefined && isActiveAdmin(other)) return;
    }
    after = some.at(-1)?.id;
    if (after === undefined) break;
  }
  throw new Failure(
    "LAST_ADMIN",
    "This is the last administrator who can sign in: make another one first, with a password.",
  );
}

function merge(before: User, input: UpdateUserInput, named: ReadonlySet<UserField>): User {
  const checks = new FieldChecks();
  const changed: User = {
    ...before,
    email: named.has("email") ? checkEmail(checks, "user.email", input.email) : before.email,
    name: named.has("name") ? checks.text("user.name", input.name, 1, 120) : before.name,
    role: named.has("role") ? (input.role ?? before.role) : before.role,
    verified: named.has("verified") ? input.verified : before.verified,
    suspended: named.has("suspended") ? input.suspended : before.suspended,
  };
  checks.require(
    !named.has("role") || input.role !== undefined,
    "user.role",
    "Must be ADMIN, AGENT or END_USER.",
  );
  checks.finish();
  return changed;
}
