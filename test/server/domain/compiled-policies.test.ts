import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  CompiledPolicy,
  decideByAll,
  type PolicyQuestion,
  type PolicyVerdict,
} from "../../../server/domain/compiled-policies.js";
import { FieldAutomaton } from "../../../server/domain/field-automaton.js";
import { ALL_FIELDS, type FieldLists, intersectFieldLists } from "../../../server/domain/field-paths.js";
import type { PolicyStatement } from "../../../server/domain/policy-statements.js";

const NONE: PolicyStatement = {
  description: "",
  effect: "ALLOW",
  methods: [],
  paths: [],
  grpcMethods: [],
  scopes: [],
  ipRanges: [],
  requestFields: [],
  responseFields: [],
};

function allow(statement: Partial<PolicyStatement>): PolicyStatement {
  return { ...NONE, ...statement };
}

function deny(statement: Partial<PolicyStatement>): PolicyStatement {
  return { ...NONE, effect: "DENY", ...statement };
}

const GET_TICKET: PolicyQuestion = { method: "GET", path: "/tickets/7", sourceIp: "192.0.2.1", scopes: [] };

function decide(
  statements: readonly PolicyStatement[],
  question: Partial<PolicyQuestion> = {},
): PolicyVerdict {
  return new CompiledPolicy(statements).decide({ ...GET_TICKET, ...question });
}

function isAllowed(statements: readonly PolicyStatement[], question: Partial<PolicyQuestion> = {}): boolean {
  return decide(statements, question).allowed;
}

describe("a policy", () => {
  test("without statements denies", () => {
    expect(decide([])).toEqual({ allowed: false, denial: { kind: "NOT_ALLOWED" } });
  });

  test("allows what a statement allows, and names it", () => {
    const statements = [
      allow({ paths: ["/users/**"] }),
      allow({ methods: ["GET"], paths: ["/tickets/{id}"] }),
    ];
    expect(decide(statements)).toEqual({
      allowed: true,
      requestFields: ALL_FIELDS,
      responseFields: ALL_FIELDS,
      statements: [1],
      admitsAll: true,
    });
    expect(isAllowed(statements, { method: "POST" })).toBe(false);
    expect(isAllowed(statements, { method: "get" })).toBe(true);
    expect(isAllowed(statements, { path: "/reports" })).toBe(false);
  });

  test("denies what a statement denies, whatever the order", () => {
    const statements = [allow({}), deny({ paths: ["/reports/**"] })];
    for (const order of [statements, statements.toReversed()]) {
      expect(isAllowed(order)).toBe(true);
      expect(decide(order, { path: "/reports/1" })).toEqual({
        allowed: false,
        denial: { kind: "DENIED", statement: order.findIndex(({ effect }) => effect === "DENY") },
      });
    }
  });

  test("lets no spelling of a denied path through", () => {
    const statements = [allow({}), deny({ paths: ["/reports", "/reports/**"] })];
    for (const path of [
      "/reports",
      "/Reports",
      "/reports/",
      "/%72eports",
      "/%52EPORTS/1",
      "/tickets/../reports",
      "//reports",
      "/reports;a",
      "/ＲＥＰＯＲＴＳ",
      "/reports%2f1",
      "/reports?x=/tickets",
      "",
    ]) {
      expect(isAllowed(statements, { path }), path).toBe(false);
    }
  });

  test("lets no other form of Unicode through, neither by a rule that denies nor by one that allows", () => {
    const denying = [allow({}), deny({ paths: ["/café", "/admin"] })];
    for (const path of [
      "/cafe\u0301",
      "/cafe%CC%81",
      "/CAF%C3%89",
      "/adm%C4%B1n",
      "/ADM%C4%B0N",
      "/ａdmin",
      "/ⓐdmin",
    ])
      expect(isAllowed(denying, { path }), path).toBe(false);
    for (const path of ["/cafe\u0301", "/cafe%CC%81", "/CAF%C3%89"])
      expect(isAllowed([allow({ paths: ["/café"] })], { path }), path).toBe(false);
    expect(isAllowed([allow({ paths: ["/café"] })], { path: "/caf%C3%A9" })).toBe(true);
  });

  test("says of a path that servers could read differently why it is refused", () => {
    expect(decide([allow({})], { path: "/a/../b" })).toEqual({
      allowed: false,
      denial: { kind: "PATH_AMBIGUOUS", why: "a segment of it is a dot segment" },
    });
  });

  test("takes what it is not told for the worse", () => {
    const toTickets = [allow({ paths: ["/tickets/**"] })];
    expect(isAllowed(toTickets, { path: "" })).toBe(false);
    expect(isAllowed([allow({ methods: ["GET"] })], { method: "" })).toBe(false);
    expect(isAllowed([allow({}), deny({ methods: ["DELETE"] })], { method: "" })).toBe(false);
    expect(isAllowed([allow({ ipRanges: ["192.0.2.0/24"] })], { sourceIp: "" })).toBe(false);
    expect(isAllowed([allow({}), deny({ ipRanges: ["203.0.113.0/24"] })], { sourceIp: "" })).toBe(false);
    expect(isAllowed([allow({}), deny({ ipRanges: ["203.0.113.0/24"] })])).toBe(true);
  });

  test("asks for scopes and addresses where a statement does", () => {
    const scoped = [allow({ scopes: ["tickets:read"] })];
    expect(isAllowed(scoped)).toBe(true);
    expect(isAllowed(scoped, { scopes: ["read"] })).toBe(true);
    expect(isAllowed(scoped, { scopes: ["users:read"] })).toBe(false);
    const fromHome = [allow({ ipRanges: ["192.0.2.0/24"] })];
    expect(isAllowed(fromHome)).toBe(true);
    expect(isAllowed(fromHome, { sourceIp: "198.51.100.1" })).toBe(false);
  });

  test("knows gRPC methods as what they are on the wire", () => {
    const statements = [
      allow({ grpcMethods: ["helpdesk.v1.Tickets/*"], paths: ["/tickets"], methods: ["GET"] }),
    ];
    expect(isAllowed(statements, { method: "POST", path: "/helpdesk.v1.Tickets/GetTicket" })).toBe(true);
    expect(isAllowed(statements, { method: "GET", path: "/helpdesk.v1.Tickets/GetTicket" })).toBe(false);
    expect(isAllowed(statements, { method: "GET", path: "/tickets" })).toBe(true);
    expect(isAllowed(statements, { method: "POST", path: "/tickets" })).toBe(false);
  });

  test("adds up the fields that statements admit, and takes away those that others remove", () => {
    const verdict = decide([
      allow({ paths: ["/tickets/**"], responseFields: ["ticket.id"] }),
      allow({ methods: ["GET"], responseFields: ["ticket.subject"] }),
      deny({ responseFields: ["**.email"], requestFields: ["ticket.status"] }),
    ]);
    expect(verdict).toEqual({
      allowed: true,
      requestFields: { allowed: [], removed: ["ticket.status"] },
      responseFields: { allowed: [["ticket.id", "ticket.subject"]], removed: ["**.email"] },
      statements: [0, 1, 2],
      admitsAll: false,
    });
  });

  test("answers the same when it remembers", () => {
    const policy = new CompiledPolicy([
      allow({ paths: ["/tickets/*"], ipRanges: ["192.0.2.0/24"] }),
      deny({ paths: ["/tickets/9"] }),
    ]);
    for (let round = 0; round < 3; round++) {
      expect(policy.decide(GET_TICKET).allowed).toBe(true);
      expect(policy.decide({ ...GET_TICKET, sourceIp: "198.51.100.1" }).allowed).toBe(false);
      expect(policy.decide({ ...GET_TICKET, path: "/tickets/9" }).allowed).toBe(false);
    }
    const before = policy.visits;
    policy.decide(GET_TICKET);
    expect(policy.visits).toBe(before);
    for (let id = 0; id < 10_000; id++) policy.decide({ ...GET_TICKET, path: `/tickets/${id + 10}` });
    expect(policy.decide(GET_TICKET).allowed).toBe(true);
  });
});

