import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { FieldAutomaton, type FieldState } from "../../../server/domain/field-automaton.js";
import type { FieldLists } from "../../../server/domain/field-paths.js";
import { JsonFilter } from "../../../server/domain/json-filter.js";
import { NameTable } from "../../../server/domain/json-names.js";
import { JsonProblem, MAX_JSON_DEPTH } from "../../../server/domain/json-problems.js";

/** Filters a text, cut at the places given. */
function filter(text: string, lists: Partial<FieldLists>, cuts: readonly number[] = []): string {
  const bytes = new TextEncoder().encode(text);
  const automaton = new FieldAutomaton({ allowed: [], removed: [], ...lists });
  const jsonFilter = new JsonFilter(automaton, new NameTable(automaton.names));
  const places = [0, ...cuts.map((cut) => cut % (bytes.length + 1)).sort((a, b) => a - b), bytes.length];
  const kept = places.slice(1).map((to, index) => jsonFilter.write(bytes.slice(places[index], to)));
  return Buffer.concat([...kept, jsonFilter.end()]).toString();
}

function without(text: string, ...removed: string[]): string {
  return filter(text, { removed });
}

function only(text: string, ...paths: string[]): string {
  return filter(text, { allowed: [paths] });
}

const TICKET =
  '{"ticket": {"id": 7, "requester": {"name": "Jane", "email": "jane@example.com"}, "cc": [{"email": "x"}]}}';

describe("a body", () => {
  test.each([
    ["a removed field", without('{"id":7,"email":"x"}', "email"), '{"id":7}'],
    ["the first", without('{"email":"x","id":7}', "email"), '{"id":7}'],
    ["one between", without('{"id":7,"email":"x","name":"y"}', "email"), '{"id":7,"name":"y"}'],
    ["the only one", without('{"email":"x"}', "email"), "{}"],
    ["several in a row", without('{"a":1,"b":2,"c":3,"d":4}', "b", "c"), '{"a":1,"d":4}'],
    ["all", without('{ "a" : 1 , "b" : 2 }', "a", "b"), "{ }"],
    [
      "nested",
      without(TICKET, "ticket.requester.email"),
      TICKET.replace(', "email": "jane@example.com"', ""),
    ],
    ["in a list", without('[{"id":1,"email":"x"},{"id":2}]', "email"), '[{"id":1},{"id":2}]'],
    [
      "in lists of lists",
      without('[[{"email":"x"}],[[{"email":"y","id":1}]]]', "email"),
      '[[{}],[[{"id":1}]]]',
    ],
    [
      "at any depth",
      without('{"email":1,"a":{"email":2,"b":[{"email":3,"c":4}]}}', "**.email"),
      '{"a":{"b":[{"c":4}]}}',
    ],
    ["below any name", without('{"a":{"x":1,"y":2},"b":{"x":3}}', "*.x"), '{"a":{"y":2},"b":{}}'],
    ["with all below it", without('{"a":{"b":{"c":[1,{}]}},"d":1}', "a.b"), '{"a":{},"d":1}'],
    ["twice", without('{"email":1,"id":2,"email":3}', "email"), '{"id":2}'],
    ["with escapes in its name", without('{"\\u0065mail":"x","id":1}', "email"), '{"id":1}'],
    ["that is not ASCII", without('{"prénom":"x","pr\\u00e9nom":"y","id":1}', "prénom"), '{"id":1}'],
    ["named like a prototype", without('{"__proto__":{"a":1},"id":1}', "__proto__"), '{"id":1}'],
    ["within a prototype", without('{"__proto__":{"email":1,"a":2}}', "**.email"), '{"__proto__":{"a":2}}'],
    ["quoted", without('{"first.name":"x","first":{"name":"y"}}', '"first.name"'), '{"first":{"name":"y"}}'],
    ["not there", without('{"id":7}', "email"), '{"id":7}'],
  ])("loses %s", (_, filtered, expected) => {
    expect(filtered).toBe(expected);
  });

  test.each([
    ["what is allowed", only(TICKET, "ticket.id"), '{"ticket": {"id": 7}}'],
    [
      "allowed objects whole",
      only(TICKET, "ticket.requester"),
      '{"ticket": {"requester": {"name": "Jane", "email": "jane@example.com"}}}',
    ],
    [
      "it in every element",
      only('{"tickets":[{"id":1,"x":2},{"x":3},{"id":4}],"count":3}', "tickets[].id"),
      '{"tickets":[{"id":1},{},{"id":4}]}',
    ],
    ["no value where a field is expected", only('{"ticket":"secret"}', "ticket.id"), "{}"],
    [
      "no such value in a list",
      only('{"tickets":["secret",{"id":1},7]}', "tickets.id"),
      '{"tickets":[{"id":1}]}',
    ],
    ["nothing of nothing", filter("[1,2]", { allowed: [[]] }), "null"],
    ["no bare value", only('"secret"', "id"), "null"],
    [
      "what every list allows",
      filter('{"a":1,"b":2,"c":3}', {
        allowed: [
          ["a", "b"],
          ["b", "c"],
        ],
      }),
      '{"b":2}',
    ],
    [
      "what is allowed and not removed",
      filter('{"a":{"x":1,"y":2},"b":1}', { allowed: [["a"]], removed: ["a.y"] }),
      '{"a":{"x":1}}',
    ],
  ])("keeps %s", (_, filtered, expected) => {
    expect(filtered).toBe(expected);
  });

  test("keeps every byte of what passes", () => {
    const text = '{\n "n": 12345678901234567890.1e400 , "s" : "\\u0041\\/é😀", "x":1 }\n';
    expect(without(text, "x")).toBe('{\n "n": 12345678901234567890.1e400 , "s" : "\\u0041\\/é😀"}\n');
    expect(without(text, "y")).toBe(text);
  });

  test(`may be ${MAX_JSON_DEPTH} levels deep, and no deeper`, () => {
    const deep = (levels: number) => "[".repeat(levels) + "]".repeat(levels);
    expect(without(deep(MAX_JSON_DEPTH), "a")).toBe(deep(MAX_JSON_DEPTH));
    expect(() => without(deep(MAX_JSON_DEPTH + 1), "a")).toThrow(JsonProblem);
    expect(() => without("[".repeat(5_000_000), "a")).toThrow(JsonProblem);
  });
});

