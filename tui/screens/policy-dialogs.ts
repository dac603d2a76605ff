import { makeVisible } from "../components/fit.js";
import { BLANK, fillHeight, line, paragraph, span, type TextLine, typedText } from "../components/spans.js";
import type { Model } from "../state/model.js";
import { findPolicy } from "../state/policy-acts.js";
import type {
  PoliciesOverDialog,
  PolicyAttachmentsDialog,
  PolicyDialog,
  PolicyPickerDialog,
  PolicyVersionsDialog,
} from "../state/policy-dialogs.js";
import { findCandidates } from "../state/policy-picker.js";
import { nameTarget } from "../state/policy-targets.js";
import { diffView, editorPage, reviewPage } from "./policy-editor.js";
import { explanationLines, reportLines, suggestionLines } from "./policy-trust.js";
import { scrolled } from "./scrolled.js";
import type { Speaker } from "./speak.js";
import type { Page } from "./welcome.js";

/** As many versions are listed above what the chosen one changed. */
const VERSION_ROWS = 6;

/** What stands over the screen about access policies. */
export function policyPage(
  model: Model,
  dialog: PolicyDialog,
  speaker: Speaker,
  width: number,
  height: number,
): Page {
  const { t } = speaker;
  const named = (policyId: string) => makeVisible(findPolicy(model, policyId)?.name ?? policyId);
  switch (dialog.kind) {
    case "policy-editor":
      return editorPage(dialog, speaker, width, height);
    case "policy-review":
      return reviewPage(model, dialog, speaker, width, height);
    case "policy-versions": {
      const title = t("policies.versions-of", { name: named(dialog.policyId) });
      return { title, lines: versionLines(model, dialog, speaker, width, height) };
    }
    case "policy-attachments": {
      const title = t("policies.attachments-of", { name: named(dialog.policyId) });
      return { title, lines: attachmentLines(model, dialog, speaker, width, height) };
    }
    case "policies-over": {
      const title = t("policies.over", { label: nameTarget(model, dialog.target) });
      return { title, lines: policiesOverLines(model, dialog, speaker, width, height) };
    }
    case "policy-picker":
      return {
        title: t(`policies.pick-${dialog.purpose.kind}`),
        lines: pickerLines(model, dialog, speaker, width, height),
      };
    case "dry-run-report": {
      const title = t("policies.report-of", { name: named(dialog.policyId) });
      return scrolled(title, reportLines(dialog, speaker, width), height, dialog.top);
    }
    case "explanation":
      return scrolled(
        t("explanation.title"),
        explanationLines(model, dialog, speaker, width),
        height,
        dialog.top,
      );
    case "suggestion":
      return scrolled(
        t("suggestion.title"),
        suggestionLines(model, dialog, speaker, width),
        height,
        dialog.top,
      );
  }
}

/** Rows with one chosen, as many as there is room for round it. */
function choose(rows: readonly TextLine[], chosen: number, height: number): TextLine[] {
  const top = Math.max(0, Math.min(chosen - (height >> 1), rows.length - height));
  return rows.slice(top, top + height).map((row, at) => {
    const here = top + at === chosen;
    return [span(here ? "> " : "  ", "accent", here), ...row];
  });
}

function versionLines(
  model: Model,
  { policyId, versions, changes, chosen, top }: PolicyVersionsDialog,
  speaker: Speaker,
  width: number,
  height: number,
): TextLine[] {
  const { t, time } = speaker;
  if (versions === undefined) return [line(t("list.loading"), "dim")];
  const policy = findPolicy(model, policyId);
  const rows = versions.map(({ version, createTime, creatorEmail }): TextLine => {
    const marks = [
      ...(version === policy?.enforcedVersion ? [span(`  ${t("policy-state.enforced")}`, "good")] : []),
      ...(version === policy?.dryRunVersion ? [span(`  ${t("policy-state.dry-run")}`, "accent")] : []),
    ];
    const name = t("policies.version", { version }).padEnd(12);
    return [
      span(name, "heading"),
      span(`${time(createTime)}  ${makeVisible(creatorEmail)}`, "dim"),
      ...marks,
    ];
  });
  const listed = choose(rows, chosen, Math.min(VERSION_ROWS, rows.length));
  const shown = diffView(changes[chosen] ?? [], width);
  const room = Math.max(1, height - listed.length - 2);
  const title = line(
    t(chosen === versions.length - 1 ? "policies.first-version" : "policies.changed-in"),
    "dim",
  );
  const from = Math.max(0, Math.min(top, shown.length - room));
  return [...listed, BLANK, title, ...shown.slice(from, from + room)];
}

function attachmentLines(
  model: Model,
  { targets, chosen }: PolicyAttachmentsDialog,
  { t, say }: Speaker,
  width: number,
  height: number,
): TextLine[] {
  if (targets === undefined) return [line(t("list.loading"), "dim")];
  if (targets.length === 0) return paragraph(t("policies.attached-to-nothing"), width);
  const rows = targets.map((target) => line(makeVisible(say(nameTarget(model, target)))));
  return choose(rows, chosen, height);
}

function policiesOverLines(
  model: Model,
  { ids, chosen }: PoliciesOverDialog,
  { t }: Speaker,
  width: number,
  height: number,
): TextLine[] {
  const policies = model.accessPolicies.items;
  if (ids === undefined || model.accessPolicies.phase === "unread") return [line(t("list.loading"), "dim")];
  if (policies.length === 0) return paragraph(t("policies.none-to-attach"), width);
  const rows = policies.map(({ id, name, enforcedVersion, description }): TextLine => {
    const state =
      enforcedVersion === 0 ? t("policy-state.idle") : t("policies.version", { version: enforcedVersion });
    return [
      span(ids.includes(id) ? "[x] " : "[ ] ", ids.includes(id) ? "accent" : "plain"),
      span(makeVisible(name)),
      span(`  ${state}`, enforcedVersion === 0 ? "dim" : "good"),
      span(description === "" ? "" : `  ${makeVisible(description)}`, "dim"),
    ];
  });
  return [
    ...choose(rows, chosen, height - 3),
    BLANK,
    ...paragraph(t("policies.over-advice"), width, "dim").slice(0, 2),
  ];
}

function pickerLines(
  model: Model,
  dialog: PolicyPickerDialog,
  { t, number }: Speaker,
  width: number,
  height: number,
): TextLine[] {
  const found = findCandidates(model, dialog);
  const rows = found.map(({ label, id }): TextLine => [span(makeVisible(label)), span(`  ${id}`, "dim")]);
  const room = Math.max(1, Math.min(12, height - 4));
  const listed =
    found.length === 0 ? [line(t("policies.none-fits"), "dim")] : choose(rows, dialog.chosen, room);
  return [
    typedText(dialog.field, Math.min(40, width)),
    BLANK,
    ...fillHeight(listed, room),
    line(t("policies.candidates", { count: found.length, number: number(found.length) }), "dim"),
  ];
}