const someOf = <T>(...items: T[]) => fc.subarray(items, { maxLength: Math.min(3, items.length) });
const anyFields = someOf("a", "b", "a.b", "c.*", '"x.y"', "b.c.d");
const anyStatement: fc.Arbitrary<PolicyStatement> = fc.record({
  description: fc.constant(""),
  effect: fc.constantFrom("ALLOW", "ALLOW", "DENY"),
  methods: someOf("GET", "POST", "DELETE"),
  paths: someOf("/a", "/a/*", "/a/**", "/**/b", "/{x}/b", "/**", "/a/b*", "/A"),
  grpcMethods: someOf("a.B/C", "a.*/*"),
  scopes: someOf("tickets:read", "tickets:write"),
  ipRanges: someOf("192.0.2.0/24", "198.51.100.7", "2001:db8::/32"),
  requestFields: anyFields,
  responseFields: anyFields,
});
const anyStatements = fc.array(anyStatement, { maxLength: 6 });
const anyQuestion: fc.Arbitrary<PolicyQuestion> = fc.record({
  method: fc.constantFrom("GET", "POST", "DELETE", "PATCH", "get", ""),
  path: fc.constantFrom(
    "/a",
    "/a/",
    "/A",
    "/a/b",
    "/a/b/c",
    "/x/b",
    "/a.B/C",
    "/a/%62",
    "/a//b",
    "/a/../b",
    "",
    "/",
  ),
  sourceIp: fc.constantFrom("192.0.2.9", "198.51.100.7", "203.0.113.1", "2001:db8::1", "", "nonsense"),
  scopes: fc.constantFrom<readonly string[]>([], ["read"], ["tickets:read"], ["tickets:write", "users:read"]),
});
const PATHS = ["a", "b", "c", "a.b", "a.c", "c.x", "c.x.y", "b.c", "b.c.d", "b.c.d.e", '"x.y"', "z"];

