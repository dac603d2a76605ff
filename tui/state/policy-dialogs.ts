import type {
  ExplainRequest,
  PolicyChoices,
  PolicyTarget,
  PolicyVersion,
} from "../client/access-policies.js";
import type { Form } from "./form.js";
import type { DryRunReport, Explanation, PolicyReadEvent, Suggestion, TestResult } from "./policy-event.js";
import type { TextArea } from "./text-area.js";
import type { TextField } from "./text-field.js";
import type { Words } from "./words.js";

/** What was found out about a text. */
export type CheckedText = Extract<PolicyReadEvent, { type: "policy-text-checked" }>;

/** The text of a policy being written. */
export type PolicyEditorDialog = {
  kind: "policy-editor";
  /** What is edited; undefined for a new one. */
  target: { id: string; name: string; etag: string } | undefined;
  /** As it is stored; empty for a new one. */
  stored: string;
  area: TextArea;
  checked: CheckedText | undefined;
  /** Whether the person waits for what is found out. */
  isReviewing: boolean;
  failure: Words | undefined;
  /** True once the person asked to leave what is not saved. */
  leaving: boolean;
};

/** What is about to be saved, beside what is stored. */
export type PolicyReviewDialog = {
  kind: "policy-review";
  editor: PolicyEditorDialog;
  choices: PolicyChoices;
  diff: readonly string[];
  tests: readonly TestResult[];
  top: number;
};

/** The versions of a policy, the newest first, and what each of them changed. */
export type PolicyVersionsDialog = {
  kind: "policy-versions";
  policyId: string;
  versions: readonly PolicyVersion[] | undefined;
  /** What each version changed, line by line. */
  changes: readonly (readonly string[])[];
  chosen: number;
  top: number;
};

/** What a policy is attached to. */
export type PolicyAttachmentsDialog = {
  kind: "policy-attachments";
  policyId: string;
  targets: readonly PolicyTarget[] | undefined;
  chosen: number;
};

/** The policies that something is under, among all. */
export type PoliciesOverDialog = {
  kind: "policies-over";
  target: PolicyTarget;
  ids: readonly string[] | undefined;
  chosen: number;
};

/** What the picked thing is for. */
export type PickPurpose =
  | { kind: "attach"; policyId: string }
  | { kind: "explain" }
  | { kind: "suggest"; policyId: string };

/** Something to be picked by typing a part of its name. */
export type PolicyPickerDialog = {
  kind: "policy-picker";
  purpose: PickPurpose;
  field: TextField;
  chosen: number;
};

/** What a dry run would have denied. */
export type DryRunReportDialog = {
  kind: "dry-run-report";
  policyId: string;
  report: DryRunReport | undefined;
  top: number;
};

/** Why a request is allowed or not. */
export type ExplanationDialog = {
  kind: "explanation";
  request: ExplainRequest;
  label: string;
  explanation: Explanation;
  /** The form it was asked with, to ask again. */
  form: Form | undefined;
  top: number;
};

/** A policy that would have allowed what was observed. */
export type SuggestionDialog = {
  kind: "suggestion";
  label: string;
  policyId: string;
  suggestion: Suggestion;
  diff: readonly string[];
  top: number;
};

/** What stands over the screen about access policies. */
export type PolicyDialog =
  | PolicyEditorDialog
  | PolicyReviewDialog
  | PolicyVersionsDialog
  | PolicyAttachmentsDialog
  | PoliciesOverDialog
  | PolicyPickerDialog
  | DryRunReportDialog
  | ExplanationDialog
  | SuggestionDialog;
