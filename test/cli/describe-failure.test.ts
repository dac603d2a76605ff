import { expect, test } from "vitest";
import { describeFailure } from "../../cli/describe-failure.js";
import { CommandFailure } from "../../cli/failures.js";
import { CallFailure } from "../../tui/client/failure.js";

const unreachable = (last: string) =>
  new CallFailure({
    code: "UNAVAILABLE",
    message: `No connection established. Last error: ${last}. Resolution note: `,
  });

test.each([
  ["Error: connect ECONNREFUSED 127.0.0.1:1", "connect ECONNREFUSED 127.0.0.1:1"],
  ["Error: self-signed certificate", "self-signed certificate"],
  ["Failed to connect (2026-11-24T04:43:21.520Z)", "Failed to connect"],
  ["undefined", "no connection"],
])("a server that cannot be reached, in words: %s", (last, words) => {
  expect(describeFailure(unreachable(last), "keys:1")).toMatchObject({
    exitCode: 7,
    message: `Cannot reach the server at keys:1: ${words}.`,
  });
});

const OPENSSL = (words: string) =>
  `Error: 80AC8B663E7F0000:error:0A00010B:SSL routines:ssl3_get_record:${words}:../deps/openssl/x.c:350:\n`;

test.each([
  ["Error: unable to verify the first certificate", "unable to verify the first certificate", "--ca FILE"],
  [
    "Error [ERR_TLS_CERT_ALTNAME_INVALID]: Hostname/IP does not match certificate's altnames: IP: 192.0.2.2",
    "Hostname/IP does not match certificate's altnames: IP: 192.0.2.2",
    "--server",
  ],
  ["Error: certificate has expired", "certificate has expired", "renewed"],
  [OPENSSL("tlsv13 alert certificate required"), "tlsv13 alert certificate required", "--cert and --key"],
  [OPENSSL("wrong version number"), "wrong version number", "leave out --tls"],
  ["Failed to connect (2026-11-24T04:43:21.520Z)", "Failed to connect", "use --tls"],
  ["Error: connect ECONNREFUSED 127.0.0.1:1", "connect ECONNREFUSED 127.0.0.1:1", "latchkey serve"],
])("what stands in the way comes with the way round: %s", (last, words, cure) => {
  const { message, hints } = describeFailure(unreachable(last), "keys:1");
  expect(message).toBe(`Cannot reach the server at keys:1: ${words}.`);
  expect(hints).toEqual([expect.stringContaining(cure)]);
});

test("says when to try again, and where to look for the cause", () => {
  const throttled = new CallFailure({
    code: "RESOURCE_EXHAUSTED",
    reason: "SIGN_IN_THROTTLED",
    message: "Too many.",
    retryDelaySeconds: 12.3,
  });
  expect(describeFailure(throttled, "")).toMatchObject({ exitCode: 7, hints: ["Try again in 13 s."] });
  const fault = new CallFailure({
    code: "INTERNAL",
    reason: "INTERNAL",
    message: "A fault.",
    requestId: "req_1",
  });
  expect(describeFailure(fault, "")).toMatchObject({
    exitCode: 1,
    hints: [expect.stringContaining("req_1")],
  });
});

test("what is neither ours nor the server's is a failure, not a crash", () => {
  expect(describeFailure(new TypeError("odd"), "")).toMatchObject({
    exitCode: 1,
    message: "Something unexpected happened: odd",
  });
  expect(describeFailure(new CommandFailure("Wrong."), "")).toMatchObject({ exitCode: 2, message: "Wrong." });
});
