import type { ActionId } from "../keymap.js";
import { say } from "../messages/say.js";
import type { Dialog } from "./dialogs.js";
import type { Model } from "./model.js";
import { findCommands } from "./palette.js";
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
      const kept = dialog.copied !== undefined || dialog.leaving;
      return put(kept ? undefined : { ...dialog, leaving: true });
    }
    case "help": {
      const page = Math.max(1, model.size.rows - 6);
      const by = { "move-up": -1, "move-down": 1, "move-page-up": -page, "move-page-down": page }[
        action as string
      ];
      return put(by === undefined ? undefined : { ...dialog, top: Math.max(0, dialog.top + by) });
    }
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
    default:
      return stay(model);
  }
}

function actInConfirm(model: Model, dialog: Extract<Dialog, { kind: "confirm" }>, action: ActionId): Step {
  switch (action) {
    case "answer-yes":
      return write(model, dialog.effect);
    case "answer":
      return dialog.answer === "do" ? write(model, dialog.effect) : stay({ ...model, dialog: undefined });
    case "switch-answer": {
      const answer = dialog.answer === "do" ? "cancel" : "do";
      return stay({ ...model, dialog: { ...dialog, answer } });
    }
    default:
      return stay({ ...model, dialog: undefined });
  }
}
