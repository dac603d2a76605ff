import { expect, test } from "vitest";
import { RateThrottle } from "../../../server/verification/rate-throttle.js";

test("so many go through at once, and one more whenever its share of the span has passed", () => {
  const throttle = new RateThrottle(3, 30_000);
  const take = (now: number, key = "a") => throttle.take(key, now);
  expect([take(0), take(0), take(0), take(0)]).toEqual([0, 0, 0, 10]);
  expect(take(0, "b")).toBe(0);
  expect(take(9_999)).toBe(1);
  expect([take(10_000), take(10_000)]).toEqual([0, 10]);
  expect([take(100_000), take(100_000), take(100_000), take(100_000)]).toEqual([0, 0, 0, 10]);
});

test("a clock that is put back gives nothing, and takes nothing for ever", () => {
  const throttle = new RateThrottle(1, 10_000);
  expect(throttle.take("a", 1_000_000)).toBe(0);
  expect(throttle.take("a", 0)).toBeGreaterThan(0);
  expect(throttle.take("a", 1_010_000)).toBe(0);
});

test("it remembers no more than it may", () => {
  const throttle = new RateThrottle(1, 10_000, 2);
  for (const key of ["a", "b", "c"]) expect(throttle.take(key, 0)).toBe(0);
  expect(throttle.take("c", 0)).toBeGreaterThan(0);
  expect(throttle.take("a", 0)).toBe(0);
});
