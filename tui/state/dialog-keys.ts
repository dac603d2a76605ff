import type { ActionId } from "../keymap.js";
import { say } from "../messages/say.js";
import { startBulk } from "./bulk.js";
import { actInDevice } from "./device.js";
import { scrollDialog } from "./dialog-scroll.js";
import type { ConfirmDialog, Dialog } from "./dialogs.js";
import { actInFound } from "./find-token.js";
import type { Model } from "./model.js";
import { actInSecrets } from "./oauth-client-secrets.js";
import { findCommands } from "./palette.js";
import { actInPolicyDialog } from "./policy-dialog-keys.js";
import { type Step, stay, write } from "./step.js";
import { makeTextField } from "./text-field.js";

/** Does what a key means in a dialog that is no form. The palette's choice is run by the caller. */
export function actInDialog(model: Model, dialog: Dialog, action: ActionId): Step {
  const put = (next: Dialog | undefined): Step => stay({ ...model, dialog: next });
  switch (dialog.kind) {
    case "confirm":
      return actInConfirm(model, dialog, action);
    case "secret": {
      if (action === "copy-secret") return [model, [{ type: "copy", text: dialog.secret, what: "secret" }]];
      if (action === "copy-second")
        return [model, [{ type: "copy", text: dialog.second ?? "", what: "secret" }]];
      const kept = dialog.copied !== undefined || dialog.leaving;
      return put(kept ? undefined : { ...dialog, leaving: true });
    }
    case "client-secrets":
      return actInSecrets(model, dialog, action);
    case "found":
      return actInFound(model, dialog, action);
    case "device":
      return actInDevice(model, dialog, action);
    case "bulk":
      if (action === "stop") return [model, [{ type: "stop-bulk" }]];
      return put(scrollDialog(model, dialog, action));
    case "help":
    case "messages":
      return put(scrollDialog(model, dialog, action));
    case "palette": {
      if (action === "cancel") return put(undefined);
      const found = findCommands(model, dialog.field.text);
      if (action === "complete-command") {
        const command = found[dialog.chosen];
        if (command === undefined) return stay(model);
        return put({ ...dialog, chosen: 0, field: makeTextField(say(model.language, command.words)) });
      }
      const by = action === "move-down" ? 1 : -1;
      const chosen = Math.max(0, Math.min(found.length - 1, dialog.chosen + by));
      return put({ ...dialog, chosen });
    }
    case "form":
      return stay(model);
    default:
      return actInPolicyDialog(model, dialog, action);
  }
}

function actInConfirm(model: Model, dialog: Extract<Dialog, { kind: "confirm" }>, action: ActionId): Step {
  switch (action) {
    case "answer-yes":
      return begin(model, dialog);
    case "answer-typed":
      return dialog.typed?.field.text.trim() === dialog.typed?.wanted ? begin(model, dialog) : stay(model);
    case "answer":
      return dialog.answer === "do" ? begin(model, dialog) : stay({ ...model, dialog: undefined });
    case "switch-answer": {
      const answer = dialog.answer === "do" ? "cancel" : "do";
      return stay({ ...model, dialog: { ...dialog, answer } });
    }
    default:
      return stay({ ...model, dialog: undefined });
  }
}

function begin(model: Model, { effect }: ConfirmDialog): Step {
  return effect.type === "bulk-plan" ? startBulk(model, effect.plan) : write(model, effect);
}
