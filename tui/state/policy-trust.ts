import type { ExplainRequest } from "../client/access-policies.js";
import type { ActionId } from "../keymap.js";
import { scrollDialog } from "./dialog-scroll.js";
import type { FormDialog } from "./dialogs.js";
import { parseList } from "./entries.js";
import type { Event } from "./event.js";
import { complain, type Form, makeField, makeForm, readField } from "./form.js";
import { whyNoChanges } from "./list-tab.js";
import type { Model } from "./model.js";
import { findPolicy } from "./policy-acts.js";
import type { ExplanationDialog, SuggestionDialog } from "./policy-dialogs.js";
import { openNewPolicy } from "./policy-editor.js";
import { type Step, stay, write } from "./step.js";
import { type Words, words } from "./words.js";

/** A credential, and what people call it. */
type Credential = { id: string; label: string };

/** The form that asks about a request of a credential. */
export function openExplainForm({ id, label }: Credential): FormDialog {
  const form = makeForm(
    "explain-access",
    [
      makeField("method", "field.method", { value: "GET", hint: "field.method.hint" }),
      makeField("path", "field.path", { value: "/", hint: "field.path.hint" }),
      makeField("sourceIp", "field.source-ip", { hint: "field.source-ip.hint", wire: ["source_ip"] }),
      makeField("scopes", "field.required-scopes", {
        kind: "list",
        hint: "field.required-scopes.hint",
        wire: ["required_scopes"],
      }),
      makeField("email", "field.with-email", { hint: "field.with-email.hint" }),
      makeField("time", "field.at-time", { hint: "field.at-time.hint" }),
    ],
    { id, etag: "", label },
  );
  return { kind: "form", title: words("form.explain", { label }), form };
}

/** Asks the server which layer decides. */
export function submitExplainForm(model: Model, form: Form): Step | { form: Form } {
  const { id = "", label = "" } = form.target ?? {};
  const text = readField(form, "time");
  const time = text === "" ? undefined : new Date(text);
  if (time !== undefined && Number.isNaN(time.getTime()))
    return { form: complain(form, { time: words("error.moment") }) };
  const request: ExplainRequest = {
    credentialId: id,
    method: readField(form, "method").toUpperCase(),
    path: readField(form, "path"),
    sourceIp: readField(form, "sourceIp"),
    requiredScopes: parseList(readField(form, "scopes")),
    email: readField(form, "email"),
    ...(time !== undefined && { time }),
  };
  return write(model, { type: "explain-access", request, label });
}

/** Shows which layer decides. */
export function receiveExplanation(model: Model, event: Extract<Event, { type: "access-explained" }>): Step {
  const { request, label, explanation } = event;
  const form = model.dialog?.kind === "form" ? { ...model.dialog.form, busy: false } : undefined;
  const dialog: ExplanationDialog = { kind: "explanation", request, label, explanation, form, top: 0 };
  return stay({ ...model, busy: undefined, dialog });
}

/** Does what a key means in an explanation. */
export function actInExplanation(model: Model, dialog: ExplanationDialog, action: ActionId): Step {
  if (action === "edit" && dialog.form !== undefined) {
    const title = words("form.explain", { label: dialog.label });
    return stay({ ...model, dialog: { kind: "form", title, form: { ...dialog.form, focus: 0 } } });
  }
  return stay({ ...model, dialog: scrollDialog(model, dialog, action) });
}

/** Asks for a policy out of what was observed of a credential. */
export function askForSuggestion(model: Model, { id, label }: Credential, policyId: string): Step {
  return write(model, { type: "suggest-policy", credentialId: id, label, policyId });
}

/** Shows what is proposed. */
export function receiveSuggestion(model: Model, event: Extract<Event, { type: "policy-suggested" }>): Step {
  const { label, policyId, suggestion, diff } = event;
  const dialog: SuggestionDialog = { kind: "suggestion", label, policyId, suggestion, diff, top: 0 };
  return stay({ ...model, busy: undefined, dialog });
}

/** Does what a key means with a proposal: takes it as a new version, or as the beginning of a new policy. */
export function actInSuggestion(model: Model, dialog: SuggestionDialog, action: ActionId): Step {
  if (action !== "accept") return stay({ ...model, dialog: scrollDialog(model, dialog, action) });
  const { statements } = dialog.suggestion;
  const policy = findPolicy(model, dialog.policyId);
  if (policy !== undefined) {
    const { id, etag } = policy;
    return write(model, { type: "update-access-policy", id, choices: { statements }, etag });
  }
  const text = dialog.diff.map((line) => line.slice(2)).join("\n");
  return openNewPolicy(model, `name: suggested\n${text}\n`);
}

/** Why a key does nothing in an explanation or with a proposal. */
export function whyNotInTrust(model: Model, action: ActionId): Words | undefined {
  const { dialog } = model;
  if (dialog?.kind === "explanation" && action === "edit" && dialog.form === undefined)
    return words("why.nothing-behind");
  if (dialog?.kind !== "suggestion" || action !== "accept") return undefined;
  if (dialog.suggestion.statements.length === 0) return words("why.nothing-observed");
  if (dialog.diff.length === 0) return words("why.nothing-changed");
  return whyNoChanges(model);
}
