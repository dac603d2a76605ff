import type { AccessPolicy, PolicyTarget } from "../client/access-policies.js";
import type { ActionId } from "../keymap.js";
import { say } from "../messages/say.js";
import type { Event } from "./event.js";
import { selectedItem } from "./list-rows.js";
import { whyNoChanges } from "./list-tab.js";
import type { Model } from "./model.js";
import type { PoliciesOverDialog, PolicyAttachmentsDialog } from "./policy-dialogs.js";
import { isSameTarget, nameTarget } from "./policy-targets.js";
import { type Step, stay, write } from "./step.js";
import { offerUndo } from "./undo.js";
import { type Words, words } from "./words.js";

/** Shows what a policy is attached to, read anew. */
export function openAttachments(model: Model, policyId: string): Step {
  const dialog: PolicyAttachmentsDialog = {
    kind: "policy-attachments",
    policyId,
    targets: undefined,
    chosen: 0,
  };
  return [{ ...model, dialog }, [{ type: "read-policy-attachments", id: policyId }]];
}

/** Does what a key means among what a policy is attached to; picking something to attach is the caller's. */
export function actInAttachments(model: Model, dialog: PolicyAttachmentsDialog, action: ActionId): Step {
  const { targets = [], chosen, policyId } = dialog;
  const target = targets[chosen];
  switch (action) {
    case "move-down":
    case "move-up":
      return stay({ ...model, dialog: { ...dialog, chosen: moved(chosen, action, targets.length) } });
    case "detach":
      return target === undefined ? stay(model) : move(model, "detach", policyId, target);
    default:
      return stay({ ...model, dialog: undefined });
  }
}

/** Why a key does nothing among what a policy is attached to. */
export function whyNotInAttachments(model: Model, action: ActionId): Words | undefined {
  const { dialog } = model;
  if (dialog?.kind !== "policy-attachments" || (action !== "attach" && action !== "detach")) return undefined;
  if (action === "detach" && dialog.targets?.[dialog.chosen] === undefined)
    return words("why.nothing-selected");
  return whyNoChanges(model);
}

/** Attaches a policy to something, or takes that from under it. */
export function move(model: Model, way: "attach" | "detach", policyId: string, target: PolicyTarget): Step {
  const label = say(model.language, nameTarget(model, target));
  return write(model, { type: `${way}-access-policy`, id: policyId, target, label });
}

/** Shows which policies the selected token, client or user's role is under; undefined where nothing like it is selected. */
export function openPoliciesOver(model: Model): Step | undefined {
  const target = targetHere(model);
  if (target === undefined) return undefined;
  const dialog: PoliciesOverDialog = { kind: "policies-over", target, ids: undefined, chosen: 0 };
  return [{ ...model, dialog }, [{ type: "read-policies-over", target }]];
}

function targetHere(model: Model): PolicyTarget | undefined {
  if (model.tab === "api-tokens") {
    const token = selectedItem(model.apiTokens);
    return token && { apiTokenId: token.id };
  }
  if (model.tab === "oauth-clients") {
    const client = selectedItem(model.oauthClients);
    return client && { oauthClientId: client.id };
  }
  const role = model.tab === "users" ? selectedItem(model.users)?.role : undefined;
  return role && { role };
}

/** Does what a key means among the policies that something is under. */
export function actInPoliciesOver(model: Model, dialog: PoliciesOverDialog, action: ActionId): Step {
  const { ids, chosen, target } = dialog;
  const policies = model.accessPolicies.items;
  switch (action) {
    case "move-down":
    case "move-up":
      return stay({ ...model, dialog: { ...dialog, chosen: moved(chosen, action, policies.length) } });
    case "toggle-choice": {
      const policy = policies[chosen];
      if (policy === undefined || ids === undefined) return stay(model);
      return move(model, ids.includes(policy.id) ? "detach" : "attach", policy.id, target);
    }
    default:
      return stay({ ...model, dialog: undefined });
  }
}

/** Why a key does nothing among the policies that something is under. */
export function whyNotInPoliciesOver(model: Model, action: ActionId): Words | undefined {
  if (action !== "toggle-choice" || model.dialog?.kind !== "policies-over") return undefined;
  if (model.accessPolicies.items.length === 0) return words("why.nothing-listed");
  return whyNoChanges(model);
}

/** Takes in what was read for the dialogs about attachments. */
export function receiveAttachments(
  model: Model,
  event: Extract<Event, { type: "policy-attachments-read" | "policies-over-read" }>,
): Step {
  const { dialog } = model;
  if (event.type === "policies-over-read") {
    if (dialog?.kind !== "policies-over" || !isSameTarget(dialog.target, event.target)) return stay(model);
    return stay({ ...model, dialog: { ...dialog, ids: event.ids } });
  }
  if (dialog?.kind !== "policy-attachments" || dialog.policyId !== event.id) return stay(model);
  const chosen = Math.max(0, Math.min(dialog.chosen, event.targets.length - 1));
  return stay({ ...model, dialog: { ...dialog, targets: event.targets, chosen } });
}

/** Tells that something was attached or detached, and shows it in the dialog it was done from. */
export function tellMoved(model: Model, event: Extract<Event, { type: "access-policy-moved" }>): Step {
  const { by, accessPolicy, target, label } = event;
  const isAttached = by === "attach-access-policy";
  const told = words(isAttached ? "notice.policy-attached" : "notice.policy-detached", {
    name: accessPolicy.name,
    label,
  });
  const inverse = isAttached ? "detach-access-policy" : "attach-access-policy";
  const undo = { kind: "one", write: { type: inverse, id: accessPolicy.id, target, label } } as const;
  const [next, effects] = offerUndo(
    follow({ ...model, busy: undefined }, accessPolicy, target, isAttached),
    "good",
    told,
    undo,
  );
  const { dialog } = next;
  return dialog?.kind === "policy-attachments"
    ? [next, [...effects, { type: "read-policy-attachments", id: dialog.policyId }]]
    : [next, effects];
}

function follow(model: Model, { id }: AccessPolicy, target: PolicyTarget, isAttached: boolean): Model {
  const { dialog } = model;
  if (dialog?.kind === "policies-over" && isSameTarget(dialog.target, target)) {
    const others = (dialog.ids ?? []).filter((one) => one !== id);
    return { ...model, dialog: { ...dialog, ids: isAttached ? [...others, id] : others } };
  }
  if (dialog?.kind !== "policy-picker") return model;
  const attachments: PolicyAttachmentsDialog = {
    kind: "policy-attachments",
    policyId: id,
    targets: undefined,
    chosen: 0,
  };
  return { ...model, dialog: attachments };
}

function moved(chosen: number, action: "move-down" | "move-up", count: number): number {
  return Math.max(0, Math.min(count - 1, chosen + (action === "move-down" ? 1 : -1)));
}
