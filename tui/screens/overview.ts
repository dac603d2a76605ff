import { bar, sparkline } from "../components/charts.js";
import { cutTo, fitText, makeVisible, measure } from "../components/fit.js";
import {
  BLANK,
  centre,
  fillHeight,
  fitLine,
  invert,
  line,
  lineWidth,
  paragraph,
  type Span,
  span,
  type TextLine,
} from "../components/spans.js";
import type { Model } from "../state/model.js";
import { listEnding, listOverviewRows, type OverviewRow, overviewRoom } from "../state/overview.js";
import type { Tone } from "../theme.js";
import { failureOf } from "./list-lines.js";
import { type Speaker, speakerOf } from "./speak.js";

const NAME_WIDTH = 18;
const BAR_WIDTH = 20;

/** The overview: switches and limits, use as little bars, what ends soon, what was refused. */
export function overviewLines(model: Model, width: number, height: number): TextLine[] {
  const speaker = speakerOf(model);
  const { phase, failure } = model.overview;
  if (phase !== "read") {
    const [text, tone] =
      failure === undefined ? [speaker.t("list.loading"), "dim" as const] : failureOf(failure, speaker);
    const lines = paragraph(text, Math.min(width - 4, 70), tone).map((part) => centre(part, width));
    return fillHeight([BLANK, ...lines], height);
  }
  const rows = listOverviewRows(model);
  const show = (row: OverviewRow, content: TextLine): TextLine => {
    const selected = rows.indexOf(row) === Math.min(model.overview.row, rows.length - 1);
    const whole = fitLine([span(selected ? " > " : "   "), ...content], width);
    return selected ? invert(whole) : whole;
  };
  const room = overviewRoom(model);
  const ending = listEnding(model).length;
  const endings = rows.filter((row) => row.kind === "ending");
  const denials = rows.filter((row) => row.kind === "denial");
  const lines: TextLine[] = [
    heading(speaker.t("overview.access")),
    ...rows.filter(({ kind }) => kind === "switch").map((row) => show(row, switchLine(model, row, speaker))),
    ...limitLines(model, speaker, width),
    BLANK,
    ...usageLines(model, speaker, width),
    BLANK,
    heading(speaker.t("overview.ending", { count: ending })),
    ...(endings.length === 0
      ? [line(`   ${speaker.t("overview.none-ending")}`, "dim")]
      : endings.map((row) => show(row, endingLine(row, speaker, width)))),
    ...(height > 20 ? [BLANK] : []),
    heading(speaker.t("overview.denials")),
    ...(denials.length === 0
      ? [line(`   ${speaker.t("overview.none-denied")}`, "dim")]
      : denials.slice(0, room.denials).map((row) => show(row, denialLine(row, speaker, width)))),
  ];
  // On a low screen the selected row is scrolled to.
  const at = lines.findIndex((content) => content.some(({ tone }) => tone === "inverse"));
  return fillHeight(lines.slice(Math.max(0, at - height + 1)), height);
}

/** Since when the numbers are as they are. */
export function overviewSummary(model: Model): TextLine {
  const { usage } = model.overview;
  const { t, number } = speakerOf(model);
  if (usage === undefined) return [];
  const uses = usage.slice(-24).reduce((sum, hour) => sum + hour.apiTokenUses + hour.accessTokenUses, 0);
  return [span(t("overview.day", { uses: number(uses) }), "dim")];
}

function heading(text: string): TextLine {
  return [span(` ${text}`, "accent", true)];
}

function switchLine(model: Model, row: OverviewRow, { t }: Speaker): TextLine {
  const { settings } = model.settings;
  if (row.kind !== "switch" || settings === undefined) return [];
  const on = settings[row.name];
  const label = t(row.name === "apiTokenAccess" ? "settings.api-token-access" : "settings.oauth-access");
  const tone = on ? "good" : "warn";
  return [
    span(fitText(label, NAME_WIDTH + 6)),
    span(on ? "● " : "○ ", tone),
    span(t(on ? "on" : "off"), tone),
  ];
}

