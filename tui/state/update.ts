import type { ActionId } from "../keymap.js";
import type { Language } from "../messages/say.js";
import { receiveBulk, startUndoing } from "./bulk.js";
import { receiveCallFailure } from "./call-failures.js";
import { receiveConnection, reconnectNow } from "./connection.js";
import { openDeviceForm, receiveDevice } from "./device.js";
import { actInDialog } from "./dialog-keys.js";
import type { Event } from "./event.js";
import { openExportForm } from "./export-form.js";
import { complain, isForField, pasteInForm, typeInForm } from "./form.js";
import { actInForm, putForm } from "./form-keys.js";
import { goBackAlongTrail, jump } from "./jumps.js";
import { type Model, makeAccountState, type StartOptions } from "./model.js";
import { findCommands, noteCommand, openPalette } from "./palette.js";
import { findForm, findMeaning, whyNot } from "./places.js";
import { openPoliciesOver } from "./policy-attachments.js";
import { typeInEditor } from "./policy-editor.js";
import { explain, suggest } from "./policy-picker.js";
import { enterAccount, leaveAccount } from "./session.js";
import { makeSetup, submitSetup } from "./setup.js";
import { makeSignIn } from "./sign-in.js";
import { andThen, type Step, stay, tell, write } from "./step.js";
import { currentTab, goToTab, readIfStale, readTabIfStale, TABS } from "./tabs.js";
import { editTextField, insertText } from "./text-field.js";
import { words } from "./words.js";

/** The program before anything has happened. */
export function makeModel(options: StartOptions, size: Model["size"], now: number): Model {
  return {
    options,
    language: options.language,
    size,
    mouse: options.mouse,
    now,
    stage: "starting",
    startFailure: undefined,
    setup: makeSetup(options),
    signIn: makeSignIn(options),
    connection: { state: "connecting" },
    notice: undefined,
    commands: [],
    ...makeAccountState(),
  };
}

/** What an event makes of the program: its new state and what is to be done outside. Never throws, knows no clock. */
export function update(model: Model, event: Event): Step {
  switch (event.type) {
    case "started":
      return andThen(setMouse(model, model.mouse), (next) => [next, [{ type: "read-setup-state" }]]);
    case "tab-pointed":
      return isOnTabs(model) ? goToTab(model, event.tab) : stay(model);
    case "row-pointed":
      return (isOnTabs(model) ? currentTab(model).point?.(model, event.row) : undefined) ?? stay(model);
    case "wheel-turned":
      return turnWheel(model, event.by);
    case "resized":
      return stay(fitTabs({ ...model, size: { columns: event.columns, rows: event.rows } }));
    case "resumed":
      return setMouse({ ...model }, model.mouse);
    case "key":
      // Good news stays its time, with what can be taken back; what a key was told is over with the next one.
      return press(model.notice?.kind === "good" ? model : { ...model, notice: undefined }, event.key);
    case "paste":
      return paste(model, event.text);
    case "setup-state-read":
      return stay({ ...model, stage: event.setupRequired ? "setup" : "sign-in", startFailure: undefined });
    case "account-created":
    case "signed-in":
      return enterAccount(model, event);
    case "signed-out":
      return leaveAccount(model, undefined);
    case "copied":
      return copied(model, event);
    case "device-found":
    case "device-answered":
      return receiveDevice(model, event);
    case "bulk-advanced":
      return receiveBulk(model, event);
    case "exported": {
      const done = { ...model, busy: undefined, dialog: undefined };
      return tell(done, "good", words("notice.exported", { count: event.count, path: event.path }));
    }
    case "export-failed":
      return failExport(model, event);
    case "call-failed":
      return receiveCallFailure(model, event);
    default:
      return receive(event.type === "timer" ? timer(model, event) : model, event);
  }
}

/** Hands an event to the connection and to every tab; each knows what is its own. */
function receive(model: Model, event: Event): Step {
  let step = receiveConnection(model, event) ?? stay(model);
  for (const tab of TABS) step = andThen(step, (next) => tab.receive(next, event) ?? stay(next));
  if (event.type === "timer" && event.name === "restart" && model.stage === "starting")
    step = andThen(step, (next) => [next, [{ type: "read-setup-state" }]]);
  return step;
}

