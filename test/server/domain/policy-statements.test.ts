import { describe, expect, test } from "vitest";
import { FieldChecks } from "../../../server/domain/field-checks.js";
import { readFieldPath } from "../../../server/domain/field-paths.js";
import { checkStatements, type PolicyStatement } from "../../../server/domain/policy-statements.js";
import { failureIn } from "../../support/test-environment.js";

function problems(...statements: Partial<PolicyStatement>[]): string[] {
  const checks = new FieldChecks();
  const whole = statements.map((statement) => ({
    description: "",
    effect: "ALLOW" as const,
    methods: [],
    paths: [],
    grpcMethods: [],
    scopes: [],
    ipRanges: [],
    requestFields: [],
    responseFields: [],
    ...statement,
  }));
  checkStatements(checks, "access_policy.statements", whole, ["tickets"]);
  return failureIn(() => checks.finish())?.details.violations?.map(({ field }) => field) ?? [];
}

describe("statements are checked field by field", () => {
  test("a good one passes", () => {
    expect(
      problems({
        methods: ["get", "PATCH"],
        paths: ["/tickets/{id}", "/tickets/**"],
        grpcMethods: ["helpdesk.v1.Tickets/*"],
        scopes: ["tickets:read"],
        ipRanges: ["192.0.2.0/24"],
        requestFields: ["ticket.status"],
        responseFields: ["ticket", "*.id"],
      }),
    ).toEqual([]);
  });

  test.each<[string, Partial<PolicyStatement>]>([
    ["methods[1]", { methods: ["GET", "G T"], paths: ["/"] }],
    ["methods[1]", { methods: ["GET", "get"], paths: ["/"] }],
    ["methods", { methods: ["GET"], grpcMethods: ["a.B/C"] }],
    ["paths[0]", { paths: ["tickets"] }],
    ["paths[1]", { paths: ["/a", "/a"] }],
    ["paths", { paths: Array.from({ length: 51 }, (_, index) => `/${index}`) }],
    ["grpc_methods[0]", { grpcMethods: ["nonsense"] }],
    ["scopes[0]", { scopes: ["dragons:read"] }],
    ["ip_ranges[0]", { ipRanges: ["300.1.1.1"] }],
    ["request_fields[0]", { requestFields: ["a..b"] }],
    ["response_fields[0]", { responseFields: ["**.email"] }],
    ["response_fields[1]", { responseFields: ["a", "a"] }],
    ["description", { description: "x".repeat(201) }],
  ])("%s", (field, statement) => {
    expect(problems({}, {}, statement)).toEqual([`access_policy.statements[2].${field}`]);
  });

  test("removals may be at any depth", () => {
    expect(problems({ effect: "DENY", responseFields: ["**.email"] })).toEqual([]);
  });

  test("there may not be too many", () => {
    expect(problems(...Array.from({ length: 201 }, () => ({})))).toEqual(["access_policy.statements"]);
  });
});

describe("a path into JSON", () => {
  test.each([
    ["ticket", ["ticket"]],
    ["ticket.requester.email", ["ticket", "requester", "email"]],
    ["tickets[].id", ["tickets", "id"]],
    ["[].id", ["id"]],
    ["[][].a[][].b[]", ["a", "b"]],
    ['custom."first.name"', ["custom", "first.name"]],
    ['"\\u0041"."*"', ["A", "*"]],
    ["é-_$", ["é-_$"]],
  ])("%s is read", (text, names) => {
    expect(readFieldPath(text)).toEqual(names.map((name) => ({ kind: "NAME", name })));
  });

  test.each([
    "",
    "[]",
    ".",
    "a.",
    ".a",
    "a..b",
    "a b",
    "a[0]",
    "a*",
    "***",
    "**",
    "a.**",
    '"a',
    '"a"b',
    '"\\x"',
    `${"a.".repeat(20)}a`,
    "$.a[",
  ])("%s is none", (text) => {
    expect(readFieldPath(text)).toEqual(expect.any(String));
  });
});
