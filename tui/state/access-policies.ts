import type { AccessPolicy } from "../client/access-policies.js";
import type { ActionId } from "../keymap.js";
import type { Event } from "./event.js";
import { listHeight } from "./layout.js";
import { dropItem, type ListSpec, putItem } from "./list.js";
import { byText, byTime } from "./list-rows.js";
import { type ListPlace, whyNoChanges } from "./list-tab.js";
import { makeListTab } from "./make-list-tab.js";
import type { Model } from "./model.js";
import {
  askToDeletePolicies,
  askToEnforce,
  labelPolicy,
  openReport,
  openVersions,
  toggleDryRun,
} from "./policy-acts.js";
import { openAttachments, receiveAttachments, tellMoved } from "./policy-attachments.js";
import {
  checkTyped,
  editPolicy,
  failEditor,
  openNewPolicy,
  receiveCheck,
  receivePolicyText,
} from "./policy-editor.js";
import { receiveExplanation, receiveSuggestion } from "./policy-trust.js";
import { type Step, stay, tell } from "./step.js";
import type { TabSlice } from "./tab-slice.js";
import { offerUndo } from "./undo.js";
import { type Words, words } from "./words.js";

const byNumber = (read: (policy: AccessPolicy) => number) => (a: AccessPolicy, b: AccessPolicy) =>
  read(a) - read(b);

const spec: ListSpec<AccessPolicy> = {
  columns: [
    { name: "name", compare: byText((policy) => policy.name) },
    { name: "enforced", compare: byNumber((policy) => policy.enforcedVersion) },
    { name: "dry-run", compare: byNumber((policy) => policy.dryRunVersion) },
    { name: "attached", compare: byNumber((policy) => policy.attachmentCount) },
    { name: "updated", compare: byTime((policy) => policy.updateTime) },
  ],
  detailRows: ({ statements, testCases }) => 14 + 8 * statements.length + testCases.length,
  searchText: ({ id, name, description, creatorEmail, statements }) =>
    [
      id,
      name,
      description,
      creatorEmail,
      ...statements.flatMap(({ paths, grpcMethods, scopes }) => [...paths, ...grpcMethods, ...scopes]),
    ].join("\n"),
  label: labelPolicy,
  exported: (policy) => ({
    id: policy.id,
    name: policy.name,
    description: policy.description,
    latest_version: policy.latestVersion,
    enforced_version: policy.enforcedVersion,
    dry_run_version: policy.dryRunVersion,
    attachment_count: policy.attachmentCount,
    creator_email: policy.creatorEmail,
    create_time: policy.createTime,
    update_time: policy.updateTime,
  }),
  scopes: { self: (id) => `id = "${id}"` },
};

const place: ListPlace<AccessPolicy> = {
  get: (model) => model.accessPolicies,
  set: (model, accessPolicies) => ({ ...model, accessPolicies }),
  spec,
};

/** The tab of access policies. */
export const accessPoliciesTab: TabSlice = makeListTab({
  id: "access-policies",
  title: "tabs.access-policies",
  shortTitle: "tabs.access-policies.short",
  place,
  keys: ["access-policies"],
  resourceType: "access_policy",
  follows: [],
  act,
  whyNot,
  receive,
  nameOf: (action, { dryRunVersion }) =>
    action === "dry-run" && dryRunVersion !== 0 ? "keys.end-dry-run" : undefined,
  leadsTo: (_, action, { id, name }) =>
    action === "show-events"
      ? { tab: "audit-log", scope: { name: "credential", id, label: name } }
      : undefined,
  changed: (event) => (event.type === "access-policy-changed" ? event.accessPolicy : undefined),
});

const CHANGES: readonly ActionId[] = ["create", "edit", "enforce", "dry-run", "delete"];

function act(model: Model, action: ActionId, policy: AccessPolicy | undefined): Step | undefined {
  switch (action) {
    case "create":
      return openNewPolicy(model);
    case "edit":
      return policy && editPolicy(model, policy.id);
    case "versions":
      return policy && openVersions(model, policy);
    case "attachments":
      return policy && openAttachments(model, policy.id);
    case "enforce":
      return policy && askToEnforce(model, policy, policy.latestVersion);
    case "dry-run":
      return policy && toggleDryRun(model, policy);
    case "report":
      return policy && openReport(model, policy);
    case "delete":
      return askToDeletePolicies(model, policy);
    default:
      return undefined;
  }
}

