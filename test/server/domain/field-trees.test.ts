import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addUse, type ObservedUse } from "../../../server/domain/access-observations.js";
import { CompiledPolicy } from "../../../server/domain/compiled-policies.js";
import { FieldChecks } from "../../../server/domain/field-checks.js";
import { FieldTree } from "../../../server/domain/field-trees.js";
import { FieldReader } from "../../../server/domain/json-fields.js";
import { JsonProblem } from "../../../server/domain/json-problems.js";
import { checkStatements } from "../../../server/domain/policy-statements.js";
import { suggestPolicy } from "../../../server/domain/policy-suggestions.js";
import { filterBody, forbiddenFields } from "../../../verifier/fields.js";

/** The fields of a body, read in pieces of so many bytes. */
function fieldsOf(text: string, piece = 1_000): readonly string[] | undefined {
  const bytes = new TextEncoder().encode(text);
  const reader = new FieldReader();
  for (let at = 0; at < bytes.length; at += piece) reader.write(bytes.subarray(at, at + piece));
  return reader.end();
}

describe("the fields of a body", () => {
  test.each<[string, readonly string[] | undefined]>([
    [
      '{"ticket": {"id": 7, "tags": ["a", "b"], "requester": {"name": "x"}}}',
      ["ticket.id", "ticket.requester.name", "ticket.tags"],
    ],
    ['[{"a": 1}, {"b": null}]', ["a", "b"]],
    ['{"a": null, "b": {}, "c": [], "d": [{"e": [[{"f": 1}]]}]}', ["a", "b", "c", "d.e.f"]],
    ['[{"a": 1}, {"a": {"b": 2}}]', ["a"]],
    ['{"a": {"x": 1}, "a": {"y": 1}}', ["a.x", "a.y"]],
    ['{"first.name": 1, "*": 2, "a b": 3, "": 4, "é": 5, "\\u0061": 6}', ['""', "*"]],
    ['{"first.name": 1, "a b": 3, "é": 5, "\\u0061": 6}', ["a", '"a b"', '"first.name"', "é"]],
    [
      '{"__proto__": {"x": 1}, "constructor": {"prototype": 1}, "toString": 2}',
      ["__proto__.x", "constructor.prototype", "toString"],
    ],
    ["{}", []],
    ["[]", []],
    ["7", undefined],
    ["[1]", undefined],
    ['{"a": 1', undefined],
    ['{"a" 1}', undefined],
  ])("%s", (text, fields) => {
    const told = fieldsOf(text);
    // Beside any name, no other is told.
    expect(told && [...told].sort()).toEqual(fields?.includes("*") ? ["*"] : fields && [...fields].sort());
    expect(fieldsOf(text, 1)).toEqual(told);
  });

  test("have no names that are values", () => {
    const keys = [
      "17",
      "jane@example.com",
      "0d9ae4c0-4b3b-4c1f-9a63-0d9ae4c04b3b",
      "lka_Abc123Def456Ghi789",
      "x".repeat(500),
    ];
    for (const key of keys) expect(fieldsOf(JSON.stringify({ by: { [key]: { n: 1 } } }))).toEqual(["by.*.n"]);
    const many = Object.fromEntries(
      Array.from({ length: 100 }, (_, n) => [
        `n${"abcdefghij"[n % 10]}${"abcdefghij"[Math.floor(n / 10)]}`,
        { n },
      ]),
    );
    expect(fieldsOf(JSON.stringify({ by: many }))).toEqual(["by.*.n"]);
    expect(fieldsOf('{"by": {"\\ud800": 1}}')).toEqual(["by.*"]);
    expect(fieldsOf('{"billing_address_line2": 1, "addressLine1": 2}')).toEqual([
      "addressLine1",
      "billing_address_line2",
    ]);
  });

  test("that lie deep go by what they lie in, and a body that is too deep is not known", () => {
    const deep = (levels: number) => `${'{"a":'.repeat(levels)}1${"}".repeat(levels)}`;
    expect(fieldsOf(deep(50))).toEqual(["a.a.a.a.a.a.a.a"]);
    expect(fieldsOf(deep(100_000))).toBeUndefined();
    expect(fieldsOf("[".repeat(100_000))).toBeUndefined();
  });
});

