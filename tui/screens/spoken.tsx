import { Box, Text } from "ink";
import { lineWidth, type TextLine } from "../components/spans.js";
import type { Model } from "../state/model.js";
import { currentTab } from "../state/tabs.js";
import { footerLine, statusLine, titleLine } from "./frame.js";
import { panelOf } from "./screen.js";
import { speakerOf } from "./speak.js";
import { TAB_SCREENS } from "./tabs.js";

/** Wide enough that nothing is cut off. */
const WIDTH = 400;

/** The program for a screen reader: where the person is, what is selected, what was told, and the keys; no picture. */
export function SpokenScreen({ model }: { model: Model }) {
  return (
    <Box flexDirection="column">
      {spokenLines(model).map((text, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place
        <Text key={at}>{text}</Text>
      ))}
    </Box>
  );
}

/** What is read out, a sentence a line. */
function spokenLines(model: Model): string[] {
  const wide: Model = { ...model, size: { columns: WIDTH, rows: 100 } };
  const panel = panelOf({ ...model, size: { columns: 80, rows: 200 } });
  const middle =
    panel === undefined
      ? contentOf(wide)
      : [panel.title, ...panel.lines.map(textOf)].filter((text) => text !== "");
  const status =
    model.stage === "ready" ? [textOf(statusLine(wide, TAB_SCREENS[model.tab].summary(wide), WIDTH))] : [];
  return [textOf(titleLine(wide, WIDTH)), ...middle, ...status, textOf(footerLine(wide, WIDTH))].filter(
    (text) => text !== "",
  );
}

/** What stands above the list and the selected row, or everything where nothing is selected. */
function contentOf(model: Model): string[] {
  const { body } = TAB_SCREENS[model.tab];
  // Not so wide that the details stand beside the list: the row alone is read out.
  const lines = body({ ...model, size: { ...model.size, columns: 100 } }, WIDTH, 60);
  const selected = lines.filter((spans) => spans.some(({ tone }) => tone === "inverse"));
  const list = currentTab(model).list?.(model);
  const place =
    list === undefined || list.at < 0
      ? []
      : [speakerOf(model).t("spoken.row", { at: list.at + 1, count: list.shown })];
  return [
    ...place,
    ...(selected.length > 0
      ? [...lines.slice(0, list?.headLines), ...selected]
      : lines.filter((spans) => lineWidth(spans) > 0)
    ).map(textOf),
  ];
}

/** A line as words: drawing and gaps are no news. */
function textOf(spans: TextLine): string {
  return spans
    .map(({ text, spoken }) => spoken ?? text)
    .join("")
    .replace(/[─━│┌┐└┘▁-▏░]+/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}
