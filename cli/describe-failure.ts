import type { CallFailure, Reason } from "../tui/client/failure.js";
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
  const cure = reason === undefined ? unreachableCure(code) : CURES[reason];
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

function messageOf({ code, reason, message }: CallFailure, server: string): string {
  if (reason !== undefined) return message;
  if (code === "UNAVAILABLE") return `Cannot reach the server at ${server}: ${networkError(message)}.`;
  if (code === "DEADLINE_EXCEEDED") return `The server at ${server} did not answer in time.`;
  return message;
}

/** The system's own words out of grpc-js's, which wrap them in its internals. */
function networkError(message: string): string {
  const [, last = message] =
    /Last error: (?:Error: )?(.*?)(?: \(\d{4}-[^)]*\))?\.? Resolution note/.exec(message) ?? [];
  return last === "undefined" ? "no connection" : last.replace(/\.$/, "");
}

function unreachableCure(code: CallFailure["code"]): string | undefined {
  if (code !== "UNAVAILABLE") return undefined;
  return 'Start it with "latchkey serve", or say where it is with --server or LATCHKEY_SERVER.';
}
