import { expect, test } from "vitest";
import { SECOND } from "../../../server/domain/instants.js";
import { SignInThrottle } from "../../../server/verification/sign-in-throttle.js";

const MINUTE = 60 * SECOND;

function fail(
  throttle: SignInThrottle,
  times: number,
  { identity = "jane", ip = "192.0.2.1", now = 0 } = {},
) {
  for (let time = 0; time < times; time++) throttle.attempted(identity, ip, now);
}

test("the wait doubles with each failure after five, up to 15 minutes", () => {
  const throttle = new SignInThrottle();
  const waits: number[] = [];
  for (let failures = 0; failures < 18; failures++) {
    waits.push(throttle.waitSeconds("jane", `192.0.2.${failures}`, 0));
    fail(throttle, 1, { ip: `192.0.2.${failures}` });
  }
  expect(waits).toEqual([0, 0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900, 900]);
});

test("it runs down with the time, and rests of an hour forget", () => {
  const throttle = new SignInThrottle();
  fail(throttle, 8);
  expect(throttle.waitSeconds("jane", "198.51.100.1", 7_001)).toBe(1);
  expect(throttle.waitSeconds("jane", "198.51.100.1", 8_000)).toBe(0);
  fail(throttle, 1, { now: 60 * MINUTE + 1 });
  expect(throttle.waitSeconds("jane", "198.51.100.1", 60 * MINUTE + 1)).toBe(0);
});

test("a success forgets the person, and of the address that try alone", () => {
  const throttle = new SignInThrottle();
  fail(throttle, 19, { identity: "others" });
  throttle.attempted("jane", "192.0.2.1", 0);
  expect(throttle.waitSeconds("jane", "192.0.2.1", 0)).toBe(1);
  throttle.succeeded("jane", "192.0.2.1");
  expect(throttle.waitSeconds("jane", "192.0.2.1", 0)).toBe(0);
  fail(throttle, 1, { identity: "x" });
  expect(throttle.waitSeconds("jane", "192.0.2.1", 0)).toBe(1);
});

test("all of an IPv6 /64 is one source, and a mapped address its IPv4 one", () => {
  const throttle = new SignInThrottle();
  for (let index = 0; index < 20; index++) {
    fail(throttle, 1, { identity: `x${index}`, ip: `2001:db8:1:2::${index.toString(16)}` });
  }
  expect(throttle.waitSeconds("jane", "2001:db8:1:2:ffff::1", 0)).toBe(1);
  expect(throttle.waitSeconds("jane", "2001:db8:1:3::1", 0)).toBe(0);
  fail(throttle, 20, { identity: "y", ip: "192.0.2.1" });
  expect(throttle.waitSeconds("jane", "::ffff:192.0.2.1", 0)).toBe(1);
});

test("a try that came to nothing is taken back", () => {
  const throttle = new SignInThrottle();
  fail(throttle, 5);
  throttle.attempted("jane", "192.0.2.1", 0);
  throttle.abandoned("jane", "192.0.2.1");
  expect(throttle.waitSeconds("jane", "198.51.100.1", 1_000)).toBe(0);
  expect(throttle.waitSeconds("jane", "198.51.100.1", 0)).toBe(1);
});

test("it is bounded: who was seen longest ago is forgotten first", () => {
  const throttle = new SignInThrottle(4);
  fail(throttle, 9, { identity: "old", ip: "192.0.2.1" });
  fail(throttle, 9, { identity: "new", ip: "192.0.2.2" });
  expect(throttle.waitSeconds("old", "198.51.100.1", 0)).toBe(16);
  fail(throttle, 1, { identity: "newest", ip: "192.0.2.3" });
  expect(throttle.waitSeconds("old", "198.51.100.1", 0)).toBe(0);
  expect(throttle.waitSeconds("new", "198.51.100.1", 0)).toBe(16);
});
