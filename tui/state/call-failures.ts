import type { CallFailure } from "../client/failure.js";
import type { CallEffect } from "./effect.js";
import type { Event } from "./event.js";
import { explainFailure } from "./failures.js";
import { failForm } from "./form.js";
import type { Model } from "./model.js";
import { leaveAccount } from "./session.js";
import { failSetup } from "./setup.js";
import { failSignIn } from "./sign-in.js";
import { andThen, type Step, stay, tell } from "./step.js";
import { currentTab, TABS } from "./tabs.js";
import { words } from "./words.js";

const RESTART_MILLISECONDS = 1000;

/** Takes in a failed call: says so where the person is looking, and lets them go on. */
export function receiveCallFailure(model: Model, event: Extract<Event, { type: "call-failed" }>): Step {
  const { effect, failure } = event;
  switch (effect.type) {
    case "read-setup-state":
      return failStart(model, failure);
    case "sign-in":
      return failSignIn(model, failure);
    case "create-account":
      return failSetup(model, failure);
    case "sign-out":
      return leaveAccount(model, undefined);
    default:
      break;
  }
  if (model.stage !== "ready") return stay(model);
  if (failure.reason === "CREDENTIAL_INVALID") return leaveAccount(model, explainFailure(failure));
  if (effect.type.startsWith("weigh-")) return failWeighing(model, failure);
  for (const tab of TABS) {
    const step = tab.receive(model, event);
    if (step !== undefined) return step;
  }
  return failWrite(model, effect, failure);
}

function failStart(model: Model, failure: CallFailure): Step {
  return [
    { ...model, startFailure: failure },
    [{ type: "start-timer", name: "restart", delayMilliseconds: RESTART_MILLISECONDS }],
  ];
}

function failWeighing(model: Model, failure: CallFailure): Step {
  if (model.dialog?.kind !== "confirm") return stay(model);
  if (failure.reason === "RESOURCE_NOT_FOUND") return failWrite(model, undefined, failure);
  return stay({ ...model, dialog: { ...model.dialog, consequence: explainFailure(failure) } });
}

function failWrite(model: Model, effect: CallEffect | undefined, failure: CallFailure): Step {
  const free: Model = { ...model, busy: undefined };
  const changedElsewhere = failure.reason === "ETAG_MISMATCH" || failure.reason === "RESOURCE_NOT_FOUND";
  const reload = (step: Step) => (changedElsewhere ? andThen(step, currentTab(model).reload) : step);
  if (free.dialog?.kind === "form" && failure.reason !== "RESOURCE_NOT_FOUND") {
    const failed = failForm(free.dialog.form, failure);
    // Told once that somebody else changed it, the person may save over that: only the changed fields are sent.
    const target = failed.target === undefined ? undefined : { ...failed.target, etag: "" };
    const form = changedElsewhere
      ? { ...failed, target, failure: words("failure.changed-elsewhere-form") }
      : failed;
    return reload(stay({ ...free, dialog: { ...free.dialog, form } }));
  }
  const settings =
    effect?.type === "update-settings" ? { ...free.settings, entry: undefined } : free.settings;
  return reload(tell({ ...free, settings, dialog: undefined }, "bad", explainFailure(failure)));
}