function timer(model: Model, event: Extract<Event, { type: "timer" }>): Model {
  if (event.name === "undo" && model.undo !== undefined && model.undo.until <= model.now)
    return { ...model, undo: undefined };
  const over = event.name === "notice" && model.notice?.kind !== "bad";
  return over ? { ...model, notice: undefined } : model;
}

function isOnTabs({ stage, dialog }: Model): boolean {
  return stage === "ready" && dialog === undefined;
}

/** Listens to the pointer or not; nothing is to be done where it was not listened to before either. */
function setMouse(model: Model, on: boolean): Step {
  return [{ ...model, mouse: on }, on || model.mouse ? [{ type: "set-mouse", on }] : []];
}

/** A notch of the wheel moves as three presses of an arrow do. */
function turnWheel(model: Model, by: 1 | -1): Step {
  const once = (next: Model): Step => press(next, by > 0 ? "down" : "up");
  return findForm(model) === undefined ? andThen(andThen(once(model), once), once) : stay(model);
}

/** Text being typed takes the keys it has a use for; the keymap has the rest. */
function press(model: Model, key: string): Step {
  const form = findForm(model);
  if (form !== undefined && isForField(form, key))
    return stay(form.busy ? model : putForm(model, typeInForm(form, key)));
  if (model.dialog?.kind === "palette") {
    const field = editTextField(model.dialog.field, key);
    if (field !== undefined)
      return stay({ ...model, dialog: { ...model.dialog, field, chosen: 0, failed: false } });
  }
  if (model.dialog?.kind === "policy-picker") {
    const field = editTextField(model.dialog.field, key);
    if (field !== undefined) return stay({ ...model, dialog: { ...model.dialog, field, chosen: 0 } });
  }
  if (model.dialog?.kind === "policy-editor") {
    const typed = typeInEditor(model, model.dialog, { key });
    if (typed !== undefined) return typed;
  }
  if (model.dialog?.kind === "confirm" && model.dialog.typed !== undefined) {
    const field = editTextField(model.dialog.typed.field, key);
    if (field !== undefined)
      return stay({ ...model, dialog: { ...model.dialog, typed: { ...model.dialog.typed, field } } });
  }
  if (model.dialog === undefined && model.stage === "ready") {
    const typed = currentTab(model).type?.(model, { key });
    if (typed !== undefined) return typed;
  }
  const binding = findMeaning(model, key);
  if (binding === undefined) return stay(model);
  const why = whyNot(model, binding);
  if (why !== undefined) return binding.place === "form" ? stay(model) : tell(model, "plain", why);
  return perform(model, binding.action, key);
}

/** A paste goes to text only; anywhere else it does nothing. */
function paste(model: Model, text: string): Step {
  const form = findForm(model);
  if (form !== undefined) return stay(form.busy ? model : putForm(model, pasteInForm(form, text)));
  if (model.dialog?.kind === "palette")
    return stay({
      ...model,
      dialog: { ...model.dialog, field: insertText(model.dialog.field, text), chosen: 0 },
    });
  if (model.dialog?.kind === "policy-editor")
    return typeInEditor(model, model.dialog, { paste: text }) ?? stay(model);
  if (model.dialog !== undefined || model.stage !== "ready") return stay(model);
  return currentTab(model).type?.(model, { paste: text }) ?? stay(model);
}

function perform(model: Model, action: ActionId, key: string): Step {
  switch (action) {
    case "leave":
    case "quit":
      return [model, [{ type: "quit", exitCode: 0 }]];
    case "suspend":
      return [model, [{ type: "suspend" }]];
    case "repaint":
      return [model, [{ type: "repaint" }]];
    case "switch-language":
      return stay({ ...model, language: otherLanguage(model.language) });
    case "retry":
      return [model, [{ type: "read-setup-state" }]];
    default:
      break;
  }
  if (model.dialog?.kind === "palette" && action === "run-command") return runCommand(model);
  if (findForm(model) !== undefined) return actInForm(model, action);
  if (model.dialog !== undefined) return actInDialog(model, model.dialog, action);
  if (model.stage === "setup") return submitSetup(model);
  return model.stage === "ready" ? performOnTabs(model, action, key) : stay(model);
}

