import { makeVisible, measure } from "../components/fit.js";
import {
  fitLine,
  invert,
  lineWidth,
  type Span,
  span,
  spread,
  type TextLine,
  typedText,
} from "../components/spans.js";
import { formatClock } from "../messages/format.js";
import { isReadOnly } from "../state/list-tab.js";
import type { Model } from "../state/model.js";
import { listMeanings } from "../state/places.js";
import { currentTab, TABS } from "../state/tabs.js";
import { words } from "../state/words.js";
import { CONNECTION_SIGNS } from "../theme.js";
import { nameKeys } from "./key-names.js";
import { speakerOf } from "./speak.js";

/** The top line: where the person is, who they are, and whether what they see is live. */
export function titleLine(model: Model, width: number): TextLine {
  const { t } = speakerOf(model);
  const name = span(" Latchkey", "accent", true);
  if (model.owner === undefined) return spread([name], [span(`${model.options.address} `, "dim")], width);
  const sign = CONNECTION_SIGNS[model.connection.state];
  const readOnly = isReadOnly(model) ? [span(` ${t("title.read-only")} `, "inverse"), span(" ")] : [];
  const state = [
    span(sign.glyph, sign.tone),
    span(` ${t(`connection.${model.connection.state}`)} `, sign.tone),
  ];
  const email = span(`${makeVisible(model.owner.email)}  `, "dim");
  const crumbs = crumbsOf(model);
  // What matters least is left out first: the server's address, then the person's e-mail.
  const wanted = [
    { left: [name, ...crumb(model.options.address, "dim"), ...crumbs], right: [email] },
    { left: [name, ...crumbs], right: [email] },
    { left: [name, ...crumbs], right: [] },
  ];
  const fits = wanted.find(({ left, right }) => {
    return lineWidth(left) + lineWidth([...right, ...readOnly, ...state]) + 2 <= width;
  });
  const { left, right } = fits ?? { left: [name, ...crumbs], right: [] };
  return spread(left, [...right, ...readOnly, ...state], width);
}

/** Account, tab, what it is narrowed to, and the filter kept. */
function crumbsOf(model: Model): Span[] {
  const { t } = speakerOf(model);
  const account = model.owner?.accountDisplayName || model.owner?.accountId || "";
  const list = currentTab(model).list?.(model);
  const filter = list === undefined || list.filtering ? "" : list.filter.text;
  return [
    ...crumb(account, "plain"),
    ...crumb(t(currentTab(model).title), "plain"),
    ...(list?.scope === undefined ? [] : crumb(list.scope.label, "accent")),
    ...(filter === "" ? [] : crumb(`/${filter}`, "accent")),
  ];
}

function crumb(text: string, tone: "plain" | "dim" | "accent"): Span[] {
  return [span(" › ", "dim"), span(makeVisible(text), tone)];
}

/** The line of tabs: on a narrow screen close together, then by short names, then all but one by number. */
export function tabLine(model: Model, width: number): TextLine {
  return fitLine(tabNames(model, width).flat(), width);
}

/** The names of the tabs as they stand in their line, shorter where it is narrow. */
export function tabNames(model: Model, width: number): TextLine[] {
  const { t } = speakerOf(model);
  type Tab = (typeof TABS)[number];
  const names = (gap: string, nameOf: (tab: Tab, here: boolean) => string): TextLine[] =>
    TABS.map((tab, index) => {
      const here = tab.id === model.tab;
      const name = `${index + 1} ${nameOf(tab, here)}`.trimEnd();
      const before = span(index === 0 ? "" : gap);
      return here ? [before, span(` ${name} `, "inverse", true)] : [before, span(` ${name}`, "dim")];
    });
  const saved = ({ title, shortTitle }: Tab) => measure(t(title)) - measure(t(shortTitle));
  // The longest names are shortened first, that of the tab where the person is last of all.
  const elsewhere = TABS.filter(({ id }) => id !== model.tab).sort((a, b) => saved(b) - saved(a));
  const shortened = (count: number) => (tab: Tab) =>
    t(elsewhere.slice(0, count).includes(tab) ? tab.shortTitle : tab.title);
  const variants = [
    names("  ", shortened(0)),
    ...elsewhere.flatMap((_, count) => [names(" ", shortened(count)), names("", shortened(count))]),
    names("", shortened(elsewhere.length)),
    names("", ({ shortTitle }) => t(shortTitle)),
  ];
  const numbers = names(" ", ({ title }, here) => (here ? t(title) : ""));
  return variants.find((tabs) => lineWidth(tabs.flat()) <= width) ?? numbers;
}

