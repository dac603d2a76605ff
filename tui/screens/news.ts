import { makeVisible } from "../components/fit.js";
import { BLANK, line, paragraph, span, type TextLine } from "../components/spans.js";
import type { BulkItem } from "../state/bulk.js";
import type { Model } from "../state/model.js";
import type { Speaker } from "./speak.js";

const BULK_SIGNS = {
  waiting: { glyph: "·", tone: "dim" },
  done: { glyph: "✓", tone: "good" },
  failed: { glyph: "✕", tone: "bad" },
} as const;

/** How a change to many items goes: a bar, a count, and what became of each; what was refused comes first. */
export function bulkLines(
  model: Model,
  speaker: Speaker,
  width: number,
  height: number,
  wanted: number,
): TextLine[] {
  const { t } = speaker;
  const { bulk } = model;
  if (bulk === undefined) return [];
  const count = (state: BulkItem["state"]) => bulk.items.filter((item) => item.state === state).length;
  const [done, failed, waiting] = [count("done"), count("failed"), count("waiting")];
  const filled = Math.round(((done + failed) / Math.max(1, bulk.items.length)) * width);
  const order = ["failed", "waiting", "done"] as const;
  const sorted = bulk.over
    ? order.flatMap((state) => bulk.items.filter((item) => item.state === state))
    : bulk.items;
  const lines = sorted.flatMap((item) => itemLines(item, speaker, width));
  const room = Math.max(1, height - 5);
  const following = bulk.over ? wanted : Math.max(0, done + failed - room + 1);
  const top = Math.max(0, Math.min(following, lines.length - room));
  const end = bulk.over
    ? failed + waiting === 0
      ? t("bulk.all-well")
      : waiting > 0
        ? t("bulk.stopped", { left: waiting })
        : ""
    : t("working");
  return [
    [span("━".repeat(filled), failed > 0 ? "warn" : "good"), span("─".repeat(width - filled), "dim")],
    line(t("bulk.progress", { done, failed, total: bulk.items.length })),
    BLANK,
    ...lines.slice(top, top + room),
    BLANK,
    line(end, "dim"),
  ];
}

function itemLines({ label, state, why }: BulkItem, { say }: Speaker, width: number): TextLine[] {
  const { glyph, tone } = BULK_SIGNS[state];
  const name: TextLine = [
    span(`${glyph} `, tone),
    span(makeVisible(say(label)), state === "waiting" ? "dim" : "plain"),
  ];
  if (why === undefined) return [name];
  return [name, ...paragraph(makeVisible(say(why)), width - 4, "bad").map((part) => [span("    "), ...part])];
}

/** What was told so far, the newest first, each with its time. */
export function messageLines(model: Model, { t, sentence, clock }: Speaker, width: number): TextLine[] {
  if (model.messages.length === 0) return [line(t("messages.none"), "dim")];
  return model.messages.toReversed().flatMap(({ time, kind, words }) => {
    const tone = kind === "bad" ? "bad" : "plain";
    const [first = BLANK, ...rest] = paragraph(makeVisible(sentence(words)), width - 12, tone);
    const head = [
      span(`${clock(new Date(time))} `, "dim"),
      span(kind === "bad" ? "✕ " : "✓ ", kind === "bad" ? "bad" : "good"),
    ];
    return [[...head, ...first], ...rest.map((part) => [span(" ".repeat(11)), ...part])];
  });
}
