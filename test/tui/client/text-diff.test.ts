import { expect, test } from "vitest";
import { diffLines } from "../../../tui/client/text-diff.js";

test.each<[string, string, string, string[]]>([
  ["alike", "a\nb\n", "a\nb\n", []],
  ["new", "", "a\nb\n", ["+ a", "+ b"]],
  ["changed", "a\nb\nc\n", "a\nx\nc\n", ["  a", "- b", "+ x", "  c"]],
  ["with what is far away left out", "1\n2\n3\n4\n5\n6\n", "1\n2\n3\n4\n5\n", ["  4", "  5", "- 6"]],
])("%s", (_, before, after, lines) => {
  expect(diffLines(before, after)).toEqual(lines);
});
