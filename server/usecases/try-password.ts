import type { RequestContext } from "../domain/callers.js";
import { Failure } from "../domain/failure.js";
import { MAX_PASSWORD_BYTES, normalizeEmail } from "../domain/users.js";
import type { Environment } from "./environment.js";

/** A try at somebody's password. */
export interface PasswordTry {
  /** Whose, for the throttle; see identityOf. */
  readonly identity: string;
  readonly password: string;
  /** Absent when there is nobody, or nobody with a password: the try then fails after as long. */
  readonly digest: string | undefined;
}

/** A person as the throttle knows them: the same for every way of writing their e-mail. */
export function identityOf(accountId: string, email: string): string {
  return `${accountId}/${normalizeEmail(email)}`;
}

/**
 * Whether the password is right. The try counts as a failure until the caller tells the throttle of a success, and it
 * counts from before its outcome is known, so that many at once cannot slip through. Throws SIGN_IN_THROTTLED.
 */
export async function tryPassword(
  { passwords, signInThrottle }: Environment,
  { now, sourceIp }: RequestContext,
  { identity, password, digest }: PasswordTry,
): Promise<boolean> {
  const seconds = signInThrottle.waitSeconds(identity, sourceIp, now);
  if (seconds > 0) {
    throw new Failure("SIGN_IN_THROTTLED", `Too many wrong passwords: try again in ${seconds} s.`, {
      retryAfterSeconds: seconds,
    });
  }
  signInThrottle.attempted(identity, sourceIp, now);
  // bcrypt would not look at what lies beyond.
  const isTooLong = new TextEncoder().encode(password).length > MAX_PASSWORD_BYTES;
  try {
    return await passwords.verify(password, isTooLong ? undefined : digest);
  } catch (error) {
    signInThrottle.abandoned(identity, sourceIp);
    throw error;
  }
}
