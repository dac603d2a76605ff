import type { Account } from "../domain/accounts.js";
import { authorizeInAccount, type RequestContext } from "../domain/callers.js";
import { notFound } from "../domain/failure.js";
import type { Session } from "../domain/sessions.js";
import type { User } from "../domain/users.js";
import { accounts, sessions, users } from "../store/tables.js";
import type { Environment } from "./environment.js";

/** Who the caller is. */
export interface CurrentSession {
  readonly session: Session;
  readonly account: Account;
  readonly user: User;
}

/** Returns the session the call is made with, its user and its account. */
export async function getSession(environment: Environment, context: RequestContext): Promise<CurrentSession> {
  const { accountId, user: known, credentialId } = authorizeInAccount(context.caller, "GetSession");
  return environment.store.read(async (reader) => {
    const session = await reader.get(sessions, accountId, known.id, credentialId);
    const account = await reader.get(accounts, accountId);
    const user = await reader.get(users, accountId, known.id);
    if (session === undefined || account === undefined || user === undefined) {
      throw notFound("session", credentialId);
    }
    return { session, account, user };
  });
}
