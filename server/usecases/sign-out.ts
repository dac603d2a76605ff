import { authorizeInAccount, type RequestContext } from "../domain/callers.js";
import { recordEvent } from "../store/audit-trail.js";
import { sessions } from "../store/tables.js";
import type { Environment } from "./environment.js";

/** Ends the session the call is made with. */
export async function signOut(environment: Environment, context: RequestContext): Promise<void> {
  const { accountId, user, credentialId } = authorizeInAccount(context.caller, "SignOut");
  await environment.store.write(async (transaction) => {
    const session = await transaction.get(sessions, accountId, user.id, credentialId);
    if (session === undefined) return;
    transaction.delete(sessions, session);
    await recordEvent(transaction, context, {
      accountId,
      action: "session.sign_out",
      resourceType: "session",
      resourceId: session.id,
      resourceLabel: user.email,
    });
  });
}