/** A rule that fills while a list is read, or in its place the news that the server cannot be reached. */
export function bannerLine(model: Model, width: number): TextLine {
  const { connection } = model;
  if (model.stage === "ready" && connection.state === "reconnecting") {
    const seconds = Math.max(0, Math.ceil((connection.retryTime - model.now) / 1000));
    const since = formatClock(model.language, new Date(connection.since));
    const text = speakerOf(model).t("banner.offline", { since, seconds });
    return invert(fitLine([span(" ✕ "), span(text)], width));
  }
  const progress = model.stage === "ready" ? currentTab(model).list?.(model).progress : undefined;
  const read = Math.round((progress ?? 0) * width);
  return [span("━".repeat(read), "accent"), span("─".repeat(width - read), "dim")];
}

/** The line above the footer: news, the filter being typed, or what the tab has to say. */
export function statusLine(model: Model, summary: TextLine, width: number): TextLine {
  const { t, sentence } = speakerOf(model);
  const right = [...summary, span(" ")];
  const list = model.dialog === undefined ? currentTab(model).list?.(model) : undefined;
  if (list?.filtering) {
    const label = ` ${t("list.filter")}: `;
    const room = Math.max(8, Math.min(40, width - measure(label) - lineWidth(right) - 2));
    return spread([span(label, "accent"), ...typedText(list.filter, room)], right, width);
  }
  if (model.notice !== undefined && model.dialog?.kind !== "form") {
    const tone = model.notice.kind === "plain" ? "warn" : model.notice.kind;
    const glyph = { good: "✓", bad: "✕", plain: "·" }[model.notice.kind];
    const offered = model.undo !== undefined && model.notice.kind !== "plain" && model.busy === undefined;
    const said = offered ? words("undo.offer", { told: model.notice.words }) : model.notice.words;
    const told = [span(` ${glyph} `, tone), span(makeVisible(sentence(said)), tone)];
    return lineWidth(told) + lineWidth(right) < width ? spread(told, right, width) : fitLine(told, width);
  }
  if (model.busy !== undefined) return spread([span(` ${busyWords(model)}`, "dim")], right, width);
  if (list?.scope !== undefined && list.shown > 0)
    return spread([span(` ${t("list.related", { label: list.scope.label })}`, "dim")], right, width);
  return spread([], right, width);
}

function busyWords(model: Model): string {
  const { t, say } = speakerOf(model);
  const { bulk } = model;
  if (model.busy !== "bulk" || bulk === undefined) return t("working");
  const done = bulk.items.filter(({ state }) => state === "done").length;
  const failed = bulk.items.filter(({ state }) => state === "failed").length;
  return `${say(bulk.title)}: ${t("bulk.progress", { done, failed, total: bulk.items.length })}`;
}

/** The keys that do something now, the more important ones first, as many as there is room for. */
export function footerLine(model: Model, width: number): TextLine {
  const speaker = speakerOf(model);
  const spans: Span[] = [];
  let left = width;
  for (const { keys, message, priority } of listMeanings(model)) {
    if (priority === 0) continue;
    // The first key is the one to learn; the help has the others.
    const shown = /^\d$/.test(keys[0] ?? "") ? keys.slice(0, TABS.length) : keys.slice(0, 1);
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
