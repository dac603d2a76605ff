import type { CallFailure, Reason } from "../tui/client/failure.js";
import type { Obstacle } from "../tui/client/obstacle.js";
import { EXIT, type ExitCode, exitCodeOf } from "./exit-codes.js";
import { CommandFailure, isCallFailure } from "./failures.js";
import type { FailureText } from "./output.js";

/** What to do about a refusal, where the server's own words do not say it in terms of this command line. */
const CURES: Partial<Record<Reason, string>> = {
  CREDENTIAL_INVALID:
    'Sign in with "latchkey sign-in", or use another credential (latchkey help credentials).',
  API_TOKEN_ACCESS_OFF: "An administrator turns it on: latchkey settings set api_token_access=on",
  ETAG_MISMATCH: "Read it again and repeat the command with the new etag, or without --etag.",
  FILTER_INVALID: "How filters are written: latchkey help filters",
  REQUEST_ID_REUSED: "Choose a new --request-id, or leave it out.",
  CONFLICT: "Try again.",
};

/** What to do about what stands between here and the server. */
const WAYS_ROUND: Record<Obstacle, string> = {
  UNTRUSTED: "No authority trusted here made its certificate: name the one that did with --ca FILE.",
  OTHER_NAME: "Its certificate is for other names: call it by one of those with --server.",
  OUT_OF_DATE: "Its certificate is not valid today: have it renewed, and look at this machine's clock.",
  CERTIFICATE_WANTED: "It admits only clients with a certificate it knows: name yours with --cert and --key.",
  NO_TLS_THERE: "It does not speak TLS: leave out --tls and --ca.",
  MAYBE_TLS_THERE: "Something listens there; if it speaks TLS, use --tls or --ca FILE.",
};

/** Turns whatever a command threw into its exit code and what is shown. */
export function describeFailure(error: unknown, server: string): FailureText & { exitCode: ExitCode } {
  if (error instanceof CommandFailure) {
    const { message, exitCode, reason } = error;
    return { message, hints: [], exitCode, json: { code: "CLIENT", reason, message, fieldViolations: [] } };
  }
  if (isCallFailure(error)) return describeCall(error, server);
  const message = error instanceof Error ? error.message : String(error);
  return {
    message: `Something unexpected happened: ${message}`,
    hints: [],
    exitCode: EXIT.FAILED,
    json: { code: "CLIENT", reason: "UNEXPECTED", message, fieldViolations: [] },
  };
}

function describeCall(failure: CallFailure, server: string): FailureText & { exitCode: ExitCode } {
  const { code, reason, fieldViolations, requestId, retryDelaySeconds } = failure;
  const message = messageOf(failure, server);
  const cure = reason === undefined ? unreachableCure(failure) : CURES[reason];
  const hints = [
    ...fieldViolations
      .map(({ field, description }) => `${field}: ${description}`)
      .filter((violation) => violation !== message),
    ...(cure === undefined ? [] : [cure]),
    ...(retryDelaySeconds === undefined ? [] : [`Try again in ${Math.ceil(retryDelaySeconds)} s.`]),
    ...(code === "INTERNAL" && requestId
      ? [`The server's log has the cause under request ${requestId}.`]
      : []),
  ];
  const json = { code, reason, message, fieldViolations, requestId, retryDelaySeconds };
  return { message, hints, exitCode: exitCodeOf(failure), json };
}

function messageOf({ code, reason, message, networkWords }: CallFailure, server: string): string {
  if (reason !== undefined) return message;
  if (code === "UNAVAILABLE") return `Cannot reach the server at ${server}: ${networkWords}.`;
  if (code === "DEADLINE_EXCEEDED") return `The server at ${server} did not answer in time.`;
  return message;
}

function unreachableCure({ code, obstacle }: CallFailure): string | undefined {
  if (code !== "UNAVAILABLE") return undefined;
  if (obstacle !== undefined) return WAYS_ROUND[obstacle];
  return 'Start it with "latchkey serve", or say where it is with --server or LATCHKEY_SERVER.';
}