/** What the account holds, against what it may hold. */
function limitLines(model: Model, speaker: Speaker, width: number): TextLine[] {
  const { t } = speaker;
  const { apiTokens, overview } = model;
  const max = apiTokens.maxSize ?? model.settings.settings?.maxApiTokens;
  const { oauthClients: clients } = overview;
  return [
    heldLine(
      t("tabs.api-tokens"),
      apiTokens.accessOff ? undefined : apiTokens.totalSize,
      max,
      speaker,
      width,
    ),
    heldLine(t("tabs.oauth-clients"), clients?.held, clients?.max, speaker, width),
    heldLine(t("tabs.access-tokens"), overview.accessTokens, undefined, speaker, width),
    heldLine(t("tabs.users"), overview.users, undefined, speaker, width),
  ];
}

function heldLine(
  name: string,
  held: number | undefined,
  max: number | undefined,
  { t, number }: Speaker,
  width: number,
): TextLine {
  const label = [span("   "), span(fitText(name, NAME_WIDTH + 6))];
  if (held === undefined) return [...label, span("—", "dim")];
  if (max === undefined) return [...label, span(number(held))];
  const { full, empty } = bar(held, max, BAR_WIDTH);
  const tone: Tone = held >= max ? "bad" : held > max * 0.9 ? "warn" : "good";
  const count = t("overview.held", { held: number(held), max: number(max) });
  // The picture goes before the number does.
  if (lineWidth(label) + BAR_WIDTH + measure(count) + 1 > width) return [...label, span(count, tone)];
  return [...label, span(full, tone), span(empty, "dim"), span(` ${count}`)];
}

/** How much was used, an hour a column. */
function usageLines(model: Model, { t, number }: Speaker, width: number): TextLine[] {
  const { usage } = model.overview;
  if (usage === undefined) return [heading(t("overview.usage-unknown"))];
  const shown = usage.slice(-Math.max(12, width - NAME_WIDTH - 20));
  const series = [
    { name: t("tabs.api-tokens"), values: shown.map((hour) => hour.apiTokenUses), tone: "good" },
    { name: t("overview.access-tokens"), values: shown.map((hour) => hour.accessTokenUses), tone: "good" },
    { name: t("overview.refused"), values: shown.map((hour) => hour.refusals), tone: "bad" },
  ] as const;
  const lines = series.map(({ name, values, tone }): TextLine => {
    const now = values.at(-1) ?? 0;
    return [
      span("   "),
      span(fitText(name, NAME_WIDTH)),
      span(sparkline(values), values.some((value) => value > 0) ? tone : "dim"),
      span(`  ${number(now)}`, now > 0 ? "plain" : "dim"),
      span(` ${t("overview.this-hour")}`, "dim"),
    ];
  });
  return [heading(t("overview.usage", { hours: shown.length })), ...lines];
}

function endingLine(row: OverviewRow, speaker: Speaker, width: number): TextLine {
  if (row.kind !== "ending") return [];
  const { token, time, why } = row.ending;
  const name = makeVisible(token.description) || token.secretHint;
  const when = `${speaker.t(why === "idle" ? "overview.falls-idle" : "overview.expires")} ${speaker.ago(time)}`;
  return twoEnds([span(why === "idle" ? "◌ " : "! ", "warn")], name, [span(when, "warn")], width);
}

function denialLine(row: OverviewRow, { shortTime }: Speaker, width: number): TextLine {
  if (row.kind !== "denial") return [];
  const { event } = row;
  const what = makeVisible([event.action, event.resourceLabel].filter((part) => part !== "").join("  "));
  const who = makeVisible([event.actor.email, event.sourceIp].filter((part) => part !== "").join("  "));
  const head = [span("✕ ", "bad"), span(`${shortTime(event.createTime)}  `, "dim")];
  return twoEnds(head, what, [span(cutTo(who, width >> 1), "dim")], width);
}

/** A sign, a name that gives way, and something at the right end. */
function twoEnds(head: readonly Span[], name: string, tail: readonly Span[], width: number): TextLine {
  const taken = [...head, ...tail].reduce((sum, { text }) => sum + measure(text), 0);
  return [...head, span(fitText(name, Math.max(4, width - taken - 6))), span(" "), ...tail];
}
