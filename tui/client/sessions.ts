import type { Session__Output } from "../../proto/gen/latchkey/v1/Session.js";
import { contract } from "../../proto/load.js";
import { decodeEnum, ROLES, type Role } from "./enums.js";
import { decodeSetTime } from "./times.js";
import { type CallOptions, callUnary, type Wire } from "./wire.js";

/** One sign-in; scopes are empty for all that the user may. */
export type Session = { id: string; userId: string; scopes: string[]; createTime: Date; expireTime: Date };

/** Who signs in; accountId may be left out on a server with one account, scopes ask for less than the user may. */
export type SignIn = { accountId?: string; email: string; password: string; scopes?: string[] };

/** A new session and its token, shown this once. */
export type SignedIn = { sessionToken: string; session: Session };

/** A session with the person and the account it belongs to. */
export type SessionOwner = {
  session: Session;
  accountId: string;
  accountDisplayName: string;
  email: string;
  name: string;
  role: Role | undefined;
};

/** Session calls. */
export type SessionCalls = ReturnType<typeof sessionCalls>;

const methods = contract.latchkey.v1.SessionService.service;

/** Makes the calls of SessionService. */
export function sessionCalls(wire: Wire) {
  return {
    /** Signs a person in. Fails with SIGN_IN_REFUSED, or SIGN_IN_THROTTLED and retryDelaySeconds. */
    async signIn({ accountId, scopes, ...rest }: SignIn, options?: CallOptions): Promise<SignedIn> {
      const request = { ...rest, accountId: accountId ?? "", scopes: scopes ?? [] };
      const answer = await callUnary(wire, methods.SignIn, request, options);
      return { sessionToken: answer.sessionToken, session: decodeSession(answer.session) };
    },
    /** Ends the session of this connection. */
    async signOut(options?: CallOptions): Promise<void> {
      await callUnary(wire, methods.SignOut, {}, options);
    },
    /** Reads the session of this connection, its person and its account. */
    async get(options?: CallOptions): Promise<SessionOwner> {
      const answer = await callUnary(wire, methods.GetSession, {}, options);
      return { ...answer, session: decodeSession(answer.session), role: decodeEnum(ROLES, answer.role) };
    },
  };
}

function decodeSession(session: Session__Output | null): Session {
  if (session === null) throw new TypeError("the server answered without a session");
  return {
    ...session,
    createTime: decodeSetTime(session.createTime),
    expireTime: decodeSetTime(session.expireTime),
  };
}
