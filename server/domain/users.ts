import type { FieldChecks } from "./field-checks.js";
import type { Instant } from "./instants.js";

/** What a user may do. */
export type Role = "ADMIN" | "AGENT" | "END_USER";

/** A person of an account. */
export interface User {
  readonly id: string;
  readonly accountId: string;
  /** As it was typed; compared in lower case. */
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly verified: boolean;
  readonly suspended: boolean;
  /** bcrypt; absent while no password is set. */
  readonly passwordDigest?: string;
  readonly createTime: Instant;
  readonly updateTime: Instant;
  readonly lastSignInTime?: Instant;
  readonly revision: number;
}

/** What of a user decides about credentials, and is told of whoever presents one. */
export type UserTerms = Pick<
  User,
  "id" | "accountId" | "email" | "name" | "role" | "verified" | "suspended" | "passwordDigest"
>;

/** Roles by power, the most first. */
const POWER: readonly Role[] = ["ADMIN", "AGENT", "END_USER"];

/** The form in which e-mail addresses are compared. */
export function normalizeEmail(email: string): string {
  return email.trim().toLowerCase();
}

/**
 * Checks an e-mail address: printable ASCII, one @, at most 64 and 189 characters beside it (RFC 5321), and no colon,
 * which ends the name in a Basic credential (RFC 7617 section 2). Gives it back trimmed.
 */
export function checkEmail(checks: FieldChecks, field: string, email: string): string {
  const trimmed = email.trim();
  checks.require(
    /^[\x21-\x39\x3b-\x3f\x41-\x7e]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,187}[A-Za-z0-9])?$/.test(trimmed) &&
      !trimmed.slice(0, trimmed.indexOf("@")).endsWith("/token"),
    field,
    "Must be an e-mail address such as jane@example.com.",
  );
  return trimmed;
}

const MAX_NAME_LENGTH = 120;

/** Checks the name of a new user, for whom the e-mail stands in when there is none. Gives it back trimmed. */
export function checkUserName(checks: FieldChecks, field: string, name: string, email: string): string {
  return name === "" ? email.slice(0, MAX_NAME_LENGTH) : checks.text(field, name, 1, MAX_NAME_LENGTH);
}

/** The longest password: bcrypt reads no further. */
export const MAX_PASSWORD_BYTES = 72;

/** Checks a password: bcrypt reads 72 bytes and no more, so a longer one is refused rather than cut. */
export function checkPassword(checks: FieldChecks, field: string, password: string): void {
  const bytes = new TextEncoder().encode(password).length;
  checks.require(
    bytes >= 10 && bytes <= MAX_PASSWORD_BYTES && !password.includes("\u0000"),
    field,
    `Must have 10 to ${MAX_PASSWORD_BYTES} bytes of UTF-8 and no NUL; it has ${bytes} bytes.`,
  );
}

/** Whether this user's e-mail works with credentials: verified, and not suspended. */
export function mayUseCredentials(user: UserTerms): boolean {
  return user.verified && !user.suspended;
}

/** Whether this user can sign in and administer. */
export function isActiveAdmin(user: User): boolean {
  return user.role === "ADMIN" && !user.suspended && user.passwordDigest !== undefined;
}

/** Whether a change takes power away, so that what was granted before must end. */
export function losesPower(before: User, after: User): boolean {
  return POWER.indexOf(after.role) > POWER.indexOf(before.role) || (after.suspended && !before.suspended);
}

/** What is decided about a user, as the contract spells it; the audit log tells of each. */
export const USER_FIELDS = {
  email: (user: User) => user.email,
  name: (user: User) => user.name,
  role: (user: User) => user.role,
  verified: (user: User) => user.verified,
  suspended: (user: User) => user.suspended,
} as const;

/** A field that is decided about a user. */
export type UserField = keyof typeof USER_FIELDS;
