import type {
  AccessPolicy,
  AccessPolicyCalls,
  ExplainRequest,
  PolicyChoices,
  PolicyTarget,
  PolicyVersion,
} from "../client/access-policies.js";
import type { PolicyProblem } from "../client/policy-files.js";
import type { PolicyWriteEffect } from "./policy-effect.js";

/** Why a request is allowed or not. */
export type Explanation = Awaited<ReturnType<AccessPolicyCalls["explain"]>>;

/** What a dry run would have denied. */
export type DryRunReport = Awaited<ReturnType<AccessPolicyCalls["dryRunReport"]>>;

/** A policy that would have allowed what was observed. */
export type Suggestion = Awaited<ReturnType<AccessPolicyCalls["suggest"]>>;

/** One test of a policy, and whether it passes. */
export type TestResult = { name: string; passed: boolean; description: string };

/** The answer to a call about access policies that reads. */
export type PolicyReadEvent =
  | {
      type: "policy-text-checked";
      text: string;
      /** Whether it is about to be saved. */
      review: boolean;
      /** Undefined for a text that cannot be read. */
      choices: PolicyChoices | undefined;
      problems: readonly PolicyProblem[];
      tests: readonly TestResult[];
    }
  | { type: "policy-text-read"; policy: AccessPolicy; text: string }
  | {
      type: "policy-versions-read";
      id: string;
      versions: readonly PolicyVersion[];
      changes: readonly (readonly string[])[];
    }
  | { type: "policy-attachments-read"; id: string; targets: readonly PolicyTarget[] }
  | { type: "dry-run-report-read"; id: string; report: DryRunReport }
  | { type: "policies-over-read"; target: PolicyTarget; ids: readonly string[] };

/** The answer to a call about access policies that changes something, or that must not be made twice. */
export type PolicyWriteEvent =
  | { type: "access-explained"; request: ExplainRequest; label: string; explanation: Explanation }
  | {
      type: "policy-suggested";
      credentialId: string;
      label: string;
      policyId: string;
      suggestion: Suggestion;
      /** As it differs from the policy, or the whole of it. */
      diff: readonly string[];
    }
  | { type: "access-policy-changed"; by: PolicyWriteEffect["type"]; accessPolicy: AccessPolicy }
  | {
      type: "access-policy-moved";
      by: "attach-access-policy" | "detach-access-policy";
      accessPolicy: AccessPolicy;
      target: PolicyTarget;
      label: string;
    }
  | { type: "access-policy-deleted"; accessPolicy: AccessPolicy };
