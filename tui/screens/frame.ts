import { cutTo, makeVisible, measure } from "../components/fit.js";
import {
  fitLine,
  invert,
  line,
  type Span,
  span,
  spread,
  type TextLine,
  typedText,
} from "../components/spans.js";
import { formatClock } from "../messages/format.js";
import type { Model } from "../state/model.js";
import { listMeanings } from "../state/places.js";
import { currentTab, TABS } from "../state/tabs.js";
import { CONNECTION_SIGNS } from "../theme.js";
import { nameKeys } from "./key-names.js";
import { speakerOf } from "./speak.js";

/** The top line: where the person is, who they are, and whether what they see is live. */
export function titleLine(model: Model, width: number): TextLine {
  const { t } = speakerOf(model);
  const left: Span[] = [span(" Latchkey", "accent", true)];
  if (model.owner === undefined) return spread(left, [span(`${model.options.address} `, "dim")], width);
  const account = makeVisible(model.owner.accountDisplayName || model.owner.accountId);
  left.push(span(" › ", "dim"), span(account), span(" › ", "dim"), span(t(currentTab(model).title)));
  const sign = CONNECTION_SIGNS[model.connection.state];
  const readOnly = model.options.readOnly ? [span(` ${t("title.read-only")} `, "inverse"), span(" ")] : [];
  const email = cutTo(makeVisible(model.owner.email), Math.max(8, width >> 2));
  const right = [
    ...readOnly,
    span(`${email}  `, "dim"),
    span(sign.glyph, sign.tone),
    span(` ${t(`connection.${model.connection.state}`)} `, sign.tone),
  ];
  return spread(left, right, width);
}

/** The line of tabs. */
export function tabLine(model: Model, width: number): TextLine {
  const { t } = speakerOf(model);
  const spans = TABS.flatMap(({ id, title }, index): Span[] => {
    const here = id === model.tab;
    const name = ` ${index + 1} ${t(title)} `;
    return [span(" "), here ? span(name, "inverse", true) : span(name, "dim")];
  });
  return fitLine(spans, width);
}

/** A rule, or in its place the news that the server cannot be reached. */
export function bannerLine(model: Model, width: number): TextLine {
  const { connection } = model;
  if (model.stage !== "ready" || connection.state !== "reconnecting") return line("─".repeat(width), "dim");
  const seconds = Math.max(0, Math.ceil((connection.retryTime - model.now) / 1000));
  const since = formatClock(model.language, new Date(connection.since));
  const text = speakerOf(model).t("banner.offline", { since, seconds });
  return invert(fitLine([span(" ✕ "), span(text)], width));
}

/** The line above the footer: news, the filter being typed, or what the tab has to say. */
export function statusLine(model: Model, summary: TextLine, width: number): TextLine {
  const { t, say } = speakerOf(model);
  const filter = typedFilter(model);
  if (filter !== undefined) {
    const label = ` ${t("list.filter")}: `;
    const room = Math.max(8, Math.min(40, width - measure(label) - 24));
    return spread([span(label, "accent"), ...typedText(filter, room)], [...summary, span(" ")], width);
  }
  if (model.notice !== undefined && model.dialog?.kind !== "form") {
    const tone = model.notice.kind === "plain" ? "warn" : model.notice.kind;
    const glyph = { good: "✓", bad: "✕", plain: "·" }[model.notice.kind];
    return fitLine([span(` ${glyph} `, tone), span(makeVisible(say(model.notice.words)), tone)], width);
  }
  if (model.busy !== undefined) return spread([span(` ${t("working")}`, "dim")], summary, width);
  return spread([], [...summary, span(" ")], width);
}

/** The keys that do something now, the more important ones first, as many as there is room for. */
export function footerLine(model: Model, width: number): TextLine {
  const speaker = speakerOf(model);
  const spans: Span[] = [];
  let left = width;
  for (const { keys, message, priority } of listMeanings(model)) {
    if (priority === 0) continue;
    // The first key is the one to learn; the help has the others.
    const shown = /^\d$/.test(keys[0] ?? "") ? keys : keys.slice(0, 1);
    const name = nameKeys(shown, speaker);
    const gap = spans.length === 0 ? " " : "  ";
    const text = ` ${speaker.t(message)}`;
    const taken = measure(gap) + measure(name) + measure(text);
    if (taken > left) break;
    spans.push(span(gap), span(name, "accent", true), span(text, "dim"));
    left -= taken;
  }
  return fitLine(spans, width);
}

function typedFilter({ stage, tab, apiTokens, users, auditLog, dialog }: Model) {
  if (stage !== "ready" || dialog !== undefined) return undefined;
  const lists = { "api-tokens": apiTokens, users, "audit-log": auditLog, settings: undefined };
  const list = lists[tab];
  return list?.filtering ? list.filter : undefined;
}
