import type { ActionId } from "../keymap.js";
import type { Model } from "./model.js";
import { actInReport, actInVersions, whyNotWithPolicy } from "./policy-acts.js";
import {
  actInAttachments,
  actInPoliciesOver,
  whyNotInAttachments,
  whyNotInPoliciesOver,
} from "./policy-attachments.js";
import type { PolicyDialog } from "./policy-dialogs.js";
import { actInEditor, actInReview, whyNotInEditor, whyNotInReview } from "./policy-editor.js";
import { actInPicker, pickTarget } from "./policy-picker.js";
import { actInExplanation, actInSuggestion, whyNotInTrust } from "./policy-trust.js";
import type { Step } from "./step.js";
import type { Words } from "./words.js";

/** Does what a key means in a dialog about access policies. */
export function actInPolicyDialog(model: Model, dialog: PolicyDialog, action: ActionId): Step {
  switch (dialog.kind) {
    case "policy-editor":
      return actInEditor(model, dialog, action);
    case "policy-review":
      return actInReview(model, dialog, action);
    case "policy-versions":
      return actInVersions(model, dialog, action);
    case "policy-attachments":
      return action === "attach"
        ? pickTarget(model, dialog.policyId)
        : actInAttachments(model, dialog, action);
    case "policies-over":
      return actInPoliciesOver(model, dialog, action);
    case "policy-picker":
      return actInPicker(model, dialog, action);
    case "dry-run-report":
      return actInReport(model, dialog, action);
    case "explanation":
      return actInExplanation(model, dialog, action);
    case "suggestion":
      return actInSuggestion(model, dialog, action);
  }
}

/** Why a key does nothing in such a dialog; undefined when it does something. */
export function whyNotInPolicyDialog(model: Model, action: ActionId): Words | undefined {
  return (
    whyNotInEditor(model, action) ??
    whyNotInReview(model, action) ??
    whyNotWithPolicy(model, action) ??
    whyNotInAttachments(model, action) ??
    whyNotInPoliciesOver(model, action) ??
    whyNotInTrust(model, action)
  );
}
