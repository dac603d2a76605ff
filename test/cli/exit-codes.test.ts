import { expect, test } from "vitest";
import { EXIT, EXIT_CODE_MEANINGS, exitCodeOf } from "../../cli/exit-codes.js";
import { ErrorReason } from "../../proto/gen/latchkey/v1/ErrorReason.js";
import type { Reason, StatusCode } from "../../tui/client/failure.js";

const NAMED: Partial<Record<Reason, number>> = {
  CREDENTIAL_INVALID: 3,
  SIGN_IN_REFUSED: 3,
  ROLE_INSUFFICIENT: 4,
  SCOPE_INSUFFICIENT: 4,
  SETUP_CODE_INVALID: 4,
  RESOURCE_NOT_FOUND: 5,
  RESOURCE_EXISTS: 6,
  API_TOKEN_ACCESS_OFF: 6,
  LIMIT_REACHED: 6,
  STATE_CONFLICT: 6,
  LAST_ADMIN: 6,
  ETAG_MISMATCH: 6,
  CONFLICT: 6,
  REQUEST_ID_REUSED: 6,
  SIGN_IN_THROTTLED: 7,
  STORAGE_UNAVAILABLE: 7,
  STREAM_TOO_SLOW: 7,
  SHUTTING_DOWN: 7,
  OAUTH_ACCESS_OFF: 6,
  OAUTH_INVALID_CLIENT: 3,
  OAUTH_INVALID_GRANT: 3,
  OAUTH_UNAUTHORIZED_CLIENT: 4,
  OAUTH_ACCESS_DENIED: 4,
  OAUTH_AUTHORIZATION_PENDING: 7,
  OAUTH_SLOW_DOWN: 7,
  OAUTH_CLIENT_UNKNOWN: 5,
  ACCESS_POLICY_DENIED: 4,
  ACCESS_POLICY_ATTACHED: 6,
  ACCESS_POLICY_LOCKS_OUT: 6,
};

const REASONS = Object.keys(ErrorReason)
  .map((name) => name.replace("ERROR_REASON_", ""))
  .filter((name) => name !== "UNSPECIFIED") as Reason[];

test.each(REASONS)("the reason %s has its exit code, whatever status comes with it", (reason) => {
  expect(exitCodeOf({ code: "UNKNOWN", reason })).toBe(NAMED[reason] ?? EXIT.FAILED);
});

test.each<[StatusCode, number]>([
  ["UNAUTHENTICATED", 3],
  ["PERMISSION_DENIED", 4],
  ["NOT_FOUND", 5],
  ["ALREADY_EXISTS", 6],
  ["FAILED_PRECONDITION", 6],
  ["ABORTED", 6],
  ["UNAVAILABLE", 7],
  ["DEADLINE_EXCEEDED", 7],
  ["RESOURCE_EXHAUSTED", 7],
  ["INVALID_ARGUMENT", 1],
  ["INTERNAL", 1],
  ["UNKNOWN", 1],
])("%s without a reason has its exit code", (code, exitCode) => {
  expect(exitCodeOf({ code, reason: undefined })).toBe(exitCode);
});

test("every exit code but that of Ctrl-C is explained", () => {
  const explained = EXIT_CODE_MEANINGS.map(([code]) => code);
  expect([...explained, EXIT.INTERRUPTED]).toEqual(Object.values(EXIT));
});
