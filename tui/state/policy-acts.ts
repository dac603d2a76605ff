import type { AccessPolicy } from "../client/access-policies.js";
import type { ActionId } from "../keymap.js";
import type { BulkPlan } from "./bulk.js";
import { scrollDialog } from "./dialog-scroll.js";
import type { ConfirmDialog } from "./dialogs.js";
import { chosenItems } from "./list-rows.js";
import { whyNoChanges } from "./list-tab.js";
import type { Model } from "./model.js";
import type { DryRunReportDialog, PolicyVersionsDialog } from "./policy-dialogs.js";
import { type Step, stay, write } from "./step.js";
import { makeTextField } from "./text-field.js";
import { type Words, words } from "./words.js";

/** What a policy is called. */
export function labelPolicy({ name }: Pick<AccessPolicy, "name">): Words {
  return words("plain", { text: name });
}

/** The policy of an id, as it was read. */
export function findPolicy({ accessPolicies }: Pick<Model, "accessPolicies">, id: string) {
  return accessPolicies.items.find((policy) => policy.id === id);
}

/** Asks before a version decides. */
export function askToEnforce(model: Model, policy: AccessPolicy, version: number): Step {
  const { id, etag, name, attachmentCount } = policy;
  const none = version === 0;
  const dialog: ConfirmDialog = {
    kind: "confirm",
    title: none ? words("confirm.enforce-none.title") : words("confirm.enforce.title", { version }),
    lines: [words("plain", { text: name })],
    consequence: none
      ? words("confirm.enforce-none.consequence", { count: attachmentCount })
      : words("confirm.enforce.consequence", { count: attachmentCount }),
    answer: "cancel",
    doing: words(none ? "confirm.enforce-none.do" : "confirm.enforce.do"),
    effect: { type: "enforce-access-policy", id, version, etag },
  };
  return stay({ ...model, dialog });
}

/** Ends the dry run of a policy, or begins one of its newest version. */
export function toggleDryRun(model: Model, { id, etag, dryRunVersion, latestVersion }: AccessPolicy): Step {
  const version = dryRunVersion === 0 ? latestVersion : 0;
  return write(model, { type: "dry-run-access-policy", id, version, etag });
}

/** Asks before a policy, or every one marked, is deleted. */
export function askToDeletePolicies(model: Model, policy: AccessPolicy | undefined): Step | undefined {
  const chosen = model.accessPolicies.marked.size > 0 ? chosenItems(model.accessPolicies) : undefined;
  if (chosen === undefined) {
    if (policy === undefined) return undefined;
    const { id, etag, name, latestVersion } = policy;
    const dialog: ConfirmDialog = {
      kind: "confirm",
      title: words("confirm.delete-policy.title"),
      lines: [labelPolicy(policy)],
      consequence: words("confirm.delete-policy.consequence", { count: latestVersion }),
      answer: "cancel",
      doing: words("confirm.delete-policy.do"),
      typed: { wanted: name, field: makeTextField() },
      effect: { type: "delete-access-policy", id, etag },
    };
    return stay({ ...model, dialog });
  }
  const title = words("bulk.delete-policies", { count: chosen.length });
  const plan: BulkPlan = {
    tab: "access-policies",
    title,
    items: chosen.map((one) => ({
      id: one.id,
      label: labelPolicy(one),
      write: { type: "delete-access-policy", id: one.id, etag: "" },
    })),
  };
  const dialog: ConfirmDialog = {
    kind: "confirm",
    title: words("confirm.many.title", { what: title }),
    lines: [],
    consequence: words("confirm.delete-policies.consequence"),
    answer: "cancel",
    doing: words("confirm.delete-policy.do"),
    effect: { type: "bulk-plan", plan },
    typed: { wanted: String(chosen.length), field: makeTextField() },
  };
  return stay({ ...model, dialog });
}

/** Shows the versions of a policy, read anew. */
export function openVersions(model: Model, { id }: AccessPolicy): Step {
  const dialog: PolicyVersionsDialog = {
    kind: "policy-versions",
    policyId: id,
    versions: undefined,
    changes: [],
    chosen: 0,
    top: 0,
  };
  return [{ ...model, dialog }, [{ type: "read-policy-versions", id }]];
}

/** Does what a key means among versions. */
export function actInVersions(model: Model, dialog: PolicyVersionsDialog, action: ActionId): Step {
  const policy = findPolicy(model, dialog.policyId);
  const { versions = [], chosen } = dialog;
  const version = versions[chosen]?.version ?? 0;
  switch (action) {
    case "move-down":
    case "move-up": {
      const by = action === "move-down" ? 1 : -1;
      const next = Math.max(0, Math.min(versions.length - 1, chosen + by));
      return stay({ ...model, dialog: { ...dialog, chosen: next, top: 0 } });
    }
    case "enforce":
      return policy === undefined
        ? stay(model)
        : askToEnforce(model, policy, policy.enforcedVersion === version ? 0 : version);
    case "dry-run": {
      if (policy === undefined) return stay(model);
      const { id, etag, dryRunVersion } = policy;
      const next = dryRunVersion === version ? 0 : version;
      return write(model, { type: "dry-run-access-policy", id, version: next, etag });
    }
    case "back":
      return stay({ ...model, dialog: undefined });
    default:
      return stay({ ...model, dialog: scrollDialog(model, dialog, action) });
  }
}

/** Shows what the dry run of a policy would have denied, read anew. */
export function openReport(model: Model, { id }: AccessPolicy): Step {
  const dialog: DryRunReportDialog = { kind: "dry-run-report", policyId: id, report: undefined, top: 0 };
  return [{ ...model, dialog }, [{ type: "read-dry-run-report", id }]];
}

/** Does what a key means in a report. */
export function actInReport(model: Model, dialog: DryRunReportDialog, action: ActionId): Step {
  const policy = findPolicy(model, dialog.policyId);
  switch (action) {
    case "refresh":
      return [model, [{ type: "read-dry-run-report", id: dialog.policyId }]];
    case "enforce":
      return policy === undefined ? stay(model) : askToEnforce(model, policy, policy.dryRunVersion);
    case "dry-run":
      return policy === undefined ? stay(model) : toggleDryRun(model, policy);
    default:
      return stay({ ...model, dialog: scrollDialog(model, dialog, action) });
  }
}

/** Why a key does nothing among versions or in a report. */
export function whyNotWithPolicy(model: Model, action: ActionId): Words | undefined {
  const { dialog } = model;
  if (action !== "enforce" && action !== "dry-run") return undefined;
  if (dialog?.kind === "dry-run-report" && findPolicy(model, dialog.policyId)?.dryRunVersion === 0)
    return words("why.no-dry-run");
  if (dialog?.kind === "policy-versions" && dialog.versions === undefined) return words("why.busy");
  return whyNoChanges(model);
}
