import { Failure } from "./failure.js";
import { FieldChecks } from "./field-checks.js";
import type { Instant } from "./instants.js";
import { checkStatements, type PolicyStatement } from "./policy-statements.js";
import { checkTestCases, type PolicyTestCase } from "./policy-tests.js";
import type { Role } from "./users.js";

/** What somebody decides in one version of a policy. */
export interface PolicyRules {
  readonly statements: readonly PolicyStatement[];
  readonly testCases: readonly PolicyTestCase[];
}

/** What whoever makes or changes a policy decides about it. */
export interface AccessPolicyChoices extends PolicyRules {
  readonly name: string;
  readonly description: string;
}

/** A named set of rules that credentials and roles can be put under; its rules are in its versions. */
export interface AccessPolicy {
  readonly id: string;
  readonly accountId: string;
  readonly name: string;
  readonly description: string;
  readonly latestVersion: number;
  /** 0 for none. */
  readonly enforcedVersion: number;
  /** The version that runs beside the enforced one, and since when; absent for none. */
  readonly dryRun?: { readonly version: number; readonly startTime: Instant };
  /** How many things it is attached to: whoever attaches or deletes it writes or reads this. */
  readonly attachmentCount: number;
  readonly creatorUserId: string;
  readonly creatorEmail: string;
  readonly createTime: Instant;
  readonly updateTime: Instant;
  readonly revision: number;
}

/** One version of a policy; it never changes. */
export interface AccessPolicyVersion extends PolicyRules {
  readonly accountId: string;
  readonly policyId: string;
  /** Counts from 1. */
  readonly version: number;
  readonly createTime: Instant;
  readonly creatorUserId: string;
  readonly creatorEmail: string;
}

/** The rules of a version that count now. */
export interface EnforcedRules {
  readonly version: number;
  readonly statements: readonly PolicyStatement[];
}

/** The rules of a version in dry run. */
export interface TrialRules extends EnforcedRules {
  readonly startTime: Instant;
}

/** What of a policy decides about requests, kept beside it so that one look finds it. */
export interface AccessPolicyTerms {
  readonly id: string;
  readonly accountId: string;
  /** Absent while no version is enforced. */
  readonly enforced?: EnforcedRules;
  /** Absent while none is in dry run. */
  readonly trial?: TrialRules;
}

/** What a policy can be attached to. */
export type PolicyTarget =
  | { readonly kind: "API_TOKEN"; readonly id: string }
  | { readonly kind: "OAUTH_CLIENT"; readonly id: string }
  | { readonly kind: "ROLE"; readonly id: Role };

/** That a policy is attached to something, kept under the policy; what it is attached to names the policy, too. */
export interface PolicyAttachment {
  readonly accountId: string;
  readonly policyId: string;
  readonly target: PolicyTarget;
  readonly createTime: Instant;
}

/** How many policies an account holds. */
export const MAX_ACCESS_POLICIES = 500;

/** How many versions a policy has. */
export const MAX_POLICY_VERSIONS = 1_000;

/** How many policies one thing can be under. */
export const MAX_POLICIES_ATTACHED = 10;

/** How large the rules of a version may be, as JSON, in characters. */
const MAX_RULES_LENGTH = 262_144;

/** What is decided about a policy, as the contract spells it; the audit log tells of each. */
export const ACCESS_POLICY_FIELDS = {
  name: (policy: AccessPolicy) => policy.name,
  description: (policy: AccessPolicy) => policy.description,
  latest_version: (policy: AccessPolicy) => policy.latestVersion,
  enforced_version: (policy: AccessPolicy) => policy.enforcedVersion,
  dry_run_version: (policy: AccessPolicy) => policy.dryRun?.version ?? 0,
} as const;

/** The fields that can be changed. */
export const CHANGEABLE_POLICY_FIELDS = ["name", "description", "statements", "test_cases"] as const;

/** Checks what somebody decided about a policy; gives it back in its canonical form. Throws FIELD_INVALID. */
export function checkAccessPolicy(
  choices: AccessPolicyChoices,
  resources: readonly string[],
): AccessPolicyChoices {
  const checks = new FieldChecks();
  checks.require(
    /^[a-z][a-z0-9-]{0,59}$/.test(choices.name),
    "access_policy.name",
    "Must have 1 to 60 characters: a-z, 0-9 and hyphens, starting with a letter.",
  );
  const description = checks.text("access_policy.description", choices.description, 0, 500);
  const rules = noteRules(checks, choices, resources);
  checks.finish();
  return { ...rules, name: choices.name, description };
}

/** Checks rules; gives them back in their canonical form. Throws FIELD_INVALID. */
export function checkRules(rules: PolicyRules, resources: readonly string[]): PolicyRules {
  const checks = new FieldChecks();
  const checked = noteRules(checks, rules, resources);
  checks.finish();
  return checked;
}

function noteRules(checks: FieldChecks, rules: PolicyRules, resources: readonly string[]): PolicyRules {
  const statements = checkStatements(checks, "access_policy.statements", rules.statements, resources);
  const testCases = checkTestCases(checks, "access_policy.test_cases", rules.testCases, resources);
  const { length } = JSON.stringify([statements, testCases]);
  checks.require(
    length <= MAX_RULES_LENGTH,
    "access_policy.statements",
    `Must take at most ${MAX_RULES_LENGTH} characters as JSON, test cases included; they take ${length}.`,
  );
  return { statements, testCases };
}

/** The same policy, changed now. */
export function revisePolicy(policy: AccessPolicy, now: Instant): AccessPolicy {
  return { ...policy, updateTime: now, revision: policy.revision + 1 };
}

/** Throws ACCESS_POLICY_ATTACHED, with a violation for each of the things, unless it is attached to none. */
export function requireDetached(policy: AccessPolicy, targets: readonly PolicyTarget[]): void {
  if (policy.attachmentCount === 0) return;
  throw new Failure(
    "ACCESS_POLICY_ATTACHED",
    `The policy is attached to ${targets.map(describeTarget).slice(0, 5).join(", ")}${targets.length > 5 ? ", …" : ""}: detach it first.`,
    {
      violations: targets.map((target) => ({
        field: "access_policy",
        description: `Is attached to ${describeTarget(target)}.`,
      })),
      metadata: { attachment_count: String(policy.attachmentCount) },
    },
  );
}

/** A thing a policy can be attached to, in words. */
export function describeTarget({ kind, id }: PolicyTarget): string {
  if (kind === "ROLE") return `the role ${id}`;
  return kind === "API_TOKEN" ? `the API token ${id}` : `the OAuth client ${id}`;
}
