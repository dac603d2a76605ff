import { fitText, makeVisible, measure } from "../components/fit.js";
import { BLANK, fillHeight, line, paragraph, span, type TextLine, typedText } from "../components/spans.js";
import type { Form, FormField } from "../state/form.js";
import type { Speaker } from "./speak.js";

/** A form as lines: a field each, complaints below them, and the rule of the focused field at the end. */
export function formLines(form: Form, speaker: Speaker, width: number): TextLine[] {
  const { t, say } = speaker;
  const labelWidth = Math.min(
    Math.max(...form.fields.map(({ label }) => measure(t(label)))) + 2,
    Math.floor(width * 0.45),
  );
  const fields = form.fields.flatMap((field, at): TextLine[] => {
    const focused = at === form.focus && !form.busy;
    const label = span(
      fitText(`${focused ? ">" : " "} ${t(field.label)}`, labelWidth + 2),
      focused ? "heading" : "plain",
    );
    const content: TextLine = [label, ...valueSpans(field, speaker, width - labelWidth - 2, focused)];
    if (field.error === undefined) return [content];
    const complaint = paragraph(`✕ ${makeVisible(say(field.error))}`, width - 4, "bad").slice(0, 2);
    return [content, ...complaint.map((part) => [span("    "), ...part])];
  });
  const hint = form.fields[form.focus]?.hint;
  const below = form.busy
    ? [line(t("working"), "dim")]
    : form.failure === undefined
      ? hint === undefined
        ? [BLANK]
        : paragraph(t(hint), width, "dim").slice(0, 2)
      : paragraph(`✕ ${makeVisible(say(form.failure))}`, width, "bad").slice(0, 3);
  // Always two lines at least, so that the panel does not jump when the focus moves.
  return [...fields, BLANK, ...fillHeight(below, Math.max(2, below.length))];
}

function valueSpans(field: FormField, { t }: Speaker, width: number, focused: boolean): TextLine {
  if (field.kind === "set") return setSpans(field, t, focused);
  if (field.kind === "choice") {
    const choice = field.choices.find(({ value }) => value === field.input.text);
    const text = choice === undefined ? field.input.text : t(choice.label);
    return focused
      ? [span("‹ ", "accent"), span(text, "inverse"), span(" ›", "accent")]
      : [span(`  ${text}`)];
  }
  const text = {
    text: makeVisible(field.input.text),
    cursor: makeVisible(field.input.text.slice(0, field.input.cursor)).length,
  };
  return typedText(text, Math.max(8, width), { masked: field.kind === "password", focused });
}

/** The values of a set, each with its mark; the one under the cursor stands out. */
function setSpans({ choices, input }: FormField, t: Speaker["t"], focused: boolean): TextLine {
  const chosen = input.text.split(",");
  return choices.flatMap(({ value, label }, at) => {
    const mark = chosen.includes(value) ? "[x]" : "[ ]";
    const here = focused && at === input.cursor;
    return [span(`${mark} ${t(label)}`, here ? "inverse" : "plain"), span(" ")];
  });
}
