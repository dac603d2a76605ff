import { expect, test } from "vitest";
import { nearest } from "../../cli/nearest.js";
import {
  parseDurationSeconds,
  parseList,
  parseSwitch,
  parseTime,
  parseWholeNumber,
} from "../../cli/values.js";

test.each([
  ["45s", 45],
  ["90m", 5400],
  ["12h", 43_200],
  ["30d", 2_592_000],
  ["8w", 4_838_400],
  ["1y", 31_536_000],
])("%s is %i seconds", (text, seconds) => {
  expect(parseDurationSeconds("--expires-in", text)).toBe(seconds);
});

test.each(["", "30", "0d", "-1d", "1.5h", "1d12h", "30 d", "d", "1x"])("%j is no length of time", (text) => {
  expect(() => parseDurationSeconds("--expires-in", text)).toThrow("--expires-in");
});

test.each([
  ["2027-01-31", "2027-01-31T00:00:00.000Z"],
  ["2027-01-31T18:00Z", "2027-01-31T18:00:00.000Z"],
  ["2027-01-31T18:00:00+02:00", "2027-01-31T16:00:00.000Z"],
])("%s is %s", (text, time) => {
  expect(parseTime("--expires-at", text).toISOString()).toBe(time);
});

test.each([
  "",
  "tomorrow",
  "2027",
  "2027-13-01",
  "2027-02-31T25:00:00Z",
  "01/02/2027",
  "2027-01-31T18:00:00",
])("%j is no time that means the same everywhere", (text) => {
  expect(() => parseTime("--expires-at", text)).toThrow("--expires-at");
});

test("switches, numbers and lists", () => {
  expect(["on", "true", "YES", "off", "False", "no"].map((text) => parseSwitch("x", text))).toEqual([
    ...[true, true, true],
    ...[false, false, false],
  ]);
  expect(() => parseSwitch("x", "1")).toThrow("x");
  expect(parseWholeNumber("x", "007")).toBe(7);
  expect(() => parseWholeNumber("x", "-1")).toThrow("x");
  expect(parseList(" tickets, users ,")).toEqual(["tickets", "users"]);
  expect(parseList("")).toEqual([]);
});

test("the nearest word is near, or none", () => {
  const words = ["create", "list", "deactivate", "reactivate"];
  expect(nearest("creat", words)).toBe("create");
  expect(nearest("lsit", words)).toBe("list");
  expect(nearest("deactivat", words)).toBe("deactivate");
  expect(nearest("xyzzy", words)).toBeUndefined();
});