function performOnTabs(model: Model, action: ActionId, key: string): Step {
  const at = TABS.findIndex(({ id }) => id === model.tab);
  const to = (index: number) => goToTab(model, TABS[(index + TABS.length) % TABS.length]?.id ?? model.tab);
  switch (action) {
    case "go-to-tab":
      return Number(key) > TABS.length ? stay(model) : to(Number(key) - 1);
    case "next-tab":
      return to(at + 1);
    case "previous-tab":
      return to(at - 1);
    case "help":
      return stay({ ...model, dialog: { kind: "help", top: 0 } });
    case "palette":
      return stay({ ...model, dialog: openPalette() });
    case "toggle-mouse": {
      const [next, effects] = setMouse(model, !model.mouse);
      return andThen(tell(next, "plain", words(next.mouse ? "mouse.on" : "mouse.off")), (told) => [
        told,
        effects,
      ]);
    }
    case "messages":
      return stay({ ...model, dialog: { kind: "messages", top: 0 } });
    case "show-policies":
      return andThen(openPoliciesOver(model) ?? stay(model), (next) =>
        readTabIfStale(next, "access-policies"),
      );
    case "explain":
      return explain(model);
    case "suggest":
      return suggest(model);
    case "approve-device":
      return stay({ ...model, dialog: openDeviceForm() });
    case "export":
      return stay({ ...model, dialog: openExportForm(model) });
    case "undo":
      return undo(model);
    case "refresh":
      return andThen(reconnectNow(model), currentTab(model).reload);
    case "sign-out":
      return write(model, { type: "sign-out" });
    default: {
      const way = currentTab(model).leadsTo?.(model, action);
      if (way !== undefined) return "tab" in way ? jump(model, way) : tell(model, "plain", way);
      const step = currentTab(model).act(model, action);
      if (step === undefined) return action === "back" ? goBackAlongTrail(model) : stay(model);
      return andThen(step, (next) => (hasWidened(model, next) ? leaveScope(next) : stay(next)));
    }
  }
}

function hasWidened(before: Model, after: Model): boolean {
  const scopeOf = (model: Model) => currentTab(model).list?.(model).scope;
  return before.tab === after.tab && scopeOf(before) !== undefined && scopeOf(after) === undefined;
}

/** Leaving what a list was narrowed to leads back to where that was done. */
function leaveScope(model: Model): Step {
  return model.trail.at(-1)?.to === model.tab ? goBackAlongTrail(model) : readIfStale(model);
}

function undo(model: Model): Step {
  if (model.undo === undefined) return stay(model);
  const undoing = model.undo;
  const taken: Model = { ...model, undo: undefined };
  if (undoing.kind === "one") return write(taken, undoing.write);
  return startUndoing(taken, undoing);
}

function fitTabs(model: Model): Model {
  return TABS.reduce((next, tab) => tab.fit?.(next) ?? next, model);
}

function failExport(model: Model, { problem, message }: Extract<Event, { type: "export-failed" }>): Step {
  const free: Model = { ...model, busy: undefined };
  const why = words(`export.failed-${problem}`, { message });
  if (free.dialog?.kind !== "form") return tell(free, "bad", why);
  const form = complain(free.dialog.form, { path: why });
  return stay({ ...free, dialog: { ...free.dialog, form } });
}

function runCommand(model: Model): Step {
  if (model.dialog?.kind !== "palette") return stay(model);
  const command = findCommands(model, model.dialog.field.text)[model.dialog.chosen];
  if (command === undefined) return stay({ ...model, dialog: { ...model.dialog, failed: true } });
  const closed = noteCommand({ ...model, dialog: undefined }, command);
  if (command.kind === "tab") return goToTab(closed, command.tab);
  const there = command.on === undefined ? stay(closed) : goToTab(closed, command.on);
  return andThen(there, (next) => perform(next, command.action, ""));
}

function copied(model: Model, { what, way }: Extract<Event, { type: "copied" }>): Step {
  if (what === "id") return tell(model, "good", words(`notice.copied-${way}`));
  if (model.dialog?.kind !== "secret") return stay(model);
  return stay({ ...model, dialog: { ...model.dialog, copied: way } });
}

function otherLanguage(language: Language): Language {
  return language === "en" ? "fr" : "en";
}
