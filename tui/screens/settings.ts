import { makeVisible } from "../components/fit.js";
import {
  BLANK,
  centre,
  fillHeight,
  fitLine,
  invert,
  line,
  paragraph,
  span,
  type TextLine,
  typedText,
} from "../components/spans.js";
import { explainFailure } from "../state/failures.js";
import type { Model } from "../state/model.js";
import { findSettingsRow, SETTINGS_ROWS, type SettingsRow } from "../state/settings-rows.js";
import { keyOfTab } from "../state/tab-order.js";
import { type Speaker, speakerOf } from "./speak.js";

type Settings = NonNullable<Model["settings"]["settings"]>;

const LABEL_WIDTH = 30;

/** The tab of settings. */
export function settingsLines(model: Model, width: number, height: number): TextLine[] {
  const { t } = speakerOf(model);
  const { settings, failure } = model.settings;
  if (settings === undefined) {
    const words =
      failure === undefined ? t("list.loading") : t("list.failed", { reason: explainFailure(failure) });
    const tone = failure === undefined ? "dim" : "bad";
    return fillHeight(
      [BLANK, ...paragraph(words, width - 4, tone).map((part) => centre(part, width))],
      height,
    );
  }
  const foot = footOf(model, width);
  const { lines, selectedAt } = rowsOf(model, settings, width);
  const room = height - foot.length;
  // On a low screen the rows scroll so that the selected one is seen.
  const top = Math.max(0, Math.min(selectedAt - (room >> 1), lines.length - room));
  return [...fillHeight(lines.slice(top), room), ...foot];
}

/** When the settings last changed. */
export function settingsSummary(model: Model): TextLine {
  const { t, time } = speakerOf(model);
  const { settings } = model.settings;
  return settings === undefined
    ? []
    : [span(`${t("tokens.detail.updated")} ${time(settings.updateTime)}`, "dim")];
}

function rowsOf(model: Model, settings: Settings, width: number): { lines: TextLine[]; selectedAt: number } {
  const speaker = speakerOf(model);
  const lines: TextLine[] = [];
  let selectedAt = 0;
  for (const row of SETTINGS_ROWS) {
    if (row.heading !== undefined) {
      if (lines.length > 0) lines.push(BLANK);
      lines.push([span(` ${speaker.t(row.heading)}`, "accent", true)]);
    }
    const selected = row.name === model.settings.row;
    if (selected) selectedAt = lines.length;
    lines.push(rowOf(model, row, settings, speaker, selected, width));
  }
  return { lines, selectedAt };
}

function rowOf(
  model: Model,
  row: SettingsRow,
  settings: Settings,
  speaker: Speaker,
  selected: boolean,
  width: number,
): TextLine {
  const { entry } = model.settings;
  const label = fitLine([span(selected ? " > " : "   "), span(speaker.t(row.label))], LABEL_WIDTH);
  if (selected && entry !== undefined && row.kind === "text") {
    const room = Math.max(16, Math.min(40, width - LABEL_WIDTH - 2));
    return [...label, ...typedText(entry.field, room)];
  }
  const shown = [...label, ...valueSpans(row, settings, speaker)];
  return selected ? invert(fitLine(shown, width)) : shown;
}

function valueSpans(row: SettingsRow, settings: Settings, { t, say }: Speaker): TextLine {
  if (row.kind === "switch") {
    const on = row.read(settings);
    return [span(on ? "● " : "○ ", on ? "good" : "warn"), span(t(on ? "on" : "off"), on ? "good" : "warn")];
  }
  const text = row.meaning === undefined ? makeVisible(row.read(settings)) : say(row.meaning(settings));
  if (text !== "") return line(text);
  return line(t(row.name === "ipAllowList" ? "settings.any-address" : "none"), "dim");
}

/** The explanation of the selected row, or why it was refused; and, for a newcomer, what to do first. */
function footOf(model: Model, width: number): TextLine[] {
  const { t, say } = speakerOf(model);
  const refused = model.settings.entry?.error;
  if (refused !== undefined)
    return paragraph(`✕ ${makeVisible(say(refused))}`, width - 4, "bad").map((part) => [span("  "), ...part]);
  const row = findSettingsRow(model.settings.row);
  const hint = row === undefined ? [] : paragraph(t(row.hint), width - 4, "dim").slice(0, 2);
  const newcomer =
    model.settings.hint && model.settings.settings?.apiTokenAccess === false
      ? paragraph(t("setup.hint", { key: keyOfTab("api-tokens") }), width - 4, "good").slice(0, 2)
      : [];
  return [...newcomer, ...hint].map((content) => [span("  "), ...content]);
}
