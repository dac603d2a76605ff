import { diffLines } from "../client/text-diff.js";
import type { ActionId } from "../keymap.js";
import { scrollDialog } from "./dialog-scroll.js";
import type { CallEffect } from "./effect.js";
import type { Event } from "./event.js";
import { explainFailure } from "./failures.js";
import type { Model } from "./model.js";
import type { CheckedText, PolicyEditorDialog, PolicyReviewDialog } from "./policy-dialogs.js";
import { type Step, stay, write } from "./step.js";
import { editTextArea, makeTextArea, moveTo, pasteInTextArea, type TextArea, textOf } from "./text-area.js";
import { type Words, words } from "./words.js";

/** How long nothing is typed before the text is checked. */
const QUIET_MILLISECONDS = 400;

/** What a new policy begins as. */
const TEMPLATE = `name: tickets-only
description: Reads tickets, and nothing else.
statements:
  - effect: allow
    methods: [GET]
    paths: [/api/tickets, /api/tickets/*]
tests:
  - name: reads a ticket
    method: GET
    path: /api/tickets/1
    expect: allow
  - name: no reports
    method: GET
    path: /api/reports
    expect: deny
`;

/** Opens the editor on a new policy: on this text, or on an example. */
export function openNewPolicy(model: Model, text = TEMPLATE): Step {
  return openEditor(model, undefined, "", text);
}

function openEditor(model: Model, target: PolicyEditorDialog["target"], stored: string, text: string): Step {
  const dialog: PolicyEditorDialog = {
    kind: "policy-editor",
    target,
    stored,
    area: makeTextArea(text),
    checked: undefined,
    isReviewing: false,
    failure: undefined,
    leaving: false,
  };
  return checkTyped({ ...model, dialog });
}

/** Asks for the text of a policy as it is stored; the editor opens on it. */
export function editPolicy(model: Model, id: string): Step {
  return [model, [{ type: "read-policy-text", id }]];
}

/** Opens the editor on what is stored, unless something else was opened meanwhile. */
export function receivePolicyText(model: Model, event: Extract<Event, { type: "policy-text-read" }>): Step {
  if (model.dialog !== undefined) return stay(model);
  const { id, name, etag } = event.policy;
  return openEditor(model, { id, name, etag }, event.text, event.text);
}

/** Types into the text; undefined when the editor has no use for the key. */
export function typeInEditor(
  model: Model,
  dialog: PolicyEditorDialog,
  input: { key: string } | { paste: string },
): Step | undefined {
  if (model.busy !== undefined) return undefined;
  const area =
    "key" in input ? editTextArea(dialog.area, input.key) : pasteInTextArea(dialog.area, input.paste);
  if (area === undefined) return undefined;
  const typed: Model = { ...model, dialog: { ...dialog, area, leaving: false, failure: undefined } };
  if (area.lines === dialog.area.lines) return stay(typed);
  return [typed, [{ type: "start-timer", name: "policy-check", delayMilliseconds: QUIET_MILLISECONDS }]];
}

/** Checks what was typed once the person pauses. */
export function checkTyped(model: Model): Step {
  const { dialog } = model;
  if (dialog?.kind !== "policy-editor") return stay(model);
  const text = textOf(dialog.area);
  if (dialog.checked?.text === text) return stay(model);
  return [model, [{ type: "check-policy-text", text, review: false }]];
}

/** Does what a key means in the editor. */
export function actInEditor(model: Model, dialog: PolicyEditorDialog, action: ActionId): Step {
  switch (action) {
    case "review": {
      const reviewing: Model = { ...model, dialog: { ...dialog, isReviewing: true, leaving: false } };
      return [reviewing, [{ type: "check-policy-text", text: textOf(dialog.area), review: true }]];
    }
    case "next-problem":
      return stay({ ...model, dialog: { ...dialog, area: goToNextProblem(dialog) } });
    case "cancel": {
      const unsaved = textOf(dialog.area) !== (dialog.target === undefined ? TEMPLATE : dialog.stored);
      return unsaved && !dialog.leaving
        ? stay({ ...model, dialog: { ...dialog, leaving: true } })
        : stay({ ...model, dialog: undefined });
    }
    default:
      return stay(model);
  }
}