const hostileName = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom("id", "name", "email", "a", "b", "tags") },
  fc.constantFrom(
    "__proto__",
    "constructor",
    "prototype",
    "",
    "*",
    "**",
    "a.b",
    "[]",
    '"',
    "\\",
    "\ud800",
    "e\u0301",
    "é",
    " ",
  ),
  fc.string({ unit: "binary", maxLength: 5 }),
  fc.integer({ min: 30, max: 400 }).map((length) => "long name ".repeat(length / 10)),
  fc.uuid(),
);
const anyBody = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: "medium", withCrossShrink: true },
    fc.constantFrom(null, 1, "text", true),
    fc.array(tie("value"), { maxLength: 4 }),
    fc.array(fc.tuple(hostileName, tie("value")), { maxLength: 6 }).map((entries) => new Members(entries)),
  ),
})).value;

/** An object written as it is, with names that occur twice. */
class Members {
  readonly entries: readonly (readonly [string, unknown])[];
  constructor(entries: readonly (readonly [string, unknown])[]) {
    this.entries = entries;
  }
}

function write(value: unknown): string {
  if (value instanceof Members)
    return `{${value.entries.map(([name, one]) => `${JSON.stringify(name)}:${write(one)}`).join(",")}}`;
  return Array.isArray(value) ? `[${value.map(write).join(",")}]` : JSON.stringify(value);
}

test("the suggested policy allows all that was observed, with its fields, whatever they are called", () => {
  const anyUse = fc.record({
    method: fc.constantFrom("GET", "POST", "PUT"),
    path: fc.constantFrom("/tickets/{id}", "/tickets", "/users/{id}.json", "/a", "/b", "/c"),
    request: fc.option(anyBody),
    response: fc.option(anyBody),
  });
  let restricted = 0;
  fc.assert(
    fc.property(fc.array(anyUse, { minLength: 1, maxLength: 12 }), (all) => {
      const rows = new Map<string, ObservedUse>();
      for (const { method, path, ...bodies } of all) {
        const seen = (body: unknown) => {
          const paths = body === null ? undefined : fieldsOf(write(body), 7);
          return paths === undefined ? undefined : { count: 1, paths };
        };
        const [requestFields, responseFields] = [seen(bodies.request), seen(bodies.response)];
        const use = {
          ...{ accountId: "acme", credentialId: "tok_1", userId: "", method, path, count: 1 },
          ...{ firstTime: 1, lastTime: 1 },
          ...(requestFields && { requestFields }),
          ...(responseFields && { responseFields }),
        };
        const known = rows.get(`${method} ${path}`);
        rows.set(`${method} ${path}`, known === undefined ? use : addUse(known, use));
      }
      const { statements, evidence } = suggestPolicy([...rows.values()]);
      expect(evidence.reduce((sum, { requestCount }) => sum + requestCount, 0)).toBe(all.length);
      const checks = new FieldChecks();
      checkStatements(checks, "statements", statements, []);
      checks.finish();
      const policy = new CompiledPolicy(statements);
      for (const { method, path, request, response } of all) {
        const asked = { method, path: path.replace("{id}", "7"), sourceIp: "", scopes: [] };
        const verdict = policy.decide(asked);
        expect(verdict.allowed).toBe(true);
        if (!verdict.allowed) continue;
        if (verdict.responseFields.allowed.length > 0) restricted += 1;
        if (response !== null) {
          const bytes = new TextEncoder().encode(write(response));
          expect(Buffer.from(filterBody(bytes, verdict.responseFields)).toString()).toBe(write(response));
        }
        if (request !== null) expect(forbiddenOrRefused(write(request), verdict.requestFields)).toEqual([]);
      }
    }),
    { numRuns: 400 },
  );
  expect(restricted).toBeGreaterThan(100);
});

/** What of a body is forbidden; nothing for one that would be refused whatever the fields. */
function forbiddenOrRefused(text: string, lists: Parameters<typeof forbiddenFields>[1]): readonly string[] {
  try {
    return forbiddenFields(new TextEncoder().encode(text), lists);
  } catch (error) {
    if (error instanceof JsonProblem) return [];
    throw error;
  }
}

test("a tree stays bounded, whatever it is told, and says no less than was seen", () => {
  const tree = new FieldTree();
  for (let n = 0; n < 3_000; n++) {
    const letters = [...String(n)].map((digit) => "abcdefghij"[Number(digit)]);
    tree.add([letters.join("."), `${letters.join("")}.${"y".repeat(59)}`]);
  }
  const paths = tree.paths() ?? [];
  expect(paths.length).toBeLessThanOrEqual(100);
  expect(paths.join("").length).toBeLessThanOrEqual(4_000);
  const body = JSON.stringify({ a: { b: { c: 1 } }, abc: { ["y".repeat(59)]: 1 } });
  expect(forbiddenFields(new TextEncoder().encode(body), { allowed: [paths], removed: [] })).toEqual([]);
});
