import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compileFilter, type FilterFields } from "../../../server/domain/filters.js";
import { failureIn } from "../../support/test-environment.js";

interface Thing {
  readonly name: string;
  readonly note: string | undefined;
  readonly size: number | undefined;
  readonly isOpen: boolean;
  readonly time: number | undefined;
  readonly tags: readonly string[];
}

const FIELDS: FilterFields<Thing> = {
  name: { type: "text", read: ({ name }) => name },
  "note.text": { type: "text", read: ({ note }) => note },
  size: { type: "number", read: ({ size }) => size },
  is_open: { type: "boolean", read: ({ isOpen }) => isOpen },
  time: { type: "time", read: ({ time }) => time },
  tags: { type: "list", read: ({ tags }) => tags },
};

const THING: Thing = {
  name: "Nightly Export",
  note: undefined,
  size: 5,
  isOpen: true,
  time: Date.parse("2026-11-01T12:00:00Z"),
  tags: ["read", "users:read"],
};

describe("a filter", () => {
  test.each([
    ["", true],
    ["   ", true],
    ['name = "Nightly Export"', true],
    ["name = 'Nightly Export'", true],
    ['name = "nightly export"', false],
    ['name != "x"', true],
    ['name : "EXPORT"', true],
    ["name:nightly", true],
    ["name:zz", false],
    ['name > "M"', true],
    ['"note.text" = ""', true],
    ["note.text : x", false],
    ["nightly", true],
    ["nightly weekly", false],
    ['"nightly exp"', true],
    ["size = 5", true],
    ["size >= 5.5", false],
    ["size > -1", true],
    ["size < -1", false],
    ["is_open = true", true],
    ["is_open != true", false],
    ["NOT is_open = true", false],
    ["-is_open = true", false],
    ['time >= "2026-11-01T12:00:00Z"', true],
    ['time > "2026-11-01T12:00:00Z"', false],
    ["time < 2026-11-02", true],
    ["tags : read", true],
    ['tags : "users:read"', true],
    ["tags : users", false],
    ["tags != write", true],
    ["size = 1 OR size = 5", true],
    ["size = 1 AND size = 5", false],
    ["(size = 1 OR size = 5) AND (nightly)", true],
    // OR binds tighter than AND (AIP-160).
    ["size = 1 AND size = 2 OR size = 5", false],
    ["size = 5 OR size = 1 AND size = 2", false],
    ["size = 5 AND size = 1 OR size = 5", true],
    ["size = 1 size = 5 OR size = 5", false],
    ["NOT size = 1 OR size = 1", true],
    ["NOT (size = 1 OR size = 5)", false],
    ["NOT NOT size = 5", true],
    ["name = AND", false],
    [`name : "\\"" OR size = 5`, true],
    ["size=5 AND(nightly)", true],
  ])("%s: %s", (filter, answer) => {
    expect(compileFilter(filter, FIELDS)(THING)).toBe(answer);
  });

  test("of what is unset only `!=` is true", () => {
    const bare = { ...THING, size: undefined, time: undefined };
    const passes = (filter: string) => compileFilter(filter, FIELDS)(bare);
    for (const operator of ["=", "<", "<=", ">", ">="]) expect(passes(`size ${operator} 0`)).toBe(false);
    expect(passes("size != 0")).toBe(true);
    expect(passes('time < "2999-01-01"')).toBe(false);
  });

  test.each([
    "secret = 1",
    "__proto__ = 1",
    "constructor : x",
    "name =",
    "= 1",
    "name = = 1",
    "(name = 1",
    "name = 1)",
    "()",
    "AND",
    "a AND",
    "OR a",
    "a OR OR b",
    "NOT",
    '"open',
    "size = five",
    "time = yesterday",
    "is_open = yes",
    "is_open < true",
    "tags < read",
    "name ! x",
    `${"(".repeat(50)}a${")".repeat(50)}`,
    `${"NOT ".repeat(50)}a`,
    "-".repeat(1_000),
    "x".repeat(2_001),
  ])("what cannot be read (%#) is refused by name", (filter) => {
    const failure = failureIn(() => compileFilter(filter, FIELDS));
    expect(failure?.reason).toBe("FILTER_INVALID");
    expect(failure?.details.violations?.map(({ field }) => field)).toEqual(["filter"]);
  });

  test("twenty levels are deep enough", () => {
    expect(compileFilter(`${"(".repeat(20)}nightly${")".repeat(20)}`, FIELDS)(THING)).toBe(true);
    expect(failureIn(() => compileFilter(`${"(".repeat(21)}a${")".repeat(21)}`, FIELDS))?.reason).toBe(
      "FILTER_INVALID",
    );
  });

  test("is compiled or refused, whatever it is", () => {
    const word = fc.constantFrom(
      ..."name size is_open time tags AND OR NOT - ( ) = != < <= > >= : true 5 x \" ' \\ é \ud83d".split(" "),
    );
    const wordy = fc.array(word, { maxLength: 25 }).map((words) => words.join(" "));
    fc.assert(
      fc.property(fc.oneof(wordy, fc.string({ unit: "binary", maxLength: 60 })), (filter) => {
        failureIn(() => compileFilter(filter, FIELDS)(THING));
      }),
      { numRuns: 5_000 },
    );
  });

  test("means what AIP-160 says of AND, OR and NOT, however it is nested", () => {
    type Tree = { text: string; value: boolean };
    const { expression } = fc.letrec<{ expression: Tree; leaf: Tree; factor: Tree }>((tie) => ({
      leaf: fc.boolean().map((value) => ({ text: `size ${value ? "=" : "!="} 5`, value })),
      factor: fc.oneof(
        { maxDepth: 3, depthIdentifier: "filter" },
        tie("leaf"),
        tie("leaf").map(({ text, value }) => ({ text: `NOT ${text}`, value: !value })),
        tie("expression").map(({ text, value }) => ({ text: `(${text})`, value })),
      ),
      expression: fc
        .array(fc.array(tie("factor"), { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 })
        .map((all) => ({
          text: all.map((any) => any.map(({ text }) => text).join(" OR ")).join(" AND "),
          value: all.every((any) => any.some(({ value }) => value)),
        })),
    }));
    fc.assert(
      fc.property(expression, ({ text, value }) => {
        if (text.length > 2_000) return;
        expect(compileFilter(text, FIELDS)(THING)).toBe(value);
      }),
      { numRuns: 1_000 },
    );
  });
});
