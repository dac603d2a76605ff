import { type Binding, findBinding, listBindings, type Place } from "../keymap.js";
import { whyNoAnswer } from "./device.js";
import type { Dialog } from "./dialogs.js";
import { whyNotWithFound } from "./find-token.js";
import { type Form, hasChoices } from "./form.js";
import type { Model } from "./model.js";
import { whyNotWithSecrets } from "./oauth-client-secrets.js";
import { whyNotInPolicyDialog } from "./policy-dialog-keys.js";
import { whyNoPolicies } from "./policy-picker.js";
import { setupForm } from "./setup.js";
import { currentTab } from "./tabs.js";
import { type Words, words } from "./words.js";

/** Where the person is, innermost first: what stands over the screen hides what is below. */
export function findPlaces(model: Model): readonly Place[] {
  if (model.dialog !== undefined) return [placeOfDialog(model.dialog), "anywhere"];
  switch (model.stage) {
    case "starting":
      return ["waiting", "anywhere"];
    case "setup":
      return [model.setup.step === "welcome" ? "welcome" : "form", "anywhere"];
    case "sign-in":
      return ["form", "anywhere"];
    case "ready": {
      const own = currentTab(model).places(model);
      const typing = own.includes("filter") || own.includes("entry");
      return typing ? [...own, "anywhere"] : [...own, "tabs", "anywhere"];
    }
  }
}

function placeOfDialog(dialog: Dialog): Place {
  return dialog.kind === "confirm" && dialog.typed !== undefined ? "confirm-typed" : dialog.kind;
}

/** The form the person is filling in, wherever it is. */
export function findForm(model: Model): Form | undefined {
  if (model.dialog !== undefined) return model.dialog.kind === "form" ? model.dialog.form : undefined;
  if (model.stage === "sign-in") return model.signIn.form;
  return model.stage === "setup" ? setupForm(model) : undefined;
}

/** What a key means where the person is; undefined when nothing. */
export function findMeaning(model: Model, key: string): Binding | undefined {
  return findBinding(findPlaces(model), key, model.options.keymap);
}

/** Why a binding does nothing now; undefined when it does something. */
export function whyNot(
  model: Model,
  { action, place }: Pick<Binding, "action" | "place">,
): Words | undefined {
  if (place === "form") {
    const form = findForm(model);
    if (form?.busy) return words("why.busy");
    if (action.endsWith("-choice") && (form === undefined || !hasChoices(form)))
      return words("why.no-choice");
    if (action === "cancel" && model.dialog === undefined && model.stage === "sign-in")
      return words("why.nothing-behind");
    return undefined;
  }
  if (place === "confirm-typed" && action === "answer-typed" && model.dialog?.kind === "confirm") {
    const { typed } = model.dialog;
    if (typed?.field.text.trim() !== typed?.wanted)
      return words("why.not-typed", { wanted: typed?.wanted ?? "" });
  }
  if (place === "bulk" && action === "stop" && model.bulk?.over !== false) return words("why.bulk-over");
  if (action === "copy-second" && model.dialog?.kind === "secret" && model.dialog.second === undefined)
    return words("why.no-second");
  if (place === "client-secrets") return whyNotWithSecrets(model, action);
  if (place === "found") return whyNotWithFound(model, action);
  if (place === "device" && action === "cancel") return undefined;
  if (place === "device" || action === "approve-device") return whyNoAnswer(model);
  if (action === "undo" && model.undo === undefined) return words("why.nothing-to-undo");
  if (action === "undo" && model.busy !== undefined) return words("why.busy");
  if ((place === "confirm" || place === "confirm-typed") && model.busy !== undefined)
    return words("why.busy");
  if (model.dialog !== undefined) return whyNotInPolicyDialog(model, action);
  if (action === "show-policies" || action === "explain" || action === "suggest")
    return whyNoPolicies(model, action);
  if (model.stage !== "ready" || place === "anywhere") return undefined;
  return currentTab(model).whyNot(model, action);
}

/** The bindings that do something where the person is, the footer's first ones first. */
export function listMeanings(model: Model): Binding[] {
  const nameOf = model.dialog === undefined && model.stage === "ready" ? currentTab(model).nameOf : undefined;
  return listBindings(findPlaces(model), model.options.keymap)
    .filter((binding) => whyNot(model, binding) === undefined)
    .map((binding) => ({ ...binding, message: nameOf?.(model, binding.action) ?? binding.message }));
}
