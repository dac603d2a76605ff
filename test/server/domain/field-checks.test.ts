import { expect, test } from "vitest";
import { FieldChecks } from "../../../server/domain/field-checks.js";
import { failureIn } from "../../support/test-environment.js";

function violationsOf(work: (checks: FieldChecks) => void) {
  const checks = new FieldChecks();
  work(checks);
  return failureIn(() => checks.finish())?.details.violations?.map(({ field }) => field);
}

test("everything that is wrong is told at once, the first in the message", () => {
  const checks = new FieldChecks();
  checks.refuse("a", "Is wrong.");
  checks.require(true, "b", "Is wrong.");
  checks.require(false, "c", "Is wrong, too.");
  const failure = failureIn(() => checks.finish());
  expect(failure?.message).toBe("a: Is wrong. (and 1 more)");
  expect(failure?.details.violations?.map(({ field }) => field)).toEqual(["a", "c"]);
  expect(violationsOf(() => {})).toBeUndefined();
});

test.each([
  ["ab", true],
  ["  ab  ", true],
  ["abcd", true],
  ["abcde", false],
  ["a", false],
  ["   ", false],
  ["\u{1f600}\u{1f600}\u{1f600}\u{1f600}", true],
  ["a\nb", false],
  ["a\u0000b", false],
  ["a\u2028b", false],
  ["a\u0085b", false],
  ["a\tb", false],
])("a text of 2 to 4 characters: %j, %s", (text, isGood) => {
  expect(violationsOf((checks) => checks.text("t", text, 2, 4)) === undefined).toBe(isGood);
});

test("a text comes back trimmed", () => {
  expect(new FieldChecks().text("t", "  a b ", 0, 10)).toBe("a b");
});

test.each([
  [1, true],
  [10, true],
  [0, false],
  [11, false],
  [1.5, false],
  [Number.NaN, false],
  [Number.POSITIVE_INFINITY, false],
])("a whole number from 1 to 10: %d, %s", (value, isGood) => {
  expect(violationsOf((checks) => checks.wholeNumber("n", value, 1, 10)) === undefined).toBe(isGood);
});

test("a list tells whether it is short enough to be looked through", () => {
  const checks = new FieldChecks();
  expect([checks.atMost("l", [1, 2], 2, "items"), checks.atMost("l", [1, 2, 3], 2, "items")]).toEqual([
    true,
    false,
  ]);
  expect(failureIn(() => checks.finish())?.message).toBe("l: Must hold at most 2 items; it holds 3.");
});
