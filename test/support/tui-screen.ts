import { renderToString } from "ink";
import { createElement } from "react";
import { describe, expect, test } from "vitest";
import { measure } from "../../tui/components/fit.js";
import { Screen } from "../../tui/screens/screen.js";
import { SpokenScreen } from "../../tui/screens/spoken.js";
import type { Model } from "../../tui/state/model.js";
import { Person } from "./tui-person.js";

/** A terminal's size. */
export type Size = { columns: number; rows: number };

/** A wide terminal, a usual one, and two that are nearly too small. */
export const SIZES: readonly Size[] = [
  { columns: 80, rows: 24 },
  { columns: 120, rows: 40 },
  { columns: 60, rows: 15 },
  { columns: 40, rows: 12 },
];

/** A screen, what a person does to come to it, and words to be found on it in English and in French. */
export type KnownScreen = [name: string, come: (ada: Person) => void, english: string, french: string];

/** The lines of a model's screen as a terminal of its size shows them, without colours. */
export function renderScreen(screen: typeof Screen, model: Model): string[] {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are control sequences
  const colours = /\x1b\[[0-9;]*m/g;
  return renderToString(createElement(screen, { model }), { columns: model.size.columns })
    .replace(colours, "")
    .split("\n");
}

/** Every screen fills each size exactly in both languages, and says what it should; dialogs to those who listen, too. */
export function testScreens(screens: readonly KnownScreen[], sizes: readonly Size[] = SIZES): void {
  describe.each(sizes)("at $columns x $rows", (size) => {
    describe.each(["en", "fr"] as const)("in %s", (language) => {
      test.each(screens)("%s fills the screen exactly", (_, come, english, french) => {
        const ada = new Person({ language }, size);
        come(ada);
        const lines = renderScreen(Screen, ada.model);
        expect(lines).toHaveLength(size.rows);
        expect(Math.max(...lines.map(measure))).toBeLessThanOrEqual(size.columns);
        // On the smallest screens the rest of a long page is reached by scrolling.
        if (size.rows < 24) return;
        const wanted = language === "en" ? english : french;
        expect(lines.join("\n")).toContain(wanted);
        if (ada.model.dialog === undefined) return;
        const spoken = renderScreen(SpokenScreen, ada.model).join(" ");
        expect(spoken.replace(/\s+/g, " ")).toContain(wanted.replace(/\s+/g, " "));
      });
    });
  });
}
