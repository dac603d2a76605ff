import type { ActionId } from "../keymap.js";
import { submitAccessTokenForm } from "./access-token-form.js";
import { submitApiTokenForm } from "./api-token-form.js";
import { submitDeviceForm } from "./device.js";
import { submitExportForm } from "./export-form.js";
import { submitFindForm } from "./find-token.js";
import { type Form, type FormName, moveChoice, moveFocus, toggleChoice } from "./form.js";
import type { Model } from "./model.js";
import { followOAuthClientForm, submitOAuthClientForm } from "./oauth-client-form.js";
import { submitRotationForm } from "./oauth-client-secrets.js";
import { findForm } from "./places.js";
import { submitExplainForm } from "./policy-trust.js";
import { submitRevokeAllForm } from "./revoke-all.js";
import { moveSetup, putSetupForm, submitSetup } from "./setup.js";
import { putSignInForm, submitSignIn } from "./sign-in.js";
import { type Step, stay } from "./step.js";
import { submitPasswordForm, submitUserForm } from "./user-forms.js";

/** What submitting each form does: a step, or the form with complaints in it. */
const SUBMISSIONS: Readonly<Record<FormName, (model: Model, form: Form) => Step | { form: Form }>> = {
  "sign-in": submitSignIn,
  "setup-account": submitSetup,
  "setup-admin": submitSetup,
  "setup-code": submitSetup,
  "create-api-token": submitApiTokenForm,
  "edit-api-token": submitApiTokenForm,
  "create-user": submitUserForm,
  "edit-user": submitUserForm,
  "set-password": submitPasswordForm,
  export: submitExportForm,
  "create-oauth-client": submitOAuthClientForm,
  "edit-oauth-client": submitOAuthClientForm,
  "rotate-client-secret": submitRotationForm,
  "create-access-token": submitAccessTokenForm,
  "revoke-access-tokens": submitRevokeAllForm,
  "find-token": submitFindForm,
  "find-device": submitDeviceForm,
  "explain-access": submitExplainForm,
};

/** The model with the form the person is filling in replaced, wherever it is. */
export function putForm(model: Model, form: Form): Model {
  if (model.dialog?.kind === "form") {
    const { name } = form;
    const next = name === "create-oauth-client" ? followOAuthClientForm(model.dialog.form, form) : form;
    return { ...model, dialog: { ...model.dialog, form: next } };
  }
  return model.stage === "sign-in" ? putSignInForm(model, form) : putSetupForm(model, form);
}

/** Does what a key means in a form. */
export function actInForm(model: Model, action: ActionId): Step {
  const form = findForm(model);
  if (form === undefined || form.busy) return stay(model);
  switch (action) {
    case "next-field":
      return stay(putForm(model, moveFocus(form, 1)));
    case "previous-field":
      return stay(putForm(model, moveFocus(form, -1)));
    case "next-choice":
      return stay(putForm(model, moveChoice(form, 1)));
    case "toggle-choice":
      return stay(putForm(model, toggleChoice(form)));
    case "previous-choice":
      return stay(putForm(model, moveChoice(form, -1)));
    case "submit":
      return form.focus < form.fields.length - 1
        ? stay(putForm(model, moveFocus(form, 1)))
        : submit(model, form);
    case "save":
      return submit(model, form);
    case "cancel":
      if (model.dialog !== undefined) return stay({ ...model, dialog: undefined });
      return model.stage === "setup" ? moveSetup(model, -1) : stay(model);
    default:
      return stay(model);
  }
}

function submit(model: Model, form: Form): Step {
  const done = SUBMISSIONS[form.name](model, form);
  if ("form" in done) return stay(putForm(model, done.form));
  const [next, effects] = done;
  // While the call is under way the form waits where it is.
  if (next.dialog?.kind !== "form" || next.busy === undefined) return done;
  return [
    { ...next, dialog: { ...next.dialog, form: { ...next.dialog.form, busy: true, failure: undefined } } },
    effects,
  ];
}
