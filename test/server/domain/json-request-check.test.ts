import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { FieldLists } from "../../../server/domain/field-paths.js";
import { JsonProblem } from "../../../server/domain/json-problems.js";
import { RequestFieldCheck } from "../../../server/domain/json-request-check.js";
import { openBodyFilter } from "../../../verifier/fields.js";

function forbidden(text: string, lists: Partial<FieldLists>): readonly string[] {
  return new RequestFieldCheck({ allowed: [], removed: [], ...lists }).forbiddenIn(
    new TextEncoder().encode(text),
  );
}

describe("the fields of a request", () => {
  test.each([
    [
      "a removed one",
      '{"ticket":{"status":"open","id":1}}',
      { removed: ["ticket.status"] },
      ["ticket.status"],
    ],
    [
      "one in a list",
      '{"tickets":[{"status":1},{"id":1}]}',
      { removed: ["tickets.status"] },
      ["tickets.status"],
    ],
    ["one at any depth", '{"a":{"b":{"status":{"x":1}}}}', { removed: ["**.status"] }, ["a.b.status"]],
    ["one in another case", '{"ticket":{"Status":1}}', { removed: ["ticket.status"] }, ["ticket.Status"]],
    ["one that Unicode writes otherwise", '{"ｓtatuſ":1}', { removed: ["status"] }, ["ｓtatuſ"]],
    [
      "one in two parts for Unicode",
      '{"re\u0301sume\u0301":1}',
      { removed: ["résumé"] },
      ["re\u0301sume\u0301"],
    ],
    ["one allowed in two parts for Unicode", '{"e\u0301":1}', { allowed: [["é"]] }, ["e\u0301"]],
    [
      "one beside itself in capitals",
      '{"status":1,"STATUS":2}',
      { removed: ["status"] },
      ["status", "STATUS"],
    ],
    [
      "those every object has",
      '{"toString":1,"constructor":2}',
      { allowed: [["id"]] },
      ["toString", "constructor"],
    ],
    ["one with escapes", '{"\\u0073tatus":1}', { removed: ["status"] }, ["status"]],
    ["one not allowed", '{"ticket":{"id":1,"x":2}}', { allowed: [["ticket.id"]] }, ["ticket.x"]],
    ["one allowed in another case", '{"ID":1}', { allowed: [["id"]] }, ["ID"]],
    ["a value where fields are expected", '{"ticket":7}', { allowed: [["ticket.id"]] }, ["ticket"]],
    ["none", '{"ticket":{"id":1}}', { allowed: [["ticket.id"]], removed: ["ticket.status"] }, []],
    ["none in nothing", "{}", { allowed: [["ticket.id"]] }, []],
  ])("%s", (_, text, lists, expected) => {
    expect(forbidden(text, lists)).toEqual(expected);
  });

  test.each([
    ["a name that occurs twice", '{"a":1,"a":2}'],
    ["a name that occurs twice, escaped", '{"a":1,"\\u0061":2}'],
    ["a name that occurs twice, in a list", '[[{"x":{"a":1,"b":2,"a":3}}]]'],
    ["a name that occurs twice, the second time harmless", '{"status":1,"status":null}'],
    ["a prototype", '{"__proto__":{"status":1}}'],
    ["a prototype within", '{"a":[{"__proto__":1}]}'],
    ["a prototype, escaped", '{"\\u005f_proto__":{"status":1}}'],
    ["a prototype that holds nothing", '{"a":{"__proto__":{}}}'],
    ["a constructor's prototype within", '{"a":[{"constructor":{"prototype":{}}}]}'],
    ["a constructor's prototype", '{"constructor":{"prototype":{"status":1}}}'],
    ["a byte order mark", '\ufeff{"a":1}'],
    ["a comment", '{"a":1/*x*/}'],
    ["single quotes", "{'a':1}"],
    ["a comma too many", '{"a":1,}'],
    ["two bodies", '{"a":1}{"b":2}'],
    ["NaN", '{"a":NaN}'],
    ["nothing", ""],
    ["great depth", "[".repeat(100_000)],
    ["great depth of objects", '{"a":'.repeat(100_000)],
    ["great depth, closed again", `${'{"a":['.repeat(51)}1${"]}".repeat(51)}`],
  ])("%s is refused", (_, text) => {
    expect(() => forbidden(text, { removed: ["status"] })).toThrow(JsonProblem);
  });

  test("bytes that are no UTF-8 are refused", () => {
    const check = new RequestFieldCheck({ allowed: [], removed: ["status"] });
    expect(() => check.forbiddenIn(Uint8Array.of(0x22, 0xc0, 0xaf, 0x22))).toThrow(JsonProblem);
  });

  test("a long text is no trouble", () => {
    expect(forbidden(JSON.stringify({ a: 'x"\\'.repeat(2_000_000) }), { removed: ["b"] })).toEqual([]);
  });

  test("names are given up to a number", () => {
    const body = Object.fromEntries(Array.from({ length: 1_000 }, (_, index) => [`x${index}`, 1]));
    expect(forbidden(JSON.stringify(body), { allowed: [["id"]] })).toHaveLength(20);
  });

  test("what may be sent is what a filter would let pass", () => {
    const name = fc.constantFrom("a", "b", "c");
    const json = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 3 },
        fc.constantFrom(1, "x", null),
        fc.array(tie("value"), { maxLength: 3 }),
        fc.dictionary(name, tie("value"), { maxKeys: 3 }),
      ),
    })).value;
    const path = fc
      .array(fc.constantFrom("a", "b", "c", "*"), { minLength: 1, maxLength: 3 })
      .map((steps) => steps.join("."));
    const lists = fc.record({
      allowed: fc.array(fc.array(path, { maxLength: 3 }), { maxLength: 2 }),
      removed: fc.array(path, { maxLength: 2 }),
    });
    fc.assert(
      fc.property(json, lists, (value, fields) => {
        const text = JSON.stringify(value);
        const jsonFilter = openBodyFilter(fields);
        const passed = Buffer.concat([
          jsonFilter.write(new TextEncoder().encode(text)),
          jsonFilter.end(),
        ]).toString();
        const isUntouched = passed === text && !(passed === "null" && fields.allowed.length > 0);
        expect(forbidden(text, fields).length === 0, `${text} ${passed}`).toBe(isUntouched);
      }),
      { numRuns: 3_000 },
    );
  });
});
