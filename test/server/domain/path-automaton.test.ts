import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Comparison, PathAutomaton } from "../../../server/domain/path-automaton.js";
import {
  type PathPattern,
  readGrpcPattern,
  readPathPattern,
  type SegmentPattern,
} from "../../../server/domain/path-patterns.js";
import { type RequestPath, readRequestPath } from "../../../server/domain/request-paths.js";

function pathOf(target: string): RequestPath {
  const read = readRequestPath(target);
  if (!read.ok) throw new Error(`${target}: ${read.why}`);
  return read.path;
}

function patternOf(text: string, read = readPathPattern): PathPattern {
  const pattern = read(text);
  if (typeof pattern === "string") throw new Error(`${text}: ${pattern}`);
  return pattern;
}

function matches(pattern: string, target: string, comparison: Comparison = "EXACT", read = readPathPattern) {
  const automaton = new PathAutomaton<true>(comparison);
  automaton.add(patternOf(pattern, read), true);
  return automaton.match(pathOf(target)).length > 0;
}

describe("a pattern", () => {
  test.each([
    ["/", "/", true],
    ["/", "/a", false],
    ["/tickets", "/tickets", true],
    ["/tickets", "/tickets?page=2", true],
    ["/tickets", "/tickets/", false],
    ["/tickets/", "/tickets/", true],
    ["/tickets", "/Tickets", false],
    ["/tickets", "/tickets/7", false],
    ["/tickets/*", "/tickets/7", true],
    ["/tickets/*", "/tickets", false],
    ["/tickets/*", "/tickets/7/comments", false],
    ["/tickets/{id}", "/tickets/7", true],
    ["/tickets/{id}.json", "/tickets/7.json", true],
    ["/tickets/{id}.json", "/tickets/.json", false],
    ["/tickets/{id}.json", "/tickets/7", false],
    ["/tickets/v*", "/tickets/v7", true],
    ["/tickets/**", "/tickets", true],
    ["/tickets/**", "/tickets/", true],
    ["/tickets/**", "/tickets/7/comments/3/", true],
    ["/tickets/**", "/ticketsandmore", false],
    ["/**", "/", true],
    ["/**", "/a/b", true],
    ["/**/comments", "/comments", true],
    ["/**/comments", "/a/b/comments", true],
    ["/**/comments", "/a/b/comments/1", false],
    ["/a/**/b/**/c", "/a/b/c", true],
    ["/a/**/b/**/c", "/a/x/b/y/z/c", true],
    ["/a/**/b/**/c", "/a/x/y/z/c", false],
    ["/café", "/caf%C3%A9", true],
  ])("%s, %s: %j", (pattern, target, expected) => {
    expect(matches(pattern, target)).toBe(expected);
  });

  test.each([
    ["helpdesk.v1.Tickets/GetTicket", "/helpdesk.v1.Tickets/GetTicket", true],
    ["helpdesk.v1.Tickets/GetTicket", "/helpdesk.v1.Tickets/getTicket", false],
    ["helpdesk.v1.Tickets/*", "/helpdesk.v1.Tickets/GetTicket", true],
    ["helpdesk.v1.*/*", "/helpdesk.v1.Tickets/GetTicket", true],
    ["helpdesk.v1.*/*", "/helpdesk.v2.Tickets/GetTicket", false],
    ["*/*", "/Tickets/GetTicket", true],
  ])("of gRPC methods %s, %s: %j", (pattern, target, expected) => {
    expect(matches(pattern, target, "EXACT", readGrpcPattern)).toBe(expected);
  });

  test.each(["/Reports", "/reports/", "/REPORTS", "/%52eports", "/ＲＥＰＯＲＴＳ"])(
    "that denies /reports also matches %s",
    (target) => {
      expect(matches("/reports", target, "FOLDED")).toBe(true);
    },
  );

  test.each([
    "",
    "tickets",
    "//",
    "/a//b",
    "/a/../b",
    "/a/./b",
    "/a%20b",
    "/a/**b",
    "/a/{x}{y}",
    "/a/{}",
    "/a/{x",
    "/a/x}",
    "/a/{9}",
    "/{id}/b/{id}",
    "/a;b",
    "/a?b",
    "/a#b",
    "/a\\b",
    `/${"a/".repeat(40)}`,
    `/${"a".repeat(600)}`,
  ])("%s is none", (text) => {
    expect(readPathPattern(text)).toEqual(expect.any(String));
  });

  test.each(["", "Tickets", "/Tickets/Get", "Tickets/Get/More", "a..b/Get", "Tick*/Get", "Tickets/G*"])(
    "%s is none of gRPC methods",
    (text) => {
      expect(readGrpcPattern(text)).toEqual(expect.any(String));
    },
  );
});

