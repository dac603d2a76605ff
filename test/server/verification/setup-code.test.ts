import { expect, test } from "vitest";
import { SetupCode } from "../../../server/verification/setup-code.js";

test("a code is good from its offer until it is withdrawn or another takes its place", () => {
  const code = new SetupCode();
  expect(code.accepts("")).toBe(false);
  code.offer("one");
  expect([code.accepts("one"), code.accepts("two"), code.accepts("")]).toEqual([true, false, false]);
  code.offer("two");
  expect([code.accepts("one"), code.accepts("two")]).toEqual([false, true]);
  code.withdraw();
  expect(code.accepts("two")).toBe(false);
});