const anyName = fc.constantFrom("a", "b", "c", "email", "é", "__proto__", "", "x.y", 'q"', "toString");
const anyJson = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.oneof(
      fc.constant(null),
      fc.boolean(),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.string({ unit: "binary-ascii" }),
      fc.string(),
    ),
    fc.array(tie("value"), { maxLength: 4 }),
    fc.array(fc.tuple(anyName, tie("value")), { maxLength: 5 }).map((members) => Object.fromEntries(members)),
  ),
})).value;
const anyPath = fc
  .array(fc.constantFrom("a", "b", "c", "email", "é", "*", "__proto__", '"x.y"', '"q\\""', "toString"), {
    minLength: 1,
    maxLength: 3,
  })
  .map((steps) => steps.join("."));
const anyRemoval = fc.oneof(
  anyPath,
  anyPath.map((path) => `**.${path}`),
);
const anyLists = fc.record({
  allowed: fc.array(fc.array(anyPath, { maxLength: 3 }), { maxLength: 2 }),
  removed: fc.array(anyRemoval, { maxLength: 3 }),
});
const anyCuts = fc.array(fc.nat(2_000), { maxLength: 12 });

/** What should pass, told by whole values: undefined for nothing. */
function filterSlowly(automaton: FieldAutomaton, state: FieldState, value: unknown): unknown {
  if (state.passes === "NONE") return undefined;
  if (typeof value !== "object" || value === null) return state.isLeafVisible ? value : undefined;
  if (Array.isArray(value)) {
    return value.map((item) => filterSlowly(automaton, state, item)).filter((item) => item !== undefined);
  }
  const kept = Object.entries(value).map(([name, member]) => [
    name,
    filterSlowly(automaton, automaton.enter(state, name), member),
  ]);
  return Object.fromEntries(kept.filter(([, member]) => member !== undefined));
}

describe("whatever the body", () => {
  test("it is filtered as told slowly, however it is cut", () => {
    fc.assert(
      fc.property(anyJson, anyLists, anyCuts, fc.constantFrom(0, 2), (value, lists, cuts, indent) => {
        const text = JSON.stringify(value, null, indent);
        const automaton = new FieldAutomaton(lists);
        const expected = filterSlowly(automaton, automaton.start(), JSON.parse(text)) ?? null;
        expect(JSON.parse(filter(text, lists, cuts))).toEqual(expected);
      }),
      { numRuns: 4_000 },
    );
  });

  test("filtered again, it loses nothing more", () => {
    fc.assert(
      fc.property(anyJson, anyLists, (value, lists) => {
        const once = filter(JSON.stringify(value), lists);
        if (once !== "null") expect(filter(once, lists)).toBe(once);
      }),
      { numRuns: 1_000 },
    );
  });

  test("it is JSON where JSON.parse says so, and nowhere else", () => {
    const pieces = fc.constantFrom(
      "{",
      "}",
      "[",
      "]",
      ",",
      ":",
      '"a"',
      '"b"',
      '"\\u00e9"',
      '"\\x"',
      '"',
      "1",
      "-",
      "0",
      ".",
      "e",
      "+",
      "true",
      "null",
      "nul",
      " ",
      "\n",
      "\t",
      "\u0001",
      '{"a":',
      "é",
      "1.5e3",
      "01",
      "\ufeff",
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 9 }), anyCuts, (some, cuts) => {
        const text = some.join("");
        let isJson = true;
        try {
          JSON.parse(text);
        } catch {
          isJson = false;
        }
        if (isJson) expect(filter(text, {}, cuts)).toBe(text.trimStart());
        else expect(() => filter(text, { removed: ["b"] }, cuts)).toThrow(JsonProblem);
      }),
      { numRuns: 20_000 },
    );
  });
});
