import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  formatDuration,
  formatExpiry,
  measureDuration,
  parseDuration,
  parseExpiry,
  parseList,
  parseWhole,
  suggestAccountId,
} from "../../../tui/state/entries.js";

const NOW = new Date(2026, 10, 24, 12, 0).getTime();

describe("a duration", () => {
  test.each([
    ["90", 90],
    ["90s", 90],
    ["30 min", 1800],
    ["2h", 7200],
    ["30d", 2_592_000],
    ["30j", 2_592_000],
    ["", undefined],
    ["d", undefined],
    ["1.5h", undefined],
    ["5 weeks", undefined],
  ])("%j is %j", (text, seconds) => expect(parseDuration(text)).toBe(seconds));

  test("is written as it is read", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999 }), (seconds) => {
        expect(parseDuration(formatDuration(seconds))).toBe(seconds);
      }),
    );
    expect(measureDuration(7200)).toEqual({ key: "duration.hour", params: { count: 2 } });
  });
});

describe("an expiry", () => {
  test.each([
    ["", null],
    ["90d", new Date(NOW + 90 * 86_400_000)],
    ["2027-01-31", new Date(2027, 0, 31, 23, 59, 59)],
    ["2027-01-31 18:30", new Date(2027, 0, 31, 18, 30)],
    ["2020-01-01", undefined],
    ["2027-02-31", undefined],
    ["tomorrow", undefined],
    ["0", undefined],
  ])("%j is %j", (text, expected) => expect(parseExpiry(text, NOW)).toEqual(expected));

  test("is written as it is read, to the minute", () => {
    expect(formatExpiry(undefined)).toBe("");
    expect(formatExpiry(parseExpiry("2027-01-31 18:30", NOW) ?? undefined)).toBe("2027-01-31 18:30");
  });
});

test("a list is set apart by commas or blanks", () => {
  expect(parseList(" a, b;c\td,, ")).toEqual(["a", "b", "c", "d"]);
  expect(parseWhole(" 30 ")).toBe(30);
  expect(parseWhole("-1")).toBeUndefined();
});

test("an account id is suggested that the contract allows, whatever the name", () => {
  expect(suggestAccountId("Boutique Été & Fils")).toBe("boutique-ete-fils");
  expect(suggestAccountId("3M")).toBe("m");
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (name) => {
      expect(suggestAccountId(name)).toMatch(/^(|[a-z]|[a-z][a-z0-9-]{0,38}[a-z0-9])$/);
    }),
  );
});
