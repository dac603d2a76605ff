import type { FoundToken } from "../client/access-tokens.js";
import type { CallFailure } from "../client/failure.js";
import type { ActionId } from "../keymap.js";
import type { FormDialog, FoundDialog } from "./dialogs.js";
import type { CallEffect } from "./effect.js";
import { complain, type Form, forgetPasswords, makeField, makeForm, readField } from "./form.js";
import { jump } from "./jumps.js";
import { isReadOnly } from "./list-tab.js";
import type { Model } from "./model.js";
import { type Step, stay, write } from "./step.js";
import type { Jump } from "./tab-slice.js";
import { type Words, words } from "./words.js";

/** The form that takes a value somebody found; it is shown as dots. */
export function openFindForm(): FormDialog {
  const value = makeField("value", "field.found-value", { kind: "password", hint: "field.found-value.hint" });
  return { kind: "form", title: words("form.find-token"), form: makeForm("find-token", [value]) };
}

/** Asks whose the value is, and forgets it. */
export function submitFindForm(model: Model, form: Form): Step | { form: Form } {
  const value = readField(form, "value").trim();
  if (value === "") return { form: complain(form, { value: words("error.required") }) };
  if (model.dialog?.kind !== "form") return stay(model);
  const forgetful: Model = { ...model, dialog: { ...model.dialog, form: forgetPasswords(form) } };
  return write(forgetful, { type: "find-token", value });
}

/** Says in the form that nothing has this value or this code; undefined when that is not what went wrong. */
export function failFindForm(model: Model, effect: CallEffect, failure: CallFailure): Step | undefined {
  if (failure.reason !== "RESOURCE_NOT_FOUND" || model.dialog?.kind !== "form") return undefined;
  if (effect.type !== "find-token" && effect.type !== "find-device") return undefined;
  const errors =
    effect.type === "find-token"
      ? { value: words("error.token-unknown") }
      : { userCode: words("error.code-unknown") };
  const form = complain(model.dialog.form, errors);
  return stay({ ...model, busy: undefined, dialog: { ...model.dialog, form } });
}

/** Where what was found is to be seen. */
function placeOfFound(found: FoundToken): Jump {
  const only = (tab: Jump["tab"], id: string, label = id, name = "self"): Jump => {
    return { tab, scope: { name, id, label } };
  };
  switch (found.kind) {
    case "ACCESS_TOKEN":
      return only("access-tokens", found.accessToken.id, found.accessToken.secretHint);
    case "OAUTH_GRANT":
      return only("access-tokens", found.grantId, found.grantId, "grant");
    case "API_TOKEN":
      return only("api-tokens", found.apiTokenId);
    case "CLIENT_SECRET":
      return only("oauth-clients", found.oauthClientId);
    case "SESSION":
      return only("users", found.userId);
  }
}

/** Does what a key means when something was found: shows it in its tab, or revokes it. */
export function actInFound(model: Model, { found }: FoundDialog, action: ActionId): Step {
  const closed: Model = { ...model, dialog: undefined };
  if (action === "open") return jump(closed, placeOfFound(found));
  if (action === "delete" && found.kind === "ACCESS_TOKEN")
    return write(model, { type: "revoke-access-token", id: found.accessToken.id });
  return stay(closed);
}

/** Why a key does nothing with what was found. */
export function whyNotWithFound(model: Model, action: ActionId): Words | undefined {
  if (action !== "delete" || model.dialog?.kind !== "found") return undefined;
  if (model.dialog.found.kind !== "ACCESS_TOKEN") return words("why.revoke-there");
  if (isReadOnly(model)) return words("why.read-only");
  return model.busy === undefined ? undefined : words("why.busy");
}
