import type { ExplainRequest, PolicyChoices, PolicyTarget } from "../client/access-policies.js";

/** A call about access policies that only reads. */
export type PolicyReadEffect =
  /** What is wrong with the text of a policy: its shape, the server's rules, its own tests. */
  | { type: "check-policy-text"; text: string; review: boolean }
  | { type: "read-policy-text"; id: string }
  | { type: "read-policy-versions"; id: string }
  | { type: "read-policy-attachments"; id: string }
  | { type: "read-dry-run-report"; id: string }
  | { type: "read-policies-over"; target: PolicyTarget };

/** A call about access policies that changes something, or that must not be made twice. */
export type PolicyWriteEffect =
  | { type: "explain-access"; request: ExplainRequest; label: string }
  /** Compared with a policy, or with none when its id is empty. */
  | { type: "suggest-policy"; credentialId: string; label: string; policyId: string }
  | { type: "create-access-policy"; choices: PolicyChoices }
  | { type: "update-access-policy"; id: string; choices: Partial<PolicyChoices>; etag: string }
  | { type: "delete-access-policy"; id: string; etag: string }
  /** 0 for none. */
  | { type: "enforce-access-policy"; id: string; version: number; etag: string }
  | { type: "dry-run-access-policy"; id: string; version: number; etag: string }
  | { type: "attach-access-policy"; id: string; target: PolicyTarget; label: string }
  | { type: "detach-access-policy"; id: string; target: PolicyTarget; label: string };

/** A call about access policies. */
export type PolicyEffect = PolicyReadEffect | PolicyWriteEffect;
