import { renderToString } from "ink";
import { createElement } from "react";
import type { Screen } from "../../tui/screens/screen.js";
import type { Model } from "../../tui/state/model.js";

/** The lines of a model's screen as a terminal of its size shows them, without colours. */
export function renderScreen(screen: typeof Screen, model: Model): string[] {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are control sequences
  const colours = /\x1b\[[0-9;]*m/g;
  return renderToString(createElement(screen, { model }), { columns: model.size.columns })
    .replace(colours, "")
    .split("\n");
}
