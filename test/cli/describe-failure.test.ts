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
