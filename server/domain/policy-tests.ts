import { CompiledPolicy } from "./compiled-policies.js";
import { Failure } from "./failure.js";
import { FieldAutomaton } from "./field-automaton.js";
import type { FieldChecks } from "./field-checks.js";
import { checkFieldPaths, type FieldLists, readFieldPath } from "./field-paths.js";
import type { PolicyEffect, PolicyStatement } from "./policy-statements.js";
import { checkScopes } from "./scopes.js";

/** A request, and what a policy has to say of it. */
export interface PolicyTestCase {
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly sourceIp: string;
  readonly scopes: readonly string[];
  readonly expectedEffect: PolicyEffect;
  /** Response fields that must be kept back, and such that must pass, when the request is allowed. */
  readonly hiddenFields: readonly string[];
  readonly visibleFields: readonly string[];
}

/** What became of a test case: empty words when it passed. */
export interface PolicyTestResult {
  readonly name: string;
  readonly passed: boolean;
  readonly description: string;
}

const MAX_TEST_CASES = 200;

/** Notes what is wrong with test cases; gives them back with their names trimmed. */
export function checkTestCases(
  checks: FieldChecks,
  field: string,
  testCases: readonly PolicyTestCase[],
  resources: readonly string[],
): PolicyTestCase[] {
  if (!checks.atMost(field, testCases, MAX_TEST_CASES, "test cases")) return [];
  const names = new Set<string>();
  return testCases.map((testCase, index) => {
    const at = `${field}[${index}]`;
    const name = checks.text(`${at}.name`, testCase.name, 1, 200);
    checks.require(!names.has(name), `${at}.name`, "Is the name of another test case already.");
    names.add(name);
    checks.require(testCase.method.length <= 40, `${at}.method`, "Must have at most 40 characters.");
    checks.require(testCase.path.length <= 2_000, `${at}.path`, "Must have at most 2,000 characters.");
    checks.require(testCase.sourceIp.length <= 64, `${at}.source_ip`, "Must be an IP address, or empty.");
    checkScopes(checks, `${at}.scopes`, testCase.scopes, resources);
    checkFieldPaths(checks, `${at}.hidden_fields`, testCase.hiddenFields, "ALLOWED");
    checkFieldPaths(checks, `${at}.visible_fields`, testCase.visibleFields, "ALLOWED");
    return { ...testCase, name };
  });
}

/** Runs test cases against statements. */
export function runTestCases(
  statements: readonly PolicyStatement[],
  testCases: readonly PolicyTestCase[],
): PolicyTestResult[] {
  const policy = new CompiledPolicy(statements);
  return testCases.map((testCase) => {
    const description = problemOf(policy, testCase);
    return { name: testCase.name, passed: description === "", description };
  });
}

function problemOf(policy: CompiledPolicy, testCase: PolicyTestCase): string {
  const verdict = policy.decide(testCase);
  if (verdict.allowed !== (testCase.expectedEffect === "ALLOW")) {
    return verdict.allowed
      ? `Is allowed by statement ${(verdict.statements[0] ?? 0) + 1}; denial was expected.`
      : "Is denied; to be allowed was expected.";
  }
  if (!verdict.allowed) return "";
  const isVisible = visibilityBy(verdict.responseFields);
  const seen = testCase.hiddenFields.find(isVisible);
  if (seen !== undefined) return `The response field ${seen} passes; it was to be kept back.`;
  const missed = testCase.visibleFields.find((path) => !isVisible(path));
  return missed === undefined ? "" : `The response field ${missed} is kept back; it was to pass.`;
}

function visibilityBy(lists: FieldLists): (path: string) => boolean {
  const automaton = new FieldAutomaton(lists);
  return (text) => {
    const path = readFieldPath(text);
    if (typeof path === "string") return false;
    const names = path.map((step) => (step.kind === "NAME" ? step.name : ""));
    return names.reduce((state, name) => automaton.enter(state, name), automaton.start()).isLeafVisible;
  };
}

/** Throws ACCESS_POLICY_TEST_FAILED, with a violation for each that failed, unless all test cases pass. */
export function requireTestsPassed(
  statements: readonly PolicyStatement[],
  testCases: readonly PolicyTestCase[],
): void {
  const failed = runTestCases(statements, testCases).filter(({ passed }) => !passed);
  const [first] = failed;
  if (first === undefined) return;
  throw new Failure(
    "ACCESS_POLICY_TEST_FAILED",
    `${failed.length} of ${testCases.length} test cases do not pass; the first is "${first.name}": ${first.description}`,
    {
      violations: failed.map(({ name, description }) => ({
        field: `access_policy.test_cases[${testCases.findIndex((testCase) => testCase.name === name)}]`,
        description,
      })),
    },
  );
}
