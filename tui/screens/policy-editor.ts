import { cutTo, makeVisible } from "../components/fit.js";
import { BLANK, fillHeight, line, paragraph, span, type TextLine, typedText } from "../components/spans.js";
import type { Model } from "../state/model.js";
import type { PolicyEditorDialog, PolicyReviewDialog } from "../state/policy-dialogs.js";
import { textOf } from "../state/text-area.js";
import type { Tone } from "../theme.js";
import { scrolled } from "./scrolled.js";
import type { Speaker } from "./speak.js";
import type { Page } from "./welcome.js";

/** What is wrong gets so many lines below the text. */
const PROBLEM_ROWS = 3;

/** The text of a policy, its cursor, and what is wrong with it. */
export function editorPage(
  dialog: PolicyEditorDialog,
  speaker: Speaker,
  width: number,
  height: number,
): Page {
  const { t } = speaker;
  const { area, target } = dialog;
  const title =
    target === undefined
      ? t("form.create-policy")
      : t("form.edit-policy", { name: makeVisible(target.name) });
  const where = `${area.row + 1}:${area.column + 1}`;
  const room = Math.max(3, height - PROBLEM_ROWS - 1);
  return {
    title: `${title} (${where})`,
    lines: [
      ...fillHeight(textLines(dialog, width, room), room),
      line("─".repeat(width), "dim"),
      ...fillHeight(newsLines(dialog, speaker, width), PROBLEM_ROWS),
    ],
  };
}

function textLines({ area, checked }: PolicyEditorDialog, width: number, height: number): TextLine[] {
  const { lines, row, column } = area;
  const top = Math.max(0, Math.min(row - (height >> 1), lines.length - height));
  const gutter = String(lines.length).length + 2;
  const wrong = new Set(checked?.problems.map((problem) => problem.line));
  return lines.slice(top, top + height).map((text, at): TextLine => {
    const number = top + at + 1;
    const mark = wrong.has(number) ? "✕" : " ";
    const head = span(`${String(number).padStart(gutter - 2)}${mark} `, wrong.has(number) ? "bad" : "dim");
    const shown = makeVisible(text);
    if (number - 1 !== row) return [head, ...highlight(cutTo(shown, width - gutter))];
    const cursor = makeVisible(text.slice(0, column)).length;
    return [head, ...typedText({ text: shown, cursor }, width - gutter)];
  });
}

/** The names of a line apart from their values, and remarks apart from both. */
function highlight(text: string): TextLine {
  const [, indent = "", name = "", rest = ""] = /^(\s*(?:- )?)([\w-]+:)?(.*)$/.exec(text) ?? [];
  const remark = rest.search(/(^|\s)#/);
  const value = remark < 0 ? rest : rest.slice(0, remark);
  return [span(indent), span(name, "accent"), span(value), span(remark < 0 ? "" : rest.slice(remark), "dim")];
}

/** What the person has to know: what is wrong, or that nothing is. */
function newsLines(dialog: PolicyEditorDialog, { t, say }: Speaker, width: number): TextLine[] {
  const { area, checked, failure, leaving, isReviewing } = dialog;
  if (leaving) return paragraph(t("editor.leaving"), width, "warn");
  if (failure !== undefined) return paragraph(`✕ ${makeVisible(say(failure))}`, width, "bad");
  if (isReviewing) return [line(t("working"), "dim")];
  if (checked === undefined || checked.text !== textOf(area)) return [line(t("editor.hint"), "dim")];
  const { problems, tests } = checked;
  if (problems.length > 0) {
    return problems.map(({ line: row, column, description }) =>
      line(cutTo(makeVisible(`✕ ${row}:${column}  ${description}`), width), "bad"),
    );
  }
  const failed = tests.filter(({ passed }) => !passed);
  if (failed.length === 0) return [line(`✓ ${t("editor.good", { count: tests.length })}`, "good")];
  return failed.map(({ name, description }) =>
    line(cutTo(makeVisible(`✕ ${t("editor.test-fails", { name })}  ${description}`), width), "warn"),
  );
}

/** What is about to be saved: what changes, and which tests would not pass. */
export function reviewPage(
  model: Model,
  { editor, diff, tests, top }: PolicyReviewDialog,
  speaker: Speaker,
  width: number,
  height: number,
): Page {
  const { t } = speaker;
  const failed = tests.filter(({ passed }) => !passed);
  const title = t(editor.target === undefined ? "review.create" : "review.update");
  const lines = [
    ...(diff.length === 0 ? [line(t("why.nothing-changed"), "dim")] : diffView(diff, width)),
    BLANK,
    ...failed.flatMap(({ name, description }) =>
      paragraph(makeVisible(`✕ ${t("editor.test-fails", { name })}  ${description}`), width, "warn"),
    ),
    ...(failed.length === 0
      ? [line(`✓ ${t("editor.good", { count: tests.length })}`, "good")]
      : paragraph(t("review.tests-fail"), width, "warn")),
    ...paragraph(model.busy === undefined ? t("review.advice") : t("working"), width, "dim"),
  ];
  return scrolled(title, lines, height, top);
}

/** Lines of a difference, what goes and what comes told apart by their signs too. */
export function diffView(diff: readonly string[], width: number): TextLine[] {
  return diff.map((text) => line(cutTo(makeVisible(text), width), toneOf(text)));
}

function toneOf(text: string): Tone {
  if (text.startsWith("+")) return "good";
  return text.startsWith("-") ? "bad" : "dim";
}
