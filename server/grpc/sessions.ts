import type { Session as WireSession } from "../../proto/gen/latchkey/v1/Session.js";
import type { SessionServiceHandlers } from "../../proto/gen/latchkey/v1/SessionService.js";
import type { Session } from "../domain/sessions.js";
import { getSession } from "../usecases/get-session.js";
import { signIn } from "../usecases/sign-in.js";
import { signOut } from "../usecases/sign-out.js";
import { ROLES } from "./enums.js";
import { encodeInstant } from "./instants.js";
import type { Complete, ServiceMethods } from "./wire.js";

/** SessionService. */
export const sessionMethods: ServiceMethods<SessionServiceHandlers> = {
  async SignIn(environment, context, { accountId, email, password, scopes }) {
    const signedIn = await signIn(environment, context, { accountId, email, password, scopes });
    return { sessionToken: signedIn.sessionToken, session: encodeSession(signedIn.session) };
  },
  async SignOut(environment, context) {
    await signOut(environment, context);
    return {};
  },
  async GetSession(environment, context) {
    const { session, account, user } = await getSession(environment, context);
    return {
      session: encodeSession(session),
      accountId: account.id,
      accountDisplayName: account.displayName,
      email: user.email,
      name: user.name,
      role: ROLES[user.role],
    };
  },
};

function encodeSession(session: Session): Complete<WireSession> {
  return {
    id: session.id,
    userId: session.userId,
    scopes: [...session.scopes],
    createTime: encodeInstant(session.createTime),
    expireTime: encodeInstant(session.expireTime),
  };
}
