import * as fc from "fast-check";
import { expect, test } from "vitest";
import { keyOf, LONGEST_KEY, rangeBelow } from "../../../server/store/keys.js";

const part = fc.oneof(
  fc.string({ unit: "binary", maxLength: 12 }),
  fc.string({
    unit: fc.constantFrom("/", "%", "!", "0", ".", "~", "a", "é", "\ud83d", "\ude00"),
    maxLength: 6,
  }),
);
const parts = fc.array(part, { minLength: 1, maxLength: 3 });

test("a key is printable ASCII, whatever its parts", () => {
  fc.assert(
    fc.property(parts, (given) => {
      expect(keyOf("users.by-email", given)).toMatch(/^[!-~]+$/);
    }),
  );
});

test("different parts make different keys", () => {
  fc.assert(
    fc.property(parts, parts, (one, other) => {
      expect(keyOf("users", one) === keyOf("users", other)).toBe(
        JSON.stringify(one) === JSON.stringify(other),
      );
    }),
    { numRuns: 2_000 },
  );
});

test("the range below some parts holds exactly the keys that go on from them", () => {
  fc.assert(
    fc.property(fc.array(part, { maxLength: 2 }), parts, (below, given) => {
      const { start, end } = rangeBelow("users", below);
      const key = keyOf("users", given);
      const goesOn = given.length > below.length && below.every((wanted, index) => given[index] === wanted);
      expect(key >= start && key < end).toBe(goesOn);
    }),
    { numRuns: 2_000 },
  );
});

test("neither a longer name of a place nor of an account lies within another's range", () => {
  const { start, end } = rangeBelow("users", ["acme"]);
  for (const key of [
    "users.by-email/acme/x",
    "users/acme-2/x",
    "users/acme0/x",
    "users/acmee/x",
    "users2/acme/x",
  ]) {
    expect(key >= start && key < end).toBe(false);
  }
});

test("after and before narrow a range to what lies beyond them", () => {
  fc.assert(
    fc.property(part, part, (bound, given) => {
      const key = keyOf("users", ["acme", given]);
      const edge = keyOf("users", ["acme", bound]);
      if (edge.length > LONGEST_KEY || key.length > LONGEST_KEY) return;
      const after = rangeBelow("users", ["acme"], { after: edge });
      const before = rangeBelow("users", ["acme"], { before: edge });
      expect(key >= after.start && key < after.end).toBe(key > edge);
      expect(key >= before.start && key < before.end).toBe(key < edge);
    }),
  );
});

test("bounds longer than any key are cut to what an engine takes", () => {
  const long = "x".repeat(10_000);
  expect(rangeBelow("users", [], { after: long }).start).toHaveLength(LONGEST_KEY + 1);
  expect(rangeBelow("users", [], { before: long }).end).toHaveLength(LONGEST_KEY);
});