/** The leaves, of those tried, that may pass. */
function visible(lists: FieldLists): Set<string> {
  const automaton = new FieldAutomaton(lists);
  return new Set(
    PATHS.filter((path) => {
      const names = path.startsWith('"') ? [JSON.parse(path) as string] : path.split(".");
      return names.reduce((state, name) => automaton.enter(state, name), automaton.start()).isLeafVisible;
    }),
  );
}

/** What may be done and seen, as a set that can be compared. */
function access(statements: readonly PolicyStatement[], question: PolicyQuestion): Set<string> {
  const verdict = new CompiledPolicy(statements).decide(question);
  if (!verdict.allowed) return new Set();
  return new Set([
    "the request",
    ...[...visible(verdict.requestFields)].map((path) => `send ${path}`),
    ...[...visible(verdict.responseFields)].map((path) => `see ${path}`),
  ]);
}

describe("whatever the policies and the requests", () => {
  test("what is recalled is what is decided anew, and never by a query", () => {
    const questions = fc.array(fc.tuple(anyQuestion, fc.constantFrom("", "?a=b", "?_method=DELETE")), {
      minLength: 20,
    });
    let recalls = 0;
    fc.assert(
      fc.property(anyStatements, questions, (statements, all) => {
        const policy = new CompiledPolicy(statements);
        for (const [question, query] of all) {
          const asked = { ...question, path: question.path + query };
          const recalled = policy.recall(asked.method, asked.path);
          if (recalled !== undefined) {
            recalls += 1;
            expect(recalled).toEqual(new CompiledPolicy(statements).decide(asked));
            expect(query).toBe("");
          }
          policy.decide(asked);
        }
      }),
    );
    expect(recalls).toBeGreaterThan(50);
  });

  const runs = { numRuns: 5_000 };

  test("adding a statement that allows never takes access away", () => {
    fc.assert(
      fc.property(anyStatements, anyStatement, anyQuestion, (statements, added, question) => {
        const before = access(statements, question);
        const after = access([...statements, { ...added, effect: "ALLOW" }], question);
        expect([...before].filter((what) => !after.has(what))).toEqual([]);
      }),
      runs,
    );
  });

  test("adding a statement that denies never gives access", () => {
    fc.assert(
      fc.property(anyStatements, anyStatement, anyQuestion, (statements, added, question) => {
        const before = access(statements, question);
        const after = access([...statements, { ...added, effect: "DENY" }], question);
        expect([...after].filter((what) => !before.has(what))).toEqual([]);
      }),
      runs,
    );
  });

  test("the order of statements changes nothing", () => {
    fc.assert(
      fc.property(anyStatements, anyQuestion, (statements, question) => {
        expect(access(statements.toReversed(), question)).toEqual(access(statements, question));
      }),
      runs,
    );
  });

  test("several policies together allow exactly what each of them allows", () => {
    fc.assert(
      fc.property(
        fc.array(anyStatements, { minLength: 1, maxLength: 3 }),
        anyQuestion,
        (policies, question) => {
          const named = policies.map((statements, index) => ({
            id: `p${index}`,
            version: 1,
            isOwn: true,
            compiled: new CompiledPolicy(statements),
          }));
          const joint = decideByAll(named, question);
          const each = policies.map((statements) => new CompiledPolicy(statements).decide(question));
          expect(joint.allowed).toBe(each.every(({ allowed }) => allowed));
          if (!joint.allowed) return;
          for (const what of ["requestFields", "responseFields"] as const) {
            const sets = each.map((verdict) =>
              verdict.allowed ? visible(verdict[what]) : new Set<string>(),
            );
            const expected = new Set(PATHS.filter((path) => sets.every((set) => set.has(path))));
            expect(visible(joint[what])).toEqual(expected);
          }
        },
      ),
      runs,
    );
  });

  test("intersecting field lists never widens either", () => {
    const anyLists = fc.record({ allowed: fc.array(anyFields, { maxLength: 2 }), removed: anyFields });
    fc.assert(
      fc.property(anyLists, anyLists, (one, other) => {
        const both = visible(intersectFieldLists(one, other));
        const [a, b] = [visible(one), visible(other)];
        expect(both).toEqual(new Set(PATHS.filter((path) => a.has(path) && b.has(path))));
      }),
      runs,
    );
  });

  test("less told is never more allowed", () => {
    fc.assert(
      fc.property(anyStatements, anyQuestion, (statements, question) => {
        for (const untold of [{ method: "" }, { path: "" }, { sourceIp: "" }]) {
          // One that names no method, path or address at all is about every one of them.
          const blind = access(statements, { ...question, ...untold });
          const told = access(statements, question);
          fc.pre(!(question.path.includes("//") || question.path.includes("..")));
          expect([...blind].filter((what) => !told.has(what))).toEqual([]);
        }
      }),
      runs,
    );
  });
});
