import { BLANK, line, paragraph, span, type TextLine } from "../components/spans.js";
import type { Model } from "../state/model.js";
import { setupForm, setupSteps } from "../state/setup.js";
import { formLines } from "./forms.js";
import { speakerOf } from "./speak.js";

/** A page before the tabs: its title and its lines. */
export type Page = { title: string; lines: TextLine[] };

/** What is shown until the server has answered. */
export function startingPage(model: Model, width: number): Page {
  const { t } = speakerOf(model);
  const { address } = model.options;
  const waiting = line(`${t("start.waiting", { address })}…`);
  if (model.startFailure === undefined) return { title: "Latchkey", lines: [waiting] };
  const { obstacle, networkWords } = model.startFailure;
  const failed = [
    ...paragraph(t("start.failed", { address }), width, "warn"),
    ...(obstacle === undefined ? [] : paragraph(t(`start.obstacle.${obstacle}`), width, "warn")),
    ...paragraph(`(${networkWords})`, width, "dim").slice(0, 3),
  ];
  return { title: "Latchkey", lines: [waiting, BLANK, ...failed] };
}

/** The step of the first-run walk-through that the person is at. */
export function setupPage(model: Model, width: number): Page {
  const speaker = speakerOf(model);
  const { t } = speaker;
  const { step } = model.setup;
  const form = setupForm(model);
  if (step === "welcome" || form === undefined) {
    const texts = [t("setup.welcome.1"), t("setup.welcome.2"), t("setup.welcome.3")];
    const lines = texts.flatMap((text, at) => [
      ...paragraph(text, width, at === 2 ? "accent" : "plain"),
      BLANK,
    ]);
    return { title: t("setup.title"), lines: lines.slice(0, -1) };
  }
  const steps = setupSteps(model);
  const count = t("setup.step", { step: steps.indexOf(step), steps: steps.length - 1 });
  const lines = [
    line(t(`setup.${step}.title`), "heading"),
    ...paragraph(t(`setup.${step}.text`), width, "dim"),
    BLANK,
    ...formLines(form, speaker, width),
  ];
  return { title: `${t("setup.title")} — ${count}`, lines };
}

/** The sign-in page. */
export function signInPage(model: Model, width: number): Page {
  const speaker = speakerOf(model);
  const { t, say } = speaker;
  const { form, retryTime } = model.signIn;
  const seconds = Math.ceil(((retryTime ?? 0) - model.now) / 1000);
  const throttled = seconds > 0 ? paragraph(t("sign-in.throttled", { count: seconds }), width, "warn") : [];
  const notice = model.notice === undefined ? [] : [line(say(model.notice.words), "warn"), BLANK];
  const readOnly = model.options.readOnly ? [span(` (${t("title.read-only")})`, "warn")] : [];
  const { address } = model.options;
  return {
    title: t("sign-in.title"),
    lines: [
      [...line(t("sign-in.text", { address }), "dim"), ...readOnly],
      BLANK,
      ...notice,
      ...formLines(form, speaker, width),
      ...throttled,
    ],
  };
}