/** Why a key does nothing in the editor. */
export function whyNotInEditor({ dialog, busy }: Model, action: ActionId): Words | undefined {
  if (dialog?.kind !== "policy-editor") return undefined;
  if (action === "next-problem" && (dialog.checked?.problems.length ?? 0) === 0)
    return words("why.no-problem");
  return busy === undefined && !dialog.isReviewing ? undefined : words("why.busy");
}

function goToNextProblem({ area, checked }: PolicyEditorDialog): TextArea {
  const problems = checked?.problems ?? [];
  const isBehind = (place: { line: number; column: number }) =>
    place.line - 1 > area.row || (place.line - 1 === area.row && place.column - 1 > area.column);
  const next = problems.find(isBehind) ?? problems[0];
  return next === undefined ? area : moveTo(area, next.line, next.column);
}

/** Takes in what was found out about the text: shown beside it, or if all is well, what is about to be saved. */
export function receiveCheck(model: Model, checked: CheckedText): Step {
  const { dialog } = model;
  if (dialog?.kind !== "policy-editor") return stay(model);
  const isCurrent = checked.text === textOf(dialog.area);
  if (!checked.review) return stay(isCurrent ? { ...model, dialog: { ...dialog, checked } } : model);
  const editor: PolicyEditorDialog = { ...dialog, checked, isReviewing: false };
  const [first] = checked.problems;
  if (!isCurrent || checked.choices === undefined || first !== undefined) {
    const area =
      isCurrent && first !== undefined ? moveTo(dialog.area, first.line, first.column) : dialog.area;
    return stay({ ...model, dialog: { ...editor, area } });
  }
  const { choices, tests } = checked;
  const diff = diffLines(dialog.stored, checked.text);
  return stay({ ...model, dialog: { kind: "policy-review", editor, choices, diff, tests, top: 0 } });
}

/** Does what a key means before something is saved. */
export function actInReview(model: Model, dialog: PolicyReviewDialog, action: ActionId): Step {
  if (action === "back") return stay({ ...model, dialog: dialog.editor });
  if (action !== "save") return stay({ ...model, dialog: scrollDialog(model, dialog, action) });
  const { choices, editor } = dialog;
  if (editor.target === undefined) return write(model, { type: "create-access-policy", choices });
  const { id, etag } = editor.target;
  return write(model, { type: "update-access-policy", id, choices, etag });
}

/** Why a key does nothing before something is saved. */
export function whyNotInReview({ dialog, busy }: Model, action: ActionId): Words | undefined {
  if (dialog?.kind !== "policy-review" || action !== "save") return undefined;
  if (dialog.diff.length === 0) return words("why.nothing-changed");
  return busy === undefined ? undefined : words("why.busy");
}

/** The calls that are made from the editor, or from what is about to be saved. */
const EDITOR_CALLS: readonly CallEffect["type"][] = [
  "check-policy-text",
  "create-access-policy",
  "update-access-policy",
];

/** Nothing that was typed is lost with a call: the editor is there again, and says what happened. */
export function failEditor(
  model: Model,
  { effect, failure }: Extract<Event, { type: "call-failed" }>,
): Step | undefined {
  const { dialog } = model;
  const editor = dialog?.kind === "policy-review" ? dialog.editor : dialog;
  if (editor?.kind !== "policy-editor" || !EDITOR_CALLS.includes(effect.type)) return undefined;
  const again = (told: Words, target: PolicyEditorDialog["target"]) =>
    stay({ ...model, busy: undefined, dialog: { ...editor, target, failure: told, isReviewing: false } });
  const { target } = editor;
  if (failure.reason !== "ETAG_MISMATCH" || target === undefined)
    return again(explainFailure(failure), target);
  // Told once that somebody else changed it, the person may save over that.
  return again(words("failure.changed-elsewhere-form"), { ...target, etag: "" });
}
