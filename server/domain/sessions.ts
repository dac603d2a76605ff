import type { Instant } from "./instants.js";
import type { UserTerms } from "./users.js";

/** One sign-in of a person. */
export interface Session {
  readonly id: string;
  readonly accountId: string;
  readonly userId: string;
  /** SHA-256 of the session token, base64url. */
  readonly digest: string;
  /** Empty for all that the user may. */
  readonly scopes: readonly string[];
  readonly createTime: Instant;
  readonly expireTime: Instant;
}

/** What of a session decides whether it identifies its user. */
export type SessionTerms = Omit<Session, "createTime">;

/** How long a session lives after its last use. */
export const SESSION_LIFETIME_MS = 12 * 3_600_000;

/** A use moves a session's end only when it moves it by more than this, so that not every call writes. */
const SESSION_SLIDE_STEP_MS = 60_000;

/** Whether a session still identifies its user. */
export function isSessionLive(session: SessionTerms, user: UserTerms, now: Instant): boolean {
  return now < session.expireTime && !user.suspended;
}

/** The session after a use, or undefined when its end need not move. */
export function slideSession(session: Session, now: Instant): Session | undefined {
  const expireTime = now + SESSION_LIFETIME_MS;
  return expireTime - session.expireTime > SESSION_SLIDE_STEP_MS ? { ...session, expireTime } : undefined;
}
