import { changesBetween } from "../domain/audit-events.js";
import { authorizeInAccount, type RequestContext } from "../domain/callers.js";
import { checkEtag } from "../domain/etags.js";
import { notFound } from "../domain/failure.js";
import { isActiveAdmin, USER_FIELDS } from "../domain/users.js";
import { count, recordEvent } from "../store/audit-trail.js";
import { apiTokens, users } from "../store/tables.js";
import type { Environment } from "./environment.js";
import { endSessions, endTokensOf, refuseLastAdmin, sessionsOf, tokensOf } from "./update-user.js";
import { writeAsCaller } from "./write-as-caller.js";

/** Which user to delete. */
export interface DeleteUserInput {
  readonly id: string;
  readonly etag: string;
  readonly validateOnly: boolean;
}

/** What ended, or would end, with a user. */
export interface DeletedUser {
  readonly endedSessions: number;
  readonly unusableApiTokens: number;
  readonly endedAccessTokens: number;
}

/** Deletes a user for good and ends their sessions and OAuth tokens; API tokens stay. */
export async function deleteUser(
  environment: Environment,
  context: RequestContext,
  input: DeleteUserInput,
): Promise<DeletedUser> {
  const { accountId } = authorizeInAccount(context.caller, "DeleteUser");
  return writeAsCaller(environment, context, "DeleteUser", async (transaction) => {
    const user = await transaction.get(users, accountId, input.id);
    if (user === undefined) throw notFound("user", input.id);
    checkEtag(user, input.etag);
    if (isActiveAdmin(user)) await refuseLastAdmin(transaction, user);
    const tokens = await transaction.list(apiTokens, [accountId], { limit: Number.MAX_SAFE_INTEGER });
    const unusableApiTokens = tokens.filter(({ boundUserId }) => boundUserId === user.id).length;
    if (input.validateOnly) {
      const endedSessions = (await sessionsOf(transaction, user)).length;
      const { accessTokens } = await tokensOf(transaction, accountId, user.id, context.now);
      return { endedSessions, unusableApiTokens, endedAccessTokens: accessTokens };
    }
    const endedSessions = await endSessions(transaction, user, undefined);
    const endedAccessTokens = await endTokensOf(transaction, user, context.now);
    transaction.delete(users, user);
    await count(transaction, accountId, "users", -1);
    await recordEvent(transaction, context, {
      accountId,
      action: "user.delete",
      resourceType: "user",
      resourceId: user.id,
      resourceLabel: user.email,
      changes: changesBetween(user, undefined, USER_FIELDS),
    });
    return { endedSessions, unusableApiTokens, endedAccessTokens };
  });
}
