import { Box } from "ink";
import { Lines } from "../components/lines.js";
import { Panel } from "../components/panel.js";
import { BLANK, centre, fillHeight, line, type TextLine } from "../components/spans.js";
import type { Model } from "../state/model.js";
import { dialogPage } from "./dialogs.js";
import { bannerLine, footerLine, statusLine, tabLine, titleLine } from "./frame.js";
import { speakerOf } from "./speak.js";
import { TAB_SCREENS } from "./tabs.js";
import { type Page, setupPage, signInPage, startingPage } from "./welcome.js";

/** Smaller than this nothing sensible can be shown. */
const MIN_COLUMNS = 40;
const MIN_ROWS = 12;

/** The width of panels, where there is room. */
const PANEL_WIDTH = 76;

/** The width of panels that hold texts of policies. */
const WIDE_PANEL_WIDTH = 120;

/** The whole screen of a model: exactly as many lines as there are rows. */
export function Screen({ model }: { model: Model }) {
  const { columns, rows } = model.size;
  if (columns < MIN_COLUMNS || rows < MIN_ROWS) return <Lines lines={tooSmall(model)} width={columns} />;
  const panel = panelOf(model);
  return (
    <Box width={columns} height={rows} flexDirection="column">
      <Lines lines={backgroundOf(model)} width={columns} />
      {panel === undefined ? null : (
        <Panel
          title={panel.title}
          lines={panel.lines}
          width={panelWidth(model)}
          columns={columns}
          rows={rows}
        />
      )}
    </Box>
  );
}

function backgroundOf(model: Model): TextLine[] {
  const { columns, rows } = model.size;
  const last = footerLine(model, columns);
  if (model.stage !== "ready") return [titleLine(model, columns), ...fillHeight([], rows - 2), last];
  const { body, summary } = TAB_SCREENS[model.tab];
  return [
    titleLine(model, columns),
    tabLine(model, columns),
    bannerLine(model, columns),
    ...fillHeight(body(model, columns, rows - 5), rows - 5),
    statusLine(model, summary(model), columns),
    last,
  ];
}

/** A text that is written takes the whole width, everything else what reads well. */
function panelWidth({ size, dialog }: Model): number {
  const widest = dialog?.kind.startsWith("policy-") ? WIDE_PANEL_WIDTH : PANEL_WIDTH;
  return Math.min(widest, size.columns - 2);
}

/** What stands over the background, if anything does. */
export function panelOf(model: Model): Page | undefined {
  const { rows } = model.size;
  const width = panelWidth(model) - 4;
  if (model.dialog !== undefined) return dialogPage(model, model.dialog, width, rows - 5);
  switch (model.stage) {
    case "starting":
      return startingPage(model, width);
    case "setup":
      return setupPage(model, width);
    case "sign-in":
      return signInPage(model, width);
    case "ready":
      return undefined;
  }
}

function tooSmall(model: Model): TextLine[] {
  const { columns, rows } = model.size;
  const text = speakerOf(model).t("screen.too-small", {
    columns,
    rows,
    minColumns: MIN_COLUMNS,
    minRows: MIN_ROWS,
  });
  return fillHeight([...Array.from({ length: rows >> 1 }, () => BLANK), centre(line(text), columns)], rows);
}
