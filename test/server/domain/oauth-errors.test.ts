import { expect, test } from "vitest";
import { Failure, type Reason } from "../../../server/domain/failure.js";
import { oauthErrorOf, oauthFailure, toErrorDescription } from "../../../server/domain/oauth-errors.js";
import { ERROR_TABLE } from "../../../server/grpc/errors.js";

const REASONS = (Object.keys(ERROR_TABLE) as (Reason | "INTERNAL")[]).filter(
  (reason) => reason !== "INTERNAL",
);

/** RFC 6749 sections 4.1.2.1 and 5.2, RFC 6750 section 3.1, RFC 7009 section 2.2.1, RFC 8628 section 3.5. */
const REGISTERED = [
  "invalid_request",
  "invalid_client",
  "invalid_grant",
  "unauthorized_client",
  "unsupported_grant_type",
  "unsupported_response_type",
  "invalid_scope",
  "access_denied",
  "server_error",
  "temporarily_unavailable",
  "invalid_token",
  "insufficient_scope",
  "unsupported_token_type",
  "authorization_pending",
  "slow_down",
  "expired_token",
];

test("whatever goes wrong has a registered code, and its own status", () => {
  for (const reason of REASONS) {
    const { error, httpStatus } = oauthErrorOf(new Failure(reason, "x"));
    expect(REGISTERED).toContain(error);
    expect(httpStatus).toBeGreaterThanOrEqual(400);
  }
  expect(oauthErrorOf(new Error("a fault"))).toEqual({ error: "server_error", httpStatus: 500 });
});

test("a failure of OAuth's bears its code for programs, and what else it tells", () => {
  const failure = oauthFailure("OAUTH_INVALID_GRANT", "No.", { metadata: { more: "x" } });
  expect(failure).toMatchObject({
    reason: "OAUTH_INVALID_GRANT",
    details: { metadata: { error: "invalid_grant", more: "x" } },
  });
  expect(oauthErrorOf(failure)).toEqual({ error: "invalid_grant", httpStatus: 400 });
});

test("a description holds only what RFC 6749 section 5.2 lets it hold", () => {
  expect(toErrorDescription('Il n’y a "rien" \\ ici:\r\nrien. \u{1f511}')).toBe(
    "Il n?y a 'rien' / ici:??rien. ?",
  );
});