const LETTERS = ["a", "b", "ab", "ba"];
const anySegment = fc.constantFrom("a", "b", "ab", "ba", "*", "**", "{x}", "a*", "*b", "a{y}b");
const anyPattern = fc
  .array(anySegment, { maxLength: 6 })
  .map((segments) => `/${segments.join("/")}`)
  .filter((text) => typeof readPathPattern(text) !== "string");
const anyPath = fc
  .array(fc.constantFrom(...LETTERS), { maxLength: 6 })
  .map((segments) => `/${segments.join("/")}`);

/** What a pattern means, told slowly. */
function matchesSlowly(pattern: readonly SegmentPattern[], path: readonly string[]): boolean {
  const [first, ...rest] = pattern;
  if (first === undefined) return path.length === 0;
  if (first.kind === "DEEP") {
    return matchesSlowly(rest, path) || (path.length > 0 && matchesSlowly(pattern, path.slice(1)));
  }
  const [segment, ...others] = path;
  if (segment === undefined) return false;
  const fits =
    first.kind === "ANY" ||
    (first.kind === "LITERAL" && first.text === segment) ||
    (first.kind === "AFFIX" &&
      segment.length > first.prefix.length + first.suffix.length &&
      segment.startsWith(first.prefix) &&
      segment.endsWith(first.suffix));
  return fits && matchesSlowly(rest, others);
}

describe("many patterns together", () => {
  test("match what each matches alone, told slowly", () => {
    fc.assert(
      fc.property(fc.array(anyPattern, { maxLength: 10 }), anyPath, (patterns, target) => {
        const automaton = new PathAutomaton<number>("EXACT");
        for (const [index, text] of patterns.entries()) automaton.add(patternOf(text), index);
        const path = pathOf(target);
        const expected = patterns.flatMap((text, index) =>
          matchesSlowly(patternOf(text).segments, path.segments) ? [index] : [],
        );
        expect([...new Set(automaton.match(path))].sort((a, b) => a - b)).toEqual(expected);
      }),
      { numRuns: 5_000 },
    );
  });

  test("cost at most a look at every place for every segment, however hostile the path", () => {
    const hostile = Array.from({ length: 200 }, (_, index) => `/${"**/a/".repeat(index % 15)}**/b${index}`);
    const automaton = new PathAutomaton<number>("EXACT");
    for (const [index, text] of hostile.entries()) automaton.add(patternOf(text), index);
    const places = 1 + 15 * 2 + 200;
    const costs = [500, 1_000, 2_000, 4_000].map((length) => {
      const before = automaton.visits;
      automaton.match(pathOf(`/${"a/".repeat(length)}x`));
      return automaton.visits - before;
    });
    for (const [index, length] of [500, 1_000, 2_000, 4_000].entries()) {
      expect(costs[index]).toBeLessThanOrEqual((length + 2) * places * 2);
    }
    // Twice the path, twice the work, and no more.
    for (const [one, other] of [
      [costs[0], costs[1]],
      [costs[1], costs[2]],
      [costs[2], costs[3]],
    ]) {
      expect((other ?? 0) / (one ?? 1)).toBeLessThan(2.1);
    }
  });
});
