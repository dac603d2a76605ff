import type { ActionId } from "../keymap.js";
import type { DeviceDialog, FormDialog } from "./dialogs.js";
import type { Event } from "./event.js";
import { complain, type Form, makeField, makeForm, readField } from "./form.js";
import { isReadOnly } from "./list-tab.js";
import type { Model } from "./model.js";
import { type Step, stay, tell, write } from "./step.js";
import { type Words, words } from "./words.js";

/** The form that asks for the code a device shows (RFC 8628 section 3.3). */
export function openDeviceForm(): FormDialog {
  const code = makeField("userCode", "field.user-code", {
    hint: "field.user-code.hint",
    wire: ["user_code"],
  });
  return { kind: "form", title: words("form.find-device"), form: makeForm("find-device", [code]) };
}

/** Asks who waits behind the code. */
export function submitDeviceForm(model: Model, form: Form): Step | { form: Form } {
  const userCode = readField(form, "userCode");
  if (userCode === "") return { form: complain(form, { userCode: words("error.required") }) };
  return write(model, { type: "find-device", userCode });
}

/** Why no device can be answered: anybody may for themself, but not with a session that only looks. */
export function whyNoAnswer(model: Model): Words | undefined {
  if (isReadOnly(model)) return words("why.read-only");
  return model.busy === undefined ? undefined : words("why.busy");
}

/** Does what a key means when a device waits for an answer. */
export function actInDevice(model: Model, { userCode }: DeviceDialog, action: ActionId): Step {
  if (action !== "answer-yes" && action !== "answer-no") return stay({ ...model, dialog: undefined });
  return write(model, { type: "answer-device", userCode, approved: action === "answer-yes" });
}

/** Shows who waits, or tells that the device has its answer. */
export function receiveDevice(
  model: Model,
  event: Extract<Event, { type: "device-found" | "device-answered" }>,
): Step {
  const free: Model = { ...model, busy: undefined };
  if (event.type === "device-answered") {
    const told = words(event.approved ? "notice.device-approved" : "notice.device-denied", {
      name: event.client.name,
    });
    return tell({ ...free, dialog: undefined }, "good", told);
  }
  // Whoever closed the form meanwhile has changed their mind.
  if (model.dialog?.kind !== "form" || model.dialog.form.name !== "find-device") return stay(free);
  const { userCode, device } = event;
  return stay({ ...free, dialog: { kind: "device", userCode, device } });
}
