import type { CallFailure, Reason, StatusCode } from "../tui/client/failure.js";

/** What the process tells its caller by ending. */
export const EXIT = {
  DONE: 0,
  FAILED: 1,
  USAGE: 2,
  NOT_AUTHENTICATED: 3,
  NOT_ALLOWED: 4,
  NOT_FOUND: 5,
  CONFLICT: 6,
  UNAVAILABLE: 7,
  INTERRUPTED: 130,
} as const;

/** One of the exit codes. */
export type ExitCode = number;

/** What each exit code means, for the help and the handbook. */
export const EXIT_CODE_MEANINGS: readonly (readonly [ExitCode, string])[] = [
  [EXIT.DONE, "done"],
  [EXIT.FAILED, "failed: the server found a value wrong, or something unexpected happened"],
  [EXIT.USAGE, "wrong usage: nothing was sent"],
  [EXIT.NOT_AUTHENTICATED, "not authenticated: sign in, or check the credential"],
  [EXIT.NOT_ALLOWED, "authenticated, but not allowed"],
  [EXIT.NOT_FOUND, "not found"],
  [EXIT.CONFLICT, "conflict: changed since it was read, wrong state, limit reached, or exists already"],
  [EXIT.UNAVAILABLE, "server unreachable or busy: trying again makes sense"],
];

const BY_REASON = {
  FIELD_INVALID: EXIT.FAILED,
  PAGE_TOKEN_INVALID: EXIT.FAILED,
  FILTER_INVALID: EXIT.FAILED,
  UPDATE_MASK_INVALID: EXIT.FAILED,
  REQUEST_ID_REUSED: EXIT.CONFLICT,
  CREDENTIAL_INVALID: EXIT.NOT_AUTHENTICATED,
  SIGN_IN_REFUSED: EXIT.NOT_AUTHENTICATED,
  SIGN_IN_THROTTLED: EXIT.UNAVAILABLE,
  ROLE_INSUFFICIENT: EXIT.NOT_ALLOWED,
  SCOPE_INSUFFICIENT: EXIT.NOT_ALLOWED,
  SETUP_CODE_INVALID: EXIT.NOT_ALLOWED,
  RESOURCE_NOT_FOUND: EXIT.NOT_FOUND,
  RESOURCE_EXISTS: EXIT.CONFLICT,
  API_TOKEN_ACCESS_OFF: EXIT.CONFLICT,
  LIMIT_REACHED: EXIT.CONFLICT,
  STATE_CONFLICT: EXIT.CONFLICT,
  LAST_ADMIN: EXIT.CONFLICT,
  ETAG_MISMATCH: EXIT.CONFLICT,
  CONFLICT: EXIT.CONFLICT,
  STORAGE_UNAVAILABLE: EXIT.UNAVAILABLE,
  STREAM_TOO_SLOW: EXIT.UNAVAILABLE,
  SHUTTING_DOWN: EXIT.UNAVAILABLE,
  INTERNAL: EXIT.FAILED,
} as const satisfies Record<Reason, ExitCode>;

/** For failures without a reason: the server was not reached, or something in between answered. */
const BY_STATUS: Partial<Record<StatusCode, ExitCode>> = {
  UNAUTHENTICATED: EXIT.NOT_AUTHENTICATED,
  PERMISSION_DENIED: EXIT.NOT_ALLOWED,
  NOT_FOUND: EXIT.NOT_FOUND,
  ALREADY_EXISTS: EXIT.CONFLICT,
  FAILED_PRECONDITION: EXIT.CONFLICT,
  ABORTED: EXIT.CONFLICT,
  UNAVAILABLE: EXIT.UNAVAILABLE,
  DEADLINE_EXCEEDED: EXIT.UNAVAILABLE,
  RESOURCE_EXHAUSTED: EXIT.UNAVAILABLE,
  CANCELLED: EXIT.INTERRUPTED,
};

/** The exit code of a failed call. */
export function exitCodeOf({ code, reason }: Pick<CallFailure, "code" | "reason">): ExitCode {
  if (reason !== undefined) return BY_REASON[reason];
  return BY_STATUS[code] ?? EXIT.FAILED;
}
