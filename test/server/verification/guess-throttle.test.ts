import { expect, test } from "vitest";
import { GuessThrottle } from "../../../server/verification/guess-throttle.js";

const IP = "192.0.2.1";

test("five guesses are free, then each next one doubles the wait", () => {
  const throttle = new GuessThrottle();
  let now = 0;
  for (const [guess, wait] of [
    ["a", 0],
    ["b", 0],
    ["c", 0],
    ["d", 0],
    ["e", 1],
    ["f", 2],
    ["g", 4],
  ] as const) {
    throttle.failed("client", IP, guess, now);
    expect(throttle.waitSeconds("client", IP, now)).toBe(wait);
    now += wait * 1_000;
  }
  expect(throttle.waitSeconds("another", IP, now)).toBe(0);
});

test("the same guess again is none, for an hour after it came last", () => {
  const throttle = new GuessThrottle();
  for (let index = 0; index < 1_000; index++) throttle.failed("client", IP, "old", index);
  expect(throttle.waitSeconds("client", IP, 1_000)).toBe(0);
  const hour = 3_600_000;
  let now = 1_000;
  for (let index = 0; index < 5; index++) {
    now += hour - 1;
    throttle.failed("client", IP, "old", now);
    expect(throttle.waitSeconds("client", IP, now)).toBe(0);
  }
});

test("it remembers no more than it may", () => {
  const throttle = new GuessThrottle(2);
  // Of three in turn each is forgotten when it comes again, so that each is a further guess.
  for (let index = 0; index < 6; index++) throttle.failed("client", IP, `guess ${index % 3}`, 0);
  expect(throttle.waitSeconds("client", IP, 0)).toBeGreaterThan(0);
});
