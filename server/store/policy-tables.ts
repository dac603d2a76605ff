import { type DryRunDenial, denialKindOf, kindOf, type ObservedUse } from "../domain/access-observations.js";
import type {
  AccessPolicy,
  AccessPolicyTerms,
  AccessPolicyVersion,
  PolicyAttachment,
} from "../domain/access-policies.js";
import type { UseReporter } from "../domain/use-reports.js";
import type { Index, Table } from "./table.js";

/** Access policies by account and name; unique. */
export const accessPoliciesByName: Index<AccessPolicy> = {
  name: "access-policies.by-name",
  keys: ({ accountId, name }) => [[accountId, name]],
};

/** Access policies, by account and id (so in the order they were made). */
export const accessPolicies: Table<AccessPolicy> = {
  name: "access-policies",
  key: ({ accountId, id }) => [accountId, id],
  indexes: [accessPoliciesByName],
};

/** The number of a version as a part of a key: rising, as text, too. */
export function versionKey(version: number): string {
  return String(version).padStart(6, "0");
}

/** The versions of access policies, by account, policy and number. */
export const accessPolicyVersions: Table<AccessPolicyVersion> = {
  name: "access-policy-versions",
  key: ({ accountId, policyId, version }) => [accountId, policyId, versionKey(version)],
  indexes: [],
};

/** What of each access policy decides, by account and policy. */
export const accessPolicyTerms: Table<AccessPolicyTerms> = {
  name: "access-policy-terms",
  key: ({ accountId, id }) => [accountId, id],
  indexes: [],
};

/** What each access policy is attached to, by account, policy, kind and id. */
export const policyAttachments: Table<PolicyAttachment> = {
  name: "access-policy-attachments",
  key: ({ accountId, policyId, target }) => [accountId, policyId, target.kind, target.id],
  indexes: [],
};

/** What policies in dry run would have denied, by account, policy, credential, kind of request and reason. */
export const dryRunDenials: Table<DryRunDenial> = {
  name: "dry-run-denials",
  key: (denial) => [denial.accountId, denial.policyId, denial.credentialId, denialKindOf(denial)],
  indexes: [],
};

/** What credentials were used for, by account, credential and kind of request. */
export const observedUses: Table<ObservedUse> = {
  name: "observed-uses",
  key: (use) => [use.accountId, use.credentialId, kindOf(use)],
  indexes: [],
};

/** Who reports uses, by account and reporter. */
export const useReporters: Table<UseReporter> = {
  name: "use-reporters",
  key: ({ accountId, reporterId }) => [accountId, reporterId],
  indexes: [],
};
