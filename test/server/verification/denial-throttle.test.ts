import { expect, test } from "vitest";
import { DenialThrottle } from "../../../server/verification/denial-throttle.js";

test("one of a kind a minute", () => {
  const throttle = new DenialThrottle();
  expect(throttle.isNew("a", 0)).toBe(true);
  expect(throttle.isNew("a", 59_999)).toBe(false);
  expect(throttle.isNew("b", 59_999)).toBe(true);
  expect(throttle.isNew("a", 60_000)).toBe(true);
  expect(throttle.isNew("a", 60_001)).toBe(false);
});

test("it forgets the kind told longest ago rather than grow", () => {
  const throttle = new DenialThrottle(2);
  for (const kind of ["a", "b", "c"]) throttle.isNew(kind, 0);
  expect(throttle.isNew("c", 1)).toBe(false);
  expect(throttle.isNew("a", 1)).toBe(true);
});
