import type { AccessPolicy__Output } from "../../proto/gen/latchkey/v1/AccessPolicy.js";
import type {
  AccessPolicyStatement__Output,
  AccessPolicyStatement as WireStatement,
} from "../../proto/gen/latchkey/v1/AccessPolicyStatement.js";
import type {
  AccessPolicyTarget__Output,
  AccessPolicyTarget as WireTarget,
} from "../../proto/gen/latchkey/v1/AccessPolicyTarget.js";
import type {
  AccessPolicyTestCase__Output,
  AccessPolicyTestCase as WireTestCase,
} from "../../proto/gen/latchkey/v1/AccessPolicyTestCase.js";
import type { AccessPolicyChoices, PolicyRules, PolicyTarget } from "../domain/access-policies.js";
import { FieldChecks } from "../domain/field-checks.js";
import type { PolicyEffect, PolicyStatement } from "../domain/policy-statements.js";
import type { PolicyTestCase } from "../domain/policy-tests.js";
import { decodeEnum, POLICY_EFFECTS, ROLES } from "./enums.js";
import type { Complete } from "./wire.js";

/** Reads what somebody decided about a policy. Throws FIELD_INVALID. */
export function decodeChoices(accessPolicy: AccessPolicy__Output): AccessPolicyChoices {
  const { name, description } = accessPolicy;
  return { name, description, ...decodeRules(accessPolicy) };
}

/** Reads rules; none when they were left out. Throws FIELD_INVALID. */
export function decodeRules(accessPolicy: AccessPolicy__Output | null): PolicyRules {
  const checks = new FieldChecks();
  const statements = (accessPolicy?.statements ?? []).map((statement, index) =>
    decodeStatement(checks, `access_policy.statements[${index}]`, statement),
  );
  const testCases = (accessPolicy?.testCases ?? []).map((testCase, index) =>
    decodeTestCase(checks, `access_policy.test_cases[${index}]`, testCase),
  );
  checks.finish();
  return { statements, testCases };
}

function decodeStatement(
  checks: FieldChecks,
  at: string,
  statement: AccessPolicyStatement__Output,
): PolicyStatement {
  const { effect, description, methods, paths, grpcMethods } = statement;
  const { scopes, ipRanges, requestFields, responseFields } = statement;
  return {
    effect: decodeEffect(checks, `${at}.effect`, effect),
    description,
    methods,
    paths,
    grpcMethods,
    scopes,
    ipRanges,
    requestFields,
    responseFields,
  };
}

function decodeTestCase(
  checks: FieldChecks,
  at: string,
  testCase: AccessPolicyTestCase__Output,
): PolicyTestCase {
  const { name, method, path, sourceIp, scopes, hiddenFields, visibleFields } = testCase;
  const expectedEffect = decodeEffect(checks, `${at}.expected_effect`, testCase.expectedEffect);
  return { name, method, path, sourceIp, scopes, expectedEffect, hiddenFields, visibleFields };
}

function decodeEffect(checks: FieldChecks, field: string, wire: string): PolicyEffect {
  const effect = decodeEnum(checks, field, POLICY_EFFECTS, wire);
  if (effect === undefined && wire === "ACCESS_POLICY_EFFECT_UNSPECIFIED") {
    checks.refuse(field, "Must be set: ALLOW or DENY.");
  }
  return effect ?? "DENY";
}

/** Writes a statement. */
export function encodeStatement(statement: PolicyStatement): Complete<WireStatement> {
  return {
    effect: POLICY_EFFECTS[statement.effect],
    description: statement.description,
    methods: [...statement.methods],
    paths: [...statement.paths],
    grpcMethods: [...statement.grpcMethods],
    scopes: [...statement.scopes],
    ipRanges: [...statement.ipRanges],
    requestFields: [...statement.requestFields],
    responseFields: [...statement.responseFields],
  };
}

/** Writes a test case. */
export function encodeTestCase(testCase: PolicyTestCase): Complete<WireTestCase> {
  return {
    name: testCase.name,
    method: testCase.method,
    path: testCase.path,
    sourceIp: testCase.sourceIp,
    scopes: [...testCase.scopes],
    expectedEffect: POLICY_EFFECTS[testCase.expectedEffect],
    hiddenFields: [...testCase.hiddenFields],
    visibleFields: [...testCase.visibleFields],
  };
}

/** Reads what a policy is to be attached to. Throws FIELD_INVALID. */
export function decodeTarget(wire: AccessPolicyTarget__Output | null): PolicyTarget {
  const checks = new FieldChecks();
  const target = readTarget(checks, wire);
  checks.require(target !== undefined, "target", "Must name an api_token_id, an oauth_client_id or a role.");
  checks.finish();
  return target as PolicyTarget;
}

function readTarget(checks: FieldChecks, wire: AccessPolicyTarget__Output | null): PolicyTarget | undefined {
  switch (wire?.target) {
    case "apiTokenId":
      return { kind: "API_TOKEN", id: wire.apiTokenId ?? "" };
    case "oauthClientId":
      return { kind: "OAUTH_CLIENT", id: wire.oauthClientId ?? "" };
    case "role": {
      const role = decodeEnum(checks, "target.role", ROLES, wire.role ?? "ROLE_UNSPECIFIED");
      return role === undefined ? undefined : { kind: "ROLE", id: role };
    }
    default:
      return undefined;
  }
}

/** Writes what a policy is attached to. */
export function encodeTarget(target: PolicyTarget): WireTarget {
  switch (target.kind) {
    case "API_TOKEN":
      return { apiTokenId: target.id };
    case "OAUTH_CLIENT":
      return { oauthClientId: target.id };
    case "ROLE":
      return { role: ROLES[target.id] };
  }
}