function whyNot(model: Model, action: ActionId, policy: AccessPolicy | undefined): Words | undefined {
  if (CHANGES.includes(action)) {
    const why = whyNoChanges(model);
    if (why !== undefined) return why;
  }
  if (policy === undefined) return undefined;
  const { enforcedVersion, latestVersion: version, attachmentCount: count, dryRunVersion } = policy;
  if (action === "enforce" && enforcedVersion === version) return words("why.enforced", { version });
  if (action === "report" && dryRunVersion === 0) return words("why.no-dry-run");
  if (action === "delete" && count > 0 && model.accessPolicies.marked.size === 0)
    return words("why.attached", { count });
  return undefined;
}

function receive(model: Model, event: Event): Step | undefined {
  const list = model.accessPolicies;
  const height = listHeight(model, list);
  switch (event.type) {
    case "timer":
      return event.name === "policy-check" ? checkTyped(model) : undefined;
    case "policy-text-checked":
      return receiveCheck(model, event);
    case "policy-text-read":
      return receivePolicyText(model, event);
    case "policy-attachments-read":
    case "policies-over-read":
      return receiveAttachments(model, event);
    case "policy-versions-read":
    case "dry-run-report-read":
      return fill(model, event);
    case "access-explained":
      return receiveExplanation(model, event);
    case "policy-suggested":
      return receiveSuggestion(model, event);
    case "access-policy-changed":
      return changed(model, event);
    case "access-policy-moved":
      return tellMoved(place.set(model, putItem(list, spec, event.accessPolicy, height)), event);
    case "access-policy-deleted": {
      const done = place.set(model, dropItem(list, spec, event.accessPolicy.id, height));
      const told = words("notice.policy-deleted", { name: event.accessPolicy.name });
      return tell({ ...done, busy: undefined, dialog: undefined }, "good", told);
    }
    case "call-failed":
      return failEditor(model, event);
    default:
      return undefined;
  }
}

/** Fills the dialog that waits for what was read. */
function fill(
  model: Model,
  event: Extract<Event, { type: "policy-versions-read" | "dry-run-report-read" }>,
): Step {
  const { dialog } = model;
  if (event.type === "policy-versions-read") {
    if (dialog?.kind !== "policy-versions" || dialog.policyId !== event.id) return stay(model);
    const { versions, changes } = event;
    return stay({ ...model, dialog: { ...dialog, versions, changes } });
  }
  if (dialog?.kind !== "dry-run-report" || dialog.policyId !== event.id) return stay(model);
  return stay({ ...model, dialog: { ...dialog, report: event.report } });
}

function changed(
  model: Model,
  { by, accessPolicy }: Extract<Event, { type: "access-policy-changed" }>,
): Step {
  const { id, etag, name, latestVersion, enforcedVersion, dryRunVersion } = accessPolicy;
  const before = model.before?.accessPolicies.find((policy) => policy.id === id);
  const selected = by === "create-access-policy" ? { selectedId: id } : {};
  const list = { ...model.accessPolicies, ...selected };
  const next = putItem(list, spec, accessPolicy, listHeight(model, list));
  const done: Model = { ...place.set(model, next), busy: undefined, dialog: undefined };
  if (by === "enforce-access-policy" || by === "dry-run-access-policy") {
    const way = by === "enforce-access-policy" ? "enforced" : "dry-run";
    const version = way === "enforced" ? enforcedVersion : dryRunVersion;
    const told = words(`notice.policy-${way}${version === 0 ? "-none" : ""}`, { name, version });
    if (before === undefined) return tell(done, "good", told);
    const old = way === "enforced" ? before.enforcedVersion : before.dryRunVersion;
    return offerUndo(done, "good", told, { kind: "one", write: { type: by, id, version: old, etag } });
  }
  const isNew = before?.latestVersion !== latestVersion && enforcedVersion !== latestVersion;
  const key = isNew ? "notice.policy-version" : "notice.policy-saved";
  return tell(done, "good", words(key, { name, version: latestVersion }));
}
