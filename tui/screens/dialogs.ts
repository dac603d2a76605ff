import { makeVisible } from "../components/fit.js";
import { BLANK, fillHeight, line, paragraph, span, type TextLine, typedText } from "../components/spans.js";
import type { ConfirmDialog, Dialog, PaletteDialog } from "../state/dialogs.js";
import type { Model } from "../state/model.js";
import { findCommands } from "../state/palette.js";
import { formLines } from "./forms.js";
import { helpLines } from "./help.js";
import { nameKey } from "./key-names.js";
import { bulkLines, messageLines } from "./news.js";
import { clientSecretLines, deviceLines, foundLines } from "./oauth-dialogs.js";
import { policyPage } from "./policy-dialogs.js";
import { scrolled } from "./scrolled.js";
import { secretLines, secretTitle } from "./secret-dialog.js";
import { type Speaker, speakerOf } from "./speak.js";
import type { Page } from "./welcome.js";

const PALETTE_ROWS = 10;

/** What stands over the screen, as lines of the given width and no higher than the given height. */
export function dialogPage(model: Model, dialog: Dialog, width: number, height: number): Page {
  const speaker = speakerOf(model);
  switch (dialog.kind) {
    case "confirm":
      return {
        title: speaker.sentence(dialog.title),
        lines: confirmLines(model, dialog, speaker, width),
      };
    case "secret":
      return { title: speaker.t(secretTitle(dialog)), lines: secretLines(dialog, speaker, width) };
    case "client-secrets":
      return scrolled(
        speaker.t("secrets.title"),
        clientSecretLines(model, speaker, width),
        height,
        dialog.top,
      );
    case "found":
      return { title: speaker.t("found.title"), lines: foundLines(dialog, speaker, width) };
    case "device":
      return { title: speaker.t("device.title"), lines: deviceLines(model, dialog, speaker, width) };
    case "form":
      return { title: speaker.say(dialog.title), lines: formLines(dialog.form, speaker, width) };
    case "palette":
      return { title: speaker.t("palette.title"), lines: paletteLines(model, dialog, speaker, width) };
    case "bulk": {
      const title = model.bulk === undefined ? "" : speaker.sentence(model.bulk.title);
      return { title, lines: bulkLines(model, speaker, width, height, dialog.top) };
    }
    case "messages":
      return scrolled(speaker.t("messages.title"), messageLines(model, speaker, width), height, dialog.top);
    case "help":
      return scrolled(speaker.t("help.title"), helpLines(model, width), height, dialog.top);
    default:
      return policyPage(model, dialog, speaker, width, height);
  }
}

function confirmLines(model: Model, dialog: ConfirmDialog, speaker: Speaker, width: number): TextLine[] {
  const { t, say } = speaker;
  const consequence = dialog.consequence === undefined ? t("confirm.weighing") : say(dialog.consequence);
  return [
    ...dialog.lines.flatMap((words) => paragraph(makeVisible(say(words)), width, "heading").slice(0, 3)),
    ...(dialog.lines.length > 0 ? [BLANK] : []),
    ...paragraph(makeVisible(consequence), width, dialog.consequence === undefined ? "dim" : "plain"),
    ...(dialog.facts ?? []).map((words) => line(`  ${makeVisible(say(words))}`, "warn")),
    BLANK,
    ...answerLines(model, dialog, speaker, width),
  ];
}

function answerLines(model: Model, dialog: ConfirmDialog, { t, say }: Speaker, width: number): TextLine[] {
  if (model.busy !== undefined) return [line(t("working"), "dim")];
  if (dialog.typed !== undefined) {
    const { wanted, field } = dialog.typed;
    return [
      ...paragraph(t("confirm.type", { wanted }), width, "warn"),
      typedText(field, Math.min(width, Math.max(12, wanted.length + 4))),
    ];
  }
  const mark = (name: string, marked: boolean) =>
    marked ? span(` > ${name} < `, "inverse") : span(`   ${name}   `);
  const cancel = mark(t("confirm.cancel"), dialog.answer === "cancel");
  return [[cancel, span("  "), mark(`${say(dialog.doing)} (y)`, dialog.answer === "do")]];
}

function paletteLines(model: Model, dialog: PaletteDialog, speaker: Speaker, width: number): TextLine[] {
  const { t, say } = speaker;
  const found = findCommands(model, dialog.field.text);
  const top = Math.max(0, dialog.chosen - PALETTE_ROWS + 1);
  const rows = found.slice(top, top + PALETTE_ROWS).map((command, at): TextLine => {
    const chosen = top + at === dialog.chosen;
    const afar = command.kind === "action" && command.on !== undefined;
    const keys = afar ? command.keys : command.keys.slice(0, 1);
    const key = keys.map((name) => nameKey(name, speaker)).join(" ");
    return [
      span(chosen ? "> " : "  "),
      span(say(command.words), chosen ? "inverse" : "plain"),
      span(`  ${key}`, "dim"),
    ];
  });
  const none = found.length === 0 ? [line(t("palette.unknown"), "warn")] : [];
  return [
    [span(": ", "accent"), ...typedText(dialog.field, Math.max(8, width - 4))],
    BLANK,
    ...fillHeight([...none, ...rows], Math.min(PALETTE_ROWS, Math.max(4, model.size.rows - 10))),
  ];
}
